import { configurationName } from "../profiles/configuration";
import { rosterName } from "../profiles/readRoster";
import { templateName } from "../profiles/templateProfile";
import { type CheckedFile, type FoundForm, RepositoryForms } from "../workspace/repository";
import type { NoteFiles } from "../workspace/store";
import { CheckedFiles } from "./checkedFiles";

/** Whether the file is no note, but says how notes are written. */
export function isConfiguration(uri: string): boolean {
  return nameOf(uri) === configurationName;
}

/** What {@link GroupFiles} needs of its surroundings. */
export interface GroupFilesPorts {
  readonly files: NoteFiles;
  readonly send: ConstructorParameters<typeof CheckedFiles>[0];
  /** What was said of notes may hold no longer. */
  readonly changed: () => void;
  /** Runs the task some milliseconds later; answers what calls it off. */
  readonly later: (task: () => void, milliseconds: number) => () => void;
  /** Runs a task of which nobody waits for the end; a failure is logged under the name. */
  readonly run: (name: string, task: () => Promise<void>) => void;
}

/** How long (in milliseconds) such a file must be left alone before it is read again: while it is typed in, all notes would be. */
const pause = 200;

/** The files of a repository that say how its notes are written: what they say, and what is wrong with them. */
export class GroupFiles {
  readonly #forms: RepositoryForms;
  readonly #checked: CheckedFiles;
  /** The open ones, so that nobody asks at every key in a note whether it is one. */
  readonly #open = new Set<string>();
  #callOff: () => void = () => undefined;

  constructor(private readonly ports: GroupFilesPorts) {
    this.#forms = new RepositoryForms(ports.files);
    this.#checked = new CheckedFiles(ports.send);
  }

  /** What they say of the document at the URI. */
  formOf(uri: string): Promise<FoundForm> {
    return this.#forms.of(uri);
  }

  /** Takes note of the files that hold for a document. */
  setChecked(uri: string, files: readonly CheckedFile[]): void {
    this.#checked.set(uri, files);
  }

  /** Takes note that a document was opened: what its repository says is looked up anew. */
  opened(uri: string): void {
    this.#forms.forget();
    if (isFormFile(uri)) this.#open.add(uri);
  }

  /** Takes note of a new version of an open document. */
  edited(uri: string): void {
    if (this.#open.has(uri) || this.#checked.has(uri)) this.#readSoon();
  }

  /** Takes note that files (or open documents) were created, changed or deleted. */
  filesChanged(uris: readonly string[]): void {
    if (uris.some((uri) => isFormFile(uri) || this.#checked.has(uri))) this.#readSoon();
  }

  /** Takes note that a document was closed. */
  forget(uri: string): void {
    this.#checked.forget(uri);
    if (this.#open.delete(uri) && isConfiguration(uri)) this.#readSoon();
  }

  #readSoon(): void {
    this.#callOff();
    this.#callOff = this.ports.later(() => this.#readAnew(), pause);
  }

  #readAnew(): void {
    this.#forms.forget();
    this.ports.changed();
    // They are checked even if no note is open.
    for (const uri of [...this.#open].filter(isConfiguration)) {
      this.ports.run("configuration", async () => {
        const { files } = await this.#forms.of(uri);
        if (this.#open.has(uri)) this.#checked.set(uri, files);
      });
    }
  }
}

/** Whether the file may say how notes are written, or who writes them. */
function isFormFile(uri: string): boolean {
  return isConfiguration(uri) || templateName.test(nameOf(uri)) || rosterName.test(nameOf(uri));
}

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf("/") + 1);
}
