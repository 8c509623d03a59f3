import type { Turn } from "../../../server/src/model/note";
import type { RuleId } from "../../../server/src/rules/index";
import { type CleanNote, type Defect, endOf, mark, misspell, type Planters, type Put } from "./plant";

/** Defects of what was said, and of who said it. */
export const turnPlanters: Planters<Extract<RuleId, `speaker-${string}` | `turn-${string}`>> = {
  "speaker-unknown": {
    "somebody whom nobody knows": (clean) => {
      const turn = ownTurns(clean).find(({ hasContinuation }) => !hasContinuation);
      if (!turn) return undefined;
      const label = strangerLike(turn.prefix.label.text);
      if (label === undefined) return undefined;
      const first = clean.like(turn, mark(label));
      return { marked: clean.with([endOf(clean.whole(turn)), first + clean.like(turn, label)]) };
    },
    "somebody taken off the list": (clean) => unlist(clean, "speaker-unknown"),
  },
  "speaker-unlisted-known": {
    "somebody taken off the list, whom other notes list": (clean) => unlist(clean, "speaker-unlisted-known"),
  },
  "speaker-misspelt": {
    "two letters swapped": (clean) => {
      for (const { speakers, prefix } of clean.note.turns) {
        const [speaker, ...others] = speakers;
        const isLong = /^(?:\p{Lu}{3}|.{4,})$/u.test(speaker?.label.text ?? "");
        const slip =
          speaker?.who.kind === "one" && isLong && areSlipsSeen(speaker) && !prefix.hasMark
            ? misspell(speaker.label.text)
            : undefined;
        if (speaker && others.length === 0 && slip) {
          return { marked: clean.with([speaker.label.span, mark(slip)]), restored: "one" };
        }
      }
      return undefined;
    },
  },
  "speaker-ambiguous": {
    "a second person who answers to the label": (clean) => {
      for (const { speakers, prefix } of clean.note.turns) {
        const [speaker, ...others] = speakers;
        if (speaker?.who.kind !== "one" || others.length > 0 || prefix.hasMark) continue;
        const { way, person } = speaker.who;
        const words = person.name.split(/[ -]/);
        const isClear = way === "first name" || way === "initials";
        const name = way === "first name" ? `${words[0]} Quillon` : words.map((word) => `${word[0]}ellis`).join(" ");
        const put = isClear ? clean.listing(name) : undefined;
        const first = clean.note.turns
          .flatMap((turn) => turn.speakers)
          .find(({ label }) => label.text === speaker.label.text);
        if (put && first) return { marked: clean.with(put, [first.label.span, mark(first.label.text)]) };
      }
      return undefined;
    },
    "a name that two share, without the rest": (clean) => {
      for (const { speakers } of clean.note.turns) {
        const [speaker, ...others] = speakers;
        if (speaker?.who.kind !== "one" || others.length > 0) continue;
        const [first = "", last] = speaker.label.text.split(" ");
        const namesakes = clean.note.attendees.filter(({ name }) => name.startsWith(`${first} `));
        if (last && namesakes.length > 1)
          return { marked: clean.with([speaker.label.span, mark(first)]), restored: "one" };
      }
      return undefined;
    },
  },
  "turn-format": {
    "no blank behind the colon": (clean) => {
      const turn = formed(clean).find(({ prefix }) => /: $/.test(clean.slice(prefix.span)));
      const prefix = turn && clean.slice(turn.prefix.span).trimEnd();
      return turn && prefix ? { marked: clean.with([turn.prefix.span, mark(prefix)]), restored: "all" } : undefined;
    },
    "two colons": (clean) => {
      const turn = formed(clean).find(({ prefix }) => /[^*]: $/.test(clean.slice(prefix.span)));
      if (!turn) return undefined;
      const prefix = clean.slice(turn.prefix.span).trimEnd();
      return { marked: clean.with([turn.prefix.span, `⟦${prefix}:⟧ `]), restored: "all" };
    },
    "another form": (clean) => {
      const turn = formed(clean).find(({ prefix }) => /: $/.test(clean.slice(prefix.span)));
      if (!turn) return undefined;
      const { decoration, label } = turn.prefix;
      const other = decoration === "none" ? `**${label.text}:**` : `${label.text}:`;
      return { marked: clean.with([turn.prefix.span, `${mark(other)} `]), restored: "all" };
    },
  },
  "turn-empty": {
    "nothing behind the label": (clean) => {
      const { turns } = clean.note;
      for (const [index, turn] of turns.entries()) {
        const next = turns[index + 1];
        const isAlone = turn.item ? !turn.hasContinuation : isFollowed(clean, turn, next);
        if (!isAlone || !next || turn.spoken.text === "" || turn.prefix.separator !== ":") continue;
        const written = clean.slice(turn.prefix.span).trimEnd();
        return { marked: clean.with([{ start: turn.prefix.span.start, end: turn.words.span.end }, mark(written)]) };
      }
      return undefined;
    },
  },
  "turn-merged": {
    "two turns in one": (clean) => {
      const { turns } = clean.note;
      for (const [index, second] of turns.entries()) {
        const first = turns[index - 1];
        if (!first || !areJoinable(clean, first, second)) continue;
        const written = clean.slice(second.prefix.span);
        const gap = { start: first.words.span.end, end: second.prefix.span.start };
        const marked = clean.with([gap, " "], [second.prefix.span, `${mark(written.trimEnd())} `]);
        return { marked, restored: "one" };
      }
      return undefined;
    },
    "no empty line between two paragraphs": (clean) => {
      const { turns } = clean.note;
      for (const [index, second] of turns.entries()) {
        const first = turns[index - 1];
        if (!first || first.item || !areJoinable(clean, first, second)) continue;
        const gap = { start: first.words.span.end, end: second.prefix.span.start };
        const written = clean.slice(second.prefix.span);
        const marked = clean.with([gap, "\n"], [second.prefix.span, `${mark(written.trimEnd())} `]);
        return { marked, restored: "one" };
      }
      return undefined;
    },
  },
  "turn-unfinished": {
    "a word that no sentence ends in": (clean) => withEnd(clean, " and ⟦the⟧"),
    "a comma": (clean) => {
      return withEnd(clean, ({ lastWord }) => `⟦${lastWord},⟧`);
    },
    "a blank for the next word": (clean) => {
      return clean.note.endsSentences ? withEnd(clean, ({ lastWord }) => `⟦${lastWord}⟧ `) : undefined;
    },
  },
  "turn-gap": {
    "dots for all that was said": (clean) => {
      const turn =
        ownTurns(clean).find(({ spoken, item, hasContinuation }) => {
          return spoken.text !== "" && item !== undefined && !hasContinuation;
        }) ?? ownTurns(clean).find(({ spoken, prefix }) => spoken.text !== "" && prefix.separator === ":");
      return turn && { marked: clean.with([turn.spoken.span, mark("...")]) };
    },
    "question marks for a word": (clean) => withGap(clean, "???"),
    "a word of the scribe's": (clean) => withGap(clean, "[inaudible]"),
    "a line of dots": (clean) => {
      const turn = ownTurns(clean).find(({ hasContinuation }) => !hasContinuation);
      if (!turn) return undefined;
      const { start, end } = clean.whole(turn);
      const lead = clean.text.slice(start, turn.words.span.start);
      return { marked: clean.with([{ start: end, end }, `${turn.item ? "\n" : "\n\n"}${lead}⟦...⟧`]) };
    },
  },
};

/** Handles and initials are too short, or too unlike words, for anybody to tell what was meant. */
function areSlipsSeen({ label, who }: Turn["speakers"][number]): boolean {
  if (who.kind !== "one" || !/^\p{Lu}/u.test(label.text)) return false;
  return (label.text.length > 3 && !label.text.endsWith(")")) || who.person.abbreviations.includes(label.text);
}

/** Turns of somebody who is one of the note's people. */
function ownTurns({ note }: CleanNote): readonly Turn[] {
  return note.turns.filter(({ speakers, prefix, spoken }) => {
    return spoken.text !== "" && !prefix.hasMark && speakers.length === 1 && speakers[0]?.who.kind === "one";
  });
}

/** Turns of the form that the note writes its turns in. */
function formed(clean: CleanNote): readonly Turn[] {
  return ownTurns(clean).filter(({ prefix, spoken }) => {
    const isPlain = prefix.decoration === "none" || prefix.decoration === "bold";
    return isPlain && prefix.separator === ":" && /^\p{L}/u.test(spoken.text);
  });
}

/** A name of nobody, in the manner of the label. */
function strangerLike(label: string): string | undefined {
  if (/^\p{Lu}{2,3}$/u.test(label)) return "ZQV".slice(0, label.length);
  // In small letters it might be any word.
  if (/^\p{Ll}/u.test(label)) return undefined;
  return label.includes(" ") ? "Zora Quillon" : "Zora";
}

/** Takes the last attendee off the list who speaks and is not heard of elsewhere. */
function unlist(clean: CleanNote, rule: RuleId): Defect | undefined {
  const { note } = clean;
  const isKnown = rule === "speaker-unlisted-known";
  const { turns, actions, noteTakers } = note;
  for (const attendee of [...note.attendees].reverse()) {
    const isOf = (speaker: Turn["speakers"][number]) =>
      speaker.who.kind === "one" && speaker.who.person.name === attendee.name;
    const own = turns.flatMap((turn) => turn.speakers.filter(isOf).map((speaker) => ({ turn, speaker })));
    const labels = new Set(own.map(({ speaker }) => speaker.label.text));
    const [first] = own;
    const isNamed = note.lists.some(({ role, entries }) => {
      return role !== "attendees" && entries.some(({ text }) => text === attendee.name);
    });
    const isElsewhere = isNamed || [...noteTakers, ...actions.flatMap(({ owners }) => owners)].some(isOf);
    // Alone and in bold, a name that nobody has may be a heading.
    if (first?.turn.prefix.separator !== ":") continue;
    if (isElsewhere || labels.size > 1 || first.turn.speakers.length > 1) continue;
    if (!isKnown && (own.length < 2 || !/^\p{Lu}\p{Ll}/u.test(first.speaker.label.text))) continue;
    const label = first.speaker.label.text.replace(/ ?(?:\(.*\)|\?)$/, "");
    const { start } = first.speaker.label.span;
    const put: Put = [{ start, end: start + label.length }, mark(label)];
    const isLast = attendee === note.attendees.at(-1) && note.attendees[0]?.list === attendee.list;
    const isAlike = attendee.written === (isKnown ? attendee.name : first.speaker.label.text);
    return {
      marked: clean.with(clean.unlisting(attendee), put),
      ...(isLast && isAlike && !attendee.role && attendee.list.form !== "columns" && { restored: "one" as const }),
      ...(isKnown && { known: [attendee] }),
    };
  }
  return undefined;
}

/** Whether a paragraph that is a turn is followed by nothing but the next. */
function isFollowed(clean: CleanNote, turn: Turn, next: Turn | undefined): boolean {
  return next !== undefined && !next.item && clean.text.slice(turn.span.end, next.span.start).trim() === "";
}

function areJoinable(clean: CleanNote, first: Turn, second: Turn): boolean {
  const [one, other] = [clean.whole(first), clean.whole(second)];
  const areBeside = clean.text.slice(first.words.span.end, other.start).trim() === "";
  const areAlike = first.item?.marker === second.item?.marker && first.depth === second.depth;
  const isBlankBetween = /\n\s*\n/.test(clean.text.slice(one.end, other.start)) === !first.item;
  const isRead = second.speakers.every(({ who }) => who.kind === "one") && !second.prefix.hasMark;
  const isPlain = second.prefix.separator === ":" && second.spoken.text !== "" && !second.hasContinuation;
  return areBeside && areAlike && isBlankBetween && isRead && isPlain && /[a-z][.!?]$/.test(first.spoken.text);
}

type End = string | ((turn: { readonly lastWord: string }) => string);

/** A turn that ends in words, with another end. */
function withEnd(clean: CleanNote, end: End): Defect | undefined {
  const { turns } = clean.note;
  for (const [index, turn] of turns.entries()) {
    const next = turns[index + 1];
    const isLast = turn.item ? isEndOfItem(clean, turn, next) : isFollowed(clean, turn, next);
    const lastWord = /\s(\p{Ll}{3,})\.$/u.exec(turn.spoken.text)?.[1];
    if (!isLast || turn.hasContinuation || lastWord === undefined) continue;
    const { span } = turn.words;
    const length = typeof end === "string" ? 1 : lastWord.length + 1;
    return {
      marked: clean.with([
        { start: span.end - length, end: span.end },
        typeof end === "string" ? end : end({ lastWord }),
      ]),
    };
  }
  return undefined;
}

function isEndOfItem(clean: CleanNote, { item }: Turn, next: Turn | undefined): boolean {
  return (
    item !== undefined && next !== undefined && clean.text.slice(item.span.end, next.item?.span.start).trim() === ""
  );
}

/** A turn in which a word was not heard. */
function withGap(clean: CleanNote, gap: string): Defect | undefined {
  for (const { spoken } of ownTurns(clean)) {
    const at = /(?<=^\p{L}+ \p{L}+) (?=\p{L})/u.exec(spoken.text)?.index;
    if (at === undefined) continue;
    const place = { start: spoken.span.start + at, end: spoken.span.start + at };
    return { marked: clean.with([place, ` ${mark(gap)}`]) };
  }
  return undefined;
}
