import { attendeeForms, sectionRoles, turnForms } from "../model/format";
import { rules } from "../rules/index";
import { severities } from "../rules/rule";
import { builtInProfiles } from "./builtIn";
import type { Configuration, ProfileParts, RosterPerson, SectionPart } from "./configuration";
import type { ChoiceShape, ListShape, ObjectShape, Shape, TextShape } from "./shape";

type Keys<Value> = { readonly [Key in keyof Required<Value>]: Shape };

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
function object<Value>(keys: Keys<Value>, ...required: (keyof Value & string)[]): ObjectShape {
  return { kind: "object", keys, required };
}

const words = listOf(text("words"));
const label = text("words without a colon", /^[^\S\n]*[^:\s][^:\n]*$/u);
const labels = listOf(label);
const dateForm = text(
  'a form of dates such as "MMMM do, yyyy", made of EEEE, MMMM, MM, do and yyyy',
  /^(?=.*MM)(?=.*do)(?:EEEE|MM|do|yyyy|[ .,/-])+$/u,
);

const section = object<SectionPart>(
  {
    name: text("a name"),
    role: choice("a role", sectionRoles),
    aliases: words,
    expected: choice("a yes or no", [true, false]),
  },
  "name",
);

const person = object<RosterPerson>(
  {
    name: text("a full name"),
    aliases: words,
    abbreviation: text("an abbreviation"),
    handle: text("a handle without @", /^[A-Za-z0-9][A-Za-z0-9-]*$/u),
  },
  "name",
);

const profile = object<ProfileParts>({
  title: object<NonNullable<ProfileParts["title"]>>({
    levels: listOf(choice("a level of heading", [1, 2, 3, 4, 5, 6])),
    dates: listOf(dateForm),
    fields: labels,
  }),
  attendees: object<NonNullable<ProfileParts["attendees"]>>({
    form: choice("a form of list", attendeeForms),
    attending: labels,
    noteTaker: labels,
    chair: labels,
    absent: labels,
  }),
  sections: listOf(section),
  turns: object<NonNullable<ProfileParts["turns"]>>({ form: choice("a form of turns", turnForms), groups: labels }),
  actions: object<NonNullable<ProfileParts["actions"]>>({ markers: labels }),
  decisions: object<NonNullable<ProfileParts["decisions"]>>({ labels, phrases: words }),
  placeholders: words,
});

const profileIds = builtInProfiles.map(({ id }) => id);
const ruleIds = rules.map(({ id }) => id);

/** What a `.notewright.json` may hold. */
export const configurationShape = object<Configuration & { $schema: string }>({
  $schema: text("the address of a schema"),
  extends: choice("a profile", profileIds),
  profile,
  rules: { kind: "map", keys: choice("the id of a rule", ruleIds), of: choice("a severity", [...severities, "off"]) },
  files: { kind: "map", keys: text("a glob"), of: choice("what the files are", ["note", "ignore"]) },
  people: listOf(person),
  roster: text("a path"),
  labels,
});

/** What a roster file in JSON holds. */
export const rosterShape: ListShape = listOf(person);
