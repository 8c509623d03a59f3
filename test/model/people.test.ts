import { describe, expect, test } from "vitest";
import type { Attendee } from "../../server/src/model/note";
import { createPeople } from "../../server/src/model/people";
import { readAttendee, splitNames } from "../../server/src/model/readAttendees";
import { rosterOf } from "../../server/src/model/roster";
import { describeResolution } from "../support/describeNote";

function attendeesIn(list: string): Attendee[] {
  return splitNames(list, { start: 0, end: list.length }).flatMap((entry) => readAttendee(entry, true) ?? []);
}

/** Whom `label` means among the people of a comma list. */
function resolve(list: string, label: string, aliases: Record<string, string> = {}) {
  return createPeople(attendeesIn(list), { aliases, groups: ["Everyone", "Speaker"] }).resolve(label);
}

const list = "Ada Miller, Jiawei (Jo) Chen, Łukasz Żak, Rosa “Ro” Diaz @rdiaz, Ben Okafor (BO), Maria de Souza Lima";

describe("one person", () => {
  test.each([
    ["Ada Miller", "Ada Miller", "full name"],
    ["ada miller", "Ada Miller", "same name, other case or accents"],
    ["Łukasz Zak", "Łukasz Żak", "same name, other case or accents"],
    ["Miller, Ada", "Ada Miller", "last name first"],
    ["Jo", "Jiawei Chen", "nickname"],
    ["Jo Chen", "Jiawei Chen", "nickname"],
    ["Ro", "Rosa Diaz", "nickname"],
    ["Ada", "Ada Miller", "first name"],
    ["ada", "Ada Miller", "first name"],
    ["Okafor", "Ben Okafor", "last name"],
    ["Maria Lima", "Maria de Souza Lima", "first and last name"],
    ["Ben O.", "Ben Okafor", "first name and initial"],
    ["BO", "Ben Okafor", "abbreviation"],
    ["AM", "Ada Miller", "initials"],
    ["MdSL", "Maria de Souza Lima", "initials"],
    ["RoD", "Rosa Diaz", "initials"],
    ["SL", "Maria de Souza Lima", "initials"],
    ["@rdiaz", "Rosa Diaz", "handle"],
    ["rdiaz", "Rosa Diaz", "handle"],
  ])("%s is %s by %s", (label, name, way) => {
    expect(resolve(list, label)).toMatchObject({ kind: "one", person: { name }, way });
  });

  test.each([
    ["amiller", "Ada Miller", "handle"],
    ["Annie", "anniefox7", "start of the handle"],
    ["tomb", "tombell", "start of the handle"],
    ["xyz", "xyz4321", "start of the handle"],
  ])("of people who go by handles, too, %s is %s by %s", (label, name, way) => {
    const people = "Ada Miller, anniefox7, tombell, xyz4321";
    expect(resolve(people, label)).toMatchObject({ kind: "one", person: { name }, way });
  });

  test.each([
    ["ac", "alcrane"],
    ["alc", "alcrane"],
    ["b7", "bonnie77"],
    ["bo", "bonnie77"],
  ])("of people who go by handles alone, %s is short for %s", (label, name) => {
    const people = "alcrane, bonnie77, dmurray, Rosa Diaz";
    expect(resolve(people, label)).toMatchObject({ kind: "one", person: { name }, way: "letters of the handle" });
  });

  test.each([
    ["letters of two handles", "alcrane, amcclure, dmurray", "ac"],
    ["letters in another order", "alcrane, bonnie77, dmurray", "ec"],
    ["letters behind the first", "alcrane, bonnie77, dmurray", "lc"],
    ["letters of one of two handles", "alcrane, bonnie77, Ada Miller", "ac"],
    ["letters of a handle among names", "alcrane, bonnie77, dmurray, Ada Miller, Bo Li, Rosa Diaz, Ben Okafor", "ac"],
  ])("%s are nobody", (_, people, label) => {
    expect(resolve(people, label)).toEqual({ kind: "unknown" });
  });

  test("the start of two handles, or only a few letters of one, is nobody", () => {
    expect(resolve("annabell, annalena", "Anna")).toEqual({ kind: "unknown" });
    expect(resolve("annabell", "ann")).toEqual({ kind: "unknown" });
  });

  test.each([
    ["amiller", "Ada Miller"],
    ["axmiller", "Ada Miller"],
    ["amille", "Ada Miller"],
    ["millera", "Ada Miller"],
    ["millergen", "Ada Miller"],
    ["adam", "Ada Miller"],
    ["ada-miller", "Ada Miller"],
  ])("%s is %s, of whose name it is made", (label, attendee) => {
    expect(describeResolution(resolve(`${attendee}, Bo Li`, label))).toBe(attendee);
  });

  test.each([
    ["amil", "Ada Miller"],
    ["amiller", "Ada Miller, Alan Miller"],
  ])("%s is nobody of %s", (label, attendees) => {
    expect(resolve(attendees, label).kind).not.toBe("one");
  });

  test("somebody whom other notes list by name, and this one by a handle that is made of it", () => {
    const known = (name: string) => ({ name, nicknames: [], abbreviations: [], handles: [] });
    const roster = rosterOf([{ people: [known("Ada Miller"), known("Ada Xu")] }]);
    const people = createPeople(attendeesIn("amiller, Bo Li"), { aliases: {}, groups: [], roster });
    expect(people.resolve("Ada")).toMatchObject({ kind: "one", person: { name: "amiller" } });
    expect(people.resolve("Ada Xu")).toMatchObject({ kind: "known" });
  });

  test("an alias of the user's", () => {
    expect(resolve(list, "Boss", { boss: "Rosa Diaz" })).toMatchObject({ person: { name: "Rosa Diaz" }, way: "alias" });
  });

  test("somebody named twice is still one", () => {
    expect(describeResolution(resolve("Ada Miller, Ada Miller", "Ada"))).toBe("Ada Miller");
  });

  test("a name that is one word goes before the first name of another", () => {
    expect(describeResolution(resolve("Joel, Joel Dorn", "Joel"))).toBe("Joel");
  });
});

test.each([
  ["Ada Miller, Ada Stone", "Ada", "Ada Miller or Ada Stone"],
  ["Carl Wood, Chris West", "CW", "Carl Wood or Chris West"],
  ["Carl Wood, Chris West", "ChW", "Chris West"],
])("among %s, %s is %s", (names, label, expected) => {
  expect(describeResolution(resolve(names, label))).toBe(expected);
});

describe("near misses", () => {
  test.each([
    ["Roas", "nearly Rosa"],
    ["Ada Miler", "nearly Ada Miller"],
    ["Maria de Suosa Lima", "nearly Maria de Souza Lima"],
  ])("%s is %s", (label, expected) => expect(describeResolution(resolve(list, label))).toBe(expected));

  test.each([
    ["Joe", "Joel Dorn"],
    ["Randy", "Andy Fox"],
    ["rosa1", "Ada Miller"],
    ["fuzzer", "Fuzzel Grey"],
    ["JHX", "Jane Hill Dow (JHD)"],
  ])("%s is no slip for %s", (label, names) => expect(describeResolution(resolve(names, label))).toBe("unknown"));

  test("an abbreviation with two letters changed", () => {
    expect(describeResolution(resolve("Jane Hill Dow (JHD)", "JDH"))).toBe("nearly JHD");
  });

  test("a short name that is as near speaks against a slip", () => {
    expect(describeResolution(resolve("Ann Diaz, Ann Kovac, Anna Wu", "Anne"))).toBe("unknown");
  });

  test("as near to two people is near to nobody", () => {
    expect(describeResolution(resolve("Dana Fox, Dane Hill", "Danx"))).toBe("unknown");
  });
});

test.each(["Everyone", "Speaker 3", "???"])("%s speaks, but is no person", (label) => {
  expect(resolve(list, label).kind).toBe("group");
});

describe("entries of a list", () => {
  const read = (entries: string) =>
    splitNames(entries, { start: 0, end: entries.length }).flatMap((entry) => readAttendee(entry, true)?.name ?? []);

  test.each([
    ["Ada Miller, Bo Li", ["Ada Miller", "Bo Li"]],
    ["Ada Miller, , Bo Li,", ["Ada Miller", "Bo Li"]],
    ["Ada Miller and Bo Li & Cy Park", ["Ada Miller", "Bo Li", "Cy Park"]],
    ["Miller, Ada; Li, Bo", ["Ada Miller", "Bo Li"]],
    ["Ada Miller, Bo Li; Cy Park, Di Roth", ["Ada Miller", "Bo Li", "Cy Park", "Di Roth"]],
    ["Ada Miller<br>Bo Li", ["Ada Miller", "Bo Li"]],
    ["[Ada Miller](https://example.org/a,b), **Bo Li**", ["Ada Miller", "Bo Li"]],
    ["Ada Miller (chair, Example Inc.), Bo Li", ["Ada Miller", "Bo Li"]],
    ["TODO", []],
    ["TBD, ..., -", []],
    ["", []],
  ])("%s", (entries, names) => expect(read(entries)).toEqual(names));

  test("a closing parenthesis is a role, one in the middle a nickname, capitals an abbreviation", () => {
    const entry = { text: "Jiawei (Jo) Chen (JC) @jchen (chair)", span: { start: 0, end: 36 } };
    expect(readAttendee(entry, true)).toMatchObject({
      name: "Jiawei Chen",
      nicknames: ["Jo"],
      abbreviations: ["JC"],
      handles: ["jchen"],
      role: "chair",
    });
  });
});
