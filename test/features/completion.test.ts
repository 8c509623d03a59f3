import { describe, expect, it } from "vitest";
import type { CompletionItem, TextEdit } from "vscode-languageserver-types";
import { readMarks } from "../support/markedText";
import { noteWith, openWorld } from "../support/world";

function complete(marked: string): CompletionItem[] {
  const { service, document, selection } = openWorld(marked);
  return service.completion(document, selection.start);
}

function labels(marked: string): string[] {
  return complete(marked).map(({ label }) => label);
}

/** The line that held the caret, after the item of that label was accepted. */
function accept(marked: string, label: string): string {
  const { service, document, selection, edited } = openWorld(marked);
  const item = service.completion(document, selection.start).find((candidate) => candidate.label === label);
  const edit = item?.textEdit as TextEdit;
  const replaced = edit.range;
  const { lines } = document;
  expect(replaced.start.line).toBe(replaced.end.line);
  const typed = document.text.slice(lines.offsetAt(replaced.start), lines.offsetAt(selection.start));
  expect(item?.filterText?.toLowerCase()).toContain(typed.trim().toLowerCase());
  return edited([edit]).split(/\r?\n/)[selection.start.line] ?? "";
}

const agenda = (bullet: string) =>
  noteWith(`## Agenda\n\n* Moorings\n    * Max: two are loose\n    * Carla: since when?\n${bullet}`);

describe("completion at the start of a bullet", () => {
  it("offers everyone, the last speakers first, then the order of the table", () => {
    expect(labels(agenda("    * ‸"))).toEqual(["Carla", "Max", "Ana", "Bo"]);
  });

  it("counts only what was said before the caret", () => {
    expect(labels(noteWith("## Agenda\n\n* Moorings\n    * Max: loose\n    * ‸\n    * Carla: since when?\n"))[0]).toBe(
      "Max",
    );
  });

  it("writes the name in the note's form", () => {
    expect(accept(agenda("    * ‸"), "Ana")).toBe("    * Ana: ");
    const bold = "    * **Max:** a\n    * **Bo:** b\n    * **Ana:** c\n";
    expect(accept(noteWith(`## Agenda\n\n* Moorings\n${bold}    * ‸`), "Ana")).toBe("    * **Ana:** ");
  });

  it.each([
    ["    * c‸", "Carla", "    * Carla: "],
    ["    * Car‸", "Carla", "    * Carla: "],
    ["    * carla d‸", "Carla", "    * Carla: "],
    ["    * diaz‸", "Carla", "    * Carla: "],
    ["    * minj‸", "Max", "    * Max: "],
    ["    * [‸", "Bo", "    * Bo: "],
    ["    * [b‸]", "Bo", "    * Bo: "],
    ["    * \\[bo‸\\]", "Bo", "    * Bo: "],
    ["    * **Bo‸**", "Bo", "    * Bo: "],
    ["    * **Bo‸:** what", "Bo", "    * Bo: what"],
    ["    * A‸na: what", "Ana", "    * Ana: what"],
    ["    * A‸ what about it", "Ana", "    * Ana: what about it"],
    ["    1. an‸", "Ana", "    1. Ana: "],
    ["    - [ ] an‸", "Ana", "    - [ ] Ana: "],
  ])("replaces what is typed: %s", (line, label, expected) => {
    expect(accept(agenda(line), label)).toBe(expected);
  });

  it("keeps the brackets of a presenter at the top of the agenda", () => {
    expect(accept(agenda("* [m‸]"), "Max")).toBe("* [Max] - ");
    expect(accept(agenda("* m‸"), "Max")).toBe("* Max: ");
  });

  it("offers those who spoke and are not in the list, and says so", () => {
    const items = complete(agenda("    * Dora: a\n    * Dora: b\n    * ‸"));
    expect(items[0]).toMatchObject({ label: "Dora", detail: "not in the attendee list" });
    expect(items.find(({ label }) => label === "Max")).toMatchObject({ detail: "Minjun (Max) Park" });
  });

  it("uses the full name where a first name means two people", () => {
    const twoAnas = noteWith("## Agenda\n\n* ‸", "Ana Ruiz, Ana Moss, Carla Diaz");
    expect(labels(twoAnas)).toEqual(["Ana Ruiz", "Ana Moss", "Carla", "Bo"]);
  });

  it("uses the name that the note uses", () => {
    expect(labels(agenda("    * MP: and one more\n    * Park: no\n    * MP: well\n    * ‸"))[0]).toBe("MP");
  });

  it("sorts as it lists, whatever the editor does", () => {
    const items = complete(agenda("    * ‸"));
    expect(items.map(({ sortText }) => sortText)).toEqual(items.map(({ sortText }) => sortText).sort());
  });
});

describe("completion at the start of a paragraph", () => {
  it("offers names below an empty line or a heading, not within prose", () => {
    expect(labels(noteWith("## Agenda\n\nca‸"))).toEqual(["Carla"]);
    expect(labels(noteWith("## Agenda\nca‸"))).toEqual(["Carla"]);
    expect(labels(noteWith("## Agenda\n\nWe spoke of moorings.\nca‸"))).toEqual([]);
  });
});

describe("completion of an owner", () => {
  it("offers names in the action items section and behind an action marker", () => {
    expect(accept(noteWith("## Action Items\n\n* ‸"), "Bo")).toBe("* Bo: ");
    expect(accept(noteWith("## Action Items\n\n* [ ] ‸"), "Bo")).toBe("* [ ] Bo: ");
    expect(accept(noteWith("## Agenda\n\n* Moorings\n    * ACTION: c‸"), "Carla")).toBe("    * ACTION: Carla: ");
    expect(accept(noteWith("## Agenda\n\n* Moorings\n    * **Action:** c‸"), "Carla")).toBe(
      "    * **Action:** Carla: ",
    );
  });
});

describe("completion of an owner elsewhere in an action item", () => {
  const action = (line: string) =>
    noteWith(`## Agenda\n\n* Moorings\n    * Max: two are loose\n\n## Action Items\n\n* Bo: call\n${line}`);

  it.each([
    ["* paint the pier (‸)", "* paint the pier (Max)"],
    ["* paint the pier (‸", "* paint the pier (Max"],
    ["* paint the pier (ma‸).", "* paint the pier (Max)."],
    ["* [ ] paint the pier (M‸ax)", "* [ ] paint the pier (Max)"],
    ["* (‸) paint the pier", "* (Max) paint the pier"],
    ["* AI(‸)", "* AI(Max)"],
    ["* AI (m‸): paint", "* AI (Max): paint"],
    ["* ACTION[‸]", "* ACTION[Max]"],
    ["* [ACTION - ‸]", "* [ACTION - Max]"],
  ])("offers names in %s", (line, accepted) => {
    expect(accept(action(line), "Max")).toBe(accepted);
  });

  it("offers names in a marked item among the turns", () => {
    expect(accept(agenda("    * ACTION: paint the pier (c‸)"), "Carla")).toBe("    * ACTION: paint the pier (Carla)");
    expect(accept(agenda("    * AI(‸"), "Carla")).toBe("    * AI(Carla");
  });

  it.each([
    ["in a remark of a turn", agenda("    * Max: loose (‸)")],
    ["in a remark within an item", action("* paint (‸) the pier")],
    ["in a remark that names nobody", action("* paint the pier (at n‸)")],
  ])("offers nothing %s", (_where, marked) => {
    expect(labels(marked)).toEqual([]);
  });
});

describe("completion of a second speaker", () => {
  it.each([
    ["    * Carla, ‸", "    * Carla, Ana: "],
    ["    * Carla,‸", "    * Carla, Ana: "],
    ["    * Carla and ‸", "    * Carla and Ana: "],
    ["    * Carla Diaz & a‸", "    * Carla Diaz & Ana: "],
    ["    * Bo/a‸na: yes", "    * Bo/Ana: yes"],
    ["    * Bo, Carla, a‸: yes", "    * Bo, Carla, Ana: yes"],
    ["    * **Carla, ‸**", "    * Carla, Ana: "],
  ])("writes both into the note's form: %s", (line, expected) => {
    expect(accept(agenda(line), "Ana")).toBe(expected);
  });

  it("offers the owners of an action item together", () => {
    expect(accept(noteWith("## Action Items\n\n* Carla and ‸"), "Bo")).toBe("* Carla and Bo: ");
  });

  it("offers nobody twice, and nobody behind words that are no names", () => {
    expect(labels(agenda("    * Carla, ‸"))).toEqual(["Max", "Ana", "Bo"]);
    expect(labels(agenda("    * Well, ‸"))).toEqual([]);
    expect(labels(agenda("    * Cranes and ‸"))).toEqual([]);
  });
});

describe("completion in the attendee table", () => {
  const table = (attending: string, noteTaker = "Bo Lindqvist") =>
    noteWith(
      "## Agenda\n\n* Moorings\n    * Dora: a\n    * Eli: c\n    * Dora: b\n    * Eli: d\n    * Ana: e\n",
      attending,
    ).replace("| Note Taker | Bo Lindqvist", `| Note Taker |${noteTaker}`);

  it("offers, behind a comma, who spoke and is not listed", () => {
    expect(labels(table("Ana Ruiz, ‸"))).toEqual(["Dora", "Eli"]);
    expect(accept(table("Ana Ruiz, d‸"), "Dora")).toBe("| Attending | Ana Ruiz, Dora");
    expect(accept(table("Ana Ruiz,‸"), "Eli")).toBe("| Attending | Ana Ruiz, Eli");
    expect(accept(table("Ana Ruiz, el‸ |"), "Eli")).toBe("| Attending | Ana Ruiz, Eli |");
  });

  it("offers full names for the note taker", () => {
    expect(labels(table("Ana Ruiz, Minjun (Max) Park", " ‸"))).toEqual(["Ana Ruiz", "Minjun Park", "Dora", "Eli"]);
    expect(accept(table("Ana Ruiz, Carla Diaz", "‸ |"), "Carla Diaz")).toBe("| Note Taker | Carla Diaz |");
    expect(accept(table("Ana Ruiz, Carla Diaz", " di‸"), "Carla Diaz")).toBe("| Note Taker | Carla Diaz");
  });

  it("does not take what is typed for somebody's name", () => {
    expect(labels(table("Ana Ruiz", " A‸"))).toEqual(["Ana Ruiz"]);
    expect(labels(table("Ana Ruiz", " El‸"))).toEqual(["Eli"]);
    expect(labels(table("Ana Ruiz", " Dor‸"))).toEqual(["Dora"]);
    expect(labels(agenda("    * Dora: a\n    * Dora‸"))).toEqual([]);
  });

  it("offers nothing in a label, behind the row, or in a row of the table's own", () => {
    expect(labels(table("Ana Ruiz").replace("| Attending", "| Att‸ending"))).toEqual([]);
    expect(labels(table("Ana Ruiz | ‸"))).toEqual([]);
    expect(labels(table("Ana Ruiz\n| Room | ‸"))).toEqual([]);
  });
});

describe("completion elsewhere", () => {
  it.each([
    ["in prose of a bullet", "    * We said that ‸"],
    ["behind a word", "    * Carla ‸"],
    ["behind a speaker", "    * Carla: ‸"],
    ["behind a comma in prose", "    * Carla: well,‸"],
    ["at a word that begins no name", "    * Wha‸"],
    ["in a link", "    * see [‸](https://example.org)"],
    ["in a heading", "## ‸"],
    ["in a fence", "```\n* ‸\n```\n"],
    ["in a comment", "<!--\n* ‸\n-->\n"],
    ["on a bullet without its space", "    *‸"],
  ])("offers nothing %s", (_where, line) => {
    expect(labels(agenda(line))).toEqual([]);
  });

  it("offers nothing in a file that is no note", () => {
    expect(labels("# Shopping\n\n* ‸")).toEqual([]);
  });

  it("works with Windows line ends", () => {
    const marked = agenda("    * car‸\n    * Bo: x").replaceAll("\n", "\r\n");
    expect(accept(marked, "Carla")).toBe("    * Carla: ");
    expect(readMarks(marked).carets).toHaveLength(1);
  });
});

describe("completion in a list of attendees", () => {
  const call = (list: string) =>
    `# March 5 call\n\n## Agenda\n\n1. Roof\n\n## Attendees\n\n${list}\n\n## Notes\n\n* Ana: It leaks.\n* Dora: Where?\n* Dora: Here?\n`;

  it.each([["* Ana Ruiz\n* ‸"], ["* Ana Ruiz\n* Do‸"], ["Ana Ruiz, ‸"], ["Ana Ruiz, Bo Li, D‸"]])(
    "offers who spoke and is not in it: %j",
    (list) => expect(labels(call(list))).toEqual(["Dora"]),
  );

  it("puts the whole name in place of what was typed", () => {
    expect(accept(call("* Ana Ruiz\n* Do‸"), "Dora")).toBe("* Dora");
  });
});
