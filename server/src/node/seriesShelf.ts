import type { Roster } from "../model/note";
import { nobodyKnown } from "../model/roster";
import { rememberingOf } from "../text/remembering";
import { Analyser } from "../workspace/analyser";
import { type Attendance, attendanceOf, Series } from "../workspace/series";
import { seriesFolderOf } from "../workspace/seriesFolder";
import type { NoteSettings } from "../workspace/settings";
import { filesAtOnce } from "./filesAtOnce";
import { digest } from "./identity";
import type { KeptFindings, KeptNotes } from "./keptNotes";

/** What has read so many files for their series waits for their turn; of more it would take too much memory. */
const mostWaiting = 500;

/** Files of one folder share the object, and all of its people are in it. */
const keyOf = rememberingOf((settings: NoteSettings) => JSON.stringify(settings));

/** What stands for that which a series, once it is read, knows of people. */
const digestOf = rememberingOf((series: Series) => digest(series.describePeople()));

/** The series of the files that are linted: what a file says is found out once, for its series and for itself. */
export class SeriesShelf {
  readonly #bySettings = new Map<string, SettingsShelf>();

  /** With `kept`, what earlier runs found is taken, and what is found is kept. */
  constructor(readonly kept?: KeptNotes) {}

  /** The series under the same settings. */
  of(settings: NoteSettings): SettingsShelf {
    const key = keyOf(settings);
    const known = this.#bySettings.get(key) ?? new SettingsShelf(settings, digest(key), this.kept);
    this.#bySettings.set(key, known);
    return known;
  }
}

/** The series of files for which the same settings hold. */
class SettingsShelf {
  readonly #series = new Map<string, Promise<Series>>();
  readonly #analysers = new Map<string, Analyser>();
  /** Who was at which meeting: a note may be of a series, and of the wider one that another is a part of. */
  readonly #attendances = new Map<string, { readonly is?: Attendance }>();

  constructor(
    readonly settings: NoteSettings,
    /** Stands for the settings. */
    private readonly key: string,
    private readonly kept: KeptNotes | undefined,
  ) {}

  /** What an earlier run found in the file at the URI, if the same would be found now. */
  async recall(uri: string, textOf: () => string): Promise<KeptFindings["file"] | undefined> {
    const linted = this.kept?.find(this.key, uri, textOf)?.linted;
    if (!linted) return undefined;
    return linted.series === undefined || linted.series === (await this.#digestFor(uri)) ? linted.file : undefined;
  }

  /** Keeps for later runs what was found in the file at the URI. */
  async keep(uri: string, text: string, file: KeptFindings["file"]): Promise<void> {
    if (!this.kept) return;
    const series = file.note && this.settings.series ? { series: await this.#digestFor(uri) } : {};
    this.kept.keep(this.key, uri, text, { linted: { ...series, file } });
  }

  /** What reads the file at the URI: what has read it for its series, if anything has. */
  analyserOf(uri: string): Analyser {
    const known = this.#analysers.get(uri) ?? new Analyser(uri, this.settings);
    if (this.#analysers.size < mostWaiting) this.#analysers.set(uri, known);
    return known;
  }

  /** Who is known beside the people of the note at the URI. */
  async rosterFor(uri: string): Promise<Roster> {
    if (!this.settings.series) return nobodyKnown;
    const series = await this.#seriesOf(uri);
    const roster = series.rosterFor(uri);
    // Each file is asked about once.
    series.forget(uri);
    return roster;
  }

  /** Forgets what was read of a file that is linted. */
  forget(uri: string): void {
    this.#analysers.delete(uri);
  }

  #seriesOf(uri: string): Promise<Series> {
    const folder = seriesFolderOf(uri);
    const reading = this.#series.get(folder) ?? this.#read(folder);
    this.#series.set(folder, reading);
    return reading;
  }

  async #digestFor(uri: string): Promise<string> {
    return digestOf(await this.#seriesOf(uri));
  }

  async #read(folder: string): Promise<Series> {
    const series = new Series(folder, filesAtOnce, this.settings, (uri, text) => this.#attendanceIn(uri, text));
    await series.list();
    await series.readAll();
    return series;
  }

  #attendanceIn(uri: string, text: string): Attendance {
    const known = this.#attendances.get(uri) ?? this.#findAttendance(uri, text);
    this.#attendances.set(uri, known);
    return known.is;
  }

  #findAttendance(uri: string, text: string): { readonly is?: Attendance } {
    const kept = this.kept?.find(this.key, uri, () => text)?.attendance;
    if (kept) return kept;
    const attendance = { is: attendanceOf(this.analyserOf(uri), text) };
    this.kept?.keep(this.key, uri, text, { attendance });
    return attendance;
  }
}
