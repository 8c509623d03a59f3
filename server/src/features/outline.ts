import { type DocumentSymbol, type Range, type SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import type { ActionItem, Note, Reading, Section, Speaker, Statement, Topic, Turn } from "../model/note";
import { shiftStatement, shiftTurn } from "../model/shiftReading";
import { contains, type Span, touches } from "../text/span";
import type { NoteDocument } from "../workspace/store";
import { displayText } from "./displayText";
import type { ClientFacts } from "./openNote";
import { rangeOf } from "./ranges";

/** The outline's name, which sets it apart from the editor's own outline of headings. */
export const outlineLabel = "Notewright";

/**
 * The outline of a note that was read: the meeting, its sections, and in them updates, topics, decisions and action
 * items. A section with none of these is left out, as are single turns.
 */
export class Outline {
  readonly #branches: readonly Branch[];
  /** Of branches that hold no line that was written since: they stay where they are. */
  readonly #symbols = new Map<Branch, DocumentSymbol>();

  constructor(note: Note) {
    this.#branches = nest([...meetingEntries(note), ...noteEntries(note)]).filter(isWorthShowing);
  }

  /** Whether something in it that is no update has its name from the line. */
  isNamedAfter(line: Span): boolean {
    return this.#branches.some((branch) => isNamedAfter(branch, line));
  }

  /** As a client takes it: a tree, or a flat list. An update on a line that was written has its new words. */
  symbolsIn(document: NoteDocument, client: ClientFacts, since?: WrittenSince): DocumentSymbol[] | SymbolInformation[] {
    const writer = new SymbolWriter(document, since, this.#symbols);
    if (!client.hierarchicalSymbols) return this.#branches.flatMap((root) => writer.flat(root, undefined));
    return this.#branches.map((root) => writer.tree(root));
  }
}

function isNamedAfter({ what, head, span, children }: Branch, line: Span): boolean {
  if (!touches(span, line)) return false;
  return (what !== "update" && touches(head, line)) || children.some((child) => isNamedAfter(child, line));
}

/** Words that were written since the branches were made. */
export interface WrittenSince {
  /** The line of them, as the branches count. */
  readonly line: Span;
  /** Where in the document an offset of the branches is. */
  toText(offset: number): number;
}

/** A line of the outline; entries nest by their spans. */
interface Entry {
  readonly what: "meeting" | "section" | "topic" | "update" | "decision" | "action";
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  /** What is selected when the user goes there; within the span. */
  readonly head: Span;
}

/** A line of the outline with those below it. */
interface Branch extends Entry {
  readonly children: Branch[];
}

const kindOf: Readonly<Record<Entry["what"], SymbolKind>> = {
  meeting: SymbolKind.File,
  section: SymbolKind.Namespace,
  topic: SymbolKind.Package,
  update: SymbolKind.String,
  decision: SymbolKind.Event,
  action: SymbolKind.Boolean,
};

function meetingEntries({ text, title }: Note): Entry[] {
  if (!title) return [];
  const name = displayText(title.group?.text || title.words.text);
  const detail = title.date && title.group ? text.slice(title.date.span.start, title.date.span.end) : "";
  return [{ what: "meeting", name, detail, span: { start: 0, end: text.length }, head: title.span }];
}

function noteEntries(note: Note): Entry[] {
  const { text } = note;
  const inText = (span: Span) => displayText(text.slice(span.start, span.end));
  const actions = note.actions.map((action) => actionEntry(action, inText));
  const decisions = note.decisions.map(
    ({ span, text: { span: head } }): Entry => ({
      what: "decision",
      name: inText(head),
      detail: "decision",
      span,
      head,
    }),
  );
  const said = new Set([...actions, ...decisions].map(({ span }) => span.start));
  const topics = note.topics.flatMap(withNested).filter(({ span }) => !said.has(span.start));
  const updates = note.readings.flatMap((reading, index) => updatesIn(reading, note.starts[index] ?? 0, inText));
  return [
    ...note.sections.map(sectionEntry),
    ...topics.map((topic) => topicEntry(topic, inText)),
    ...updates,
    ...decisions,
    ...actions,
  ];
}

function sectionEntry({ name, span, head }: Section): Entry {
  return { what: "section", name: displayText(name.text), detail: "", span, head };
}

function topicEntry({ title, presenter, span }: Topic, inText: (span: Span) => string): Entry {
  return { what: "topic", name: inText(title.span), detail: presenter?.label.text ?? "", span, head: title.span };
}

function actionEntry({ task, owners, span }: ActionItem, inText: (span: Span) => string): Entry {
  return { what: "action", name: inText(task.span), detail: labelsOf(owners), span, head: task.span };
}

function updateEntry({ words, item }: Statement, turn: Turn | undefined, inText: (span: Span) => string): Entry {
  const head = turn?.spoken.text ? turn.spoken.span : words.span;
  const span = item?.span ?? words.span;
  return { what: "update", name: inText(head), detail: labelsOf(turn?.speakers ?? []), span, head };
}

function labelsOf(speakers: readonly Speaker[]): string {
  return speakers.map(({ label }) => label.text).join(", ");
}

function withNested(topic: Topic): Topic[] {
  return [topic, ...topic.topics.flatMap(withNested)];
}

/** The updates of a passage, whose positions count from `start`. */
function updatesIn({ statements, turns }: Reading, start: number, inText: (span: Span) => string): Entry[] {
  return topUpdates(statements).map((statement) => {
    const turn = turns.find(({ words }) => words.span.start === statement.words.span.start);
    return updateEntry(shiftStatement(statement, start), turn && shiftTurn(turn, start), inText);
  });
}

/** What stands directly in a section of updates, not what is nested below something else there. */
function topUpdates(statements: readonly Statement[]): Statement[] {
  const updates: Statement[] = [];
  let above: Span | undefined;
  for (const statement of statements) {
    const { kind, section, words, item } = statement;
    if (section !== "updates") continue;
    if (above && contains(above, words.span)) continue;
    above = item?.span;
    if (kind === "turn" || kind === "plain") updates.push(statement);
  }
  return updates;
}

/** Puts each entry below the smallest one that holds it; what reaches beyond its parent is cut there. */
function nest(entries: readonly Entry[]): Branch[] {
  const roots: Branch[] = [];
  const open: Branch[] = [];
  for (const entry of [...entries].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    while ((open.at(-1)?.span.end ?? Number.POSITIVE_INFINITY) <= entry.span.start) open.pop();
    const parent = open.at(-1);
    const span = within(entry.span, parent?.span);
    const branch: Branch = { ...entry, span, head: within(entry.head, span), children: [] };
    (parent?.children ?? roots).push(branch);
    open.push(branch);
  }
  return roots;
}

function within(span: Span, outer: Span | undefined): Span {
  if (!outer) return span;
  const start = Math.min(Math.max(span.start, outer.start), outer.end);
  return { start, end: Math.max(start, Math.min(span.end, outer.end)) };
}

/** Drops, from the bottom up, sections and a meeting that hold nothing. */
function isWorthShowing(branch: Branch): boolean {
  const kept = branch.children.filter(isWorthShowing);
  branch.children.splice(0, branch.children.length, ...kept);
  return kept.length > 0 || (branch.what !== "section" && branch.what !== "meeting");
}

class SymbolWriter {
  constructor(
    private readonly document: NoteDocument,
    private readonly since: WrittenSince | undefined,
    private readonly known: Map<Branch, DocumentSymbol>,
  ) {}

  /** Nobody writes more than one line before the note is read again, and lines stay lines. */
  tree(branch: Branch): DocumentSymbol {
    if (this.since && touches(branch.span, this.since.line)) return this.#symbolOf(branch);
    const known = this.known.get(branch) ?? this.#symbolOf(branch);
    this.known.set(branch, known);
    return known;
  }

  #symbolOf(branch: Branch): DocumentSymbol {
    const { what, detail, span, head, children } = branch;
    return {
      name: this.#nameOf(branch),
      ...(detail && { detail }),
      kind: kindOf[what],
      range: this.#range(span),
      selectionRange: this.#range(head),
      ...(children.length > 0 && { children: children.map((child) => this.tree(child)) }),
    };
  }

  flat(branch: Branch, parent: Branch | undefined): SymbolInformation[] {
    const symbol: SymbolInformation = {
      name: this.#nameOf(branch),
      kind: kindOf[branch.what],
      location: { uri: this.document.uri, range: this.#range(branch.span) },
      ...(parent && { containerName: parent.name }),
    };
    return [symbol, ...branch.children.flatMap((child) => this.flat(child, branch))];
  }

  #nameOf({ what, name, head }: Branch): string {
    if (what !== "update" || !this.since || !touches(head, this.since.line)) return name;
    const { start, end } = this.#move(head);
    return displayText(this.document.text.slice(start, end));
  }

  #range(span: Span): Range {
    return rangeOf(this.document.lines, this.#move(span));
  }

  #move(span: Span): Span {
    return this.since ? { start: this.since.toText(span.start), end: this.since.toText(span.end) } : span;
  }
}
