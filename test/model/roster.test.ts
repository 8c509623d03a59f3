import { describe, expect, it } from "vitest";
import type { Meeting } from "../../server/src/model/gathered";
import type { Attendee, Person } from "../../server/src/model/note";
import { createPeople } from "../../server/src/model/people";
import { readAttendee } from "../../server/src/model/readAttendees";
import { rosterOf } from "../../server/src/model/roster";

/** A meeting of people as an attendee list has them, `Ann Diaz (@annd)`. */
function meeting(date: string, ...entries: string[]): Meeting {
  return { date, people: entries.map((entry) => attendee(entry)) };
}

function attendee(text: string): Attendee {
  const read = readAttendee({ text, span: { start: 0, end: text.length } }, true);
  if (!read) throw new Error(`No attendee: ${text}`);
  return read;
}

/** A meeting at which people spoke under these names, `*` behind those who did so only twice. */
function talk(date: string, ...names: string[]): Meeting {
  const spoken = names.map((name) => ({ name: name.replace("*", ""), isFrequent: !name.endsWith("*") }));
  return { date, people: [], spoken };
}

function peopleOf(own: readonly string[], meetings: readonly Meeting[], listed: readonly Person[] = []) {
  const options = { aliases: {}, groups: [], roster: rosterOf(meetings, listed) };
  return createPeople(own.map(attendee), options);
}

/** The kind of answer, and whom it names. */
function whoIs(label: string, own: readonly string[], meetings: readonly Meeting[]): string {
  const who = peopleOf(own, meetings).resolve(label);
  const people = "people" in who ? who.people : "person" in who ? [who.person] : [];
  return [who.kind, ...people.map(({ name }) => name)].join(", ");
}

describe("a roster", () => {
  const past = [meeting("2024-02-27", "Greta Holm", "Ivo Petrov (IVP)"), meeting("2024-02-20", "Greta Holm (@gholm)")];

  it.each([
    ["Greta", "known, Greta Holm"],
    ["Greta H", "known, Greta Holm"],
    ["Holm, Greta", "known, Greta Holm"],
    ["GH", "known, Greta Holm"],
    ["@gholm", "known, Greta Holm"],
    ["IVP", "known, Ivo Petrov"],
    ["Ann", "one, Ann Diaz"],
    ["Gretel", "unknown"],
  ])("answers who %s is: %s", (label, answer) => {
    expect(whoIs(label, ["Ann Diaz", "Bo Marsh"], past)).toBe(answer);
  });

  it("tells in how many notes somebody is, and when last", () => {
    const [greta, ivo] = rosterOf(past).people;
    expect(greta).toMatchObject({ name: "Greta Holm", handles: ["gholm"], notes: 2, last: "2024-02-27" });
    expect(ivo).toMatchObject({ name: "Ivo Petrov", abbreviations: ["IVP"], notes: 1 });
  });

  it("lets the note's own list decide first", () => {
    expect(whoIs("Greta", ["Greta Ruiz"], past)).toBe("one, Greta Ruiz");
  });

  it("is asked before a slip is: the right name may be somebody else's", () => {
    expect(whoIs("Adia", ["Adda Reyes"], [])).toBe("near miss, Adda Reyes");
    expect(whoIs("Adia", ["Adda Reyes"], [meeting("2024-02-27", "Adia Mensah")])).toBe("known, Adia Mensah");
  });

  it("does not take the slip of another note for a name", () => {
    const misspelt = meeting("2024-02-27", "Micheal Okafor");
    expect(whoIs("Micheal", ["Michael Okafor"], [misspelt])).toBe("near miss, Michael Okafor");
    const right = [meeting("2024-02-20", "Greta Holmen"), meeting("2024-02-13", "Greta Holmen")];
    expect(whoIs("Greta", [], [meeting("2024-02-27", "Greta Holemn"), ...right])).toBe("known, Greta Holmen");
  });

  it("knows somebody of the note by a name that another note has", () => {
    expect(whoIs("Greta", ["gholm"], past)).toBe("one, gholm");
  });

  it("prefers whoever was there lately", () => {
    const lately = Array.from({ length: 10 }, (_, index) => meeting(`2024-03-${30 - index}`, "Jonas Weber"));
    const before = meeting("2024-01-02", "Jonas Ibsen");
    expect(whoIs("Jonas", [], [...lately, before])).toBe("known, Jonas Weber");
    expect(whoIs("Jonas I", [], [...lately, before])).toBe("known, Jonas Ibsen");
    expect(whoIs("Jonas", [], [...lately.slice(1), before])).toBe("known, Jonas Weber, Jonas Ibsen");
  });

  it("takes no letter for a person", () => {
    expect(whoIs("F", [], [meeting("2024-02-27", "F. Smirnov")])).toBe("unknown");
  });

  it("knows somebody listed here with a slip by the name that other notes have", () => {
    const right = [meeting("2024-02-27", "Macrin Kolny"), meeting("2024-02-20", "Marcin Kolny")];
    const often = [...right, meeting("2024-02-13", "Marcin Kolny")];
    expect(whoIs("Marcin", ["Macin Kolny"], often)).toBe("one, Macin Kolny");
    expect(whoIs("Macin", ["Marcin Kolny"], [meeting("2024-02-27", "Macin Kolny")])).toBe("near miss, Marcin Kolny");
  });

  it("takes for one who shares a first name and a handle or an abbreviation", () => {
    const handles = [meeting("2024-02-27", "Bea Gill (@bea)"), meeting("2024-02-20", "Bea @bea", "Bea Gill X @bea")];
    expect(rosterOf(handles).people.map(({ notes }) => notes)).toEqual([2]);
    const slip = meeting("2024-02-13", "Yan Ros @bea");
    expect(rosterOf([...handles, slip]).people.map(({ notes }) => notes)).toEqual([2, 1]);
    const letters = [
      meeting("2024-02-27", "Shane F. Carr (SFC)"),
      meeting("2024-02-20", "Shane Carr (SFC)", "Sol Ferro (SFC)"),
    ];
    expect(rosterOf(letters).people.map(({ name }) => name)).toEqual(["Shane F. Carr", "Sol Ferro"]);
  });

  it("takes a short name for the one person who has it", () => {
    const short = meeting("2024-02-13", "Greta", "gholm", "Ivo");
    const [greta, ivo] = rosterOf([short, ...past]).people;
    expect(greta).toMatchObject({ name: "Greta Holm", notes: 3 });
    expect(ivo).toMatchObject({ name: "Ivo Petrov", notes: 2 });
    expect(rosterOf([short, ...past]).people).toHaveLength(2);
    const two = [meeting("2024-02-13", "Jo"), meeting("2024-02-06", "Jo Lind", "Jo Weber")];
    expect(rosterOf(two).people.map(({ name }) => name)).toEqual(["Jo", "Jo Lind", "Jo Weber"]);
  });

  it("holds names only", () => {
    const list = meeting("2024-02-13", "Ann Diaz. Bo Marsh", "the whole harbour watch committee", "Cleo J. Okafor");
    expect(rosterOf([list]).people.map(({ name }) => name)).toEqual(["Cleo J. Okafor"]);
  });

  describe("of those who spoke and are listed nowhere", () => {
    const spoken = [talk("2024-02-27", "Tove", "oddsolberg*"), talk("2024-02-20", "Tove*", "Odd Solberg*", "Odd")];

    it("holds each person once, behind all others", () => {
      const { people } = rosterOf([...spoken, ...past]);
      expect(people.map(({ name, by }) => [name, by])).toEqual([
        ["Greta Holm", undefined],
        ["Ivo Petrov", undefined],
        ["Tove", "speaking"],
        ["Odd Solberg", "speaking"],
      ]);
      expect(people[2]).toMatchObject({ notes: 2, last: "2024-02-27" });
      expect(people[3]).toMatchObject({ notes: 2, handles: ["oddsolberg"] });
    });

    it.each([
      ["Tove", "known, Tove"],
      ["tove", "known, Tove"],
      ["Odd", "known, Odd Solberg"],
      ["oddsolberg", "known, Odd Solberg"],
    ])("answers who %s is: %s", (label, answer) => {
      expect(whoIs(label, ["Ann Diaz", "Bo Marsh"], [...spoken, ...past])).toBe(answer);
    });

    it("needs more than two turns for a name that may be any word", () => {
      expect(rosterOf([talk("2024-02-27", "Tove*")]).people).toEqual([]);
      expect(rosterOf([talk("2024-02-27", "Tove*"), talk("2024-02-20", "Tove*")]).people).toHaveLength(1);
      expect(rosterOf([talk("2024-02-27", "Tove Lind*", "tlind*")]).people).toHaveLength(1);
    });

    it("lets whoever is listed win, near or far, under a handle, or with a slip", () => {
      const heard = talk("2024-03-05", "Greta", "gretaholm", "Gerta", "Ivo Petrow", "ivopetrow");
      const { people } = rosterOf([heard, ...past]);
      expect(people.map(({ name }) => name)).toEqual(["Greta Holm", "Ivo Petrov"]);
      expect(whoIs("gretaholm", [], [heard, ...past])).toBe("known, Greta Holm");
    });

    it("takes no slip of another who spoke for a name", () => {
      const heard = [talk("2024-02-27", "Marcin", "Micah"), talk("2024-02-20", "Marcin", "Macin")];
      expect(rosterOf(heard).people.map(({ name }) => name)).toEqual(["Marcin", "Micah"]);
    });

    it("lets a slip of whom the note lists be one", () => {
      expect(whoIs("Toove", ["Tove Lind"], [talk("2024-02-27", "Toove")])).toBe("near miss, Tove Lind");
      expect(whoIs("Toove", ["Ann Diaz"], [talk("2024-02-27", "Toove")])).toBe("known, Toove");
    });

    it("counts meetings with a list only among those that were lately", () => {
      const talks = Array.from({ length: 12 }, (_, index) => talk(`2024-03-${30 - index}`, "Tove"));
      const lists = [meeting("2024-02-27", "Jonas Weber"), meeting("2024-02-20", "Jonas Ibsen")];
      expect(whoIs("Jonas", [], [...talks, ...lists])).toBe("known, Jonas Weber, Jonas Ibsen");
    });
  });

  it("asks the list of the group's people last", () => {
    const listed = [attendee("Greta Weber"), attendee("Zora Lind (ZLI)")];
    const people = peopleOf([], past, listed);
    expect(people.resolve("Greta")).toMatchObject({ kind: "known", people: [{ name: "Greta Holm" }] });
    expect(people.resolve("ZLI")).toMatchObject({ kind: "known", people: [{ name: "Zora Lind", notes: 0 }] });
  });
});
