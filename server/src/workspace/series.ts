import type { Meeting } from "../model/gathered";
import type { Roster } from "../model/note";
import { rosterOf } from "../model/roster";
import type { SpokenName } from "../model/spokenNames";
import { dateOfPath } from "../parse/pathDate";
import { Analyser, type Presence } from "./analyser";
import { listSeries, listWiderSeries, pathOfUri } from "./seriesFolder";
import type { NoteSettings } from "./settings";
import type { NoteFiles } from "./store";

/** A file of more bytes is left out. */
const mostBytes = 1_000_000;

/** So many files are read, the nearest ones; and none any more when they have so many characters together. */
const mostFiles = 300;
const mostCharacters = 20_000_000;

/** The notes of one series, and who was at which meeting. */
export class Series {
  #files: readonly SeriesFile[] = [];
  readonly #meetings = new Map<string, SeriesMeeting>();
  /** Those of which anything is known; put in order when somebody asks. */
  #peopled: Timeline<SeriesMeeting> | undefined;
  #rosters = new Map<string, Roster>();

  constructor(
    /** URI of the series' folder. */
    readonly folder: string,
    private readonly files: NoteFiles,
    private readonly settings: NoteSettings,
    /** Reads the text of the file at a URI. */
    private readonly attendanceIn = (uri: string, text: string) => attendanceOf(new Analyser(uri, settings), text),
  ) {}

  /** Finds out which files there are; those that are gone are forgotten. */
  async list(): Promise<void> {
    const own = await listSeries(this.folder, this.files);
    const wider = await listWiderSeries(this.folder, this.files);
    this.#files = [
      ...own.map((uri) => fileOf(uri, this.folder, false)),
      ...wider.map((uri) => fileOf(uri, this.folder, true)),
    ];
    const paths = new Set(this.#files.map(({ path }) => path));
    for (const path of this.#meetings.keys()) if (!paths.has(path)) this.#set(path, undefined);
  }

  /** Reads what is not read of the `count` files next to the note at the URI, as long as somebody wants it. */
  async readNear(uri: string, count: number, isWanted: () => boolean): Promise<void> {
    await this.#read(this.#near(uri).slice(0, count), isWanted);
  }

  /** Reads what is not read of all files. */
  async readAll(isWanted: () => boolean = () => true): Promise<void> {
    await this.#read(new Timeline(this.#files).nearestFirst(undefined), isWanted);
  }

  async #read(files: readonly SeriesFile[], isWanted: () => boolean): Promise<void> {
    let characters = [...this.#meetings.values()].reduce((sum, { size }) => sum + size, 0);
    for (const file of files.slice(0, mostFiles)) {
      if (this.#meetings.has(file.path)) continue;
      if (!isWanted() || characters > mostCharacters) return;
      const text = await this.files.read(file.uri, mostBytes);
      if (!isWanted()) return;
      characters += text?.length ?? 0;
      this.#set(file.path, this.#readMeeting(file, text));
    }
  }

  /** Reads a file anew that was changed, if it is of the series. */
  async refresh(uri: string): Promise<void> {
    const path = pathOfUri(uri);
    const file = this.#files.find((known) => known.path === path);
    if (file) this.#set(path, this.#readMeeting(file, await this.files.read(file.uri, mostBytes)));
  }

  /** Who is known beside the people of the note at the URI, as far as the series was read; the same object until somebody else is. */
  rosterFor(uri: string): Roster {
    const path = pathOfUri(uri);
    const known = this.#rosters.get(path);
    if (known) return known;
    this.#peopled ??= new Timeline([...this.#meetings.values()].filter(isPeopled));
    const dated = this.#peopled.nearestFirst(this.#dateOf(path), path);
    const roster = rosterOf(dated, this.settings.people);
    this.#rosters.set(path, roster);
    return roster;
  }

  /** Drops the roster of a note of which nobody asks any more. */
  forget(uri: string): void {
    this.#rosters.delete(pathOfUri(uri));
  }

  /** All that rosters are made of, as JSON: where it is the same, so is the roster of each note. */
  describePeople(): string {
    const meetings = [...this.#meetings.values()].filter(isPeopled);
    return JSON.stringify(meetings.sort((one, other) => compareWords(one.path, other.path)).map(describeMeeting));
  }

  /** The other files, the nearest first. */
  #near(uri: string): SeriesFile[] {
    const path = pathOfUri(uri);
    return new Timeline(this.#files).nearestFirst(this.#dateOf(path), path);
  }

  #dateOf(path: string): string | undefined {
    return dateOfPath(path.slice(pathOfUri(this.folder).length));
  }

  #readMeeting(file: SeriesFile, text: string | undefined): SeriesMeeting {
    return meetingOf(file, text, text === undefined ? undefined : this.attendanceIn(file.uri, text));
  }

  #set(path: string, meeting: SeriesMeeting | undefined): void {
    const before = this.#meetings.get(path);
    if (meeting) this.#meetings.set(path, meeting);
    else this.#meetings.delete(path);
    this.#peopled = undefined;
    if (this.#rosters.size === 0 || keyOf(before) === keyOf(meeting)) return;
    // The note's own list is not in its roster.
    const own = this.#rosters.get(path);
    this.#rosters = new Map(own && [[path, own]]);
  }
}

/** What puts the files of a series in order. */
interface Ranked {
  readonly path: string;
  /** By its name; see `dateOfPath`. */
  readonly date?: string;
  /** In the order in which the names count. */
  readonly rank: string;
  /** Whether it is of the series that this one is a part of. */
  readonly isWider: boolean;
}

interface SeriesFile extends Ranked {
  readonly uri: string;
}

interface SeriesMeeting extends Meeting, Ranked {
  readonly spoken: readonly SpokenName[];
  /** Characters of the note. */
  readonly size: number;
}

function isPeopled({ people, spoken }: SeriesMeeting): boolean {
  return people.length > 0 || spoken.length > 0;
}

/** The rank follows from the path. */
function describeMeeting({ path, date, isWider, people, spoken }: SeriesMeeting): unknown {
  return [path, date, isWider, people, spoken];
}

function keyOf(meeting: SeriesMeeting | undefined): string {
  return meeting && isPeopled(meeting) ? JSON.stringify([meeting.people, meeting.spoken]) : "";
}

function fileOf(uri: string, folder: string, isWider: boolean): SeriesFile {
  const path = pathOfUri(uri);
  const start = `${pathOfUri(folder)}/`;
  const within = path.startsWith(start) ? path.slice(start.length) : path.split("/").slice(-4).join("/");
  const date = dateOfPath(within);
  const rank = within.replace(/\d+/g, (digits) => digits.padStart(8, "0"));
  return { uri, path, ...(date !== undefined && { date }), rank, isWider };
}

/** What a series knows of one of its notes; undefined where the text is none. */
export type Attendance = Presence | undefined;

/** Who was at the meeting that a text tells of, without the text. */
export function attendanceOf(analyser: Analyser, text: string): Attendance {
  const presence = analyser.presenceIn(text);
  if (!presence) return undefined;
  const people = presence.people.map(({ name, nicknames, abbreviations, handles }) => {
    return { name, nicknames, abbreviations, handles };
  });
  // A copy: names cut out of a text would keep all of it in memory.
  return JSON.parse(JSON.stringify({ people, spoken: presence.spoken, heldOn: presence.heldOn }));
}

function meetingOf(file: SeriesFile, text: string | undefined, presence: Attendance): SeriesMeeting {
  const { path, date, rank, isWider } = file;
  const held = date !== undefined && date.length >= "yyyy-MM-dd".length ? date : (presence?.heldOn ?? date);
  return {
    people: presence?.people ?? [],
    spoken: presence?.spoken ?? [],
    ...(held !== undefined && { date: held }),
    path,
    rank,
    isWider,
    size: text?.length ?? 0,
  };
}

/** The files of a series, or what was read of them, in order of time. */
class Timeline<Item extends Ranked> {
  readonly #own: TwoWays<Item>;
  /** Those of the wider series. */
  readonly #wider: TwoWays<Item>;

  constructor(items: readonly Item[]) {
    this.#own = inTwoWays(items.filter(({ isWider }) => !isWider));
    this.#wider = inTwoWays(items.filter(({ isWider }) => isWider));
  }

  /**
   * Those before the date, the last first; then those without a date and those behind it, the first of them first; at
   * the end, in the same order, those of the wider series. All but the one at the path.
   */
  nearestFirst(date: string | undefined, path?: string): Item[] {
    const near: Item[] = [];
    for (const { upwards, downwards } of [this.#own, this.#wider]) {
      for (const item of downwards) if (isBefore(item, date) && item.path !== path) near.push(item);
      for (const item of upwards) if (!isBefore(item, date) && item.path !== path) near.push(item);
    }
    return near;
  }
}

/** By date, then by name: from the first on, and from the last on. */
interface TwoWays<Item> {
  readonly upwards: readonly Item[];
  readonly downwards: readonly Item[];
}

function inTwoWays<Item extends Ranked>(items: readonly Item[]): TwoWays<Item> {
  const upwards = [...items].sort((a, b) => {
    return compareWords(a.date ?? "", b.date ?? "") || compareWords(a.rank, b.rank) || compareWords(a.path, b.path);
  });
  return { upwards, downwards: upwards.toReversed() };
}

function isBefore({ date }: Ranked, other: string | undefined): boolean {
  return other === undefined || (date !== undefined && date <= other);
}

function compareWords(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
