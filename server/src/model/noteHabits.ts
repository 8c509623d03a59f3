import { type TurnForm, turnForms } from "./format";
import { sumOf, type Tally } from "./pageFacts";

/**
 * The form of at least three turns and three in five; of fewer turns the form that they and the presenters
 * of topics share; else `fallback`.
 */
export function dominantForm(tallies: readonly Tally[], fallback: TurnForm): TurnForm {
  const share = (form: TurnForm): number => sumOf(tallies, ({ forms }) => forms.get(form) ?? 0);
  const all = turnForms.reduce((total, form) => total + share(form), 0);
  const dominant = turnForms.find((form) => share(form) >= Math.max(3, all * 0.6));
  const isShared = all > 0 && share("brackets") === all && tallies.some(({ presentsInBrackets }) => presentsInBrackets);
  return dominant ?? (isShared ? "brackets" : fallback);
}

/** Whether half of the turns are in the form; those in no form at all count too: `Ann - …` and `**Ann** …`. */
export function keepsForm(tallies: readonly Tally[], form: TurnForm): boolean {
  return sumOf(tallies, ({ forms }) => forms.get(form) ?? 0) * 2 >= sumOf(tallies, ({ turns }) => turns);
}

/** Whether three in five of the turns, and at least three, are those of names in small letters. */
export function hasSmallNames(tallies: readonly Tally[]): boolean {
  const turns = sumOf(tallies, (one) => one.turns);
  return sumOf(tallies, ({ smallNames }) => smallNames) >= Math.max(3, turns * 0.6);
}

/** How many turns there are, how many of them end with a mark of punctuation, and how many of those have a blank behind it. */
export type SentenceEnds = Pick<Tally, "turns" | "punctuated" | "blanks">;

/** How the turns of a note end. */
export function sentenceEndsOf(tallies: readonly Tally[]): SentenceEnds {
  return {
    turns: sumOf(tallies, ({ turns }) => turns),
    punctuated: sumOf(tallies, ({ punctuated }) => punctuated),
    blanks: sumOf(tallies, ({ blanks }) => blanks),
  };
}

/** Whether four in five of the turns, of at least five, end with a mark of punctuation. */
export function endsSentences({ turns, punctuated }: SentenceEnds): boolean {
  return turns >= 5 && punctuated >= turns * 0.8;
}

/** Whether there is a blank behind any of these marks. */
export function leavesBlanks({ blanks }: SentenceEnds): boolean {
  return blanks > 0;
}

/** Whether that is as it was, and so a blank says what it said. */
export function endAlike(before: SentenceEnds, now: SentenceEnds): boolean {
  return endsSentences(before) === endsSentences(now) && leavesBlanks(before) === leavesBlanks(now);
}

/** Whether most turns at the top of the updates are behind names in brackets. */
export function presentsUpdates(tallies: readonly Tally[]): boolean {
  return sumOf(tallies, (one) => one.presentedUpdates) * 2 > sumOf(tallies, (one) => one.updates);
}
