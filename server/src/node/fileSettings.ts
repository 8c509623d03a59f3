import { dirname, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { LineIndex } from "../text/lines";
import { withRepository } from "../workspace/groupSettings";
import { type CheckedFile, RepositoryForms } from "../workspace/repository";
import type { NoteSettings } from "../workspace/settings";
import type { FileFailure } from "./fileFailure";
import { filesAtOnce } from "./filesAtOnce";

/** The settings of each file to lint: what the repository says of it, under what the command line says. */
export class FileSettings {
  readonly #forms: RepositoryForms | undefined;
  readonly #byFolder = new Map<string, Promise<NoteSettings>>();
  readonly #checked = new Map<string, CheckedFile>();

  constructor(
    private readonly settings: NoteSettings,
    /** Path of the only configuration that is to hold; false for none; undefined for the nearest. */
    config: string | false | undefined,
  ) {
    const chosen = config ? pathToFileURL(config).href : undefined;
    this.#forms = config === false ? undefined : new RepositoryForms(filesAtOnce, chosen);
  }

  /** The settings that hold for the file at the path. */
  of(path: string): Promise<NoteSettings> {
    const folder = dirname(path);
    const known = this.#byFolder.get(folder) ?? this.#find(path);
    this.#byFolder.set(folder, known);
    return known;
  }

  async #find(path: string): Promise<NoteSettings> {
    if (!this.#forms) return this.settings;
    const { form, files } = await this.#forms.of(pathToFileURL(path).href);
    for (const file of files) this.#checked.set(file.uri, file);
    return withRepository(this.settings, form);
  }

  /** What is wrong with the files that said something so far, by their paths and in the order of the places. */
  failures(): FileFailure[] {
    const checked = [...this.#checked.values()].sort((one, other) => (one.uri < other.uri ? -1 : 1));
    return checked.flatMap(({ uri, text, mistakes }) => {
      const lines = new LineIndex(text);
      const path = relative("", fileURLToPath(uri)).replaceAll("\\", "/");
      return mistakes.map(({ at, message }) => {
        return { path, reason: message, ...(text !== "" && { at: lines.positionAt(at.start) }) };
      });
    });
  }
}
