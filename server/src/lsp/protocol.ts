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

/** What a client may send as `initializationOptions`; every part is optional. */
export interface InitializationOptions {
  /** Client-side commands that code actions may call. */
  commands?: string[];
  /** URI of the folder that holds the rules' pages; without it diagnostics lead to no page. */
  rulePages?: string;
  /** The value of the setting `notewright`, from a client that does not answer `workspace/configuration`. */
  settings?: unknown;
}

export { type AddLabelArguments, addLabelCommand } from "../features/commands";
export { maybeNote } from "../profiles/signature";
