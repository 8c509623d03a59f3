import type { Note, Person, Roster } from "../model/note";
import { NoteReader } from "../model/noteReader";
import { nobodyKnown, rosterOf } from "../model/roster";
import type { SpokenName } from "../model/spokenNames";
import { ChunkedText } from "../parse/chunkedText";
import { isoDateOf } from "../parse/date";
import { findProfile } from "../profiles/builtIn";
import { areMarkedAlike } from "../profiles/marks";
import { mergeProfile } from "../profiles/mergeProfile";
import type { Profile } from "../profiles/profile";
import { type Asked, Recogniser, type Verdict } from "../profiles/recognise";
import { maybeNote } from "../profiles/signature";
import { isTemplate } from "../profiles/templateProfile";
import { Linter, type RuleSeverities } from "../rules/lint";
import type { Edited } from "../text/difference";
import { rememberingOf } from "../text/remembering";
import type { Span } from "../text/span";
import { type Analysis, CarriedAnalysis } from "./analysis";
import { carryOver, type KnownVersion, type ReadVersion } from "./carriedOver";
import { fileVerdictOf, pathOf } from "./fileVerdict";
import type { NoteSettings } from "./settings";

/**
 * The length (in UTF-16 units) beyond which a text is not read: it would take more memory than a process has. A
 * meeting of a day fills a hundredth of it.
 */
const longestText = 8_000_000;

/** Of folders further up nobody knows what they say of a file. */
const nearFolders = 4;

/** What the note had where a new line was begun. */
const emptyLine = { text: "" };

/** What is known of the last version, beside what is shown of it. */
interface LastAnalysis extends KnownVersion {
  readonly analysis: Analysis;
}

/**
 * Recognises, reads and checks the text of the file at `uri` (or a path), in which the roster's people are known; pure,
 * and total for any text.
 */
export function analyse(uri: string, text: string, settings: NoteSettings, roster?: Roster): Analysis {
  return new Analyser(uri, settings).analyse(text, roster);
}

/** Whom a text names as present, under which names others speak in it, and when the meeting was held, as far as its title tells (`yyyy-MM-dd`). */
export interface Presence {
  readonly people: readonly Person[];
  readonly spoken: readonly SpokenName[];
  readonly heldOn: string | undefined;
}

/**
 * Analyses one version of a document after the other. What an edit did not touch is not read again; the answer is
 * the same as {@link analyse} gives. Remembers about as much as one version.
 */
export class Analyser {
  #cut = ChunkedText.of("");
  /** Undefined where it was no note. */
  #last: LastAnalysis | undefined;
  readonly #recogniser = new Recogniser();
  readonly #asked: Asked;
  readonly #path: string;
  /** By the built-in profile: what is asked of one form to recognise another is remembered, too. */
  readonly #forms = new Map<Profile, FormReader>();
  /** The one of the note as it was read last. */
  #form: FormReader | undefined;
  #judged: { readonly text: string; readonly recognised: Recognised | Unrecognised } | undefined;
  /** Who is known as long as no other notes were read. */
  readonly #listed: Roster;
  #roster: Roster;

  constructor(
    uri: string,
    private readonly settings: NoteSettings,
  ) {
    this.#asked = {
      choice: fileVerdictOf(uri, settings),
      profile: findProfile(settings.profile),
      fileName: uri.slice(uri.lastIndexOf("/") + 1),
      folders: pathOf(uri).split("/").slice(0, -1).slice(-nearFolders),
    };
    this.#path = pathOf(uri);
    this.#listed = rosterOf([], settings.people);
    this.#roster = this.#listed;
  }

  /** Whether the text is a note. */
  isNote(text: string): boolean {
    return "cut" in this.#recognise(text);
  }

  /** Who was at the meeting that the text tells of; undefined where it is no note. What was said is not read. */
  presenceIn(text: string): Presence | undefined {
    const recognised = this.#recognise(text);
    if (!("cut" in recognised)) return undefined;
    const { cut, form } = recognised;
    const { reader } = form;
    const { title } = reader.draft(cut);
    return { ...reader.presence(cut), heldOn: title?.date && isoDateOf(title.date) };
  }

  /** What is known of the text where the roster's people are known; `edited` tells how it came about, if anybody knows. */
  analyse(text: string, others: Roster = nobodyKnown, edited?: Edited): Analysis {
    const roster = others === nobodyKnown ? this.#listed : others;
    if (roster !== this.#roster) this.#last = undefined;
    this.#roster = roster;
    const carried = this.#carryOver(text, edited);
    if (carried) return carried;
    const { analysis, read } = this.#read(text);
    this.#last = read && { text, analysis, read, written: undefined };
    return analysis;
  }

  #carryOver(text: string, edited: Edited | undefined): Analysis | undefined {
    const last = this.#last;
    const form = this.#form;
    if (!last || !form) return undefined;
    const { read } = last;
    const edit = edited?.before === last.text ? edited.edit : undefined;
    const written = carryOver(last, text, form.reader.names, form.linter, edit);
    if (!written) return undefined;
    const { hangsOn } = this.#recogniser;
    const { asRead, line, isNew } = written;
    if (!areMarkedAlike(isNew ? emptyLine : asRead.whole, line.whole, hangsOn.turns)) return undefined;
    if (isNew && hangsOn.length) return undefined;
    const roster = this.#roster;
    const analysis = new CarriedAnalysis(last.analysis, read, written, text, () => {
      const fresh = readBy(form, this.#cutInto(text), roster);
      // What is written next is compared with what was read last.
      const isLast = this.#last?.analysis === analysis;
      if (isLast) this.#last = { text, analysis, read: fresh, written: undefined };
      return fresh;
    });
    this.#last = { text, analysis, read, written };
    return analysis;
  }

  #cutInto(text: string): ChunkedText {
    this.#cut = this.#cut.next(text);
    return this.#cut;
  }

  #read(text: string): FreshReading {
    const recognised = this.#recognise(text);
    if (!("cut" in recognised)) return ordinary(recognised.reason);
    const { verdict, cut, form } = recognised;
    const read = readBy(form, cut, this.#roster);
    const { note, findings, lists } = read;
    return { analysis: { verdict, note, findings, notices: findings, lists, shown: {}, own: [] }, read };
  }

  /** Judges a text once, whoever asks what of it. */
  #recognise(text: string): Recognised | Unrecognised {
    if (this.#judged?.text !== text) this.#judged = { text, recognised: this.#judge(text) };
    return this.#judged.recognised;
  }

  #judge(text: string): Recognised | Unrecognised {
    if (!this.settings.enable) return { reason: "No meeting note: Notewright is turned off in your settings" };
    if (text.length > longestText) return { reason: "No meeting note: it is longer than eight million characters" };
    if (this.#asked.choice === undefined && !maybeNote(text)) {
      return { reason: "No meeting note: it has none of a note's words" };
    }
    if (this.#asked.choice === undefined && isTemplate(this.#asked.fileName)) {
      return { reason: "No meeting note: it is the template of them" };
    }
    const cut = this.#cutInto(text);
    const draftOf = (profile: Profile) => this.#readerOf(profile).reader.draft(cut);
    const verdict = this.#recogniser.judge(cut, this.#asked, draftOf);
    if (!verdict.isNote) return { reason: verdict.reason };
    this.#form = this.#readerOf(verdict.profile);
    return { verdict: { ...verdict, profile: this.#form.profile }, cut, form: this.#form };
  }

  /** Reads and checks by the built-in profile as the group changes it; the same as the last time for the same one. */
  #readerOf(builtIn: Profile): FormReader {
    const known = this.#forms.get(builtIn);
    if (known) return known;
    const { turns, labels, aliases = {}, rules, parts, today } = this.settings;
    const path = this.#path;
    const profile = mergeProfile(builtIn, parts);
    const reader = new NoteReader(profile.format, { turnForm: turns.form, labels, aliases });
    let linter: Linter | undefined;
    const form: FormReader = {
      profile,
      reader,
      // Forms that only serve to recognise another lint nothing.
      get linter() {
        linter ??= new Linter(profile.format, severitiesOf(profile)(rules), { today, path });
        return linter;
      },
    };
    this.#forms.set(builtIn, form);
    return form;
  }
}

/** How much findings matter in notes of a profile, for a user; the same object for all such notes. */
const severitiesOf = rememberingOf((profile: Profile) =>
  rememberingOf((rules: NoteSettings["rules"]): RuleSeverities => ({ ...profile.severities, ...rules })),
);

/** What reads and checks the notes of one profile. */
interface FormReader {
  /** As the group has it. */
  readonly profile: Profile;
  readonly reader: NoteReader;
  readonly linter: Linter;
}

function readBy({ reader, linter }: FormReader, cut: ChunkedText, roster: Roster): ReadVersion {
  const note = reader.read(cut, roster);
  const { shown, hidden } = linter.lint(note);
  return { note, findings: shown, hidden, lists: listSpansOf(note) };
}

function listSpansOf({ table, lists }: Note): Span[] {
  const others = lists.filter(({ form }) => form !== "row").map(({ span }) => span);
  return table ? [table.span, ...others] : others;
}

/** An analysis for which the text was read, if it is a note. */
interface FreshReading {
  readonly analysis: Analysis;
  readonly read: ReadVersion | undefined;
}

/** A text that is a note, in chunks, and what reads it. */
interface Recognised {
  readonly verdict: Verdict & { readonly isNote: true };
  readonly cut: ChunkedText;
  readonly form: FormReader;
}

/** Why a text is no note. */
interface Unrecognised {
  readonly reason: string;
}

function ordinary(reason: string): FreshReading {
  const verdict: Verdict = { isNote: false, profile: null, reason };
  return {
    analysis: { verdict, note: null, findings: [], notices: [], lists: [], shown: {}, own: [] },
    read: undefined,
  };
}
