import type { InitializeParams } from "vscode-languageserver";
import type { ClientFacts } from "../features/openNote";
import { entriesOf } from "./shapes";

/** What a client said of itself when it started the server. */
export interface Client {
  /** What features depend on. */
  readonly facts: ClientFacts;
  /** Whether it asks for diagnostics; the server sends them otherwise. */
  readonly pullsDiagnostics: boolean;
  /** Whether it can be told to ask for all diagnostics again. */
  readonly refreshesDiagnostics: boolean;
  /** Whether it can learn of other diagnostics for a version that it has some of already. */
  readonly hearsOfLateDiagnostics: boolean;
  /** Whether it takes code actions, rather than bare commands. */
  readonly codeActions: boolean;
  /** Whether it can be asked for the settings of a document. */
  readonly answersSettings: boolean;
  /** Whether it must be asked to tell of changed settings. */
  readonly registersSettings: boolean;
  /** Whether it tells of changed workspace folders. */
  readonly tellsFolders: boolean;
  /** Whether it must be asked to tell of changed files. */
  readonly registersFiles: boolean;
  /** Whether it lists folders and reads files for the server. */
  readonly readsFiles: boolean;
  /** URIs of the workspace folders. */
  readonly folders: readonly string[];
  /** The value of the setting `notewright`, for a client that cannot be asked; unchecked. */
  readonly settings: unknown;
}

/** Reads what the client can do; parts of `initializationOptions` that are not as documented are ignored. */
export function readClient(params: InitializeParams): Client {
  const { textDocument, workspace } = params.capabilities;
  const options = entriesOf(params.initializationOptions);
  const edits = workspace?.workspaceEdit;
  const pullsDiagnostics = textDocument?.diagnostic !== undefined;
  const refreshesDiagnostics = workspace?.diagnostics?.refreshSupport === true;
  return {
    facts: {
      commands: stringsOf(options.commands),
      documentChanges: edits?.documentChanges === true,
      snippetEdits: edits?.documentChanges === true && edits.snippetEditSupport === true,
      hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
      ...(typeof options.rulePages === "string" && { rulePages: options.rulePages }),
    },
    pullsDiagnostics,
    refreshesDiagnostics,
    hearsOfLateDiagnostics: !pullsDiagnostics || refreshesDiagnostics,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    answersSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    tellsFolders: workspace?.workspaceFolders === true,
    registersFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    readsFiles: options.files === true,
    folders: params.workspaceFolders ? foldersOf(params.workspaceFolders) : stringsOf([params.rootUri]),
    settings: options.settings,
  };
}

/** The URIs of workspace folders; what is none is left out. */
export function foldersOf(folders: unknown): string[] {
  return stringsOf(Array.isArray(folders) ? folders.map((folder) => entriesOf(folder).uri) : []);
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
