import { describe, expect, test } from "vitest";
import { rosterOf } from "../../server/src/model/roster";
import { findProfile } from "../../server/src/profiles/builtIn";
import { type RuleId, rules } from "../../server/src/rules/index";
import type { Finding } from "../../server/src/rules/rule";
import { applyEdits } from "../../server/src/text/edit";
import { type Analysis, analyse } from "../../server/src/workspace/analysis";
import { fixSafely } from "../../server/src/workspace/fixAll";
import { defaultSettings, type NoteSettings } from "../../server/src/workspace/settings";
import { cleanNotes } from "../support/fixtures";
import { readMarks, writeMarks } from "../support/markedText";
import { actionPlanters } from "./recall/actions";
import { attendeePlanters } from "./recall/attendees";
import { layoutPlanters } from "./recall/layout";
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

describe.each(cleanNotes.map((one) => [one.path, one] as const))("%s", (_, { profile, path, text }) => {
  const clean = new CleanNote(profile, path, text);
  const severities = findProfile(profile)?.severities ?? {};
  const planted = rules.flatMap(({ id, severity }) => {
    if (severities[id] === "off") return [];
    return Object.entries<Planter>(planters[id]).flatMap(([kind, plant]) => {
      const defect = plant(clean);
      return defect ? [[id, kind, defect, severity] as const] : [];
    });
  });

  test.each(planted)("%s: %s", (id, kind, defect, severity) => {
    prove(clean, id, kind, defect, severity === "off" ? { [id]: "hint" } : {});
  });
});

function prove(clean: CleanNote, id: RuleId, kind: string, defect: Defect, chosen: NoteSettings["rules"]): void {
  const { text, spans } = readMarks(defect.marked);
  const path = defect.path ?? clean.path;
  const settings: NoteSettings = {
    ...defaultSettings,
    rules: chosen,
    ...(defect.today !== undefined && { today: defect.today }),
    ...(defect.isNamed && { profile: clean.profile, files: { "**": "note" } }),
  };
  const roster = rosterOf((defect.known ?? []).map((person) => ({ people: [person] })));
  const read = (source: string): Analysis => analyse(path, source, settings, roster);
  const before = read(clean.text).findings.map(({ message }) => message);
  const { verdict, findings } = read(text);
  expect(verdict.profile?.id, `${kind}: the form`).toBe(clean.profile);
  const found = findings.filter(({ message, rule }) => {
    return !before.includes(message) && !defect.brings?.some((other) => other === rule);
  });
  const expected = spans.map((at) => ({ rule: id, at }));
  expect(describeFindings(text, found), kind).toEqual(describeFindings(text, expected));
  if (defect.restored === undefined) return;
  const own = found.filter(({ rule }) => rule === id);
  const results = own.flatMap(({ fixes }) =>
    fixes.map(({ edits, placeholder = "" }) => {
      return applyEdits(
        text,
        edits.map(({ span, newText }) => ({ span, newText: newText.replace(placeholder, defect.typed ?? "") })),
      );
    }),
  );
  expect(results.includes(clean.text) ? clean.text : results[0], `${kind}: a fix`).toBe(clean.text);
  if (defect.restored === "all")
    expect(fixSafely(path, text, settings, roster).text, `${kind}: fix all`).toBe(clean.text);
}

/** `turn-gap` and the line of its place, marked. */
function describeFindings(text: string, findings: readonly Pick<Finding, "rule" | "at">[]): string[] {
  return findings.map(({ rule, at }) => {
    const marked = writeMarks(text, [at]);
    const start = marked.lastIndexOf("\n", marked.indexOf("⟦")) + 1;
    const end = marked.indexOf("\n", marked.indexOf("⟧"));
    return `${rule}: ${marked.slice(start, end < 0 ? undefined : end)}`;
  });
}
