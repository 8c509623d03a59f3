import { describe, expect, it } from "vitest";
import { attendeeTable } from "../../server/src/profiles/attendeeTable";
import type { ProfileParts } from "../../server/src/profiles/configuration";
import { combineParts, mergeProfile } from "../../server/src/profiles/mergeProfile";

function sectionsWith(sections: ProfileParts["sections"]): [string, string, boolean][] {
  const profile = { ...attendeeTable, format: { ...attendeeTable.format, sections: fewSections } };
  return mergeProfile(profile, sections && { sections }).format.sections.map(({ name, role, expected }) => [
    name,
    role,
    expected,
  ]);
}

const fewSections = [
  { role: "updates", name: "Updates", aliases: ["News"], expected: true },
  { role: "agenda", name: "Agenda", aliases: [], expected: true },
  { role: "actions", name: "Action Items", aliases: ["Actions"], expected: true },
] as const;

describe("mergeProfile", () => {
  it("changes nothing where nothing is said", () => {
    expect(mergeProfile(attendeeTable, undefined)).toBe(attendeeTable);
    expect(mergeProfile(attendeeTable, {}).format).toEqual(attendeeTable.format);
  });

  it("puts each given list into the place of the profile's", () => {
    const { format } = mergeProfile(attendeeTable, { title: { levels: [3] }, turns: { groups: ["Crew"] } });
    expect(format.title).toEqual({ ...attendeeTable.format.title, levels: [3] });
    expect(format.turns).toEqual({ ...attendeeTable.format.turns, groups: ["Crew"] });
  });

  it("knows a section by the profile's name for it, and keeps the other names", () => {
    const { format } = mergeProfile(attendeeTable, { sections: [{ name: "Actions" }] });
    const actions = format.sections.find(({ role }) => role === "actions");
    expect(actions).toMatchObject({ name: "Actions", expected: true });
    expect(actions?.aliases).toEqual(expect.arrayContaining(["Action Items", "Next Steps"]));
    expect(actions?.aliases).not.toContain("Actions");
  });

  it("keeps the profile's other sections at their places, and no longer expects them", () => {
    expect(sectionsWith([{ name: "Weather" }, { name: "Agenda" }])).toEqual([
      ["Weather", "other", false],
      ["Updates", "updates", false],
      ["Agenda", "agenda", true],
      ["Action Items", "actions", false],
    ]);
  });

  it("takes the group's order", () => {
    expect(sectionsWith([{ name: "Actions" }, { name: "Agenda" }, { name: "News" }])).toEqual([
      ["Actions", "actions", true],
      ["Agenda", "agenda", true],
      ["News", "updates", true],
    ]);
  });

  it("expects neither of two sections that stand for one", () => {
    expect(sectionsWith([{ name: "Updates" }, { name: "News" }, { name: "Agenda", expected: false }])).toEqual([
      ["Updates", "updates", false],
      ["News", "updates", false],
      ["Agenda", "agenda", false],
      ["Action Items", "actions", false],
    ]);
  });

  it("knows a section of another name by its role", () => {
    expect(sectionsWith([{ name: "Tagesordnung", role: "agenda" }])).toContainEqual(["Tagesordnung", "agenda", true]);
  });
});

describe("combineParts", () => {
  it("lets the second say more, key by key", () => {
    const first = { title: { levels: [1], fields: ["When"] }, sections: [{ name: "A" }] };
    expect(combineParts(first, { title: { levels: [2] }, labels: [] } as ProfileParts)).toMatchObject({
      title: { levels: [2], fields: ["When"] },
      sections: [{ name: "A" }],
    });
    expect(combineParts(undefined, first)).toBe(first);
    expect(combineParts(first, undefined)).toBe(first);
  });
});
