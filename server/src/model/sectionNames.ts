import countEdits from "damerau-levenshtein";
import { comparable } from "../text/compare";
import type { Format, SectionForm } from "./format";

/** The section whose name or alias the given name nearly is (one slip, two from eight letters on), if only one is. */
export function findNearName(name: string, format: Format): { form: SectionForm; name: string } | undefined {
  const key = comparable(name);
  const found = format.sections.flatMap((form) =>
    [form.name, ...form.aliases]
      .map((other) => ({ form, name: other, distance: countEdits(key, comparable(other)).steps }))
      .filter(({ name: other, distance }) => other.length >= 5 && distance <= (other.length >= 8 ? 2 : 1)),
  );
  const least = Math.min(...found.map(({ distance }) => distance));
  const nearest = found.filter(({ distance }) => distance === least);
  const [first] = nearest;
  if (!first || new Set(nearest.map(({ form }) => form)).size !== 1) return undefined;
  return { form: first.form, name: first.name };
}
