import { describe, expect, test } from "vitest";
import { rosterOf } from "../../server/src/model/roster";
import { builtInProfiles, findProfile } from "../../server/src/profiles/builtIn";
import { type RuleId, rules } from "../../server/src/rules/index";
import type { Finding, Fix } from "../../server/src/rules/rule";
import { applyEdits, type Edit } from "../../server/src/text/edit";
import { remembering } from "../../server/src/text/remembering";
import { Analyser } from "../../server/src/workspace/analyser";
import { fixSafely } from "../../server/src/workspace/fixAll";
import { defaultSettings, type NoteSettings } from "../../server/src/workspace/settings";
import { cleanNotes } from "../support/fixtures";
import { readMarks, writeMarks } from "../support/markedText";
import { actionPlanters } from "./recall/actions";
import { attendeePlanters } from "./recall/attendees";
import { layoutPlanters } from "./recall/layout";
import { noPlaceFor } from "./recall/noPlaceFor";
import { CleanNote, type Defect, type Planter, type Planters } from "./recall/plant";
import { sectionPlanters } from "./recall/sections";
import { titlePlanters } from "./recall/title";
import { turnPlanters } from "./recall/turns";

const planters: Planters<RuleId> = {
  ...titlePlanters,
  ...attendeePlanters,
  ...sectionPlanters,
  ...turnPlanters,
  ...actionPlanters,
  ...layoutPlanters,
};

/** All that can be planted into a clean note. */
const plantations = cleanNotes.map(({ profile, path, text }) => {
  const clean = new CleanNote(profile, path, text);
  const planted = wantedIn(profile).flatMap(({ id, severity }) => {
    const chosen: NoteSettings["rules"] = severity === "off" ? { [id]: "hint" } : {};
    return Object.entries<Planter>(planters[id]).flatMap(([kind, plant]) => {
      const defect = plant(clean);
      return defect ? [{ id, kind, defect, chosen }] : [];
    });
  });
  return { clean, planted };
});

describe.each(plantations.map((one) => [one.clean.path, one] as const))("%s", (_, { clean, planted }) => {
  test.each(planted.map((one) => [one.id, one.kind, one] as const))("%s: %s", (id, __, { defect, chosen }) => {
    for (const ending of ["\n", "\r\n"]) prove(clean, id, defect, chosen, ending);
  });
});

test.each(builtInProfiles.map(({ id }) => [id]))(
  "all rules are tried in the form %s, as far as it has a place",
  (id) => {
    const own = plantations.filter(({ clean }) => clean.profile === id).flatMap(({ planted }) => planted);
    const tried = new Set(own.map((one) => one.id));
    const untried = wantedIn(id).flatMap((rule) => (tried.has(rule.id) ? [] : [rule.id]));
    expect(untried.sort()).toEqual(Object.keys(noPlaceFor[id] ?? {}).sort());
  },
);

test("every kind of defect is tried in some note", () => {
  const tried = new Set(plantations.flatMap(({ planted }) => planted.map(({ id, kind }) => `${id}: ${kind}`)));
  const kinds = rules.flatMap(({ id }) => Object.keys(planters[id]).map((kind) => `${id}: ${kind}`));
  expect(kinds.filter((kind) => !tried.has(kind))).toEqual([]);
});

test("there are three clean notes of every form", () => {
  const counts = builtInProfiles.map(({ id }) => cleanNotes.filter(({ profile }) => profile === id).length);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(3);
});

/** The rules that a profile does not turn off. */
function wantedIn(profile: string) {
  const severities = findProfile(profile)?.severities ?? {};
  return rules.filter(({ id }) => severities[id] !== "off");
}

/** The defect is found where it is marked, and nothing else; its fixes rid the note of it, one as if it never was. */
function prove(clean: CleanNote, id: RuleId, defect: Defect, chosen: NoteSettings["rules"], ending: string): void {
  const { text, spans } = readMarks(defect.marked.replaceAll("\n", ending));
  const cleanText = clean.text.replaceAll("\n", ending);
  const { path = clean.path, today, known = [], isNamed = false, restored, brings = [], typed } = defect;
  const settings: NoteSettings = {
    ...defaultSettings,
    rules: chosen,
    ...(today !== undefined && { today }),
    ...(isNamed && { profile: clean.profile, files: { "**": "note" } }),
  };
  const roster = rosterOf(known.map((person) => ({ people: [person] })));
  const analyser = analyserOf(JSON.stringify([path, settings, ending]));
  // What is off by default may be found in a clean note, too.
  const before = new Set(
    Object.keys(chosen).length === 0 ? [] : analyser.analyse(cleanText, roster).findings.map(({ message }) => message),
  );
  const newIn = (source: string): readonly Finding[] => {
    const { verdict, findings } = analyser.analyse(source, roster);
    expect(verdict.profile?.id).toBe(clean.profile);
    return findings.filter(({ rule, message }) => !before.has(message) && !brings.some((other) => other === rule));
  };
  const found = newIn(text);
  expect(describeFindings(text, found)).toEqual(
    describeFindings(
      text,
      spans.map((at) => ({ rule: id, at })),
    ),
  );
  const fixes = found.flatMap((finding) => finding.fixes).filter(({ addLabel }) => addLabel === undefined);
  const results = fixes.map((fix) => applyEdits(text, typedOver(fix, typed)));
  if (restored !== undefined) expect(results).toContain(cleanText);
  if (restored === "all") expect(fixSafely(path, text, settings, roster).text).toBe(cleanText);
  for (const result of defect.uncovers ? [] : results) {
    if (result !== cleanText) expect(describeFindings(result, newIn(result))).toEqual([]);
  }
}

/** Notes that differ in one place are read one after the other, as in an editor. */
const analyserOf = remembering(50, (key: string) => {
  const [path, settings] = JSON.parse(key) as [string, NoteSettings];
  return new Analyser(path, settings);
});

/** The edits of a fix with the user's word over its placeholder. */
function typedOver({ edits, placeholder }: Fix, word: string | undefined): readonly Edit[] {
  if (placeholder === undefined || word === undefined) return edits;
  return edits.map(({ span, newText }) => ({ span, newText: newText.replace(placeholder, word) }));
}

/** `turn-gap: ` and the line of its place, marked. */
function describeFindings(text: string, findings: readonly Pick<Finding, "rule" | "at">[]): string[] {
  return findings.map(({ rule, at }) => {
    const marked = writeMarks(text, [at]);
    const start = marked.lastIndexOf("\n", marked.indexOf("⟦")) + 1;
    const end = marked.indexOf("\n", marked.indexOf("⟧"));
    return `${rule}: ${marked.slice(start, end < 0 ? undefined : end)}`;
  });
}
