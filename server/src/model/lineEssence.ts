import { trimEnd } from "../text/trim";
import { labelledLines } from "./dateField";
import type { Reading, Statement, Turn } from "./note";
import { namesOwner } from "./ownerLine";
import { presentsInBrackets, tellsOfCancelling } from "./pageFacts";
import { labelsIn } from "./passage";
import { readPresenters } from "./readPresenters";
import { saysCancelled } from "./standIns";
import type { Utterance } from "./utterance";

/**
 * All that the rest of a note could depend on of what one line says, wherever the line stands, but for how its sentence
 * ends: a list of values, the same one by one for two lines that say the same.
 */
export function essenceOf(reading: Reading, utterance: Utterance): readonly unknown[] {
  const { text, turns, topics, actions, statements, doubtful } = reading;
  // What an action item says of its owner may stand anywhere in it.
  if (actions.length > 0) return [JSON.stringify(reading), ...labelsIn(utterance)];
  const essence: unknown[] = [statements.length, turns.length, doubtful.length];
  for (const statement of statements) addStatement(essence, statement, text);
  for (const turn of turns) addTurn(essence, turn, text);
  for (const topic of topics) essence.push(presentsInBrackets(text, topic));
  essence.push(...doubtful, statements[0]?.section === "actions" && namesOwner(utterance));
  // One that comes twice is a speaker's, wherever the other one stands.
  essence.push(...labelsIn(utterance));
  // One of them may be the date of the meeting.
  for (const { label, value } of labelledLines(reading)) essence.push(label.text, value.masked);
  return essence;
}

/** Whether two essences are of lines that say the same. */
export function areAlike(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

function addStatement(essence: unknown[], statement: Statement, text: string): void {
  const { kind, words, item, isPlaceholder, isFiller } = statement;
  essence.push(kind, isPlaceholder, isFiller, words.masked === "");
  essence.push(saysCancelled(words.masked), tellsOfCancelling(words.masked));
  const presenters = item ? [] : readPresenters(text, statement);
  if (presenters.length > 0) essence.push(JSON.stringify(presenters));
}

function addTurn(essence: unknown[], { prefix, spoken, speakers }: Turn, text: string): void {
  const { span, label, decoration, separator, hasMark } = prefix;
  // How many blanks stand behind the prefix moves only its end, if there are any, or no words either.
  const whole = text.slice(span.start, span.end);
  const written = trimEnd(whole, " \t");
  essence.push(span.start, written, spoken.text === "" || written !== whole);
  essence.push(label.span.start, label.text, decoration, separator, hasMark);
  essence.push(speakers.length);
  for (const { who } of speakers) essence.push(who);
}
