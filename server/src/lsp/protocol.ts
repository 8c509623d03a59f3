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
}

/** Id of the client command that adds a label to `notewright.labels`; its argument is an {@link AddLabelArguments}. */
export const addLabelCommand = "notewright.addLabel";

/** Argument of {@link addLabelCommand}. */
export interface AddLabelArguments {
  uri: string;
  /** The label as written, without its colon. */
  label: string;
}

export { maybeNote } from "../profiles/signature";
