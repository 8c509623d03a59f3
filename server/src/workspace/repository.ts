import type { Configuration, Mistake, ProfileParts, RosterPerson } from "../profiles/configuration";
import { configurationName } from "../profiles/configuration";
import { placeOfKey, readConfiguration } from "../profiles/readConfiguration";
import { readFoundRoster, readRoster, rosterName } from "../profiles/readRoster";
import { readTemplate, templateName } from "../profiles/templateProfile";
import type { FolderContent, NoteFiles } from "./store";
import { folderOf, resolveUri } from "./uri";

/** Beyond so many bytes nobody wrote the file. */
const mostBytes = 1_000_000;

/** What the files around a note say of how its group writes. */
export interface RepositoryForm {
  /** URI of the folder of the configuration, against which its globs are held; empty where there is none. */
  readonly folder: string;
  readonly configuration: Configuration;
  /** What a template says; the configuration's own parts go before it. */
  readonly template?: ProfileParts;
  /** The people of the configuration and of its roster file; where it names none, of `delegates.txt` or the like. */
  readonly people: readonly RosterPerson[];
}

/** A file that says how a group writes, and what in it cannot be meant. */
export interface CheckedFile {
  readonly uri: string;
  /** Empty for one that could not be read. */
  readonly text: string;
  readonly mistakes: readonly Mistake[];
}

/** What holds for a note, and the files that say so. */
export interface FoundForm {
  readonly form: RepositoryForm;
  readonly files: readonly CheckedFile[];
}

/** What holds where nothing is said. */
const nothing: RepositoryForm = { folder: "", configuration: {}, people: [] };

/** What one folder has. */
interface FolderFiles {
  readonly configuration: FoundForm | undefined;
  readonly template: ProfileParts | undefined;
  readonly people: readonly RosterPerson[];
  /** Whether it is the root of a repository. */
  readonly isRoot: boolean;
}

/**
 * Finds, for each note, the `.notewright.json`, the template and the list of people in its folder or the nearest one
 * above it, up to the root of the repository or of the file system. What was read is remembered until {@link RepositoryForms.forget}.
 */
export class RepositoryForms {
  #contents = new Map<string, Promise<FolderContent>>();
  #folders = new Map<string, Promise<FolderFiles>>();
  #chosenForm: Promise<FoundForm | undefined> | undefined;
  /** What each file said when it was whole the last time: it holds while the file is being written. */
  readonly #lastWhole = new Map<string, Configuration>();

  constructor(
    private readonly files: NoteFiles,
    /** URI of the one configuration that is to hold, wherever the note is; absent: the nearest. */
    private readonly chosen?: string,
  ) {}

  /** What holds for the note at the URI. */
  async of(uri: string): Promise<FoundForm> {
    let configuration = await this.#readChosen();
    let template: ProfileParts | undefined;
    let people: readonly RosterPerson[] = [];
    const folders = foldersAbove(uri);
    // They are looked into all at once: where a client has to be asked, each takes its time.
    for (const folder of folders) void this.#contentOf(folder);
    for (const folder of folders) {
      const files = await this.#filesIn(folder);
      configuration ??= files.configuration;
      template ??= files.template;
      if (people.length === 0) people = files.people;
      if (files.isRoot || (configuration && template)) break;
    }
    const { form, files } = configuration ?? { form: nothing, files: [] };
    const hasPeople = form.configuration.roster !== undefined || form.people.length > 0;
    return { form: { ...form, ...(template && { template }), ...(!hasPeople && { people }) }, files };
  }

  /** Has every file read again when it is needed. */
  forget(): void {
    this.#contents = new Map();
    this.#folders = new Map();
    this.#chosenForm = undefined;
  }

  #readChosen(): Promise<FoundForm | undefined> | undefined {
    if (this.chosen === undefined) return undefined;
    this.#chosenForm ??= this.#readConfiguration(this.chosen);
    return this.#chosenForm;
  }

  #filesIn(folder: string): Promise<FolderFiles> {
    const known = this.#folders.get(folder) ?? this.#readFolder(folder);
    this.#folders.set(folder, known);
    return known;
  }

  #contentOf(folder: string): Promise<FolderContent> {
    // A host may have no such place as the root of another's file system.
    const known = this.#contents.get(folder) ?? this.files.list(folder).catch(() => ({ files: [], folders: [] }));
    this.#contents.set(folder, known);
    return known;
  }

  async #readFolder(folder: string): Promise<FolderFiles> {
    const content = await this.#contentOf(folder);
    const all = [...content.files, ...content.folders];
    const isConfigured = this.chosen === undefined && all.some((uri) => nameOf(uri) === configurationName);
    const template = content.files.find((uri) => templateName.test(nameOf(uri)));
    const roster = content.files.find((uri) => rosterName.test(nameOf(uri)));
    return {
      configuration: isConfigured ? await this.#readConfiguration(`${folder}/${configurationName}`) : undefined,
      template: template === undefined ? undefined : await this.#readTemplate(template),
      people: roster === undefined ? [] : readFoundRoster((await this.files.read(roster, mostBytes)) ?? ""),
      isRoot: all.some((uri) => nameOf(uri) === ".git"),
    };
  }

  async #readTemplate(uri: string): Promise<ProfileParts | undefined> {
    const text = await this.files.read(uri, mostBytes);
    return text === undefined ? undefined : readTemplate(text);
  }

  async #readConfiguration(uri: string): Promise<FoundForm> {
    const folder = folderOf(uri) ?? "";
    const text = await this.files.read(uri, mostBytes);
    if (text === undefined) return unreadable(uri, folder);
    const { value, mistakes, isWhole } = readConfiguration(text);
    if (isWhole) this.#lastWhole.set(uri, value);
    const configuration = isWhole ? value : (this.#lastWhole.get(uri) ?? value);
    const roster = await this.#readRoster(configuration.roster, folder);
    const own = { uri, text, mistakes: [...mistakes, ...(roster ? [] : [missingRoster(text)])] };
    return {
      form: { folder, configuration, people: [...(configuration.people ?? []), ...(roster?.people ?? [])] },
      files: [own, ...(roster?.files ?? [])],
    };
  }

  /** Undefined for a file that cannot be read. */
  async #readRoster(path: string | undefined, folder: string): Promise<ReadRoster | undefined> {
    if (path === undefined) return { people: [], files: [] };
    const uri = resolveUri(folder, path);
    const text = await this.files.read(uri, mostBytes);
    if (text === undefined) return undefined;
    const { value, mistakes } = readRoster(text);
    return { people: value, files: [{ uri, text, mistakes }] };
  }
}

/** The folders that hold the file, innermost first. */
function foldersAbove(uri: string): string[] {
  const folder = folderOf(uri);
  return folder === undefined ? [] : [folder, ...foldersAbove(folder)];
}

interface ReadRoster {
  readonly people: readonly RosterPerson[];
  readonly files: readonly CheckedFile[];
}

function unreadable(uri: string, folder: string): FoundForm {
  const message = "Unexpected file that cannot be read, expected a text of at most a million bytes";
  return {
    form: { ...nothing, folder },
    files: [{ uri, text: "", mistakes: [{ at: { start: 0, end: 0 }, message }] }],
  };
}

function missingRoster(text: string): Mistake {
  const message = "Unexpected path, expected that of a list of people, as seen from this file's folder";
  return { at: placeOfKey(text, "roster"), message };
}

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}
