import type { Block, Words } from "../parse/blocks";
import type { FoundDate } from "../parse/date";
import type { TurnPrefix } from "../parse/turnPrefix";
import type { Part, Span } from "../text/span";
import type { AttendeeForm, SectionForm, SectionRole, TurnForm } from "./format";
import type { Places } from "./places";

/** What somebody is called. */
export interface Person {
  /** The full name as written, without nickname, handle, role or link. */
  readonly name: string;
  readonly nicknames: readonly string[];
  readonly abbreviations: readonly string[];
  /** GitHub handles without the `@`. */
  readonly handles: readonly string[];
}

/** Somebody whom the note need not list: other notes of the group name the person as present, or a list of its people. */
export interface KnownPerson extends Person {
  /** How many of those notes list the person; 0 for somebody of a list of people only. */
  readonly notes: number;
  /**
   * How somebody is known whom nothing lists: by presenting in this very note, or by speaking in other notes, which
   * `notes` counts then.
   */
  readonly by?: "presenting" | "speaking";
  /** When the last of them was held, `yyyy-MM-dd` or as much of it as is known; absent where nothing is. */
  readonly last?: string;
}

/** The people of a group whom a note need not name, to be asked whom a label means when the note's own list does not tell. */
export interface Roster {
  /** Whoever was there lately first. */
  readonly people: readonly KnownPerson[];
  /** Who answers to a label; `alias` is the full name (comparable) that it is another form of. */
  find(
    label: string,
    alias?: string,
  ): { readonly people: readonly [KnownPerson, ...KnownPerson[]]; readonly way: ResolutionWay } | undefined;
}

/** Somebody whom the note names as present: an entry of the attendee list, or its note taker. */
export interface Attendee extends Person {
  /** The whole entry as written: `Jiaxiao (Joe) Zhou`. */
  readonly written: string;
  /** What stands in a closing parenthesis and is no other name: a role or an organisation. */
  readonly role?: string;
  /** False for a note taker whom the attendee list does not name. */
  readonly listed: boolean;
}

/** What a list or a label says of the people behind it. */
export type PeopleRole = "attendees" | "absent" | "note taker" | "chair";

/** An entry of a list of people, with what its row says in other columns. */
export interface ListEntry extends Part {
  readonly abbreviation?: string;
  readonly handle?: string;
  /** A role or an organisation. */
  readonly role?: string;
}

/** People that a passage lists, and what it says of them. */
export interface ListedPeople {
  readonly role: PeopleRole;
  readonly form: AttendeeForm;
  /** Absent where a heading or a line further up tells what is listed. */
  readonly label?: Part;
  /** The passage, or the part of it that is the list. */
  readonly span: Span;
  /** Names, and what stands for them until somebody fills it in. */
  readonly entries: readonly ListEntry[];
}

/** An entry of a list of those who were there. */
export interface ListedAttendee extends Attendee {
  /** Where the whole entry stands, nickname and all. */
  readonly span: Span;
  /** Which of the note's lists it is in. */
  readonly list: ListedPeople;
}

/** How a label was understood as a person. */
export type ResolutionWay =
  | "full name"
  | "same name, other case or accents"
  | "last name first"
  | "nickname"
  | "first name"
  | "last name"
  | "first and last name"
  | "first name and initial"
  | "initials"
  | "abbreviation"
  | "handle"
  | "start of the handle"
  | "letters of the handle"
  | "alias"
  | "name in another note";

/** Whom a label means. */
export type Resolution =
  | { readonly kind: "one"; readonly person: Attendee; readonly way: ResolutionWay }
  | { readonly kind: "ambiguous"; readonly people: readonly Attendee[]; readonly way: ResolutionWay }
  /** Nobody whom the note lists, but somebody who presents in it or is of the group: one person, or several. */
  | {
      readonly kind: "known";
      readonly people: readonly [KnownPerson, ...KnownPerson[]];
      readonly way: ResolutionWay;
    }
  /** `name` is the form of the person's name that the label comes near; `distance` counts single-letter edits. */
  | { readonly kind: "near miss"; readonly person: Attendee; readonly name: string; readonly distance: number }
  | { readonly kind: "unknown" }
  /** `Everyone`, `Unknown`, `Speaker 3`: a speaker, but no person to look for. */
  | { readonly kind: "group" };

/** A label that stands for a person, and whom it means. */
export interface Speaker {
  /** The label as written, without its decoration. */
  readonly label: Part;
  readonly who: Resolution;
}

/** Answers whom a label means, for one note. */
export interface People {
  /** Everyone whom the note names as present, in the order of the note. */
  readonly all: readonly Attendee[];
  /** Whether most of them are listed with an abbreviation, under which everybody speaks. */
  readonly areAbbreviated: boolean;
  /** Who presents in the note, listed or not. */
  readonly presenters: readonly KnownPerson[];
  /** Who is known from elsewhere. */
  readonly roster: Roster;
  /** Total: what nobody is near to is `unknown`. */
  resolve(label: string): Resolution;
  /** The first or full name of one person that a label may be meant for, though it is too far off to be a clear slip. */
  nearest(label: string): string | undefined;
}

/** Something in an attendee table that keeps Markdown from seeing the table. */
export interface TableDefect {
  readonly kind: "no delimiter row" | "column count" | "no leading pipe" | "cut off" | "wrapped row" | "in a fence";
  readonly span: Span;
}

/** A labelled row of the attendee table. */
export interface AttendeeRow {
  readonly label: Part;
  /** What stands behind the label; empty at the place where it would be typed. */
  readonly value: Part;
  /** What the row is about; `other` for a row of the table's own, such as `Date`. */
  readonly kind: "attending" | "note taker" | "other";
}

/** The table (or what is left of it) that says who was there. */
export interface AttendeeTable {
  readonly span: Span;
  /** Rows that hold anything, in order; an empty header row is left out. */
  readonly rows: readonly AttendeeRow[];
  /** Empty for a table that Markdown reads as one. */
  readonly defects: readonly TableDefect[];
}

/** The heading that names the meeting. */
export interface Title {
  readonly span: Span;
  /** 1 to 6. */
  readonly level: number;
  readonly words: Part;
  readonly date?: FoundDate;
  /** The title without its date: the group's or the meeting's name. */
  readonly group?: Part;
}

/** A labelled line that tells when the meeting was held: `When: March 5`. */
export interface DateField {
  readonly label: Part;
  /** What stands behind the label. */
  readonly value: Words;
}

/** A part of the note under a heading, a `Label:` line or a top bullet. */
export interface Section {
  readonly written: "heading" | "label" | "bullet";
  /** The name as written, without a closing colon. */
  readonly name: Part;
  /** The name in comparable form. */
  readonly key: string;
  /** The form's section that this is; absent for a section that the form does not know. */
  readonly form?: SectionForm;
  /** The form's section that the name nearly is: `Agneda`. Never set together with `form`. */
  readonly near?: { readonly form: SectionForm; readonly name: string };
  /** 1 to 6 for a heading; 0 otherwise. */
  readonly level: number;
  /** The heading, label line or bullet line itself. */
  readonly head: Span;
  /** From the head to the end of the section's last block. */
  readonly span: Span;
}

/** What a section is for; `other` for one that the form does not know. */
export type SectionKind = SectionRole;

/** A heading, whatever it opens. */
export interface HeadingPlace {
  /** Offset of the heading. */
  readonly start: number;
  /** Its words in comparable form. */
  readonly key: string;
}

/** Something discussed: a bullet with bullets below it, a bullet of the agenda, or a heading within a section. */
export interface Topic {
  /** The words without the presenter. */
  readonly title: Part;
  readonly presenter?: Speaker;
  readonly span: Span;
  readonly section?: SectionKind;
  readonly topics: readonly Topic[];
}

/** A stretch of speech: `Speaker: text`, in one of the forms in which people write it. */
export interface Turn {
  /** From the decoration of the label to the end of the spoken paragraph; what is nested below is not in it. */
  readonly span: Span;
  readonly prefix: TurnPrefix;
  /** One, or several for a joint turn (`MM, WH: …`). */
  readonly speakers: readonly Speaker[];
  /** What was said, without the prefix. */
  readonly spoken: Part;
  /** The whole paragraph, links and code masked. */
  readonly words: Words;
  /** The bullet that the turn stands in: its marker and the span of marker and everything nested. */
  readonly item?: { readonly marker: string; readonly span: Span };
  /** 0 for a top-level bullet or a paragraph. */
  readonly depth: number;
  /** Whether anything is nested below the turn. */
  readonly hasContinuation: boolean;
  readonly section?: SectionKind;
}

/** A turn that seems to break off. */
export interface UnfinishedTurn {
  /** The turn, if the rest may stand below it: in the next passage, or below a paragraph. */
  readonly turn?: Turn;
  /** Its last word, with a comma behind it. */
  readonly end: Part;
  /** What tells of it: a word or a comma that no sentence ends in, or a blank where the next word would be. */
  readonly sign: "word" | "comma" | "blank";
}

/** Something that somebody promised. */
export interface ActionItem {
  readonly span: Span;
  /** The paragraph, from behind the bullet and its task box. */
  readonly words: Words;
  readonly owners: readonly Speaker[];
  /** Whether a line above the list of items says whose they are. */
  readonly isOwnedAbove?: true;
  /** What is to be done, without owner and marker. */
  readonly task: Part;
  /** The same, to compare it with other items; stays the same wherever the item stands. */
  readonly said: TaskWords;
  /** Whether its task box is ticked; null where it has none. */
  readonly done: boolean | null;
  readonly due?: Part;
  readonly section?: SectionKind;
}

/** What an action item says, in forms that can be compared. */
export interface TaskWords {
  /** The task without the owners in it, marks and case, to tell whether two items are one. */
  readonly key: string;
  /** The words of the task that say something, in comparable form: none of up to three letters, no owner's. */
  readonly telling: ReadonlySet<string>;
  /** The owners in any order; empty where there is none. */
  readonly ownersKey: string;
}

/** Something the meeting agreed on. */
export interface Decision {
  readonly span: Span;
  readonly text: Part;
}

/** A paragraph or bullet in the order of the note, whatever else it was read as. */
export interface Statement {
  readonly words: Words;
  readonly kind: "turn" | "topic" | "action" | "decision" | "plain";
  readonly item?: { readonly marker: string; readonly span: Span };
  readonly section?: SectionKind;
  /** Whether the group's template says the same there. */
  readonly isPlaceholder?: true;
  /** Whether it says nothing of this meeting; see `isFiller`. */
  readonly isFiller?: true;
}

/** A comment that keeps findings from being shown, or has them shown again. */
export interface Suppression {
  /** Where findings are not shown: from here on, on this line, on the next; `enable` ends what `disable` began. */
  readonly kind: "disable" | "disable-line" | "disable-next-line" | "enable";
  /** The whole comment. */
  readonly span: Span;
  /** The ids of rules that it names, as written; where it names none, it means all. */
  readonly rules: readonly Part[];
}

/** What a passage says, sorted by what it is; positions count from the start of its text. */
export interface Reading {
  /** The text of the passage's chunk. */
  readonly text: string;
  /** The passage as Markdown sees it; absent for a line that is read alone while its words are written. */
  readonly block?: Block;
  readonly topics: readonly Topic[];
  readonly turns: readonly Turn[];
  readonly actions: readonly ActionItem[];
  readonly decisions: readonly Decision[];
  readonly statements: readonly Statement[];
  /** Labels taken for a speaker only where they recur in the note. */
  readonly doubtful: readonly string[];
}

/** Somebody who speaks and is not clearly one person of the note, under one label. */
export interface UnclearSpeaker {
  readonly who: Resolution;
  /** The label as first written, without a mark such as `(chat)`. */
  readonly first: Part;
  /** The label in each of the turns, without a mark. */
  readonly places: Places;
}

/** Somebody who speaks and whom nobody in the note answers to, under all labels that mean this person. */
export interface Stranger {
  /** The longest of the labels: `Luke Wagner`, where `Luke W` and `Luke` speak too. */
  readonly name: string;
  /** The label in each of the person's turns. */
  readonly places: Places;
  /** The labels, each once, in comparable form. */
  readonly keys: readonly string[];
  readonly first: Part;
  /** Whether the person speaks under one label only. */
  readonly hasOneLabel: boolean;
}

/** Somebody who speaks and is not listed, but known to the group, under all labels that mean this person. */
export interface Unlisted {
  /** One, or several who answer to the label. */
  readonly people: readonly [KnownPerson, ...KnownPerson[]];
  /** The label in each of the person's turns. */
  readonly places: Places;
  readonly first: Part;
}

/**
 * Everything Notewright knows of one version of a meeting note.
 * All spans are UTF-16 offsets into `text`.
 */
export interface Note {
  readonly text: string;
  /** Offset behind the front matter; 0 where there is none. */
  readonly bodyStart: number;
  readonly title?: Title;
  readonly table?: AttendeeTable;
  /** The first that stands above all sections. */
  readonly dateField: DateField | undefined;
  /** Where the note lists people: who was there, who was not, who took notes, who led; in order. */
  readonly lists: readonly ListedPeople[];
  /** The entries of the attendee lists, in order, doubles included; the note taker is not among them. */
  readonly attendees: readonly ListedAttendee[];
  /** Who is named as note taker. */
  readonly noteTakers: readonly Speaker[];
  readonly people: People;
  readonly sections: readonly Section[];
  /** Topics of the highest level; the rest is nested in them. */
  readonly topics: readonly Topic[];
  readonly turns: readonly Turn[];
  readonly actions: readonly ActionItem[];
  readonly decisions: readonly Decision[];
  /** Offset at which each of them starts, known without the rest of them. */
  readonly decisionStarts: readonly number[];
  /** All headings of the highest level of blocks, in order. */
  readonly headings: readonly HeadingPlace[];
  readonly statements: readonly Statement[];
  /** Code, HTML and front matter, in which nobody speaks. */
  readonly literals: readonly Span[];
  /** Comments that keep findings from being shown, in order. */
  readonly suppressions: readonly Suppression[];
  /** The form in which this note writes its turns: what most of them use, else the format's own. */
  readonly turnForm: TurnForm;
  /** Whether half of its turns at least are in that form, or the user chose it. */
  readonly keepsTurnForm: boolean;
  /** Whether most of its updates stand behind a name in brackets, as topics do, whatever form its turns have. */
  readonly presentsUpdates: boolean;
  /** Whether the note writes names without capitals: at least three labels, and three in five of them, do. */
  readonly hasSmallNames: boolean;
  /** The labels of all turns, in comparable form; the same object as in the version before if nothing changed. */
  readonly speaking: ReadonlySet<string>;
  /** By label, case and accents aside, in the order in which they first speak. */
  readonly unclearSpeakers: readonly UnclearSpeaker[];
  /** All who speak and are not known, each person once, in the order in which they first speak. */
  readonly strangers: readonly Stranger[];
  /** All who speak and are not listed but known to the group, each person once, in the order in which they first speak. */
  readonly unlisted: readonly Unlisted[];
  /** Owners of action items whom nobody in the note answers to, in order. */
  readonly unclearOwners: readonly Speaker[];
  /** Turns with nothing said in their own paragraph or bullet, in order. */
  readonly emptyTurns: readonly Turn[];
  /** Turns that seem to break off, with nothing nested below and no bullet that may go on, in order. */
  readonly unfinishedTurns: readonly UnfinishedTurn[];
  /** Whether turns of this note end as sentences do: four in five of at least five. */
  readonly endsSentences: boolean;
  /** Whether there is a blank behind the end of any of these sentences, so that a blank says nothing. */
  readonly leavesBlanks: boolean;
  /** The line end that the text uses first; LF where it has none. */
  readonly lineEnding: string;
  /** What each passage says, with positions that count from its start. */
  readonly readings: readonly Reading[];
  /** Offset at which each passage starts. */
  readonly starts: readonly number[];
  /** Whether the meeting is written up, still to come, or did not take place. */
  readonly state: "written" | "unfilled" | "cancelled";
}
