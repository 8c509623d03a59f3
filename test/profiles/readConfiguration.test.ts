import { readFile } from "node:fs/promises";
import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfiguration } from "../../server/src/profiles/readConfiguration";
import { configurationSchema } from "../support/configurationSchema";

/** What is said of each wrong part: the words that stand there, and the message. */
function mistakesIn(text: string): string[] {
  return readConfiguration(text).mistakes.map(({ at, message }) => `${text.slice(at.start, at.end)} | ${message}`);
}

const full = {
  extends: "attendee-table",
  profile: {
    title: { levels: [1], dates: ["MMMM do, yyyy"], fields: ["When"] },
    attendees: { form: "row", attending: ["Here"], noteTaker: ["Pen"], chair: ["Head"], absent: ["Away"] },
    sections: [{ name: "News", role: "updates", aliases: ["Tidings"], expected: true }, { name: "Weather" }],
    turns: { form: "bold", groups: ["Crew"] },
    actions: { markers: ["Task"] },
    decisions: { labels: ["Agreed"], phrases: ["all hands up"] },
    placeholders: ["Who said what"],
  },
  rules: { "speaker-unknown": "off" },
  files: { "minutes/**": "note" },
  people: [{ name: "Ana Ruiz", aliases: ["Anita"], abbreviation: "ARZ", handle: "ana-r" }],
  roster: "people.txt",
  labels: ["Slides"],
};

describe("readConfiguration", () => {
  it("reads every key", () => {
    const text = JSON.stringify({ $schema: "https://example.org/schema.json", ...full });
    expect(readConfiguration(text)).toEqual({ value: full, mistakes: [], isWhole: true });
  });

  it("reads comments, a comma behind the last item, and a byte order mark", () => {
    const text = '\uFEFF{\n  // of ours\n  "labels": ["Slides",], /* more */\n}\n';
    expect(readConfiguration(text)).toEqual({ value: { labels: ["Slides"] }, mistakes: [], isWhole: true });
  });

  it.each([
    [
      '{"rules": {"speaker-unknown": "loud"}}',
      '"loud" | Unexpected "loud", expected a severity: "error", "warning", "information", "hint" or "off"',
    ],
    [
      '{"rules": {"speaker-unkown": "off"}}',
      '"speaker-unkown" | Unexpected "speaker-unkown", expected "speaker-unknown"',
    ],
    ['{"rules": {"be-nice": "off"}}', '"be-nice" | Unexpected "be-nice", expected the id of a rule'],
    ['{"rules": []}', "[] | Unexpected list, expected an object"],
    ['{"rules": null}', "null | Unexpected null, expected an object"],
    ['{"rulez": {}}', '"rulez" | Unexpected key "rulez", expected "rules"'],
    ['{"extends": "my-own"}', expect.stringMatching(/^"my-own" \| Unexpected "my-own", expected a profile/)],
    ['{"files": {"a.md": "notes"}}', '"notes" | Unexpected "notes", expected what the files are: "note" or "ignore"'],
    ['{"files": {"": "note"}}', '"" | Unexpected "", expected a glob'],
    ['{"labels": "Slides"}', '"Slides" | Unexpected "Slides", expected a list'],
    ['{"labels": ["a: b"]}', '"a: b" | Unexpected "a: b", expected words without a colon'],
    [
      '{"people": [{"handle": "ana"}]}',
      '{"handle": "ana"} | Unexpected object without "name", expected it to have one',
    ],
    ['{"people": [{"name": 7}]}', "7 | Unexpected 7, expected a full name"],
    ['{"people": ["Ana"]}', '"Ana" | Unexpected "Ana", expected an object'],
    ['{"profile": {"title": {"levels": [7]}}}', "7 | Unexpected 7, expected a level of heading: 1, 2, 3, 4, 5 or 6"],
    [
      '{"profile": {"title": {"dates": ["YYYY-MM-DD"]}}}',
      expect.stringMatching(/^"YYYY-MM-DD" \| .* such as "MMMM do, yyyy"/),
    ],
    ['{"profile": {"title": {"dates": ["MM(do"]}}}', expect.stringMatching(/^"MM\(do" \| /)],
    ['{"profile": {"turns": {"form": "shouted"}}}', expect.stringMatching(/^"shouted" \| .*"plain", "bold"/)],
    [
      '{"profile": {"sections": [{"name": "News", "expected": "yes"}]}}',
      '"yes" | Unexpected "yes", expected a yes or no: true or false',
    ],
    ['{"labels": [], "labels": []}', '"labels" | Unexpected "labels" with another one below, expected each key once'],
    ["[]", "[] | Unexpected list, expected an object"],
    ["", " | Unexpected end or comma, expected a value"],
    ['{"labels": [] "people": []}', '"people" | Unexpected value, expected a comma before it'],
    [
      '{"labels": ["Slides]}',
      expect.stringMatching(/^"Slides]} \| Unexpected end of the line, expected a closing quote/),
    ],
  ])("names the mistake in %s at its place", (text, mistake) => {
    expect(mistakesIn(text)[0]).toEqual(mistake);
  });

  it("takes what is right beside what is wrong", () => {
    const text = '{"rules": {"speaker-unknown": "off", "x": "off"}, "labels": ["Slides", 1], "people": 5, "rulez": 1}';
    expect(readConfiguration(text)).toMatchObject({
      value: { rules: { "speaker-unknown": "off" }, labels: ["Slides"] },
      isWhole: true,
    });
    expect(mistakesIn(text)).toHaveLength(4);
  });

  it("does not take a list in which nothing is right for an empty one", () => {
    expect(readConfiguration('{"profile": {"title": {"dates": ["nope"]}}}').value).toEqual({ profile: { title: {} } });
    expect(readConfiguration('{"profile": {"title": {"dates": []}}}').value).toEqual({
      profile: { title: { dates: [] } },
    });
  });

  it("makes nothing of what is cut off but what stands there", () => {
    expect(readConfiguration('{"labels": ["Slides"], "people": [{').isWhole).toBe(false);
    expect(
      readConfiguration('{"labels": ["Slides"], "profile": {"sections": [{"name": "News"}').value,
    ).not.toHaveProperty("name");
  });

  it.each([
    ["five million characters", `{"labels": [${'"x",'.repeat(1_250_000)}`, "million characters"],
    ["a hundred thousand levels", "[".repeat(100_000), "nested so deep"],
    ["a hundred thousand mistakes", `{"labels": [${"1,".repeat(100_000)}1]}`, "words without a colon"],
  ])("is content with %s", (_, text, message) => {
    const { mistakes } = readConfiguration(text);
    expect(mistakes.length).toBeLessThanOrEqual(100);
    expect(mistakes[0]?.message).toContain(message);
  });

  it("knows no key that every object has", () => {
    const { value, mistakes } = readConfiguration(
      '{"__proto__": {"labels": ["a"]}, "constructor": 1, "rules": {"toString": "off"}}',
    );
    expect(value).toEqual({ rules: {} });
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(mistakes).toHaveLength(3);
  });

  it("reads any text, and names no place outside of it", () => {
    const json = fc.json().map((text) => text.replace(/""/, '"rules"'));
    const cut = fc
      .tuple(fc.constant(JSON.stringify(full)), fc.nat(600), fc.string())
      .map(([text, at, more]) => text.slice(0, at) + more);
    fc.assert(
      fc.property(fc.oneof(fc.string(), json, cut), (text) => {
        for (const { at, message } of readConfiguration(text).mistakes) {
          expect(at.start).toBeGreaterThanOrEqual(0);
          expect(at.end).toBeGreaterThanOrEqual(at.start);
          expect(at.start).toBeLessThanOrEqual(text.length);
          expect(message).toMatch(/^Unexpected /);
        }
      }),
    );
  });
});

describe("the schema", () => {
  const validate = new Ajv({ strict: false }).compile(configurationSchema());

  it("is the one that is published; `npm run test:unit -- -u readConfiguration` writes it", async () => {
    const written = `${JSON.stringify(configurationSchema(), null, 2)}\n`;
    await expect(written).toMatchFileSnapshot("../../server/docs/notewright.schema.json");
  });

  it("takes what the reader takes", () => {
    expect(validate({ $schema: "x", ...full })).toBe(true);
  });

  it("refuses what the reader refuses, and nothing else", () => {
    const keys = ["extends", "profile", "rules", "files", "people", "labels", "roster", "rulez", "title", "name"];
    const leaf = fc.constantFrom<unknown>("attendee-table", "off", "note", "Slides", "a:b", 1, true, null, "MMMM do");
    const value = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        leaf,
        fc.array(tie("value"), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom(...keys, "speaker-unknown", "dates", "sections"), tie("value"), { maxKeys: 3 }),
      ),
    })).value;
    const configuration = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 3 });
    fc.assert(
      fc.property(configuration, (json) => {
        expect(readConfiguration(JSON.stringify(json)).mistakes.length === 0).toBe(validate(json));
      }),
    );
  });

  it("is shipped where package.json says", async () => {
    const { contributes } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
    expect(contributes.jsonValidation).toEqual([
      { fileMatch: ".notewright.json", url: "./server/docs/notewright.schema.json" },
    ]);
  });
});
