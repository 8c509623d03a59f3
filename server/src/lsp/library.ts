// The values that the server takes from the library: in one place, since bundled, each file that imports from it would
// get a copy of all that it exports, which together took some milliseconds of each start.
export {
  CodeActionKind,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSaveReason,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
