import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { version } from "../../../package.json";
import type { Attendance } from "../workspace/series";
import { pathOfUri, seriesFolderOf } from "../workspace/seriesFolder";
import { digest } from "./identity";
import { KeptFiles } from "./keptFiles";
import type { LintedFile } from "./lintedFile";

/** What is kept of a note: what follows from its text and the settings alone, and from its series. */
export interface KeptNote {
  /** Stands for the text. */
  readonly text: string;
  /** Who was at the meeting, if that was asked. */
  readonly attendance?: { readonly is?: Attendance };
  /** What was found, if it was linted. */
  readonly linted?: KeptFindings;
}

/** What was found in a note. */
export interface KeptFindings {
  /** Stands for what its series knew of people then; absent where that was not asked. */
  readonly series?: string;
  readonly file: Omit<LintedFile, "path">;
}

/** A note as one thread hands it to another. */
export interface NewlyKept {
  /** The name of the {@link Pack}. */
  readonly pack: string;
  /** That of the note. */
  readonly path: string;
  readonly note: KeptNote;
}

/** What is kept of the notes of one series under the same settings, by their paths. */
type Pack = Map<string, KeptNote>;

/**
 * What earlier runs of the same program found. All that a note's findings follow from is told by digests, so what is kept of
 * another text, or beside other people, is never taken for it.
 */
export class KeptNotes {
  readonly #packs = new Map<string, Pack>();
  #new: NewlyKept[] = [];

  constructor(
    private readonly files: KeptFiles,
    /** Stands for the program: another one may find something else. */
    private readonly program: string,
  ) {}

  /** What is kept of the note at the URI under the settings. Its text is asked for if anything is kept: it has to be the same. */
  find(settings: string, uri: string, textOf: () => string): KeptNote | undefined {
    const kept = this.#pack(this.#packOf(settings, uri)).get(fileURLToPath(uri));
    return kept && kept.text === digest(textOf()) ? kept : undefined;
  }

  /** Keeps something of the note, beside what is kept of it with the same text. */
  keep(settings: string, uri: string, text: string, found: Omit<KeptNote, "text">): void {
    this.add([{ pack: this.#packOf(settings, uri), path: fileURLToPath(uri), note: { text: digest(text), ...found } }]);
  }

  /** Keeps what another thread found. */
  add(notes: readonly NewlyKept[]): void {
    for (const { pack, path, note } of notes) {
      const kept = this.#pack(pack).get(path);
      const whole = kept?.text === note.text ? { ...kept, ...note } : note;
      this.#pack(pack).set(path, whole);
      this.#new.push({ pack, path, note: whole });
    }
  }

  /** What was kept since this was asked the last time. */
  takeNew(): readonly NewlyKept[] {
    const taken = this.#new;
    this.#new = [];
    return taken;
  }

  /** Writes what is new for the next run, without the notes that are gone. */
  save(): void {
    const changed = new Set(this.takeNew().map(({ pack }) => pack));
    for (const name of changed) {
      const notes = [...this.#pack(name)].filter(([path]) => existsSync(path));
      this.files.write(name, Object.fromEntries(notes));
    }
    if (changed.size > 0) this.files.dropOld();
  }

  #packOf(settings: string, uri: string): string {
    return digest(JSON.stringify([this.program, settings, pathOfUri(seriesFolderOf(uri))]));
  }

  #pack(name: string): Pack {
    // Nobody writes these files but this class in the same program.
    const read = (): Pack => new Map(Object.entries((this.files.read(name) ?? {}) as Record<string, KeptNote>));
    const known = this.#packs.get(name) ?? read();
    this.#packs.set(name, known);
    return known;
  }
}

/**
 * What the program in the folder has kept beside itself, where whoever could change it could change the program; undefined
 * where the folder cannot be looked into.
 */
export function keptBeside(folder: string): KeptNotes | undefined {
  try {
    const bundles = readdirSync(folder).filter((name) => name.endsWith(".js"));
    const built = bundles.map((name) => statSync(join(folder, name))).map(({ size, mtimeMs }) => [size, mtimeMs]);
    const program = JSON.stringify([version, process.version, built]);
    return new KeptNotes(new KeptFiles(join(folder, ".cache", "notes")), program);
  } catch {
    return undefined;
  }
}
