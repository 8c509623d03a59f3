import { type CodeAction, CodeActionKind } from "vscode-languageserver-types";
import type { Topic, Turn } from "../model/note";
import { formatPrefix } from "../rules/turns/turnForm";
import { contains, type Span, touches } from "../text/span";
import { trimEnd } from "../text/trim";
import { displayText } from "./displayText";
import type { ClientFacts, OpenNote } from "./openNote";
import { workspaceEditOf } from "./workspaceEdit";

/** Kind of every action that puts speaker turns into the note's own form. */
export const formatTurnsKind = `${CodeActionKind.RefactorRewrite}.notewright.turns`;

/**
 * The actions that put speaker turns into the note's own form: on the caret's line or in the selection,
 * in the innermost topic around it, in the whole note. Only those that change something.
 */
export function formatTurnsActions(open: OpenNote, selected: Span, client: ClientFacts): CodeAction[] {
  const { turns, turnForm, hasSmallNames } = open.note;
  return scopesAt(open, selected).flatMap(({ kind, title, holds }) => {
    const found = turns.filter(holds).flatMap((turn) => formatPrefix(turn, turnForm, hasSmallNames) ?? []);
    const edits = found.map(({ span, newText }) => ({ span: moveSpan(span, open.toDocument), newText }));
    if (edits.length === 0) return [];
    return [{ title, kind: `${formatTurnsKind}.${kind}`, edit: workspaceEditOf(open.document, edits, client) }];
  });
}

interface Scope {
  readonly kind: "line" | "selection" | "topic" | "note";
  readonly title: string;
  holds(turn: Turn): boolean;
}

function scopesAt({ document, note, toNote }: OpenNote, selection: Span): Scope[] {
  const selected = moveSpan(selection, (offset) => toNote(beforeBlanks(document, offset)));
  const line = moveSpan(document.lines.lineSpan(document.lines.lineAt(selection.start)), toNote);
  const topic = innermostTopic(note.topics, selected);
  const here: Scope =
    selected.start === selected.end
      ? { kind: "line", title: "Format speaker turn on this line", holds: (turn) => touches(turn.span, line) }
      : {
          kind: "selection",
          title: "Format speaker turns in selection",
          holds: (turn) => turn.span.start < selected.end && selected.start < turn.span.end,
        };
  const around: Scope[] = topic
    ? [
        {
          kind: "topic",
          title: `Format speaker turns in “${displayText(topic.title.text, 40)}”`,
          holds: (turn) => contains(topic.span, turn.span),
        },
      ]
    : [];
  return [here, ...around, { kind: "note", title: "Format speaker turns in the whole note", holds: () => true }];
}

/** Whoever stands in the blanks that end a line is still in what the line belongs to. */
function beforeBlanks({ lines, text }: OpenNote["document"], offset: number): number {
  const { start, end } = lines.lineSpan(lines.lineAt(offset));
  return Math.min(offset, start + trimEnd(text.slice(start, end), " \t").length);
}

function moveSpan({ start, end }: Span, move: (offset: number) => number): Span {
  return { start: move(start), end: move(end) };
}

function innermostTopic(topics: readonly Topic[], selected: Span): Topic | undefined {
  const holder = topics.find((topic) => contains(topic.span, selected));
  return holder && (innermostTopic(holder.topics, selected) ?? holder);
}
