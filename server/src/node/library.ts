// What Node's host takes from the library, in one place: `lsp/library.ts` tells why.
export {
  AbstractMessageReader,
  AbstractMessageWriter,
  createConnection,
  DidChangeTextDocumentNotification,
  ErrorCodes,
  Message,
  PublishDiagnosticsNotification,
} from "vscode-languageserver/node";
