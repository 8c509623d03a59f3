import { describe, expect, it } from "vitest";
import { Rosters } from "../../server/src/workspace/rosters";
import { defaultSettings, type NoteSettings } from "../../server/src/workspace/settings";
import { Clock } from "../support/clock";
import { type MemoryFiles, memoryFiles } from "../support/memoryFiles";
import { noteWith } from "../support/world";

const turns = "* Ana: all is well\n* Bo: two boats\n";

function note(...people: string[]): string {
  return noteWith(`## Updates\n\n${turns}`, people.join(", "));
}

const own = "file:///group/2024/03-05.md";

const disk = {
  "group/2024/03-05.md": note("Ana Ruiz"),
  "group/2024/02-27.md": note("Greta Holm"),
  "group/2024/03-12.md": note("Later Person"),
  "group/2023/12-19.md": note("Ivo Petrov"),
  "group/archive/2019/05-07.md": note("Olga Past"),
  "group/README.md": note("Nobody Here"),
  "group/TEMPLATE.md": note("Nobody Here"),
  "group/charter.md": "# Charter\n\nWe look after the harbour.\n",
  "group/lights/2024-01-02.md": note("Other Group"),
  "others/2024-01-02.md": note("Other Group"),
};

/** Rosters on a disk that the test may change; `settle` lets all be read, and what waits for a pause. */
function start(files: MemoryFiles, settings: Partial<NoteSettings> = {}) {
  const changed: string[][] = [];
  const tasks: Promise<void>[] = [];
  const clock = new Clock();
  const chosen = { ...defaultSettings, ...settings };
  const rosters = new Rosters({
    files,
    settingsOf: () => chosen,
    changed: (uris) => changed.push([...uris]),
    later: clock.later,
    run: (_name, task) => tasks.push(task()),
  });
  const settle = async (): Promise<void> => {
    for (const task of tasks) await task;
  };
  const namesFor = (uri: string) => rosters.rosterOf(uri).people.map(({ name }) => name);
  return { rosters, changed, clock, settle, namesFor };
}

describe("rosters", () => {
  it("hold the people of the folder, of other years and of the archive, the nearest before the note first", async () => {
    const { rosters, changed, settle, namesFor } = start(memoryFiles(disk));
    rosters.want(own);
    expect(namesFor(own)).toEqual([]);
    await settle();
    expect(namesFor(own)).toEqual(["Greta Holm", "Ivo Petrov", "Olga Past", "Later Person"]);
    expect(changed).toEqual([[own]]);
  });

  it("read the nearest notes first, and the rest behind them", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 28 }, (_, index) => [
        `group/2024-02-${String(index + 1).padStart(2, "0")}.md`,
        note("Bo Lind"),
      ]),
    );
    const files = memoryFiles({
      ...many,
      "group/2024-03-05.md": note("Ana Ruiz"),
      "group/2019-01-01.md": note("Olga Past"),
    });
    const { rosters, changed, settle, namesFor } = start(files);
    rosters.want("file:///group/2024-03-05.md");
    await settle();
    expect(files.wasRead.slice(0, 2)).toEqual(["group/2024-02-28.md", "group/2024-02-27.md"]);
    expect(files.wasRead).toHaveLength(30);
    expect(changed).toHaveLength(2);
    expect(namesFor("file:///group/2024-03-05.md")).toEqual(["Bo Lind", "Olga Past"]);
  });

  it("hold the people of agendas that have a folder of their own", async () => {
    const files = memoryFiles({
      "group/notes/2024/2024-03-05.md": note("Ana Ruiz"),
      "group/agendas/2024/03-Mar/05-harbour.md": note("Greta Holm"),
      "group/agendas/2024/01-Jan/09-harbour.md": note("Ivo Petrov"),
      "group/charter/2024/2024-03-05.md": note("Other Group"),
    });
    const { rosters, settle, namesFor } = start(files);
    const uri = "file:///group/notes/2024/2024-03-05.md";
    rosters.want(uri);
    await settle();
    expect(namesFor(uri)).toEqual(["Greta Holm", "Ivo Petrov"]);
  });

  it("hold the people of the group of a subgroup behind its own", async () => {
    const files = memoryFiles({
      "group/lights/2024/03-05.md": note("Ana Ruiz"),
      "group/lights/2023/03-07.md": note("Ivo Petrov"),
      "group/2024/02-27.md": note("Greta Holm"),
      "group/boats/2024/02-27.md": note("Other Group"),
    });
    const { rosters, settle, namesFor } = start(files);
    const uri = "file:///group/lights/2024/03-05.md";
    rosters.want(uri);
    await settle();
    expect(namesFor(uri)).toEqual(["Ivo Petrov", "Greta Holm"]);
  });

  it("hold who presented under a whole name and an abbreviation", async () => {
    const presented = "\nPresenter: Zora Lind (ZLI), Bo (BO)\n\nPresenter: Somebody Else\n";
    const files = memoryFiles({ "group/2024-02-27.md": note("Greta Holm") + presented });
    const { rosters, settle } = start(files);
    rosters.want("file:///group/2024-03-05.md");
    await settle();
    const { people } = rosters.rosterOf("file:///group/2024-03-05.md");
    expect(people.map(({ name, abbreviations }) => [name, ...abbreviations])).toEqual([
      ["Greta Holm"],
      ["Zora Lind", "ZLI"],
    ]);
  });

  it("hold who spoke under a name and is listed nowhere", async () => {
    const said = [
      "Tove: loose",
      "Tove: since May",
      "Tove: yes",
      "Gerta: no",
      "Gerta: not yet",
      "Gerta: never",
      "Eik: once",
      "Votes: 6",
      "Votes: 7",
      "Votes: 8",
      "OH: me too",
      "OH: why?",
      "OH: so",
      "Summary: all is well",
      "Summary: still",
      "Summary: yes",
    ];
    const tasks = "\n## Action Items\n\n* Runa: paint\n* Runa: sand\n* Runa: scrape\n";
    const files = memoryFiles({
      "group/2024-02-27.md": note("Ana Ruiz", "Bo Lind") + said.map((words) => `* ${words}\n`).join("") + tasks,
      "group/2024-02-20.md": note("Greta Holm", "Ana Ruiz", "Bo Lind"),
    });
    const { rosters, settle } = start(files);
    rosters.want("file:///group/2024-03-05.md");
    await settle();
    const { people } = rosters.rosterOf("file:///group/2024-03-05.md");
    expect(people.map(({ name, by }) => [name, by])).toEqual([
      ["Ana Ruiz", undefined],
      ["Bo Lind", undefined],
      ["Greta Holm", undefined],
      ["Tove", "speaking"],
    ]);
  });

  it("hold handles in notes that list nobody, each note without its own", async () => {
    const talk = (...names: string[]) => {
      const turns = names.map((name) => `* ${name}: hm\n* ${name}: yes\n* ${name}: no\n`);
      return `<!-- notewright: note -->\n\n# Harbour design meeting 2024-02-27\n\n## Notes\n\n${turns.join("")}`;
    };
    const files = memoryFiles({
      "group/2024-02-27.md": talk("osolberg", "tovelind", "ab"),
      "group/2024-02-20.md": talk("osolberg", "marten77"),
      "group/2024-03-05.md": talk("osolberg", "runae"),
    });
    const { rosters, settle } = start(files);
    rosters.want("file:///group/2024-03-05.md");
    await settle();
    const { people } = rosters.rosterOf("file:///group/2024-03-05.md");
    expect(people.map(({ name, notes }) => [name, notes])).toEqual([
      ["osolberg", 2],
      ["tovelind", 1],
      ["marten77", 1],
    ]);
  });

  it("are the same object until somebody else is known", async () => {
    const files = memoryFiles(disk);
    const { rosters, changed, clock, settle } = start(files);
    rosters.want(own);
    await settle();
    const before = rosters.rosterOf(own);
    rosters.want(own);
    files.texts.set("group/2024/03-05.md", note("Ana Ruiz", "Greta Holm"));
    files.texts.set("group/2024/02-27.md", note("Greta Holm").replace("two boats", "three boats"));
    rosters.filesChanged([own, "file:///group/2024/02-27.md"]);
    clock.pass(1000);
    await settle();
    expect(rosters.rosterOf(own)).toBe(before);
    expect(changed).toHaveLength(1);
  });

  it("follow files that are created, changed and deleted", async () => {
    const files = memoryFiles(disk);
    const { rosters, changed, clock, settle, namesFor } = start(files);
    rosters.want(own);
    await settle();
    files.texts.delete("group/2023/12-19.md");
    files.texts.set("group/2024/02-27.md", note("Greta Weber"));
    files.texts.set("group/2024/03-01.md", note("Nia New"));
    rosters.filesChanged(
      ["group/2023/12-19.md", "group/2024/02-27.md", "group/2024/03-01.md"].map((path) => `file:///${path}`),
    );
    rosters.filesChanged(["file:///others/2024-01-02.md"]);
    clock.pass(1000);
    await settle();
    expect(namesFor(own)).toEqual(["Nia New", "Greta Weber", "Olga Past", "Later Person"]);
    expect(changed).toEqual([[own], [own]]);
  });

  it("are shared by the open notes of a series, each without its own people", async () => {
    const files = memoryFiles(disk);
    const { rosters, settle, namesFor } = start(files);
    const other = "file:///group/2024/02-27.md";
    rosters.want(own);
    rosters.want(other);
    await settle();
    expect(namesFor(other)).toEqual(["Ivo Petrov", "Olga Past", "Ana Ruiz", "Later Person"]);
    expect(files.wasRead.filter((path) => path === "group/2023/12-19.md")).toHaveLength(1);
  });

  it("are given up with the last open note of a series", async () => {
    const files = memoryFiles(disk);
    const { rosters, changed, clock, settle, namesFor } = start(files);
    rosters.want(own);
    await settle();
    const read = files.wasRead.length;
    rosters.filesChanged([own]);
    rosters.forget(own);
    clock.pass(1000);
    await settle();
    expect(namesFor(own)).toEqual([]);
    expect([files.wasRead.length, changed.length]).toEqual([read, 1]);
  });

  it("stop reading when nobody wants them any more", async () => {
    const files = memoryFiles(disk);
    const { rosters, changed, settle } = start(files);
    rosters.want(own);
    rosters.forget(own);
    await settle();
    expect([files.wasRead, changed]).toEqual([[], []]);
  });

  it("are not read for whoever wants none", async () => {
    const files = memoryFiles(disk);
    const { rosters, settle } = start(files, { series: false });
    rosters.want(own);
    await settle();
    expect(files.wasRead).toEqual([]);
  });

  it("leave out what the settings say is no note", async () => {
    const { rosters, settle, namesFor } = start(memoryFiles(disk), { files: { "**/2023/**": "ignore" } });
    rosters.want(own);
    await settle();
    expect(namesFor(own)).not.toContain("Ivo Petrov");
  });

  it("understand a URI however it is written", async () => {
    const files = memoryFiles({
      "the group/2024-03-05.md": note("Ana Ruiz"),
      "the group/2024-03-01.md": note("Bo Lind"),
    });
    const { rosters, settle, namesFor } = start(files);
    rosters.want("file:///the%20group/2024%2D03-05.md");
    await settle();
    expect(namesFor("file:///the%20group/2024%2D03-05.md")).toEqual(["Bo Lind"]);
  });
});
