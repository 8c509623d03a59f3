import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import type { NoteService } from "../service";
import type { NoteDocument } from "../workspace/store";
import { guard, type Log } from "./guard";

/** The newest version of a document, once its settings are known; undefined for one that is not open. */
export type Ready = (uri: string) => Promise<NoteDocument | undefined>;

type Answer<Result> = Result | ResponseError<never>;

/** Answers every request about a document by the service; what is cancelled meanwhile is not computed. */
export function answerRequests(connection: Connection, service: NoteService, ready: Ready, log: Log): void {
  const about =
    <Params extends { textDocument: { uri: string } }, Result>(
      name: string,
      fallback: Result,
      answer: (document: NoteDocument, params: Params) => Result,
    ) =>
    (params: Params, token: CancellationToken): Promise<Answer<Result>> =>
      guard<Answer<Result>>(name, fallback, log, async () => {
        const document = await ready(params.textDocument.uri);
        if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
        return document ? answer(document, params) : fallback;
      });

  const noReport: DocumentDiagnosticReport = { kind: "full", items: [] };
  connection.languages.diagnostics.on(
    about("diagnostic", noReport, (document) => ({ kind: "full", items: service.diagnostics(document) })),
  );
  connection.onCodeAction(
    about("codeAction", [], (document, { range, context }) => service.codeActions(document, range, context)),
  );
  connection.onDocumentSymbol(about("documentSymbol", [], (document) => service.outline(document)));
  connection.onCompletion(about("completion", [], (document, { position }) => service.completion(document, position)));
  connection.onHover(about("hover", null, (document, { position }) => service.hover(document, position)));
  connection.onFoldingRanges(about("foldingRange", [], (document) => service.foldingRanges(document)));
}
