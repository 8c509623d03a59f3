import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { version } from "../../../package.json";
import type { Attendance } from "../workspace/series";
import { seriesFolderOf } from "../workspace/seriesFolder";
import { digest } from "./identity";
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

/** A note as it is handed from one thread to another. */
export interface NewlyKept {
  readonly pack: string;
  readonly path: string;
  readonly note: KeptNote;
}

/** So many series are kept, those that were linted last; of most there are some hundred thousand bytes. */
const mostPacks = 300;

/**
 * What earlier runs of the same program found, in a file for each series and its settings. What a note's findings come
 * from is told by digests, so what is kept of another text, or beside other people, is never taken for it. Files that
 * cannot be read or written, or are broken, are as good as none.
 */
export class KeptNotes {
  readonly #packs = new Map<string, Map<string, KeptNote>>();
  #new: NewlyKept[] = [];

  constructor(
    /** Path of the folder of the files; they are made by its program. */
    private readonly folder: string,
    private readonly program: string,
  ) {}

  /** What is kept of the note at the URI under the settings, if it had the text, which is asked for where it matters. */
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
    if (changed.size === 0) return;
    try {
      mkdirSync(this.folder, { recursive: true });
      for (const pack of changed) this.#write(pack);
      this.#dropOldest();
    } catch {}
  }

  #packOf(settings: string, uri: string): string {
    return digest(JSON.stringify([this.program, settings, seriesFolderOf(uri)]));
  }

  #pack(name: string): Map<string, KeptNote> {
    const known = this.#packs.get(name) ?? this.#read(name);
    this.#packs.set(name, known);
    return known;
  }

  #read(name: string): Map<string, KeptNote> {
    try {
      return new Map(Object.entries(JSON.parse(readFileSync(this.#place(name), "utf8"))));
    } catch {
      return new Map();
    }
  }

  #write(name: string): void {
    const notes = [...this.#pack(name)].filter(([path]) => existsSync(path));
    // Two processes may write at the same time, and a third read.
    const draft = `${this.#place(name)}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(Object.fromEntries(notes)));
    renameSync(draft, this.#place(name));
  }

  #place(name: string): string {
    return join(this.folder, `${name}.json`);
  }

  #dropOldest(): void {
    const all = readdirSync(this.folder).map((name) => join(this.folder, name));
    if (all.length <= mostPacks) return;
    const dated = all.map((path) => ({ path, written: statSync(path).mtimeMs }));
    dated.sort((one, other) => other.written - one.written);
    for (const { path } of dated.slice(mostPacks)) rmSync(path, { force: true });
  }
}

/** What the program in the folder has kept beside itself, where whoever could change it could change the program. */
export function keptBeside(folder: string): KeptNotes {
  const bundles = readdirSync(folder).filter((name) => name.endsWith(".js"));
  const built = bundles.map((name) => statSync(join(folder, name))).map(({ size, mtimeMs }) => [size, mtimeMs]);
  return new KeptNotes(join(folder, ".cache", "notes"), JSON.stringify([version, process.version, built]));
}
