import type { Block } from "../parse/blocks";
import { isContinuation, type TurnPrefix } from "../parse/turnPrefix";
import { comparable } from "../text/compare";
import { type Part, type Span, trimPart } from "../text/span";
import type { ActionItem, Decision, KnownPerson, Reading, Speaker, Statement, Topic, Turn } from "./note";
import { isPeopleRole } from "./peopleNames";
import { isPlaceholder } from "./placeholders";
import { type ActionMarker, findActionMarker, readAction } from "./readActions";
import type { ReadingContext, Where } from "./readingContext";
import { areNamed, isSure, readSpeakers } from "./readSpeakers";
import { isFiller } from "./standIns";
import type { Utterance } from "./utterance";

/** Tells turns, topics, action items and decisions in a block of the text from each other and from plain words. */
export function classify(
  text: string,
  block: Block,
  utterances: readonly Utterance[],
  context: ReadingContext,
  where: Where,
): Reading {
  const sorter = new Sorter(text, context, where);
  sorter.sorted.block = block;
  for (const utterance of utterances) sorter.sort(utterance, sorter.sorted.topics, where.isNested, nobody);
  return sorter.sorted;
}

/** What an utterance inherits from those that it is nested in. */
export interface Inherited {
  /** Whether a topic is above it. */
  readonly isNested: boolean;
  /** Who owns what is below `Ann:`. */
  readonly owners: readonly Speaker[];
}

/** What the last utterance of the path inherits, each of which is nested in the one before. */
export function inheritedBelow(
  text: string,
  path: readonly Utterance[],
  context: ReadingContext,
  where: Where,
): Inherited {
  const sorter = new Sorter(text, context, where);
  let topics = sorter.sorted.topics;
  let inherited: Inherited = { isNested: where.isNested, owners: [] };
  for (const above of path.slice(0, -1)) {
    const saysNothing = isFiller(above.words) || isPlaceholder(above.words, context.format);
    const kind = sorter.sortOne(above, topics, inherited.isNested, inherited.owners, saysNothing);
    inherited = { isNested: kind.topics !== topics || inherited.isNested, owners: kind.owners };
    topics = kind.topics;
  }
  return inherited;
}

/** Sorts one utterance, without those nested in it. */
export function classifyAlone(
  text: string,
  utterance: Utterance,
  context: ReadingContext,
  where: Where,
  { isNested, owners }: Inherited,
): Reading {
  const sorter = new Sorter(text, context, where);
  sorter.sortOwn(utterance, sorter.sorted.topics, isNested, owners);
  return sorter.sorted;
}

interface Sorted extends Reading {
  block?: Block;
  readonly topics: Topic[];
  readonly turns: Turn[];
  readonly actions: ActionItem[];
  readonly decisions: Decision[];
  readonly statements: Statement[];
  readonly doubtful: string[];
}

/** More than fifteen words: a sentence with a decision's phrase then tells of something else. */
const tooLongForDecision = /^\s*(?:\S+\s+){15}\S/;

/** More than eight words: a bullet with bullets below it then is something said, not the name of a topic. */
const tooLongForTopic = /^\s*(?:\S+\s+){8}\S/;

const issueAtEnd = /#\d{1,7}\]\([^()\s]{1,300}\)$/;

/** `Decision 60.1`. */
const decisionNumber = / \d{1,4}(?:\.\d{1,3})?$/;
const isNumber = /^\d{1,4}\.\d{1,3}$/;

interface Candidate {
  readonly prefix: TurnPrefix;
  readonly speakers: readonly Speaker[];
}

/** Who spoke in one other note only, and is listed nowhere, may be no person after all. */
function isListedOrHeardOften(people: readonly KnownPerson[]): boolean {
  return people.some(({ by, notes }) => by !== "speaking" || notes > 1);
}

/** `[chat]:`, `(59:54):`, `<chat>:`, a linked time behind a name in bold; nothing more behind a time. */
const markBehind =
  /^(?:\[[^\]\r\n]*\]|\([^()\r\n]*\)|<[^>:@/\r\n]*>|(?:\*\*|__)\s?\[\d{1,2}(?::\d{2}){1,2}\]\([^()\s]*\))?\s*:/;

/** What an utterance is, where the topics below it go, and who owns what is below it. */
interface Kind {
  readonly is: Statement["kind"];
  readonly topics: Topic[];
  readonly owners: readonly Speaker[];
}

const nobody: readonly Speaker[] = [];
const nowhere = {};

function kindOf(is: Statement["kind"], topics: Topic[], owners = nobody): Kind {
  return { is, topics, owners };
}

type Writable<Thing> = { -readonly [Key in keyof Thing]: Thing[Key] };

class Sorter {
  readonly sorted: Sorted;

  constructor(
    readonly text: string,
    readonly context: ReadingContext,
    readonly where: Where,
  ) {
    this.sorted = { text, topics: [], turns: [], actions: [], decisions: [], statements: [], doubtful: [] };
  }

  /** `topics` is where a topic goes; `isNested` says that a topic is above; `owners` own what is below `Ann:`. */
  sort(utterance: Utterance, topics: Topic[], isNested: boolean, owners: readonly Speaker[]): void {
    const kind = this.sortOwn(utterance, topics, isNested, owners);
    for (const child of utterance.children)
      this.sort(child, kind.topics, kind.topics !== topics || isNested, kind.owners);
  }

  /** The same without what is nested in the utterance. */
  sortOwn(utterance: Utterance, topics: Topic[], isNested: boolean, owners: readonly Speaker[]): Kind {
    const { words, item } = utterance;
    const saysNothing = isFiller(words);
    const isTemplate = isPlaceholder(words, this.context.format);
    const kind = this.sortOne(utterance, topics, isNested, owners, saysNothing || isTemplate);
    // There is one for each bullet: to spread what it may have would take twice as long as all else here.
    const statement: Writable<Statement> = { words, kind: kind.is };
    if (item) statement.item = { marker: item.marker, span: item.span };
    if (this.where.section !== undefined) statement.section = this.where.section;
    if (isTemplate) statement.isPlaceholder = true;
    if (saysNothing) statement.isFiller = true;
    this.sorted.statements.push(statement);
    return kind;
  }

  /** `saysNothing` tells of words that are nobody's; see `isFiller` and `isPlaceholder`. */
  sortOne(
    utterance: Utterance,
    topics: Topic[],
    isNested: boolean,
    owners: readonly Speaker[],
    saysNothing: boolean,
  ): Kind {
    if (utterance.written === "heading") {
      return kindOf("topic", this.addTopic(utterance, this.presenterOf(utterance), topics));
    }
    if (saysNothing) return kindOf("plain", topics);
    const marked = findActionMarker(utterance.words, this.context.actionMarkers);
    if (marked && utterance.words.span.end > marked.end) {
      this.sorted.actions.push(this.readAction(utterance, marked, []));
      return kindOf("action", topics);
    }
    // Paragraphs below a heading of their own are no list of action items, whatever stands above.
    const isList = utterance.written === "bullet" || !this.where.isNested;
    if (this.where.section === "actions" && isList) {
      const action = this.sortAction(utterance, owners);
      return kindOf(action.is, topics, action.owners);
    }
    const candidate = this.candidateOf(utterance);
    if (candidate && !this.isPresented(utterance, candidate)) {
      this.addTurn(utterance, candidate);
      return kindOf("turn", topics);
    }
    if (this.isDecision(utterance)) {
      this.sorted.decisions.push({ span: utterance.span, text: trimPart(this.text, utterance.words.span) });
      return kindOf("decision", topics);
    }
    if (this.isTopic(utterance, isNested)) {
      // Behind a colon nobody but a known person presents: `1. Teaser: a new tool`.
      const isPresenter = candidate && (candidate.prefix.separator !== ":" || areNamed(candidate.speakers));
      const presented = isPresenter ? candidate : this.presenterOf(utterance);
      return kindOf("topic", this.addTopic(utterance, presented, topics));
    }
    return kindOf("plain", topics);
  }

  /** In the action items section every bullet is an item, but one that only names the owner of those below it. */
  sortAction(utterance: Utterance, owners: readonly Speaker[]): { is: Statement["kind"]; owners: readonly Speaker[] } {
    const isDetail = utterance.depth > 0 && owners.length === 0;
    if (utterance.written !== "bullet" || isDetail) return { is: "plain", owners: [] };
    const action = this.readAction(utterance, undefined, owners);
    if (action.task.text === "" && action.owners.length > 0 && utterance.children.length > 0) {
      return { is: "plain", owners: action.owners };
    }
    this.sorted.actions.push(action);
    return { is: "action", owners: [] };
  }

  readAction(utterance: Utterance, marked: ActionMarker | undefined, owners: readonly Speaker[]): ActionItem {
    const { people, lexicon } = this.context;
    const action = readAction(this.text, utterance, people, lexicon, marked, owners);
    return { ...action, ...(this.where.isOwned && { isOwnedAbove: true }), ...this.#inSection };
  }

  candidateOf({ prefix, words, written }: Utterance): Candidate | undefined {
    const isLabel = (label: string): boolean => this.context.lexicon.isKnown(label) && !isContinuation(label);
    if (!prefix || isLabel(prefix.label.text)) return undefined;
    // Of what Markdown hides only a tag is a mark: in "Add `roof`: now" nobody speaks.
    const behind = this.text.slice(prefix.label.span.end, prefix.span.end).trim();
    const isMark = !prefix.hasMark || markBehind.test(behind);
    // Behind a name in bold it may be what the words start with.
    if (!isMark && (prefix.decoration !== "bold" || !this.#isOfNote(prefix))) return undefined;
    const speakers = readSpeakers(this.text, prefix.label, this.context.people);
    // `SF: 6` counts votes.
    const said = words.masked.slice(prefix.span.end - words.span.start);
    const isUnknown = speakers.some(({ who }) => who.kind === "unknown");
    const isCount = isUnknown && /^\s*\d{1,3}\s*$/.test(said);
    const isVote = prefix.label.text.length < 3 && /^(?:S?[FA]|N)$/.test(prefix.label.text) && /^\s*\d/.test(said);
    if (isCount || isVote) return undefined;
    // `Buffer: the new one [#12](…)` is what an issue is called.
    const isIssue = isUnknown && words.masked.trimEnd().endsWith("\uFFFC");
    if (isIssue && issueAtEnd.test(this.text.slice(words.span.start, words.span.end).trimEnd())) return undefined;
    const isParagraph = written === "paragraph";
    // A paragraph `Ann Bell - the parser` may be one of a list of people and what they do, who need not be here.
    const mayBeOfRoll = isParagraph && prefix.separator === "-" && prefix.decoration === "none";
    const isSpoken = (speaker: Speaker): boolean => {
      if (this.isSpeaker(speaker, prefix)) return !(mayBeOfRoll && speaker.who.kind === "known");
      return isParagraph && this.#isAbbreviated(speaker, prefix);
    };
    return speakers.every(isSpoken) ? { prefix, speakers } : undefined;
  }

  /**
   * Somebody in the list speaks. Somebody who is not may be a label: a colon or brackets, the shape of a name (or of
   * a handle, among handles) and a second turn in the same note make a speaker.
   */
  isSpeaker({ label, who }: Speaker, prefix: TurnPrefix): boolean {
    if (who.kind === "one" && who.way === "letters of the handle") return this.#isShortHandle(label, prefix);
    if (who.kind === "one" || who.kind === "ambiguous") return true;
    const isFamiliar = who.kind === "known" && isListedOrHeardOften(who.people);
    if ((isFamiliar || who.kind === "near miss") && label.text.includes(" ")) return true;
    if (prefix.separator === "-") return false;
    const isBold = prefix.separator === "" && prefix.decoration === "bold";
    if (isBold && who.kind === "near miss") return this.context.format.turns.form.startsWith("bold");
    if (isBold) return who.kind === "known" && isSure(who) && this.#recurs(prefix);
    if (isFamiliar && (isSure(who) || this.context.usesInitials)) return true;
    if (who.kind === "group") return prefix.separator === ":";
    if (who.kind === "near miss") return prefix.separator === ":" || prefix.decoration.endsWith("brackets");
    const { lexicon, usesInitials, usesHandles } = this.context;
    const isName =
      (who.kind === "known" && who.way !== "initials") ||
      lexicon.looksLikeName(label.text, usesInitials || usesHandles) ||
      (usesHandles && lexicon.looksLikeHandle(label.text));
    return isName && this.#recurs(prefix);
  }

  /** Any short word may hold letters of somebody's handle. */
  #isShortHandle({ text }: Part, { separator }: TurnPrefix): boolean {
    const { lexicon, usesHandles } = this.context;
    return separator === ":" && usesHandles && lexicon.looksLikeHandle(text);
  }

  #isOfNote({ label }: TurnPrefix): boolean {
    const { kind } = this.context.people.resolve(label.text);
    return kind === "one" || kind === "ambiguous";
  }

  /** Whether it is the abbreviation of somebody who is missing among people who all have one, if only for one turn. */
  #isAbbreviated({ label, who }: Speaker, { separator, decoration }: TurnPrefix): boolean {
    const { people, lexicon } = this.context;
    const isPlain = separator === ":" && decoration === "none" && (who.kind === "unknown" || who.kind === "known");
    return isPlain && people.areAbbreviated && lexicon.looksLikeAbbreviation(label.text);
  }

  /** Whether the label stands before a colon or in brackets again; to be asked last. */
  #recurs({ label }: TurnPrefix): boolean {
    this.sorted.doubtful.push(label.text);
    return this.context.recurring.has(label.text);
  }

  /**
   * `[Ann] - Topic` presents a topic; so does `[Ann] Topic` at the top of an agenda, `Ann - Topic` with bullets below,
   * and `Ann: Topic` where the agenda is numbered.
   */
  isPresented(utterance: Utterance, { prefix }: Candidate): boolean {
    if (this.where.section === "agenda" && /^\d/.test(utterance.item?.marker ?? "")) return true;
    if (prefix.separator === ":" || utterance.written !== "bullet") return false;
    const isDivided = prefix.separator === "-" && utterance.children.length > 0;
    // Among the updates most such bullets are what somebody has to tell.
    if (this.where.section === "updates")
      return isDivided && utterance.depth === 0 && prefix.decoration.endsWith("brackets");
    return utterance.depth === 0 || isDivided;
  }

  /** Brackets that name somebody before a topic need no second sight of the name. */
  presenterOf({ prefix }: Utterance): Candidate | undefined {
    if (!prefix?.decoration.endsWith("brackets")) return undefined;
    const speakers = readSpeakers(this.text, prefix.label, this.context.people);
    return areNamed(speakers) || this.context.lexicon.looksLikeName(prefix.label.text, false)
      ? { prefix, speakers }
      : undefined;
  }

  isTopic(utterance: Utterance, isNested: boolean): boolean {
    if (
      utterance.written !== "bullet" ||
      this.where.section === "other" ||
      isPeopleRole(this.where.section) ||
      utterance.words.masked === ""
    )
      return false;
    const hasBelow = utterance.children.length > 0;
    if (utterance.depth === 0) return hasBelow || (this.where.section !== "updates" && this.where.section !== "notes");
    return isNested && hasBelow && this.where.section !== "updates" && !tooLongForTopic.test(utterance.words.masked);
  }

  isDecision(utterance: Utterance): boolean {
    const { prefix, words } = utterance;
    const { decisionLabels, format } = this.context;
    if (prefix && decisionLabels.has(comparable(prefix.label.text.replace(decisionNumber, "")))) return true;
    if (this.where.section === "decisions" && prefix && isNumber.test(prefix.label.text)) return true;
    if (this.where.section === "decisions" && utterance.item && utterance.depth === 0 && words.masked !== "")
      return true;
    // What somebody presents is a topic, even if its name tells of a vote.
    if (prefix?.decoration.endsWith("brackets")) return false;
    if (tooLongForDecision.test(words.masked)) return false;
    const said = comparable(words.masked);
    for (const phrase of format.decisions.phrases) if (said.includes(phrase)) return true;
    return false;
  }

  addTurn(utterance: Utterance, { prefix, speakers }: Candidate): void {
    const { words, item, depth } = utterance;
    const turn: Writable<Turn> = {
      span: words.span,
      prefix,
      speakers,
      spoken: trimPart(this.text, { start: prefix.span.end, end: words.span.end }),
      words,
      depth,
      // A quote, a table or code below is said, too.
      hasContinuation: item?.children.some(({ kind }) => kind !== "html") ?? false,
    };
    if (item) turn.item = { marker: item.marker, span: item.span };
    if (this.where.section !== undefined) turn.section = this.where.section;
    this.sorted.turns.push(turn);
  }

  addTopic(utterance: Utterance, candidate: Candidate | undefined, topics: Topic[]): Topic[] {
    const [first, ...others] = candidate?.speakers ?? [];
    const presenter = candidate && first && others.length > 0 ? { ...first, label: candidate.prefix.label } : first;
    const nested: Topic[] = [];
    topics.push({
      title: this.titleOf(utterance.words.span, candidate),
      ...(presenter && { presenter }),
      span: utterance.span,
      ...this.#inSection,
      topics: nested,
    });
    return nested;
  }

  get #inSection(): Pick<Statement, "section"> {
    return this.where.section === undefined ? nowhere : { section: this.where.section };
  }

  titleOf(span: Span, candidate: Candidate | undefined): Part {
    const title = trimPart(this.text, { start: candidate?.prefix.span.end ?? span.start, end: span.end });
    return title.text === "" ? trimPart(this.text, span) : title;
  }
}
