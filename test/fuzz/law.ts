import type { CodeActionContext } from "vscode-languageserver-types";
import { OpenDocument } from "../../server/src/lsp/openDocument";
import { createNoteService, type NoteService } from "../../server/src/service";
import { LineIndex } from "../../server/src/text/lines";
import type { NoteDocument } from "../../server/src/workspace/store";
import { ableClient } from "../support/world";
import { writeOutFinding, writeOutNote } from "../support/writeOut";
import {
  changeText,
  positionAt,
  rosterByName,
  type Session,
  type SettingsName,
  type Step,
  settingsByName,
  toEvents,
} from "./session";

/** Where the open document said something else than a fresh server. */
export interface Difference {
  /** How many steps of the session were taken. */
  readonly steps: number;
  /** What was asked. */
  readonly view: string;
  /** What a fresh server said of the same text. */
  readonly fresh: string;
  /** What was said of the document that had been edited. */
  readonly edited: string;
}

type Position = ReturnType<typeof positionAt>;
type View = (service: NoteService, document: NoteDocument, position: Position) => unknown;

const anyAction: CodeActionContext = { diagnostics: [] };
const fixAll: CodeActionContext = { diagnostics: [], only: ["source.fixAll.notewright"] };

/** Everything that anybody can ask of an open document. */
const views: Readonly<Record<string, View>> = {
  text: (_, { text, version }) => [version, text],
  lines: (_, { lines, text }) => [
    lines.lineCount,
    Array.from({ length: lines.lineCount }, (__, line) => lines.lineSpan(line)),
    [0, text.length >> 2, text.length >> 1, text.length].map((offset) => lines.positionAt(offset)),
  ],
  outline: (service, document) => service.outline(document),
  "code actions": (service, document, at) => service.codeActions(document, { start: at, end: at }, anyAction),
  "code actions for the note": (service, document, end) => [
    service.codeActions(document, { start: { line: 0, character: 0 }, end }, fixAll),
    service.codeActions(
      document,
      { start: { line: 0, character: 0 }, end: document.lines.positionAt(document.text.length) },
      anyAction,
    ),
  ],
  diagnostics: (service, document) => service.diagnostics(document),
  "diagnostics while a line is written": (service, document, { line }) => service.diagnostics(document, line),
  completion: (service, document, at) => service.completion(document, at),
  hover: (service, document, at) => service.hover(document, at),
  note: (service, document) => {
    const { note } = service.analysis(document);
    return note && writeOutNote(note);
  },
  folding: (service, document) => service.foldingRanges(document),
  findings: (service, document) => service.analysis(document).findings.map(writeOutFinding),
  verdict: (service, document) => {
    const { isNote, profile, reason } = service.analysis(document).verdict;
    return { isNote, profile: profile?.id, reason };
  },
};

const names = Object.keys(views);

/** What is known without the note where somebody only writes on a line. */
const shownAlways = ["diagnostics", "diagnostics while a line is written", "verdict"];
const uri = "file:///notes/2024-03-05.md";

/** Plays the session; answers the first place where the law is broken, if there is one. Never throws. */
export function findDifference(session: Session): Difference | undefined {
  let current: SettingsName = session.settings;
  const service = newService(() => current);
  let text = session.text;
  let document = OpenDocument.create(uri, "markdown", 0, text);
  const steps: readonly Step[] = [{ edit: [], look: "unchecked" }, ...session.steps];
  for (const [index, { edit, settings = current, look = "compare" }] of steps.entries()) {
    current = settings;
    const events = toEvents(text, edit);
    text = changeText(text, edit);
    try {
      if (events.length > 0) document = OpenDocument.update(document, events, document.version + 1);
      if (look === "unchecked") readOnly(service, document);
    } catch (error) {
      return { steps: index, view: "reading", fresh: "", edited: describeError(error) };
    }
    if (look !== "compare" && look !== "glance") continue;
    const asked = look === "glance" ? shownAlways : names;
    const difference = compare(service, document, text, settings, placeOf(index, edit, text), asked);
    if (difference) return { steps: index, ...difference };
  }
  return undefined;
}

/** Where somebody asks: at the caret behind the last change, or at any other place in turn. */
function placeOf(index: number, edit: Step["edit"], text: string): number {
  const last = edit.at(-1);
  if (index % 2 === 0 || last?.length !== 3) return (index * 7919) % (text.length + 1);
  return Math.min(last[0] + last[2].length, text.length);
}

function compare(
  service: NoteService,
  document: OpenDocument,
  text: string,
  settings: SettingsName,
  place: number,
  asked: readonly string[],
): Omit<Difference, "steps"> | undefined {
  const position = positionAt(text, place);
  // The command line's way to count lines, so that the two ways have to agree.
  const freshDocument: NoteDocument = { uri, version: document.version, text, lines: new LineIndex(text) };
  const freshService = newService(() => settings);
  // What is asked first may be what finds something stale.
  const first = document.version % asked.length;
  for (const name of [...asked.slice(first), ...asked.slice(0, first)]) {
    const fresh = ask(name, freshService, freshDocument, position);
    const edited = ask(name, service, document, position);
    if (fresh !== edited || fresh.startsWith(thrown)) return { view: name, fresh, edited };
  }
  return undefined;
}

/** Asks what an editor asks of every version. */
function readOnly(service: NoteService, document: NoteDocument): void {
  service.diagnostics(document);
  service.outline(document);
}

function ask(name: string, service: NoteService, document: NoteDocument, position: Position): string {
  try {
    return JSON.stringify(views[name]?.(service, document, position)) ?? "undefined";
  } catch (error) {
    return describeError(error);
  }
}

const thrown = "thrown: ";

function describeError(error: unknown): string {
  return thrown + (error instanceof Error ? (error.stack ?? error.message) : String(error));
}

function newService(settings: () => SettingsName): NoteService {
  return createNoteService({
    store: { settingsOf: () => settingsByName[settings()], rosterOf: () => rosterByName(settings()) },
    log: () => undefined,
    client: ableClient,
  });
}
