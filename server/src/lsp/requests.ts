import type { CancellationToken, Connection, Disposable } from "vscode-languageserver";
import type { NoteService } from "../service";
import { inferFromFolder } from "../workspace/inferConfiguration";
import type { NoteDocument, NoteFiles } from "../workspace/store";
import { DiagnosticReports } from "./diagnosticReports";
import { guard, type Log } from "./guard";
import { ErrorCodes, LSPErrorCodes, ResponseError } from "./library";
import { type InferredMessage, inferConfigurationMethod } from "./protocol";
import { entriesOf, isPosition, isRange } from "./shapes";

/** The documents that the client has open. */
export interface OpenDocuments {
  /** The newest version; undefined for a document that is not open. */
  newest(uri: string): NoteDocument | undefined;
  /** The newest version as long as its settings are asked for, after it was opened. */
  early(uri: string): NoteDocument | undefined;
  /** The newest version if its settings are known. */
  known(uri: string): NoteDocument | undefined;
  /** The newest version once its settings are known. */
  ready(uri: string): Promise<NoteDocument | undefined>;
}

type Answer<Result> = Result | ResponseError<never>;

/** How a kind of request is answered. */
interface Form<Params, Result> {
  /** The answer for a document that is not open, and where the answer fails. */
  readonly fallback: Result;
  readonly answer: (document: NoteDocument, params: Params) => Result;
  /** Whether what is asked beside the document can be read. */
  readonly isAsked?: (params: Readonly<Record<string, unknown>>) => boolean;
  /** Whether the answer about a newer version than the client asked for serves it as well. */
  readonly takesNewer?: boolean;
}

/**
 * Answers every request about a document by the service until the connection is done with. One that cannot be read
 * is refused, and one that is cancelled, or whose document is changed, while it waits is not computed.
 */
export function answerRequests(
  connection: Connection,
  service: NoteService,
  documents: OpenDocuments,
  log: Log,
): Disposable[] {
  const about =
    <Params extends { textDocument: { uri: string } }, Result>(
      name: string,
      { fallback, answer, isAsked, takesNewer }: Form<Params, Result>,
    ) =>
    (params: Params, token: CancellationToken): Promise<Answer<Result>> =>
      guard<Answer<Result>>(name, fallback, log, async () => {
        const entries = entriesOf(params);
        const { uri } = entriesOf(entries.textDocument);
        if (typeof uri !== "string" || isAsked?.(entries) === false) {
          return new ResponseError(ErrorCodes.InvalidParams, `What ${name} is asked about cannot be read`);
        }
        const asked = documents.newest(uri);
        const document = await documents.ready(uri);
        if (token.isCancellationRequested)
          return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled");
        if (document !== asked && !takesNewer) {
          return new ResponseError(LSPErrorCodes.ContentModified, "The document was changed meanwhile");
        }
        return document ? answer(document, params) : fallback;
      });

  const reports = new DiagnosticReports();
  const isAtPlace = ({ position }: { readonly position?: unknown }): boolean => isPosition(position);
  return [
    connection.languages.diagnostics.on(
      about("diagnostic", {
        fallback: { kind: "full", items: [] },
        answer: (document, { previousResultId }) => reports.of(service.diagnostics(document), previousResultId),
        takesNewer: true,
      }),
    ),
    connection.onCodeAction(
      about("codeAction", {
        fallback: [],
        answer: (document, { range, context }) => service.codeActions(document, range, context),
        isAsked: ({ range, context }) => isRange(range) && Array.isArray(entriesOf(context).diagnostics),
      }),
    ),
    connection.onDocumentSymbol(
      about("documentSymbol", { fallback: [], answer: (document) => service.outline(document) }),
    ),
    connection.onCompletion(
      about("completion", {
        fallback: [],
        answer: (document, { position }) => service.completion(document, position),
        isAsked: isAtPlace,
      }),
    ),
    connection.onHover(
      about("hover", {
        fallback: null,
        answer: (document, { position }) => service.hover(document, position),
        isAsked: isAtPlace,
      }),
    ),
    connection.onFoldingRanges(
      about("foldingRange", { fallback: [], answer: (document) => service.foldingRanges(document) }),
    ),
  ];
}

/** Answers what a configuration for a folder's notes would say. */
export function answerInferring(connection: Connection, files: NoteFiles, log: Log): Disposable {
  return connection.onRequest(inferConfigurationMethod, (params) =>
    guard<InferredMessage | null>("inferConfiguration", null, log, async () => {
      const { folder } = entriesOf(params);
      return typeof folder === "string" ? ((await inferFromFolder(folder, files)) ?? null) : null;
    }),
  );
}
