import { withRepository } from "../workspace/groupSettings";
import type { CheckedFile, FoundForm } from "../workspace/repository";
import { defaultSettings, type NoteSettings, readSettings } from "../workspace/settings";
import type { NoteStore } from "../workspace/store";

/** Where settings come from and where mistakes in them go. */
export interface SettingsSource {
  /** Asks the client for the value of `notewright` for a document; absent where the client cannot be asked. */
  readonly ask?: (uri: string) => Promise<unknown>;
  /** The day, `yyyy-MM-dd`, where the user is. */
  readonly today?: () => string;
  /** What the repository says of the notes around a document, and what is wrong with that; absent where nobody looks. */
  readonly formOf?: (uri: string) => Promise<FoundForm>;
  /** Hears of the files that say it. */
  readonly checked?: (uri: string, files: readonly CheckedFile[]) => void;
  /** Tells the user of a mistake in the settings. */
  readonly complain: (mistake: string) => void;
}

interface Entry {
  settings: NoteSettings;
  /** Grows with every change of the settings, so that an answer to an older question is known as such. */
  round: number;
  reading: Promise<void> | undefined;
  /** The last one that has ended. */
  read: Promise<void> | undefined;
}

/** The settings of each open document, asked for once and again after each change. */
export class DocumentSettings implements Pick<NoteStore, "settingsOf"> {
  readonly #entries = new Map<string, Entry>();
  readonly #told = new Set<string>();
  #pushed: unknown;
  #folders: readonly string[];

  constructor(
    private readonly source: SettingsSource,
    initial: unknown,
    folders: readonly string[],
  ) {
    this.#pushed = initial;
    this.#folders = folders;
  }

  settingsOf(uri: string): NoteSettings {
    return this.#entries.get(uri)?.settings ?? defaultSettings;
  }

  /** Waits until {@link settingsOf} answers what holds now. */
  async load(uri: string): Promise<void> {
    const entry = this.#entries.get(uri) ?? this.#newEntry(uri);
    this.#entries.set(uri, entry);
    let reading: Promise<void> | undefined;
    do {
      entry.reading ??= this.#read(uri, entry);
      reading = entry.reading;
      await reading;
    } while (entry.reading !== reading);
    entry.read = reading;
  }

  /** Whether {@link load} would wait for nothing. */
  isLoaded(uri: string): boolean {
    const entry = this.#entries.get(uri);
    return entry?.read !== undefined && entry.read === entry.reading;
  }

  /** Whether {@link load} waits for its first answer: until then {@link settingsOf} tells what the client sent unasked. */
  isFirstAwaited(uri: string): boolean {
    const entry = this.#entries.get(uri);
    return entry !== undefined && entry.read === undefined;
  }

  /** Takes note of a change; `value` is the new value of `notewright` where the client sent one along. */
  change(value?: unknown): void {
    if (value !== undefined) this.#pushed = value;
    for (const entry of this.#entries.values()) {
      entry.round++;
      entry.reading = undefined;
    }
  }

  /** Takes note of other workspace folders (URIs). */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    this.#folders = [...this.#folders.filter((folder) => !removed.includes(folder)), ...added];
    this.change();
  }

  /** Drops what is known of a document that was closed. */
  forget(uri: string): void {
    this.#entries.delete(uri);
  }

  async #read(uri: string, entry: Entry): Promise<void> {
    const { round } = entry;
    const [asked, found] = await Promise.all([this.source.ask?.(uri), this.source.formOf?.(uri)]);
    // It may have been closed meanwhile.
    if (round !== entry.round || this.#entries.get(uri) !== entry) return;
    const { settings: own, mistakes } = readSettings(asked ?? this.#pushed, this.#folderOf(uri));
    this.source.checked?.(uri, found?.files ?? []);
    const settings = this.#onThisDay(found ? withRepository(own, found.form) : own);
    // The same settings stay the same object: what was computed with them still holds.
    if (JSON.stringify(settings) !== JSON.stringify(entry.settings)) entry.settings = settings;
    for (const mistake of mistakes) this.#complainOnce(mistake);
  }

  #newEntry(uri: string): Entry {
    const { settings } = readSettings(this.#pushed, this.#folderOf(uri));
    return { settings: this.#onThisDay(settings), round: 0, reading: undefined, read: undefined };
  }

  #onThisDay(settings: NoteSettings): NoteSettings {
    const today = this.source.today?.();
    return today === undefined ? settings : { ...settings, today };
  }

  /** The innermost workspace folder that holds the document. */
  #folderOf(uri: string): string {
    const holding = this.#folders.filter((folder) => uri.startsWith(`${folder.replace(/\/$/, "")}/`));
    return holding.reduce((longest, folder) => (folder.length > longest.length ? folder : longest), "");
  }

  #complainOnce(mistake: string): void {
    if (this.#told.has(mistake)) return;
    this.#told.add(mistake);
    this.source.complain(mistake);
  }
}
