import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Roster } from "../model/note";
import { nobodyKnown } from "../model/roster";
import { Series } from "../workspace/series";
import { seriesFolderOf } from "../workspace/seriesFolder";
import type { NoteSettings } from "../workspace/settings";
import { noteFiles } from "./noteFiles";

/** The series of the files that are linted, each read once. */
export class SeriesShelf {
  readonly #series = new Map<string, Promise<Series>>();

  constructor(private readonly settings: NoteSettings) {}

  /** Who is known beside the people of the note at the path; nobody for `-`, which is in no folder. */
  async rosterFor(path: string): Promise<Roster> {
    if (!this.settings.series || path === "-") return nobodyKnown;
    const uri = pathToFileURL(resolve(path)).href;
    const folder = seriesFolderOf(uri);
    const reading = this.#series.get(folder) ?? this.#read(folder);
    this.#series.set(folder, reading);
    const series = await reading;
    const roster = series.rosterFor(uri);
    // Each file is asked about once.
    series.forget(uri);
    return roster;
  }

  async #read(folder: string): Promise<Series> {
    const series = new Series(folder, noteFiles, this.settings);
    await series.list();
    await series.readAll();
    return series;
  }
}
