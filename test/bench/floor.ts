import {
  createConnection,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

// The floor: the protocol and the text, kept as Notewright keeps them, and nothing else. It reads nothing and has
// nothing to say, so that what it costs is what no server over these libraries can save.
const connection = createConnection();
const documents = new TextDocuments(TextDocument);

const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  documentSymbolProvider: true,
  completionProvider: {},
  codeActionProvider: true,
  foldingRangeProvider: true,
};
const pulled: ServerCapabilities = {
  ...capabilities,
  diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
};

connection.onInitialize((params) => {
  if (params.capabilities.textDocument?.diagnostic) return { capabilities: pulled };
  documents.onDidChangeContent(
    ({ document: { uri, version } }) => void connection.sendDiagnostics({ uri, version, diagnostics: [] }),
  );
  return { capabilities };
});
connection.languages.diagnostics.on(() => ({ kind: "full", items: [] }));
connection.onDocumentSymbol(() => []);
connection.onCompletion(() => []);
connection.onCodeAction(() => []);
connection.onFoldingRanges(() => []);
documents.listen(connection);
connection.listen();
