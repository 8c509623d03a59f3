import type { Block } from "../parse/blocks";
import { maybeBlock } from "../parse/chunks";
import { findTurnPrefix, reachOfPrefix, type TurnPrefix } from "../parse/turnPrefix";
import type { Difference } from "../text/difference";
import { nextPlaceOf } from "../text/lineEnds";
import { lastNotAfter } from "../text/search";
import { shiftSpan } from "../text/shift";
import type { Span } from "../text/span";
import { trimEnd } from "../text/trim";
import { classifyAlone, type Inherited, inheritedBelow } from "./classify";
import { areAlike, essenceOf } from "./lineEssence";
import { findLabelled, startsWithLabel } from "./listedPeople";
import type { Reading, Turn } from "./note";
import { endAlike, endsSentences, type SentenceEnds } from "./noteHabits";
import type { NoteOfReadings } from "./noteOfReadings";
import { sentenceEndsIn } from "./pageFacts";
import { headOf, type Passage } from "./passage";
import { isPeopleRole } from "./peopleNames";
import type { ReadingContext, Where } from "./readingContext";
import type { SectionNames } from "./sectionNames";
import { shiftTurn } from "./shiftReading";
import type { Utterance } from "./utterance";

/** Where a line stands in its note: all that decides how it is read, but for its words. */
interface Setting {
  /** The block of the highest level that holds it; UTF-16 offsets in the note. */
  readonly passage: Span;
  readonly utterance: Utterance;
  readonly context: ReadingContext;
  readonly where: Where;
  readonly inherited: Inherited;
  /** Whether words that name a section would open one. */
  readonly mayBeHead: boolean;
  /** How the turns of the note end, the line among them. */
  readonly sentenceEnds: SentenceEnds;
}

/**
 * A paragraph or bullet of one line while its words are being written. As long as it says the same (a turn of the same
 * speaker, or words that are nothing else), nothing but places changes in the rest of the note.
 */
export class WrittenLine {
  #essence: readonly unknown[] | undefined;
  #ends: ReturnType<typeof sentenceEndsIn> | undefined;
  #turnInNote: Turn | undefined;

  private constructor(
    private readonly setting: Setting,
    /** The line by itself, before anybody knows what it says. */
    private readonly utterance: Utterance,
    /** From the start of the line to where its words end; UTF-16 offsets in the whole text. */
    readonly span: Span,
    /** Length of what stands before the words: indent, marker, box. */
    private readonly lead: number,
    /** What the line says; positions count from its start. */
    readonly reading: Reading,
    /** The line with the blank behind its words, if there is one. */
    readonly whole: { readonly text: string },
  ) {}

  /** The line at the offset; undefined where it holds anything else than a plain paragraph or bullet. */
  static at({ text, draft, context, sentenceEnds }: NoteOfReadings, offset: number): WrittenLine | undefined {
    const index = passageAt(draft.passages, draft.starts, offset);
    const [passage, where] = [draft.passages[index], draft.wheres[index]];
    if (!passage?.utterance || where?.as !== "said" || passage.head || passage.mayListPeople) return undefined;
    // With other words it might be one of the people.
    if (isPeopleRole(where.section) || draft.wheres[index - 1]?.as === "people") return undefined;
    const start = draft.starts[index] ?? 0;
    const path = pathTo(passage.utterance, offset - start);
    const utterance = path.at(-1);
    if (!utterance || utterance.written === "heading") return undefined;
    const { words } = utterance;
    const lineStart = Math.max(text.lastIndexOf("\n", start + words.span.start - 1) + 1, start);
    const inherited = inheritedBelow(passage.text, path, context, where);
    const setting: Setting = {
      passage: shiftSpan(passage.block.span, start),
      utterance,
      context,
      where,
      inherited,
      mayBeHead: path.length === 1,
      sentenceEnds,
    };
    const span = { start: lineStart, end: start + words.span.end };
    return WrittenLine.#of(setting, text, span, start + words.span.start - lineStart);
  }

  /** The same line behind an edit of the text `before`; undefined where the edit may have changed more than words. */
  after(before: string, text: string, edit: Difference, names: SectionNames): WrittenLine | undefined {
    const first = this.span.start + this.lead + 1;
    // One blank may stand behind the words: the one in front of the next.
    if (edit.start < first || edit.endBefore > this.span.end + 1) return undefined;
    if (lineEnds.test(before.slice(edit.start, edit.endBefore))) return undefined;
    return this.startingAt(this.span.start, text, edit, names, this.#prefixAbove(edit.start));
  }

  /**
   * A line with the same lead in the same place of the note, where the edit put words; undefined where they may be
   * anything else. `known` is its speaker's prefix, if that is known.
   */
  startingAt(
    start: number,
    text: string,
    edit: Difference,
    names: SectionNames,
    known?: TurnPrefix,
  ): WrittenLine | undefined {
    const lineEnd = nextPlaceOf("\n", text, edit.start);
    if (edit.endAfter > lineEnd) return undefined;
    const source = trimEnd(text.slice(start, lineEnd).replace(/\r$/, ""), " \t");
    const next = WrittenLine.#of(this.setting, text, { start, end: start + source.length }, this.lead, known);
    return next && !next.#isHead(names, known) ? next : undefined;
  }

  /** The block of the highest level that holds it, as it was read; UTF-16 offsets in the note. */
  get passage(): Span {
    return this.setting.passage;
  }

  /** Where the words begin that are spoken; undefined where nobody speaks. */
  get spokenStart(): number | undefined {
    return this.turn && this.span.start + this.turn.prefix.span.end;
  }

  /** The turn that it is, if somebody speaks on it; positions count from the start of the line. */
  get turn(): Turn | undefined {
    return this.reading.turns[0];
  }

  /** The same turn with its positions in the whole text. */
  get turnInNote(): Turn | undefined {
    this.#turnInNote ??= this.turn && shiftTurn(this.turn, this.span.start);
    return this.#turnInNote;
  }

  /** Whether its words are something said, and no name of a topic or a decision, and no action item. */
  get isSaid(): boolean {
    const kind = this.reading.statements[0]?.kind;
    return kind === "turn" || kind === "plain";
  }

  /** Whether its words are somebody's: nothing that a template leaves, and nothing that stands for nothing. */
  get saysSomething(): boolean {
    const [statement] = this.reading.statements;
    return statement !== undefined && !statement.isPlaceholder && !statement.isFiller;
  }

  /** What stands before the words of a bullet with nothing else in it; undefined for anything else. */
  get bulletLead(): string | undefined {
    const { item, words } = this.setting.utterance;
    const isAlone = item?.children.length === 0 && item.span.end === words.span.end;
    return isAlone ? this.reading.text.slice(0, this.lead) : undefined;
  }

  /** Whether the other differs from it in nothing that the rest of the note could depend on. */
  saysTheSame(other: WrittenLine): boolean {
    const isSame = areAlike(this.#whatMatters, other.#whatMatters);
    return isSame && endAlike(this.setting.sentenceEnds, this.#sentenceEndsWith(other));
  }

  /** How the turns of the note end with the other line in the place of this one. */
  #sentenceEndsWith(other: WrittenLine): SentenceEnds {
    const { turns, punctuated, blanks } = this.setting.sentenceEnds;
    const [before, now] = [this.#ownEnds, other.#ownEnds];
    return {
      turns,
      punctuated: punctuated + now.punctuated - before.punctuated,
      blanks: blanks + now.blanks - before.blanks,
    };
  }

  // Both are worked out once: each later version is compared with the line as it was read.
  get #whatMatters(): readonly unknown[] {
    this.#essence ??= essenceOf(this.reading, this.utterance);
    return this.#essence;
  }

  get #ownEnds(): ReturnType<typeof sentenceEndsIn> {
    this.#ends ??= sentenceEndsIn(this.reading);
    return this.#ends;
  }

  /** The speaker's prefix, if an edit at the offset is too far behind it to make another one of it. */
  #prefixAbove(offset: number): TurnPrefix | undefined {
    const { prefix } = this.utterance;
    return prefix && offset - this.span.start > prefix.span.end + reachOfPrefix ? prefix : undefined;
  }

  static #of(setting: Setting, text: string, span: Span, lead: number, known?: TurnPrefix): WrittenLine | undefined {
    const source = text.slice(span.start, span.end);
    const utterance = findWords(setting, source, lead, known);
    const { masked } = utterance.words;
    if (masked === "" || lineEnds.test(source) || maybeBlock.test(masked) || maybeBox.test(masked)) return undefined;
    if (maybeMore.test(masked.slice((utterance.prefix?.span.end ?? lead) - lead))) return undefined;
    const behind = text.charAt(span.end);
    const whole = behind === " " || behind === "\t" ? source + behind : source;
    const said = endsSentences(setting.sentenceEnds) ? whole : source;
    const reading = classifyAlone(said, utterance, setting.context, setting.where, setting.inherited);
    return new WrittenLine(setting, utterance, span, lead, reading, { text: whole });
  }

  /** The line to where its words end. */
  get #source(): string {
    return this.reading.text.slice(0, this.span.end - this.span.start);
  }

  /** Whether it opens a section; `known` is the prefix that it had before, when it did not. */
  #isHead(names: SectionNames, known: TurnPrefix | undefined): boolean {
    if (!this.setting.mayBeHead) return false;
    const { item, words, span } = this.utterance;
    // What stands before the colon was no name, and with words behind it the whole is none.
    const isLabelled = known?.separator === ":" && known.decoration === "none" && known.span.end < words.span.end;
    if (item && isLabelled && !names.haveColons) return false;
    const block: Block = item ?? { kind: "paragraph", span, words };
    const source = this.#source;
    if (startsWithLabel(source, block, names.people) || headOf(source, block, names)) return true;
    // A bullet that lists people starts with a label for them.
    return !item && findLabelled(source, block, names.people).length > 0;
  }
}

const lineEnds = /[\r\n]/;

/** What is the box of a task as soon as a blank stands behind it (GFM, task list items). */
const maybeBox = /^\[[ \txX]\](?:[ \t]|$)/;

/** What in words may be a link, code, HTML, a label or the mark of something else. */
const maybeMore = /[`<>[\]@|\\&*_~:\u007F-\u009F\uFEFF\uFFFC]|[^ -\uFFFF]|www\./i;

function findWords({ utterance }: Setting, source: string, lead: number, known: TurnPrefix | undefined): Utterance {
  const span = { start: lead, end: source.length };
  const words = { span, masked: source.slice(lead) };
  const { written, depth, children, item } = utterance;
  const prefix = known ?? findTurnPrefix(words);
  const whole = { start: 0, end: source.length };
  const found: { -readonly [Key in keyof Utterance]: Utterance[Key] } = {
    words,
    span: whole,
    written,
    depth,
    children,
  };
  // To spread what it may have would take longer than to find it.
  if (prefix) found.prefix = prefix;
  if (item) found.item = { ...item, span: whole, words };
  return found;
}

/** The passage that holds the offset; several may count from the same place. */
function passageAt(passages: readonly Passage[], starts: readonly number[], offset: number): number {
  let index = lastNotAfter(starts, offset);
  while (
    index > 0 &&
    starts[index - 1] === starts[index] &&
    (passages[index]?.block.span.start ?? 0) > offset - (starts[index] ?? 0)
  ) {
    index--;
  }
  return index;
}

/** From the utterance down to the one whose own words hold the offset; empty where none does. */
function pathTo(utterance: Utterance, offset: number): Utterance[] {
  const { span } = utterance.words;
  if (span.start <= offset && offset <= span.end) return [utterance];
  const child = utterance.children.findLast((nested) => nested.span.start <= offset);
  const below = child ? pathTo(child, offset) : [];
  return below.length > 0 ? [utterance, ...below] : [];
}
