import { comparable } from "../text/compare";
import { countSlips } from "../text/slips";
import type { Format, SectionForm } from "./format";

/** A section of the form, under one of its names. */
export interface NamedSection {
  readonly form: SectionForm;
  /** The name or alias as the form has it. */
  readonly name: string;
}

/** The names and aliases of a form's sections; case, accents and dots do not matter. */
export class SectionNames {
  /** By comparable name; where sections share one, the first has it. */
  readonly #named = new Map<string, NamedSection>();

  constructor({ sections }: Format) {
    for (const form of sections) {
      for (const name of [form.name, ...form.aliases]) {
        const key = comparable(name);
        if (!this.#named.has(key)) this.#named.set(key, { form, name });
      }
    }
  }

  /** The section of that name or alias. */
  find(name: string): SectionForm | undefined {
    return this.#named.get(comparable(name))?.form;
  }

  /** The section whose name or alias the given name nearly is (one slip, two from eight letters on), if only one is. */
  findNear(name: string): NamedSection | undefined {
    const key = comparable(name);
    const found = [...this.#named]
      .map(([other, named]) => ({ ...named, distance: countSlips(key, other, 2) }))
      .filter(({ name: other, distance }) => other.length >= 5 && distance <= (other.length >= 8 ? 2 : 1));
    const least = Math.min(...found.map(({ distance }) => distance));
    const nearest = found.filter(({ distance }) => distance === least);
    const [first] = nearest;
    if (!first || new Set(nearest.map(({ form }) => form)).size !== 1) return undefined;
    return { form: first.form, name: first.name };
  }
}
