import type { Connection } from "vscode-languageserver";
import type { NoteFiles } from "../workspace/store";
import type { Client } from "./client";
import { guard, type Log } from "./guard";

/** What the server needs of the machine that it runs on. */
export interface Host {
  /** The version of Notewright. */
  readonly version: string;
  /** The day where the user is, `yyyy-MM-dd`. */
  today(): string;
  /** Runs the task some milliseconds later; answers what calls it off. */
  later(task: () => void, milliseconds: number): () => void;
  /** In milliseconds, from any moment on. */
  now(): number;
  /** Settles behind the next message that has come in already; undefined where there is none to wait for. */
  giveWay(): Promise<void> | undefined;
  /** The files that it can reach, by `file:` URIs; absent where it can reach none. */
  readonly files?: NoteFiles;
}

/** One client and the machine, as the parts of the server reach them. */
export interface Link {
  readonly connection: Connection;
  readonly client: Client;
  readonly host: Host;
  readonly log: Log;
  /** Runs a task of which nobody waits for the end; a failure is logged under the name. */
  readonly run: (name: string, task: () => Promise<void>) => void;
}

/** The link to a client over the connection. */
export function newLink(connection: Connection, client: Client, host: Host): Link {
  const log: Log = (line) => connection.console.error(line);
  return {
    connection,
    client,
    host,
    log,
    // A failure that cannot even be logged is the end of the connection: nobody is left to hear of it.
    run: (name, task) => void guard(name, undefined, log, task).catch(() => undefined),
  };
}
