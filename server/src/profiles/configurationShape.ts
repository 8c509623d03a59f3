import { attendeeForms, sectionRoles, turnForms } from "../model/format";
import { rules } from "../rules/index";
import { severities } from "../rules/rule";
import { builtInProfiles } from "./builtIn";
import type { Configuration, ProfileParts, RosterPerson, SectionPart } from "./configuration";
import type { ChoiceShape, KeyShape, ListShape, ObjectShape, Shape, TextShape } from "./shape";

type Keys<Value> = { readonly [Key in keyof Required<Value>]: KeyShape };

function text(expected: string, pattern = /\S/): TextShape {
  return { kind: "text", expected, pattern };
}

function choice(expected: string, values: readonly (string | number | boolean)[]): ChoiceShape {
  return { kind: "choice", expected, values };
}

function listOf(of: Shape): ListShape {
  return { kind: "list", of };
}

/** A type that lost a key, or gained one that is not read, does not compile. */
function object<Value>(keys: Keys<Value>): ObjectShape {
  return { kind: "object", keys };
}

const words = listOf(text("words"));
const label = text("words without a colon", /^[^:\n]*[^:\s][^:\n]*$/u);
const labels = listOf(label);
const dateForm = text(
  'a form of dates such as "MMMM do, yyyy", made of EEEE, MMMM, MM, do and yyyy',
  /^(?=.*MM)(?=.*do)(?:EEEE|MMMM|MM|do|yyyy|[ .,/-])+$/u,
);

const section = object<SectionPart>({
  name: { shape: text("a name"), description: "What a fix writes.", required: true },
  role: {
    shape: choice("a role", sectionRoles),
    description:
      "What the section is for. Left out: what a section of this name is for in the profile, or else `other`.",
  },
  aliases: { shape: words, description: "Other names of the section. Left out: those of the profile." },
  expected: {
    shape: choice("a yes or no", [true, false]),
    description: "Whether the rule `section-missing` wants it. Left out: as in the profile.",
  },
});

const person = object<RosterPerson>({
  name: { shape: text("a full name"), description: "The full name.", required: true },
  aliases: { shape: words, description: "Other names: nicknames, an earlier name, how others write it." },
  abbreviation: {
    shape: text("an abbreviation"),
    description: "What stands before the person's turns, such as `ABC`.",
  },
  handle: {
    shape: text("a handle without @", /^[A-Za-z0-9][A-Za-z0-9-]*$/u),
    description: "The handle on GitHub, without `@`.",
  },
});

const profile = object<ProfileParts>({
  title: {
    shape: object<NonNullable<ProfileParts["title"]>>({
      levels: {
        shape: listOf(choice("a level of heading", [1, 2, 3, 4, 5, 6])),
        description: "Levels of heading that may be the title.",
      },
      dates: {
        shape: listOf(dateForm),
        description: "Forms of its date, in Unicode date tokens, the preferred one first: `EEEE, MMMM do, yyyy`.",
      },
      fields: { shape: labels, description: "Labels of a line that tells when the meeting was: `Date`, `When`." },
    }),
    description: "The heading that names the meeting.",
  },
  attendees: {
    shape: object<NonNullable<ProfileParts["attendees"]>>({
      form: {
        shape: choice("a form of list", attendeeForms),
        description:
          "How those who were there are listed: in the `row` of a two-row table, as `bullets`, on `lines` or one `line`, in a table of one `column` or of several `columns`.",
      },
      attending: { shape: labels, description: "Labels of the list; the first is the one that a fix writes." },
      noteTaker: {
        shape: labels,
        description: "Labels before the note taker; the first is the one that a fix writes.",
      },
      chair: { shape: labels, description: "Labels before who led the meeting." },
      absent: { shape: labels, description: "Labels of the list of those who were not there." },
    }),
    description: "How the note says who was there.",
  },
  sections: {
    shape: listOf(section),
    description:
      "The sections of the group's notes, in their order. Those of the profile that are not named here are known, too, but not expected.",
  },
  turns: {
    shape: object<NonNullable<ProfileParts["turns"]>>({
      form: { shape: choice("a form of turns", turnForms), description: "The form that all turns are to have." },
      groups: { shape: labels, description: "Speakers that are no single person: `Everyone`." },
    }),
    description: "How the note says who spoke.",
  },
  actions: {
    shape: object<NonNullable<ProfileParts["actions"]>>({
      markers: { shape: labels, description: "Words before a colon that mark an action item outside its section." },
    }),
    description: "How the note says who promised what.",
  },
  decisions: {
    shape: object<NonNullable<ProfileParts["decisions"]>>({
      labels: { shape: labels, description: "Words before a colon that mark a decision." },
      phrases: { shape: words, description: "Phrases within a sentence that tell of a decision." },
    }),
    description: "How the note says what was decided.",
  },
});

/** What a `.notewright.json` may hold, and what each part of it is for. */
export const configurationShape = object<Configuration & { $schema: string }>({
  $schema: {
    shape: text("the address of a schema"),
    description: "Where editors find the schema of this file; Notewright itself does not look there.",
  },
  extends: {
    shape: choice(
      "a profile",
      builtInProfiles.map(({ id }) => id),
    ),
    description:
      "The built-in profile that these notes are written in. Left out: the one that Notewright recognises in each note.",
  },
  profile: {
    shape: profile,
    description:
      "What the group writes in its own way. Each list takes the place of the profile's; what is left out is as there.",
  },
  rules: {
    shape: {
      kind: "map",
      keys: choice(
        "the id of a rule",
        rules.map(({ id }) => id),
      ),
      of: choice("a severity", [...severities, "off"]),
    },
    description: "How much each rule's findings matter, or `off` to have none.",
  },
  files: {
    shape: { kind: "map", keys: text("a glob"), of: choice("what the files are", ["note", "ignore"]) },
    description:
      'Which files are meeting notes, whatever their content: a glob relative to this file\'s folder, and `"note"` or `"ignore"`. Where several match, the last holds.',
  },
  people: { shape: listOf(person), description: "People whom the notes name, and what else they are called." },
  roster: {
    shape: text("a path"),
    description:
      "A file with more of them, relative to this file's folder: lines such as `Ana Ruiz (AR)`, or JSON like `people`.",
  },
  labels: {
    shape: labels,
    description: "Words before a colon that are no speakers, beside those that Notewright knows.",
  },
});

/** What a roster file in JSON holds. */
export const rosterShape: ListShape = listOf(person);
