import type {
  ActionItem,
  Attendee,
  AttendeeTable,
  ListedPeople,
  Note,
  Resolution,
  Section,
  Speaker,
  Statement,
  Title,
  Topic,
  Turn,
} from "../../server/src/model/note";
import type { FoundDate } from "../../server/src/parse/date";
import type { Finding } from "../../server/src/rules/rule";
import type { Edit } from "../../server/src/text/edit";
import type { Part, Span } from "../../server/src/text/span";

/** Plain data that says all that the note says, field by field, however the note holds it. */
export function writeOutNote(note: Note): unknown {
  const { turns, actions } = note;
  const labels = [...turns.flatMap(({ speakers }) => speakers), ...actions.flatMap(({ owners }) => owners)];
  return {
    text: note.text,
    bodyStart: note.bodyStart,
    title: note.title && writeOutTitle(note.title),
    table: note.table && writeOutTable(note.table),
    dateField: note.dateField && [part(note.dateField.label), writeOutWords(note.dateField.value)],
    lists: note.lists.map(writeOutList),
    attendees: note.attendees.map((person) => [
      place(person.span),
      writeOutAttendee(person),
      writeOutList(person.list),
    ]),
    noteTakers: note.noteTakers.map(writeOutSpeaker),
    people: note.people.all.map(writeOutAttendee),
    presenters: note.people.presenters.map(({ name, abbreviations }) => [name, abbreviations]),
    resolved: [...labels.map(({ label }) => label.text), ...probes].map((label) => [
      label,
      writeOutResolution(note.people.resolve(label)),
    ]),
    sections: note.sections.map(writeOutSection),
    topics: note.topics.map(writeOutTopic),
    turns: turns.map(writeOutTurn),
    actions: actions.map(writeOutAction),
    decisions: note.decisions.map(({ span, text }) => [place(span), part(text)]),
    decisionStarts: note.decisionStarts,
    headings: note.headings.map(({ start, key }) => [start, key]),
    statements: note.statements.map(writeOutStatement),
    literals: note.literals.map(place),
    suppressions: note.suppressions.map(({ kind, span, rules }) => [kind, place(span), rules.map(part)]),
    turnForm: note.turnForm,
    keepsTurnForm: note.keepsTurnForm,
    presentsUpdates: note.presentsUpdates,
    hasSmallNames: note.hasSmallNames,
    speaking: [...note.speaking].sort(),
    unclearSpeakers: note.unclearSpeakers.map(({ who, first, places }) => {
      return [writeOutResolution(who), part(first), places.count, places.first().map(part), places.first(2).map(part)];
    }),
    unclearOwners: note.unclearOwners.map(writeOutSpeaker),
    emptyTurns: note.emptyTurns.map(writeOutTurn),
    unfinishedTurns: note.unfinishedTurns.map(({ turn, end, sign }) => [turn && writeOutTurn(turn), part(end), sign]),
    endsSentences: note.endsSentences,
    leavesBlanks: note.leavesBlanks,
    lineEnding: note.lineEnding,
    state: note.state,
  };
}

/** Labels that every note is asked about, whether it has them or not. */
const probes = ["Ada", "Bo", "ZO", "Zoe", "jc", "Miller, Ada", "Cyra", "Adda", "everyone", ""];

/** Plain data that says all that the finding says. */
export function writeOutFinding(finding: Finding): unknown {
  return {
    rule: finding.rule,
    severity: finding.severity,
    at: place(finding.at),
    message: finding.message,
    unnecessary: finding.unnecessary,
    related: finding.related.map(({ at, message }) => [place(at), message]),
    fixes: finding.fixes.map((fix) => ({
      title: fix.title,
      safe: fix.safe,
      placeholder: fix.placeholder,
      addLabel: fix.addLabel,
      edits: fix.edits.map(writeOutEdit),
    })),
  };
}

function writeOutEdit({ span, newText }: Edit): unknown {
  return [place(span), newText];
}

function writeOutTitle({ span, level, words, date, group }: Title): unknown {
  return [place(span), level, part(words), date && writeOutDate(date), group && part(group)];
}

function writeOutDate({ span, weekday, year, month, day }: FoundDate): unknown {
  return [
    place(span),
    weekday && part(weekday),
    year && [part(year), year.value],
    part(month),
    month.value,
    part(day),
    day.value,
  ];
}

function writeOutTable({ span, rows, defects }: AttendeeTable): unknown {
  return [
    place(span),
    rows.map(({ label, value, kind }) => [part(label), part(value), kind]),
    defects.map((defect) => [defect.kind, place(defect.span)]),
  ];
}

function writeOutList({ role, form, label, span, entries }: ListedPeople): unknown {
  return [
    role,
    form,
    label && part(label),
    place(span),
    entries.map((entry) => [part(entry), entry.abbreviation, entry.handle, entry.role]),
  ];
}

function writeOutAttendee(person: Attendee): unknown {
  const { name, written, nicknames, abbreviations, handles, role, listed } = person;
  return { name, written, nicknames, abbreviations, handles, role, listed };
}

function writeOutSpeaker({ label, who }: Speaker): unknown {
  return [part(label), writeOutResolution(who)];
}

function writeOutResolution(who: Resolution): unknown {
  switch (who.kind) {
    case "one":
      return [who.kind, who.way, writeOutAttendee(who.person)];
    case "ambiguous":
      return [who.kind, who.way, who.people.map(writeOutAttendee)];
    case "known":
      return [who.kind, who.way, who.people.map(({ name, notes, last, by }) => [name, notes, last, by])];
    case "near miss":
      return [who.kind, who.name, who.distance, writeOutAttendee(who.person)];
    default:
      return who.kind;
  }
}

function writeOutSection({ written, name, form, near, level, head, span }: Section): unknown {
  return [written, part(name), form?.name, near && [near.form.name, near.name], level, place(head), place(span)];
}

function writeOutTopic({ title, presenter, span, section, topics }: Topic): unknown {
  return [part(title), presenter && writeOutSpeaker(presenter), place(span), section, topics.map(writeOutTopic)];
}

function writeOutTurn(turn: Turn): unknown {
  const { prefix } = turn;
  return {
    span: place(turn.span),
    prefix: [place(prefix.span), part(prefix.label), prefix.decoration, prefix.separator],
    speakers: turn.speakers.map(writeOutSpeaker),
    spoken: part(turn.spoken),
    words: writeOutWords(turn.words),
    item: writeOutItem(turn.item),
    depth: turn.depth,
    hasContinuation: turn.hasContinuation,
    section: turn.section,
  };
}

function writeOutAction({ span, words, owners, isOwnedAbove, task, done, due, section }: ActionItem): unknown {
  const whose = [owners.map(writeOutSpeaker), isOwnedAbove];
  return [place(span), writeOutWords(words), whose, part(task), done, due && part(due), section];
}

function writeOutStatement({ words, kind, item, section, isPlaceholder, isFiller }: Statement): unknown {
  return [kind, writeOutWords(words), writeOutItem(item), section, isPlaceholder, isFiller];
}

function writeOutWords({ span, masked }: Turn["words"]): unknown {
  return [place(span), masked];
}

function writeOutItem(item: Turn["item"]): unknown {
  return item && [item.marker, place(item.span)];
}

function part({ span, text }: Part): string {
  return `${place(span)} ${text}`;
}

function place({ start, end }: Span): string {
  return `${start}-${end}`;
}
