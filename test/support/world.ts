import { type CodeAction, Range, type TextEdit } from "vscode-languageserver-types";
import type { ClientFacts } from "../../server/src/features/openNote";
import type { Roster } from "../../server/src/model/note";
import { nobodyKnown } from "../../server/src/model/roster";
import { createNoteService, type NoteService } from "../../server/src/service";
import { applyEdits } from "../../server/src/text/edit";
import { LineIndex } from "../../server/src/text/lines";
import { defaultSettings, type NoteSettings } from "../../server/src/workspace/settings";
import type { NoteDocument } from "../../server/src/workspace/store";
import { readMarks } from "./markedText";

/** One document, open in an editor that the test plays. */
export interface World {
  readonly service: NoteService;
  readonly document: NoteDocument;
  /** Lines that the service logged. */
  readonly log: string[];
  /** The range of the first `⟦ ⟧`, else the empty one at the first `‸`, else the start of the text. */
  readonly selection: Range;
  /** The text after edits that the service proposed. */
  edited(edits: readonly TextEdit[]): string;
}

/** What a test may change in a {@link World}. */
export interface WorldOptions {
  readonly settings?: Partial<NoteSettings>;
  readonly client?: Partial<ClientFacts>;
  /** Who is known from the rest of the series. */
  readonly roster?: Roster;
}

/** A client that can do everything. */
export const ableClient: ClientFacts = {
  commands: ["notewright.addLabel", "notewright.disableRule", "notewright.explainRule"],
  snippetEdits: true,
  documentChanges: true,
  hierarchicalSymbols: true,
};

/** Opens a marked text (see `readMarks`) as version 7 of a document. */
export function openWorld(marked: string, { settings, client, roster = nobodyKnown }: WorldOptions = {}): World {
  const { text, carets, spans } = readMarks(marked);
  const chosen = { ...defaultSettings, ...settings };
  const log: string[] = [];
  const service = createNoteService({
    store: { settingsOf: () => chosen, rosterOf: () => roster },
    log: (line) => log.push(line),
    client: { ...ableClient, ...client },
  });
  const document = documentOf(text);
  const caret = carets[0] ?? 0;
  const span = spans[0] ?? { start: caret, end: caret };
  return { service, document, log, selection: rangeOf(document, span), edited: (edits) => textAfter(document, edits) };
}

/** A document of the given text. */
export function documentOf(text: string, version = 7): NoteDocument {
  return { uri: "file:///notes/2024-03-05.md", version, text, lines: new LineIndex(text) };
}

/** The plain edits of an action, whichever way they are given. */
export function editsOf(action: CodeAction): TextEdit[] {
  const plain = Object.values(action.edit?.changes ?? {}).flat();
  const versioned = (action.edit?.documentChanges ?? []).flatMap((change) => ("edits" in change ? change.edits : []));
  return [...plain, ...versioned].filter((edit): edit is TextEdit => "newText" in edit);
}

/** A small note of invented people, with the given body below its table. */
export function noteWith(body: string, attending = "Ana Ruiz, Bo Lindqvist, Minjun (Max) Park, Carla Diaz"): string {
  return `## March 05, 2024 - Harbour Group meeting

|          |      |
| -------- | -------- |
| Attending | ${attending}
| Note Taker | Bo Lindqvist

${body}`;
}

function textAfter({ text, lines }: NoteDocument, edits: readonly TextEdit[]): string {
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    })),
  );
}

function rangeOf({ lines }: NoteDocument, span: { start: number; end: number }): Range {
  return Range.create(lines.positionAt(span.start), lines.positionAt(span.end));
}
