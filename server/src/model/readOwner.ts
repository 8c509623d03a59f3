import type { Words } from "../parse/blocks";
import { findTurnPrefix } from "../parse/turnPrefix";
import { letterPattern } from "../text/letters";
import { type Part, trimPart } from "../text/span";
import type { People, Speaker } from "./note";
import type { Lexicon } from "./notSpeakers";
import { isSure, readSpeakers } from "./readSpeakers";

/** Who owns an action item, and what is to be done. */
export interface Owned {
  readonly owners: readonly Speaker[];
  /** Without an owner that stands before it in a form of its own (`Ann: …`). */
  readonly task: Part;
}

/** Names joined by commas, `and`, `&` or slashes; the first may be in small letters or a handle. */
const names = String.raw`@?[\p{L}][\p{L}\p{N}.’'-]*(?:(?:\s+and\s+|\s*[,&/]\s*|\s+)@?[\p{Lu}][\p{L}\p{N}.’'-]*){0,3}`;

interface Place {
  readonly patternFor: (text: string) => RegExp;
  /** Whether somebody whom nobody knows may stand there. */
  readonly takesStrangers: boolean;
}

const places: readonly Place[] = [
  { patternFor: letterPattern(String.raw`^(?<owner>@[\p{L}\p{N}-]+)(?=\s|$)`), takesStrangers: true },
  { patternFor: letterPattern(String.raw`^(?<owner>${names})\s+(?:to|will)\s`), takesStrangers: true },
  { patternFor: letterPattern(String.raw`^(?<owner>${names})\s+[\p{Ll}]`), takesStrangers: false },
  { patternFor: () => /^\((?<owner>[^()]{2,60})\)\s/, takesStrangers: false },
  { patternFor: () => /\((?<owner>[^()]{2,60})\)[.\s]*$/, takesStrangers: false },
  { patternFor: () => /:\s(?<owner>[^:]{2,60})$/, takesStrangers: false },
  { patternFor: () => /\s[-–—]\s(?<owner>[^-–—]{2,60})$/, takesStrangers: false },
];

/**
 * The owners in the words of an action item: `Ann: …`, `@ann …`, `Ann to …`, `Ann and Bo will …`, `(Ann) …`,
 * `… (Ann)`, `…: Ann and Bo`, `… - Ann`; none where nobody is named, or somebody is who may be no person.
 */
export function readOwner(text: string, words: Words, people: People, lexicon: Lexicon): Owned {
  const whole = trimPart(text, words.span);
  return (
    readPrefix(text, words, people, lexicon) ?? { owners: ownersWithin(text, whole, people, lexicon), task: whole }
  );
}

function readPrefix(text: string, words: Words, people: People, lexicon: Lexicon): Owned | undefined {
  const prefix = findTurnPrefix(words);
  if (!prefix || lexicon.isKnown(prefix.label.text)) return undefined;
  const owners = readSpeakers(text, prefix.label, people);
  const isLikely = areLikely(owners, lexicon) || owners.some(({ label }) => label.text.startsWith("@"));
  if (!areKnown(owners) && (prefix.separator === "-" || !isLikely)) return undefined;
  return { owners, task: trimPart(text, { start: prefix.span.end, end: words.span.end }) };
}

function ownersWithin(text: string, whole: Part, people: People, lexicon: Lexicon): Speaker[] {
  for (const { patternFor, takesStrangers } of places) {
    const match = patternFor(whole.text).exec(whole.text);
    const owner = match?.groups?.owner;
    if (!match || owner === undefined) continue;
    const start = whole.span.start + match.index + match[0].indexOf(owner);
    const owners = readSpeakers(text, trimPart(text, { start, end: start + owner.length }), people);
    // Behind them a verb tells that initials are somebody's: `PAC to merge`.
    const isStranger = owner.startsWith("@") || areLikely(owners, lexicon) || owners.every(isOfGroup);
    if (areKnown(owners) || (takesStrangers && isStranger && !commands.has(owner.toLowerCase()))) return owners;
  }
  return [];
}

function areKnown(owners: readonly Speaker[]): boolean {
  return owners.every(({ who, label }) => {
    const isName = label.text.includes(" ") || !words.has(label.text.toLowerCase());
    const isKnown = who.kind === "known" && isSure(who) && isName;
    return isKnown || who.kind === "one" || who.kind === "ambiguous" || who.kind === "group";
  });
}

/** Among the names of a whole group are words with which a task may start. */
const words = new Set(
  "will,mark,rich,bill,grant,chase,rob,sue,skip,chuck,pat,jack,grace,hope,may,josh,nick,chip,max,frank,peg,page,case,trace,wade,dawn,link,list,test,pierce,chance,ward,bob".split(
    ",",
  ),
);

/** What somebody is to do, and no name: `Talk to the board`. */
const commands = new Set(
  "talk,speak,write,reply,respond,report,switch,move,go,come,try,need,want,plan,remember,agree,listen,link,add,upgrade,migrate,return,back,point,refer,submit,send,look".split(
    ",",
  ),
);

function isOfGroup({ who }: Speaker): boolean {
  return who.kind === "known";
}

function areLikely(owners: readonly Speaker[], lexicon: Lexicon): boolean {
  return owners.every(({ who, label }) => {
    const isClear = who.kind === "known" ? isSure(who) : who.kind !== "unknown";
    return isClear || lexicon.looksLikeName(label.text, false);
  });
}
