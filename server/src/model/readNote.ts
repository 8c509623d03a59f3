import type { Block } from "../parse/blocks";
import { parseBlocks } from "../parse/parseBlocks";
import type { Span } from "../text/span";
import { classify, type Sorted } from "./classify";
import { isFiller } from "./filler";
import { defaultReadingOptions, type Format, type ReadingOptions, type TurnForm, turnForms } from "./format";
import type { Attendee, AttendeeTable, Note, People, Speaker, Statement, Turn } from "./note";
import { createPeople, type PeopleOptions } from "./people";
import { readAttendee, splitNames } from "./readAttendees";
import { readSpeakers } from "./readSpeakers";
import { readStructure } from "./readStructure";
import { readTable } from "./readTable";
import { readTitle } from "./readTitle";

/**
 * Reads a text as a meeting note of the given format; total: any text gives a note.
 * `blocks` spares a second parse to those who have them.
 */
export function readNote(
  text: string,
  format: Format,
  options: ReadingOptions = defaultReadingOptions,
  blocks: readonly Block[] = parseBlocks(text),
): Note {
  const title = readTitle(text, blocks, format);
  const table = readTable(text, blocks, format);
  const { attendees, noteTakers, people } = readPeople(text, table, {
    aliases: options.aliases,
    groups: format.turns.groups,
  });
  const { sections, utterances } = readStructure(text, blocks, format, [title?.span, table?.span]);
  const sorted = classify(text, utterances, format, people, options.labels);
  return {
    text,
    ...(title && { title }),
    ...(table && { table }),
    attendees,
    noteTakers,
    people,
    sections,
    ...sorted,
    literals: blocks.flatMap(literalsOf),
    turnForm: options.turnForm === "auto" ? dominantForm(text, sorted, format.turns.form) : options.turnForm,
    state: stateOf(sorted.statements, sorted.turns, attendees),
  };
}

interface ReadPeople {
  readonly attendees: Attendee[];
  readonly noteTakers: Speaker[];
  readonly people: People;
}

function readPeople(text: string, table: AttendeeTable | undefined, options: PeopleOptions): ReadPeople {
  const entriesOf = (kind: "attending" | "note taker") =>
    (table?.rows ?? []).filter((row) => row.kind === kind).flatMap((row) => splitNames(text, row.value.span));
  const attendees = entriesOf("attending").flatMap((entry) => readAttendee(entry, true) ?? []);
  const listed = createPeople(attendees, options);
  const noteTakers: Speaker[] = [];
  const unlisted: Attendee[] = [];
  for (const entry of entriesOf("note taker")) {
    const named = readAttendee(entry, false);
    if (!named) continue;
    const [speaker] = readSpeakers(text, entry, listed);
    const byName = listed.resolve(named.name);
    const who = speaker && speaker.who.kind !== "unknown" ? speaker.who : byName;
    noteTakers.push({ label: entry, who });
    if (who.kind === "unknown") unlisted.push(named);
  }
  const people = unlisted.length === 0 ? listed : createPeople([...attendees, ...unlisted], options);
  return { attendees, noteTakers, people };
}

function literalsOf(block: Block): Span[] {
  if (block.kind === "item") return block.children.flatMap(literalsOf);
  return block.kind === "code" || block.kind === "html" || block.kind === "frontMatter" ? [block.span] : [];
}

/**
 * The form of at least three turns and three in five; of fewer turns the form that they and the presenters
 * of topics share; else `fallback`.
 */
function dominantForm(text: string, { turns, topics }: Sorted, fallback: TurnForm): TurnForm {
  const forms = turns.flatMap((turn) => nearestForm(text, turn) ?? []);
  const share = (form: TurnForm) => forms.filter((other) => other === form).length;
  const dominant = turnForms.find((form) => share(form) >= Math.max(3, forms.length * 0.6));
  const bracketed = topics.some(({ presenter }) => presenter && text[presenter.label.span.start - 1] === "[");
  const isShared = bracketed && forms.length > 0 && forms.every((form) => form === "brackets");
  return dominant ?? (isShared ? "brackets" : fallback);
}

function nearestForm(text: string, turn: Turn): TurnForm | undefined {
  const { decoration, separator, label } = turn.prefix;
  if (separator === "-") return undefined;
  if (decoration === "none") return "plain";
  if (decoration !== "bold") return separator === ":" ? "brackets-colon" : "brackets";
  if (separator === "") return undefined;
  return /^\s*:/.test(text.slice(label.span.end)) ? "bold" : "bold-colon";
}

/**
 * Written up: two turns, four bullets or paragraphs with words beside the agenda's own, or anything beside an attendee.
 * The measure is the one by which published files were sorted into notes and templates.
 */
function stateOf(
  statements: readonly Statement[],
  turns: readonly Turn[],
  attendees: readonly Attendee[],
): Note["state"] {
  const said = statements.filter(({ words }) => words.masked !== "" && !isFiller(words));
  const tellsOfCancelling = said.some(({ words }) => /\bcancell?ed\b|\bno meeting\b/i.test(words.masked));
  if (tellsOfCancelling && said.length <= 3 && attendees.length === 0) return "cancelled";
  const content = said.filter(({ kind }) => kind !== "topic");
  const isWritten = turns.length >= 2 || content.length >= 4 || (attendees.length > 0 && said.length > 0);
  return isWritten ? "written" : "unfilled";
}
