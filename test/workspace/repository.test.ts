import { describe, expect, it } from "vitest";
import { analyse } from "../../server/src/workspace/analyser";
import { withRepository } from "../../server/src/workspace/groupSettings";
import { RepositoryForms } from "../../server/src/workspace/repository";
import { defaultSettings, type NoteSettings } from "../../server/src/workspace/settings";
import { memoryFiles } from "../support/memoryFiles";
import { noteWith } from "../support/world";

const note = "file:///group/notes/2024/may.md";
const own = "group/.notewright.json";

async function configurationOf(texts: Record<string, string>, uri = note) {
  return (await new RepositoryForms(memoryFiles(texts)).of(uri)).form.configuration;
}

describe("RepositoryForms", () => {
  it("finds the nearest configuration above the note", async () => {
    const texts = { [own]: '{"labels": ["far"]}', "group/notes/.notewright.json": '{"labels": ["near"]}' };
    expect(await configurationOf(texts)).toEqual({ labels: ["near"] });
    expect(await configurationOf(texts, "file:///group/may.md")).toEqual({ labels: ["far"] });
    expect(await configurationOf(texts, "file:///other/may.md")).toEqual({});
    expect(await configurationOf(texts, "untitled:Untitled-1")).toEqual({});
    expect(await configurationOf({ ".notewright.json": '{"labels": ["root"]}' })).toEqual({ labels: ["root"] });
  });

  it("looks no further than the root of the repository", async () => {
    const texts = { [own]: '{"labels": ["far"]}', "group/notes/.git/HEAD": "" };
    expect(await configurationOf(texts)).toEqual({});
    expect(await configurationOf({ [own]: '{"labels": ["far"]}', "group/.git": "gitdir: x" })).toEqual({
      labels: ["far"],
    });
  });

  it("reads each file once, until it is told to forget", async () => {
    const files = memoryFiles({ [own]: "{}" });
    const forms = new RepositoryForms(files);
    await Promise.all([forms.of(note), forms.of(note), forms.of("file:///group/a.md")]);
    expect(files.wasRead).toEqual([own]);
    files.texts.set(own, '{"labels": ["new"]}');
    forms.forget();
    expect((await forms.of(note)).form.configuration).toEqual({ labels: ["new"] });
  });

  it("goes by what was said last while the file is no JSON", async () => {
    const files = memoryFiles({ [own]: '{"labels": ["good"], "rules": {"placeholder": "off"}}' });
    const forms = new RepositoryForms(files);
    await forms.of(note);
    files.texts.set(own, '{"labels": ["half"], "rules": {"placeh');
    forms.forget();
    const { form, files: checked } = await forms.of(note);
    expect(form.configuration).toEqual({ labels: ["good"], rules: { placeholder: "off" } });
    expect(checked[0]?.mistakes).not.toEqual([]);
  });

  it.each([
    ["is a folder", { [`${own}/inside.md`]: "" }],
    ["is too large", { [own]: `{"labels": ["${"x".repeat(1_000_001)}"]}` }],
  ])("says so of a configuration that %s", async (_, texts) => {
    const { form, files } = await new RepositoryForms(memoryFiles(texts)).of(note);
    expect(form.configuration).toEqual({});
    expect(files).toEqual([
      {
        uri: `file:///${own}`,
        text: "",
        mistakes: [{ at: { start: 0, end: 0 }, message: expect.stringContaining("cannot be read") }],
      },
    ]);
  });

  it("reads a roster of lines or of JSON beside the configuration", async () => {
    const lines = "# Crew\nAna Ruiz (ARZ)\n\n* Bo Lindqvist @bo\n";
    const { form } = await new RepositoryForms(
      memoryFiles({
        [own]: '{"roster": "lists/people.txt", "people": [{"name": "Zoe Hart"}]}',
        "group/lists/people.txt": lines,
      }),
    ).of(note);
    const listed = [
      { name: "Ana Ruiz", abbreviation: "ARZ" },
      { name: "Bo Lindqvist", handle: "bo" },
    ];
    expect(form.people).toEqual([{ name: "Zoe Hart" }, ...listed]);
    const json = await new RepositoryForms(
      memoryFiles({
        [own]: '{"roster": "../people.json"}',
        "people.json": JSON.stringify([...listed, { nom: 1 }]),
      }),
    ).of(note);
    expect(json.form.people).toEqual(listed);
    expect(json.files.map(({ uri, mistakes }) => [uri, mistakes.length])).toEqual([
      [`file:///${own}`, 0],
      ["file:///people.json", 2],
    ]);
  });

  it.each([
    ["delegates.txt", "Ana Ruiz (ARZ)\nBo Lindqvist (BLT)\nZoe Hart (ZH)\n", ["ARZ", "BLT", "ZH"]],
    ["People.txt", "# Crew\n\nAna Ruiz @ana\nBo Lindqvist @bo\nZoe Hart (ZH)\n", [undefined, undefined, "ZH"]],
    ["delegates.txt", "Ana Ruiz (ARZ)\nis the delegate\nof the harbour\n", []],
    ["delegates.txt", "", []],
    ["names.txt", "Ana Ruiz (ARZ)\nBo Lindqvist (BLT)\nZoe Hart (ZH)\n", []],
  ])("finds people in %s: %j", async (name, lines, abbreviations) => {
    const texts = { [`group/${name}`]: lines };
    const { form } = await new RepositoryForms(memoryFiles(texts)).of(note);
    expect(form.people.map(({ abbreviation }) => abbreviation)).toEqual(abbreviations);
    const told = { ...texts, [own]: '{"people": [{"name": "Cyra Dahl"}]}' };
    const configured = await new RepositoryForms(memoryFiles(told)).of(note);
    expect(configured.form.people).toEqual([{ name: "Cyra Dahl" }]);
  });

  it("names a roster that is not there where the configuration names it", async () => {
    const text = '{"roster": "people.txt"}';
    const { files } = await new RepositoryForms(memoryFiles({ [own]: text })).of(note);
    const [mistake] = files[0]?.mistakes ?? [];
    expect(text.slice(mistake?.at.start, mistake?.at.end)).toBe('"people.txt"');
  });

  it("finds the nearest template, which says less than the configuration", async () => {
    const template = "# {date} Harbour call\n\n## Agenda\n\n## Chores\n";
    const texts = { [own]: '{"profile": {"turns": {"form": "bold"}}}', "group/notes/TEMPLATE.md": template };
    const { form } = await new RepositoryForms(memoryFiles(texts)).of(note);
    expect(withRepository(defaultSettings, form)).toMatchObject({
      parts: { sections: [{ name: "Agenda" }, { name: "Chores" }] },
      turns: { form: "bold" },
    });
    const told = { ...texts, [own]: '{"profile": {"sections": [{"name": "Weather"}]}}' };
    const overridden = await new RepositoryForms(memoryFiles(told)).of(note);
    expect(withRepository(defaultSettings, overridden.form).parts?.sections).toEqual([{ name: "Weather" }]);
  });
});

it("a template is no note itself, unless somebody says so", () => {
  const template = "file:///group/TEMPLATE.md";
  expect(analyse(template, ownText, defaultSettings).verdict).toMatchObject({
    isNote: false,
    reason: expect.stringContaining("template"),
  });
  const chosen: NoteSettings = { ...defaultSettings, files: { "**/TEMPLATE.md": "note" } };
  expect(analyse(template, ownText, chosen).verdict.isNote).toBe(true);
});

const ownText = noteWith(`## Updates

* Ana: all is well
* Bo: two boats
* Zoe: one more
* Zoe: the last one
* Slides: here
* Slides: there

## Agenda

* Harbour lights

## Action Items

* Bo: paint
`);

async function settingsWith(configuration: object, user: Partial<NoteSettings> = {}): Promise<NoteSettings> {
  const { form } = await new RepositoryForms(memoryFiles({ [own]: JSON.stringify(configuration) })).of(note);
  return withRepository({ ...defaultSettings, ...user }, form);
}

function findingsIn(settings: NoteSettings, text = ownText): string[] {
  return analyse(note, text, settings).findings.map(
    ({ rule, severity, at }) => `${severity} ${rule} ${text.slice(at.start, at.end)}`,
  );
}

describe("a note in a repository with a configuration", () => {
  it("is held to what the repository says", async () => {
    const unknown = ["information speaker-unknown Zoe", "information speaker-unknown Slides"];
    expect(findingsIn(await settingsWith({}))).toEqual(expect.arrayContaining(unknown.slice(0, 1)));
    const settings = await settingsWith({ labels: ["Slides"], rules: { "speaker-unknown": "error" } });
    expect(findingsIn(settings)).toEqual(["error speaker-unknown Zoe"]);
  });

  it("is held to what its user has set before that", async () => {
    const settings = await settingsWith(
      { rules: { "speaker-unknown": "error" }, files: { "notes/**": "ignore" }, profile: { turns: { form: "bold" } } },
      { rules: { "speaker-unknown": "off" }, files: { "**/may.md": "note" }, turns: { form: "plain" } },
    );
    expect(analyse(note, ownText, settings).verdict.isNote).toBe(true);
    expect(findingsIn(settings).filter((found) => !found.includes("Slides"))).toEqual([]);
  });

  it("is left out or taken in by globs, as seen from the configuration's folder", async () => {
    expect(analyse(note, ownText, await settingsWith({ files: { "notes/**": "ignore" } })).verdict.isNote).toBe(false);
    expect(analyse(note, ownText, await settingsWith({ files: { "2024/**": "ignore" } })).verdict.isNote).toBe(true);
    expect(analyse(note, "Hello", await settingsWith({ files: { "**/may.md": "note" } })).verdict.isNote).toBe(true);
  });

  it("knows people by what else they are called", async () => {
    const people = [{ name: "Carla Diaz", aliases: ["Zoe"] }];
    expect(findingsIn(await settingsWith({ people, labels: ["Slides"] }))).toEqual([]);
  });

  it("knows people who are not on its own list", async () => {
    const people = [{ name: "Zoe Hart", handle: "zh" }];
    expect(findingsIn(await settingsWith({ people, labels: ["Slides"] }))).toEqual([
      "information speaker-unlisted-known Zoe",
    ]);
  });

  it("is expected to have the group's sections", async () => {
    const sections = [{ name: "Updates" }, { name: "Agenda" }, { name: "Weather", expected: true }];
    const settings = await settingsWith({ profile: { sections }, labels: ["Slides", "Zoe"] });
    expect(analyse(note, ownText, settings).findings.map(({ message }) => message)).toEqual([
      'Unexpected note without a section "Weather", expected one',
    ]);
  });

  it("tells the meeting's date by the group's own labels", async () => {
    const dated = ownText.replace("## Updates", "Evening of the call: March 12, 2024\n\n## Updates");
    const labels = ["Slides", "Zoe"];
    expect(findingsIn(await settingsWith({ labels }), dated)).toEqual([]);
    const settings = await settingsWith({ labels, profile: { title: { fields: ["Evening of the call"] } } });
    expect(findingsIn(settings, dated)).toEqual(["warning title-date-field March 12, 2024"]);
  });

  it("asks for the turns that the group writes", async () => {
    const settings = await settingsWith({ profile: { turns: { form: "bold" } }, labels: ["Slides", "Zoe"] });
    expect(findingsIn(settings)).toEqual(["information turn-format Ana:", "information turn-format Bo:"]);
  });
});
