import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { writePrefix } from "../rules/turns/turnForm";
import { comparable } from "../text/compare";
import { type CompletionPlace, findCompletionPlace } from "./completionPlace";
import { displayText } from "./displayText";
import type { OpenNote } from "./openNote";
import { rangeOf } from "./ranges";
import { silentVoicesOf, type Voice, voicesOf, whereKnown } from "./voices";

/** Characters after which a name may be expected: a bullet's space, a bracket, a comma, the start of a cell. */
export const triggerCharacters: readonly string[] = [" ", "[", "(", ",", "|"];

/** So many people of the group are offered behind those of the note. */
const mostOfGroup = 200;

/**
 * The names that may stand at the offset, likeliest first; none where no name is expected.
 * At the start of a bullet or paragraph: who spoke last; in the attendee list: who spoke and is not in it. Then those
 * whom other notes of the series name, whoever was there lately first.
 */
export function completionOf(open: OpenNote, offset: number): CompletionItem[] {
  const { document, note } = open;
  const place = findCompletionPlace(open, offset);
  if (!place) return [];
  const replaced = rangeOf(document.lines, place.replaced);
  const typed = { start: open.toNote(place.replaced.start), end: open.toNote(place.replaced.end) };
  const own = voicesOf(note, typed);
  const voices = [
    ...candidates(place, own, open.toNote(offset), typed.start),
    ...silentVoicesOf(note, own, mostOfGroup),
  ];
  return voices
    .filter((voice) => startsWith(voice, place.typed))
    .map((voice, index) => ({
      label: nameFor(voice, place),
      kind: CompletionItemKind.Reference,
      detail: detailOf(voice),
      sortText: String(index).padStart(5, "0"),
      filterText: `${place.mark}${place.joined}${[nameFor(voice, place), ...namesOf(voice)].join(" ")}`,
      textEdit: { range: replaced, newText: newTextFor(voice, place, open) },
    }));
}

function candidates(place: CompletionPlace, voices: readonly Voice[], offset: number, typed: number): Voice[] {
  if (place.kind === "attendee") return voices.filter(({ person, turns }) => !person?.listed && turns.length > 0);
  if (place.kind === "note taker") return [...voices];
  // What stands at the caret is being written: it is no sign of who spoke last.
  const before = Math.min(offset, typed);
  const others = voices.filter(({ person }) => !person || !place.named.includes(person));
  const lastTurn = new Map(others.map((voice) => [voice, voice.turns.findLast((start) => start < before) ?? -1]));
  return others.sort((a, b) => (lastTurn.get(b) ?? -1) - (lastTurn.get(a) ?? -1));
}

function startsWith(voice: Voice, typed: string): boolean {
  const start = comparable(typed);
  return [voice.shortName, ...namesOf(voice)].some((name) => comparable(name).startsWith(start));
}

/** What else people may type to find somebody. */
function namesOf({ name, person, known }: Voice): string[] {
  const last = name.split(" ").at(-1) ?? name;
  const { nicknames = [], handles = [] } = person ?? known ?? {};
  return [name, last, ...nicknames, ...handles.map((handle) => `@${handle}`)];
}

function nameFor(voice: Voice, place: CompletionPlace): string {
  return place.kind === "attendee" || place.kind === "note taker" ? voice.name : voice.shortName;
}

function detailOf({ person, known }: Voice): string {
  if (known) return `${displayText(known.name)}, ${whereKnown(known)}`;
  if (!person) return "not in the attendee list";
  const name = displayText(person.written);
  return person.listed ? name : `${name}, not in the attendee list`;
}

function newTextFor(voice: Voice, place: CompletionPlace, { document, note }: OpenNote): string {
  const name = nameFor(voice, place);
  if (place.kind === "owner") return name;
  const label = /(?:^|[\s/])$/.test(place.joined) ? place.joined + name : `${place.joined} ${name}`;
  if (place.kind === "speaker") return `${writePrefix(label, note.turnForm)} `;
  if (place.kind === "presenter") return `[${label}] - `;
  const isApart = /\s/.test(document.text[place.replaced.start - 1] ?? " ");
  return isApart ? name : ` ${name}`;
}
