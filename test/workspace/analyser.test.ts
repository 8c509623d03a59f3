import { describe, expect, it } from "vitest";
import type { Notice } from "../../server/src/rules/rule";
import { Analyser, analyse } from "../../server/src/workspace/analyser";
import { CarriedAnalysis } from "../../server/src/workspace/analysis";
import { defaultSettings, type NoteSettings } from "../../server/src/workspace/settings";
import { noteWith } from "../support/world";

const note = noteWith("## Updates\n\n* Ana: one\n* Zoe: two\n* Zoe: three\n* Max: four\n");

function analyseWith(settings: Partial<NoteSettings>, text = note) {
  return analyse("file:///group/may.md", text, { ...defaultSettings, ...settings });
}

describe("analyse", () => {
  it("reads and checks a note", () => {
    const { verdict, note: read, findings } = analyseWith({});
    expect(verdict).toMatchObject({ isNote: true, profile: { id: "attendee-table" } });
    expect(read?.turns).toHaveLength(4);
    expect(findings.map(({ rule }) => rule)).toContain("speaker-unknown");
  });

  it("has nothing to say of other Markdown, or where it is turned off", () => {
    const nothing = { verdict: { isNote: false }, note: null, findings: [] };
    expect(analyseWith({}, "# Harbour\n\n* Ana: one\n")).toMatchObject(nothing);
    expect(analyseWith({ enable: false })).toMatchObject(nothing);
    expect(analyseWith({ files: { "**/may.md": "ignore" } })).toMatchObject(nothing);
    expect(analyseWith({ enable: false, files: { "**/may.md": "note" } })).toMatchObject(nothing);
  });

  it.each([
    ["file:///group/2024/parser%2003-06.md", "title-date-filename"],
    ["C:\\group\\2024-03\\mar-06.md", "title-date-filename"],
    ["file:///group/2023/parser-03-05.md", "title-year"],
    ["file:///group/2024/parser-03-05.md", undefined],
    ["untitled:Untitled-1", undefined],
  ])("holds the title against the path %s", (uri, rule) => {
    const { findings } = analyse(uri, note, defaultSettings);
    expect(findings.map((finding) => finding.rule).find((id) => id.startsWith("title-"))).toBe(rule);
  });

  it("reads no text that is longer than any note, whatever the settings say", () => {
    const long = `${note}${" ".repeat(8_000_000)}`;
    const settings = { ...defaultSettings, files: { "**": "note" as const } };
    expect(analyse("/group/may.md", long, settings)).toMatchObject({
      note: null,
      verdict: { isNote: false, reason: expect.stringContaining("longer than eight million characters") },
    });
  });

  it.each([
    ["TEMPLATE.md", false],
    ["TEMPLATE-evening.md", false],
    ["meeting-template.md", false],
    ["template-review-2024-03-05.md", true],
    ["contemplate.md", true],
  ])("%s may be a note: %s", (name, isNote) => {
    expect(analyse(`file:///group/${name}`, note, defaultSettings).verdict.isNote).toBe(isNote);
  });

  it("takes a file for a note that the settings call one", () => {
    expect(analyseWith({ files: { "**/may.md": "note" } }, "Hello").verdict.isNote).toBe(true);
  });

  it("lets settings choose severities, labels and the form of turns", () => {
    const severity = analyseWith({ rules: { "speaker-unknown": "error" } }).findings.map((found) => found.severity);
    expect(severity).toContain("error");
    const unknown = (settings: Partial<NoteSettings>) =>
      analyseWith(settings).findings.filter(({ rule }) => rule === "speaker-unknown");
    expect(unknown({ rules: { "speaker-unknown": "off" } })).toEqual([]);
    expect(unknown({ labels: ["Zoe"] })).toEqual([]);
    const formats = analyseWith({ turns: { form: "bold" } }).findings.filter(({ rule }) => rule === "turn-format");
    expect(formats).toHaveLength(2);
  });
});

function told(notices: readonly Notice[]): unknown {
  return notices.map(({ rule, at, message }) => [rule, at, message]);
}

describe("a turn that is being written in a note of whole sentences", () => {
  const head = noteWith("## Updates\n\n* Ana: One.\n* Ana: Two.\n* Ana: Three.\n* Ana: Four.\n* Ana: Five.\n");

  it("breaks off or not as a fresh reader says, key by key", () => {
    const analyser = new Analyser("file:///group/may.md", defaultSettings);
    const words = "* Ana: We wait for the  manual, or\n";
    const seen = new Set<string>();
    for (let length = 0; length <= words.length; length++) {
      const text = `${head}${words.slice(0, length)}\n* Ana: Six.\n`;
      const { notices } = analyser.analyse(text);
      expect(told(notices)).toEqual(told(analyse("file:///group/may.md", text, defaultSettings).findings));
      for (const { rule, at } of notices) if (rule === "turn-unfinished") seen.add(text.slice(at.start, at.end));
    }
    expect([...seen]).toEqual(["We", "wait", "for", "the", "manual,", "or"]);
  });
});

describe("somebody who takes notes, a line below the other", () => {
  const uri = "file:///group/may.md";
  const twoTurns = noteWith("## Updates\n\n* Ana: one\n* Bo: two");
  const unevenTurns = noteWith("## Updates\n\n* Tides\n  * Ana: one\n   * Bo: two\n  * Bo: three");

  /** Where the note is read anew while the words are typed, and which rules speak meanwhile; Enter repeats the bullet. */
  function typeInto(head: string, words: string, rest: string, settings = defaultSettings) {
    const analyser = new Analyser(uri, settings);
    analyser.analyse(head + rest);
    const found = new Set<string>();
    let typed = "";
    let shown = "";
    for (const key of words.match(/\n(?: *\* )?|./g) ?? []) {
      typed += key;
      const text = `${head}${typed}${rest}`;
      const analysis = analyser.analyse(text);
      expect(told(analysis.notices)).toEqual(told(analyse(uri, text, settings).findings));
      for (const { rule } of analysis.notices) found.add(rule);
      shown += analysis instanceof CarriedAnalysis ? key : `‸${key}`;
    }
    return { shown, found: [...found] };
  }

  it.each([
    ["at the end", ""],
    ["above a section", "\n\n## Action Items\n\n* Ana: paint the pier\n"],
  ])("has the note read anew for each speaker alone: %s", (_where, rest) => {
    const words = "Ana: and so, we wait for the boat\n* Bo: a rope is missing. It hung there.\n* ";
    const { shown, found } = typeInto(noteWith("## Updates\n\n* Ana: one\n* "), words, rest);
    expect(shown).toBe("‸Ana‸: and so, we wait for the boat\n* Bo‸: a rope is missing. It hung there.\n* ");
    expect(found).toEqual(expect.arrayContaining(["turn-empty", "turn-unfinished"]));
  });

  it("may write plain words on the next line", () => {
    expect(typeInto(twoTurns, " now\n* we wait\n* and wait", "\n").shown).toBe(" now\n* we wait\n* and wait");
  });

  it.each([
    ["in a note that is not written up", "# Roof\n\n## Notes\n\n* Slates\n  * Gutters", "\n  * we", "\n  * ‸we"],
    ["among bullets that are indented unlike", unevenTurns, "\n  * we", "\n  * ‸we"],
    ["where it may name a section", twoTurns, "\n* Action items", "\n* Actio‸n‸ ‸ite‸m‸s"],
    ["where it tells of a task", twoTurns, "\n* TODO we", "\n* TOD‸O‸ ‸we"],
  ])("has the note read anew for a plain line %s", (_where, text, words, shown) => {
    const settings: NoteSettings = { ...defaultSettings, files: { "**": "note" } };
    expect(typeInto(text, ` now${words}`, "\n", settings).shown).toBe(` now${shown}`);
  });

  it("does so in paragraphs, too", () => {
    const words = "Ana: and so, we wait\n\nBo: a rope is missing. It hung there.\n\n";
    const { shown, found } = typeInto(noteWith("## Updates\n\nAna: one\n\n"), words, "\n\nBo: two\n");
    expect(shown).toBe("‸Ana‸: and so, we wait\n\n‸Bo‸: a rope is missing. It hung there.\n\n");
    expect(found).toEqual(expect.arrayContaining(["turn-empty", "turn-unfinished"]));
  });

  it("may write the name of a section, even where that looks like a turn", () => {
    const settings: NoteSettings = { ...defaultSettings, parts: { sections: [{ name: "Ana: her boats" }] } };
    const { shown } = typeInto(noteWith("* Ana: one\n* Ana: "), "her boats too", "\n", settings);
    expect(shown).toBe("‸her boat‸s‸ ‸too");
    expect(typeInto(noteWith("* Ana: one\n* Ana: "), "her boats too", "\n").shown).toBe("‸her boats too");
  });
});

describe("a line that is being written about who presents", () => {
  it("tells who speaks as a fresh reader says, key by key", () => {
    const analyser = new Analyser("file:///group/may.md", defaultSettings);
    const line = "Presenter: Nadia Rossi (NRO), Odd Lie (OLI)";
    const seen = new Set<string>();
    for (let length = 1; length <= line.length; length++) {
      const text = noteWith(`## Agenda\n\n${line.slice(0, length)}\n\nOLI: Out.\n\nNRO: Since May.\n\nNRO: Or June.\n`);
      const { notices, note: read } = analyser.analyse(text);
      expect(told(notices)).toEqual(told(analyse("file:///group/may.md", text, defaultSettings).findings));
      for (const { name } of read?.people.presenters ?? []) seen.add(name);
    }
    expect([...seen]).toEqual(["Nadia Rossi", "Odd Lie"]);
  });
});
