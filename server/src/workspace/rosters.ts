import type { Roster } from "../model/note";
import { nobodyKnown } from "../model/roster";
import { Series } from "./series";
import { mayBeOf, pathOfUri, seriesFolderOf } from "./seriesFolder";
import type { NoteSettings } from "./settings";
import type { NoteFiles, NoteStore } from "./store";

/** What {@link Rosters} needs of its surroundings. */
export interface RostersPorts extends Pick<NoteStore, "settingsOf"> {
  readonly files: NoteFiles;
  /** Other people are known beside those of these open notes. */
  readonly changed: (uris: readonly string[]) => void;
  /** Runs the task some milliseconds later; answers what calls it off. */
  readonly later: (task: () => void, milliseconds: number) => () => void;
  /** Runs a task of which nobody waits for the end; a failure is logged under the name. */
  readonly run: (name: string, task: () => Promise<void>) => void;
}

/** What is read before anybody is told of it: the notes that know most of whoever speaks. */
const firstSlice = 10;

/** How long (in milliseconds) files must be left alone before they are read again: a checkout changes many. */
const pause = 300;

/** Whom open notes need not name: their series are read in the background, and kept as long as a note of them is open. */
export class Rosters implements Pick<NoteStore, "rosterOf"> {
  readonly #readings = new Map<string, SeriesReading>();
  readonly #notes = new Map<string, OpenNote>();

  constructor(private readonly ports: RostersPorts) {}

  rosterOf(uri: string): Roster {
    return this.#notes.get(uri)?.roster ?? nobodyKnown;
  }

  /** Takes note that the document is an open note: its series is read, unless it was or the user wants none. */
  want(uri: string): void {
    const settings = this.ports.settingsOf(uri);
    const known = this.#notes.get(uri);
    // Asked at every key, while a key of many people is long.
    if (known?.settings === settings) return;
    const key = settings.series ? keyOf(uri, settings) : undefined;
    if (known && known.reading.key === key) {
      known.settings = settings;
      return;
    }
    this.forget(uri);
    if (key === undefined) {
      if (known && known.roster !== nobodyKnown) this.ports.changed([uri]);
      return;
    }
    const reading = this.#readings.get(key) ?? new SeriesReading(key, uri, settings, this.ports.files);
    this.#readings.set(key, reading);
    this.#notes.set(uri, { reading, settings, roster: nobodyKnown });
    const isWanted = (): boolean => this.#notes.get(uri)?.reading === reading;
    this.ports.run("series", () => reading.next(() => this.#read(reading, uri, isWanted)));
  }

  /** Forgets a document that was closed or is no note. */
  forget(uri: string): void {
    const known = this.#notes.get(uri);
    if (!known) return;
    this.#notes.delete(uri);
    const { reading } = known;
    reading.series.forget(uri);
    if ([...this.#notes.values()].some((other) => other.reading === reading)) return;
    reading.callOff();
    this.#readings.delete(reading.key);
  }

  /** Takes note that files (or open documents) were created, changed or deleted. */
  filesChanged(uris: readonly string[]): void {
    for (const reading of this.#readings.values()) {
      const own = uris.filter((uri) => mayBeOf(reading.series.folder, uri));
      for (const uri of own) reading.stale.add(uri);
      if (own.length === 0) continue;
      reading.callOff();
      reading.callOff = this.ports.later(() => {
        this.ports.run("series", () => reading.next(() => this.#refresh(reading)));
      }, pause);
    }
  }

  async #read(reading: SeriesReading, uri: string, isWanted: () => boolean): Promise<void> {
    const { series } = reading;
    await series.list();
    await series.readNear(uri, firstSlice, isWanted);
    this.#tell(reading);
    await series.readAll(isWanted);
    this.#tell(reading);
  }

  async #refresh(reading: SeriesReading): Promise<void> {
    const { series, stale } = reading;
    const changed = [...stale];
    stale.clear();
    await series.list();
    for (const file of changed) await series.refresh(file);
    await series.readAll(() => this.#readings.get(reading.key) === reading);
    this.#tell(reading);
  }

  #tell(reading: SeriesReading): void {
    const changed = this.#notesOf(reading).filter((uri) => {
      const note = this.#notes.get(uri);
      const roster = reading.series.rosterFor(uri);
      if (!note || note.roster === roster) return false;
      note.roster = roster;
      return true;
    });
    if (changed.length > 0) this.ports.changed(changed);
  }

  #notesOf(reading: SeriesReading): string[] {
    return [...this.#notes].flatMap(([uri, note]) => (note.reading === reading ? [uri] : []));
  }
}

interface OpenNote {
  readonly reading: SeriesReading;
  settings: NoteSettings;
  roster: Roster;
}

/** A series of which notes are open. */
class SeriesReading {
  readonly series: Series;
  /** Files that are to be read anew. */
  readonly stale = new Set<string>();
  callOff: () => void = () => undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(
    readonly key: string,
    uri: string,
    settings: NoteSettings,
    files: NoteFiles,
  ) {
    this.series = new Series(seriesFolderOf(uri), files, settings);
  }

  /** Does one thing after the other. */
  next(task: () => Promise<void>): Promise<void> {
    const done = this.#work.then(task);
    this.#work = done.catch(() => undefined);
    return done;
  }
}

/** The same for notes of one folder family whose settings find the same notes and people in it. */
function keyOf(uri: string, settings: NoteSettings): string {
  const { files, folder, profile, repository, parts, people, labels, aliases } = settings;
  const path = pathOfUri(seriesFolderOf(uri));
  return JSON.stringify([path, folder, files, profile, repository, parts, people, labels, aliases]);
}
