import type { ActionItem, Note, Section } from "../../model/note";
import { isFiller } from "../../model/standIns";
import type { Edit } from "../../text/edit";
import { firstLineOf, startOfLine } from "../place";
import type { Fix, Rule } from "../rule";
import { formBefore, writePrefix } from "../turns/turnForm";

/** Reports an action item that was said and is not in the note's list of them. */
export const actionUnlisted: Rule<"action-unlisted"> = {
  id: "action-unlisted",
  summary: "An action item that was said is not in the list of action items.",
  severity: "hint",
  *check(note) {
    const section = note.sections.findLast(({ form }) => form?.role === "actions");
    if (!section || note.state !== "written" || isOfTopic(note, section)) return;
    const elsewhere = note.actions.filter((action) => action.section !== "actions" && !action.done);
    if (elsewhere.length === 0) return;
    const listed = note.actions.filter((action) => action.section === "actions");
    const known = new KnownTasks(listed.map(({ said }) => said.telling));
    const place = placeIn(note, section, listed);
    for (const action of elsewhere) {
      const words = action.said.telling;
      if (words.size === 0 || known.hasLike(words)) continue;
      yield {
        at: firstLineOf(note.text, action.task.span),
        message: `Unexpected action item outside of "${section.name.text}", expected it listed there too`,
        fixes: place ? copyTo(note, section, place, action) : [],
      };
    }
  },
};

/** Whether it is a bullet below some heading: what else was said need not be in it. */
function isOfTopic({ sections }: Note, { written, head }: Section): boolean {
  return written === "bullet" && sections.some((other) => other.written === "heading" && other.head.end < head.start);
}

/** Of the items that share a word, so many are compared. */
const mostWithWord = 100;

/** The items of the list by their words, so that what was said need not be compared with all of them. */
class KnownTasks {
  readonly #byWord = new Map<string, number[]>();

  constructor(readonly tasks: readonly ReadonlySet<string>[]) {
    tasks.forEach((words, index) => {
      for (const word of words) {
        const items = this.#byWord.get(word);
        if (items) items.push(index);
        else this.#byWord.set(word, [index]);
      }
    });
  }

  /** Lists say the same in fewer or other words: more than half of the shorter one's are enough. */
  hasLike(words: ReadonlySet<string>): boolean {
    const shared = new Map<number, number>();
    for (const word of words) {
      const items = this.#byWord.get(word) ?? [];
      for (const item of items.slice(0, mostWithWord)) {
        const count = (shared.get(item) ?? 0) + 1;
        if (count * 2 > Math.min(words.size, this.tasks[item]?.size ?? 0)) return true;
        shared.set(item, count);
      }
    }
    return false;
  }
}

/** Only an item with a known owner and a task: another one would bring its own problem along. */
function copyTo(note: Note, section: Section, place: Edit, action: ActionItem): Fix[] {
  const isSound = action.owners.length > 0 && action.owners.every(({ who }) => who.kind === "one");
  if (!isSound) return [];
  const newText = place.newText + writeItem(note, action);
  return [{ title: `Copy to "${section.name.text}"`, edits: [{ span: place.span, newText }], safe: false }];
}

function writeItem({ turnForm }: Note, { task, owners }: ActionItem): string {
  const words = task.text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .join(" ");
  const isNamed = owners.some(({ label }) => label.span.start >= task.span.start && label.span.end <= task.span.end);
  const names = owners.map(({ label }) => label.text).join(", ");
  return isNamed ? words : `${writePrefix(names, formBefore(words, names, turnForm))} ${words}`;
}

/** Where the next item of the list goes, with what stands before its words; undefined where that is not clear. */
function placeIn({ text, lineEnding }: Note, section: Section, listed: readonly ActionItem[]): Edit | undefined {
  const last = listed.filter((action) => isWithin(action, section) && !inherits(action)).at(-1);
  if (last) {
    const lead = text.slice(startOfLine(text, last.span.start), last.words.span.start);
    const end = { start: last.span.end, end: last.span.end };
    // A number would have to be counted on.
    return /^\s*[-*+]\s/.test(lead) ? { span: end, newText: lineEnding + lead.replace(/\[[xX]\]/, "[ ]") } : undefined;
  }
  const span = { start: section.head.end, end: section.span.end };
  const held = text.slice(span.start, span.end).replace(/^\s*(?:[-*+]\s+)?(?:\[ \]\s+)?/, "");
  const isEmpty = held.trim() === "" || isFiller({ span, masked: held });
  return section.written !== "bullet" && isEmpty ? { span, newText: `${lineEnding}${lineEnding}* ` } : undefined;
}

function isWithin({ span }: ActionItem, section: Section): boolean {
  return section.span.start <= span.start && span.end <= section.span.end;
}

/** Whether a bullet above the item says who owns it. */
function inherits({ owners, words }: ActionItem): boolean {
  return owners.some(({ label }) => label.span.end <= words.span.start);
}
