import { createConnection, TextDocumentSyncKind, TextDocuments } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

// The floor: the protocol and the text, kept as Notewright keeps them, and nothing else. It reads nothing and has
// nothing to say, so that what it costs is what no server over these libraries can save.
const connection = createConnection();
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    documentSymbolProvider: true,
    completionProvider: {},
    codeActionProvider: true,
    foldingRangeProvider: true,
  },
}));
documents.onDidChangeContent(
  ({ document: { uri, version } }) => void connection.sendDiagnostics({ uri, version, diagnostics: [] }),
);
connection.onDocumentSymbol(() => []);
connection.onCompletion(() => []);
connection.onCodeAction(() => []);
connection.onFoldingRanges(() => []);
documents.listen(connection);
connection.listen();
