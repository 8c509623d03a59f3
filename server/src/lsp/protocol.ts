/**
 * What the client and the server say to each other beyond LSP.
 * The only server file that the client imports, so it stays free of everything else.
 */

/** Whether a Markdown document is treated as a meeting note, and why. */
export interface VerdictMessage {
  /** The document's URI. */
  uri: string;
  /** The document version that was judged. */
  version: number;
  verdict: {
    isNote: boolean;
    /** Id of the chosen profile, or null where the document is no note. */
    profile: string | null;
    /** One sentence for the user to read. */
    reason: string;
  };
}

/** Method of the notification (server to client) that carries a {@link VerdictMessage}. */
export const verdictMethod = "notewright/verdict";

/** Where the user is at work; a client that can sends it whenever the caret comes to another line of a note. */
export interface CaretMessage {
  /** The document's URI. */
  uri: string;
  /** The line of the caret, from 0; null where it left the document. */
  line: number | null;
}

/** Method of the notification (client to server) that carries a {@link CaretMessage}. */
export const caretMethod = "notewright/caret";

/** Names a folder or a file whose content a server asks for. */
export interface FileMessage {
  uri: string;
  /** A file of more bytes is not read; absent for a folder. */
  mostBytes?: number;
}

/** The content of a folder: URIs; nothing for a folder that is none or cannot be read. */
export interface FolderMessage {
  files: string[];
  folders: string[];
}

/** Method of the request (server to client) for a {@link FolderMessage}, by a {@link FileMessage}. */
export const listFolderMethod = "notewright/listFolder";

/** Method of the request (server to client) for a file's text, by a {@link FileMessage}; null for one that cannot be read. */
export const readFileMethod = "notewright/readFile";

/** Names a folder whose notes are to be looked at for what they have in common. */
export interface InferenceMessage {
  /** URI of the folder. */
  folder: string;
}

/** The text of a `.notewright.json` that says what they have in common, and how many notes it was made from. */
export interface InferredMessage {
  text: string;
  notes: number;
}

/**
 * Method of the request (client to server) for an {@link InferredMessage}, by an {@link InferenceMessage}; null where
 * there are no two notes of one form.
 */
export const inferConfigurationMethod = "notewright/inferConfiguration";

/** What a client may send as `initializationOptions`; every part is optional. */
export interface InitializationOptions {
  /** Client-side commands that code actions may call. */
  commands?: string[];
  /** URI of the folder that holds the rules' pages; without it diagnostics lead to no page. */
  rulePages?: string;
  /** Whether the client lists folders and reads files for a server that cannot reach them. */
  files?: boolean;
  /** The value of the setting `notewright`, from a client that does not answer `workspace/configuration`. */
  settings?: unknown;
}

/** The commands that a client may offer for what a code action cannot do by an edit, and their arguments. */
export {
  type AddLabelArguments,
  addLabelCommand,
  type DisableRuleArguments,
  disableRuleCommand,
  type ExplainRuleArguments,
  explainRuleCommand,
} from "../features/commands";
/** Whether a text may be a note at all: a look at its words, so that a client starts no server for other files. */
export { maybeNote } from "../profiles/signature";
