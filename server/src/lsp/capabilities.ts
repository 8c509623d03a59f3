import type { ServerCapabilities } from "vscode-languageserver";
import { fixAllKind } from "../features/codeActions";
import { triggerCharacters } from "../features/completion";
import { formatTurnsKind } from "../features/formatTurns";
import { outlineLabel } from "../features/outline";
import type { Client } from "./client";
import { CodeActionKind, TextDocumentSyncKind } from "./library";

/** What the server offers to this client. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  return {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, willSave: true, save: true },
    documentSymbolProvider: { label: outlineLabel },
    completionProvider: { triggerCharacters: [...triggerCharacters] },
    hoverProvider: true,
    foldingRangeProvider: true,
    ...(client.codeActions && {
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, formatTurnsKind] },
    }),
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: "notewright", interFileDependencies: false, workspaceDiagnostics: false },
    }),
    ...(client.tellsFolders && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  };
}
