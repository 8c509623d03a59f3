import type { Roster } from "../model/note";
import { nobodyKnown } from "../model/roster";
import { rememberingOf } from "../text/remembering";
import { Analyser } from "../workspace/analyser";
import { type Attendance, attendanceOf, Series } from "../workspace/series";
import { seriesFolderOf } from "../workspace/seriesFolder";
import type { NoteSettings } from "../workspace/settings";
import { filesAtOnce } from "./filesAtOnce";

/** What has read so many files for their series waits for their turn; of more it would take too much memory. */
const mostWaiting = 500;

/** Files of one folder share the object, and all of its people are in it. */
const keyOf = rememberingOf((settings: NoteSettings) => JSON.stringify(settings));

/** The series of the files that are linted: each file is read once, for its series and for itself. */
export class SeriesShelf {
  readonly #bySettings = new Map<string, SettingsShelf>();

  /** The series under the same settings. */
  of(settings: NoteSettings): SettingsShelf {
    const key = keyOf(settings);
    const known = this.#bySettings.get(key) ?? new SettingsShelf(settings);
    this.#bySettings.set(key, known);
    return known;
  }
}

/** The series of files for which the same settings hold. */
class SettingsShelf {
  readonly #series = new Map<string, Promise<Series>>();
  readonly #analysers = new Map<string, Analyser>();
  /** Who was at which meeting: a note may be of a series, and of the wider one that another is a part of. */
  readonly #attendances = new Map<string, { readonly is: Attendance }>();

  constructor(readonly settings: NoteSettings) {}

  /** What reads the file at the URI: what has read it for its series, if anything has. */
  analyserOf(uri: string): Analyser {
    const known = this.#analysers.get(uri) ?? new Analyser(uri, this.settings);
    if (this.#analysers.size < mostWaiting) this.#analysers.set(uri, known);
    return known;
  }

  /** Who is known beside the people of the note at the URI. */
  async rosterFor(uri: string): Promise<Roster> {
    if (!this.settings.series) return nobodyKnown;
    const folder = seriesFolderOf(uri);
    const reading = this.#series.get(folder) ?? this.#read(folder);
    this.#series.set(folder, reading);
    const series = await reading;
    const roster = series.rosterFor(uri);
    // Each file is asked about once.
    series.forget(uri);
    return roster;
  }

  /** Forgets what was read of a file that is linted. */
  forget(uri: string): void {
    this.#analysers.delete(uri);
  }

  async #read(folder: string): Promise<Series> {
    const series = new Series(folder, filesAtOnce, this.settings, (uri, text) => this.#attendanceIn(uri, text));
    await series.list();
    await series.readAll();
    return series;
  }

  #attendanceIn(uri: string, text: string): Attendance {
    const known = this.#attendances.get(uri) ?? { is: attendanceOf(this.analyserOf(uri), text) };
    this.#attendances.set(uri, known);
    return known.is;
  }
}
