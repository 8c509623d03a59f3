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

  /** Who is known beside the people of the note at the path; nobody for `-`, which is in no folder. */
  async rosterFor(path: string, settings: NoteSettings): Promise<Roster> {
    if (!settings.series || path === "-") return nobodyKnown;
    const uri = pathToFileURL(resolve(path)).href;
    const folder = seriesFolderOf(uri);
    const key = JSON.stringify([folder, settings]);
    const reading = this.#series.get(key) ?? this.#read(folder, settings);
    this.#series.set(key, reading);
    const series = await reading;
    const roster = series.rosterFor(uri);
    // Each file is asked about once.
    series.forget(uri);
    return roster;
  }

  async #read(folder: string, settings: NoteSettings): Promise<Series> {
    const series = new Series(folder, noteFiles, settings);
    await series.list();
    await series.readAll();
    return series;
  }
}
