import { describe, expect, it } from "vitest";
import { defaultSettings, readSettings } from "../../server/src/workspace/settings";

describe("readSettings", () => {
  it.each([undefined, null, {}, { trace: { server: "off" } }, { turns: null, rules: null, files: null, labels: null }])(
    "serves the defaults where nothing is set: %j",
    (value) => {
      expect(readSettings(value)).toEqual({ settings: defaultSettings, mistakes: [] });
    },
  );

  it("reads every setting", () => {
    const value = {
      enable: false,
      files: { "minutes/**": "note", "README.md": "ignore" },
      calm: "onSave",
      labels: ["Background"],
      profile: "section-notes",
      rules: { "attendees-empty": "off" },
      turns: { form: "bold-colon" },
      series: false,
    };
    expect(readSettings(value, "file:///group")).toEqual({
      settings: { ...value, folder: "file:///group" },
      mistakes: [],
    });
  });

  it.each([
    ["yes", "notewright"],
    [{ enable: "yes" }, "notewright.enable"],
    [{ files: { "*.md": "maybe" } }, "notewright.files"],
    [{ files: ["*.md"] }, "notewright.files"],
    [{ calm: "always" }, "notewright.calm"],
    [{ labels: "Background" }, "notewright.labels"],
    [{ labels: [1] }, "notewright.labels"],
    [{ profile: "no-such-profile" }, "notewright.profile"],
    [{ rules: { "attendees-empty": "loud" } }, "attendees-empty"],
    [{ rules: { "no-such-rule": "off" } }, "no-such-rule"],
    [{ turns: { form: "shouted" } }, "notewright.turns.form"],
    [{ turns: "plain" }, "notewright.turns"],
  ])("names the mistake in %j and serves the default", (value, name) => {
    const { settings, mistakes } = readSettings(value);
    expect(settings).toEqual(defaultSettings);
    expect(mistakes).toEqual([expect.stringContaining(name)]);
  });

  it("keeps what is right beside what is wrong", () => {
    const { settings, mistakes } = readSettings({
      labels: ["Background", 7],
      files: { "a.md": "note", "b.md": 1 },
      rules: { "attendees-empty": "error", nonsense: "error" },
    });
    expect(settings).toMatchObject({
      labels: ["Background"],
      files: { "a.md": "note" },
      rules: { "attendees-empty": "error" },
    });
    expect(mistakes).toHaveLength(3);
  });

  it("never repeats a wrong value, which may be a name", () => {
    expect(readSettings({ turns: { form: "Ada" }, enable: "Ada" }).mistakes.join()).not.toContain("Ada");
  });
});
