import { describe, expect, it } from "vitest";
import { dateOfPath } from "../../server/src/parse/pathDate";

describe("the date of a path", () => {
  it.each([
    ["notes/2024-03-05.md", "2024-03-05"],
    ["notes/2024_03_05-extra.md", "2024-03-05"],
    ["notes/20240305.md", "2024-03-05"],
    ["harbour-03-05-2024.md", "2024-03-05"],
    ["harbour-3-5-24.md", "2024-03-05"],
    ["2024/harbour-03-05.md", "2024-03-05"],
    ["2024/lights/03-05-Meeting-notes.md", "2024-03-05"],
    ["2024-03/march-5.md", "2024-03-05"],
    ["2024/Mar5.md", "2024-03-05"],
    ["notes/2024-03.md", "2024-03"],
    ["2024/17.md", "2024"],
    ["2024/13-45.md", "2024"],
    ["2024-03/agenda.md", "2024-03"],
    ["2024/03-Mar/05-harbour.md", "2024-03-05"],
    ["2024/03/05.md", "2024-03-05"],
    ["2024/March/harbour.md", "2024-03"],
  ])("of %s is %s", (path, date) => {
    expect(dateOfPath(path)).toBe(date);
  });

  it.each(["note.md", "call_052.md", "harbour/05-03.md", "march-5.md", "123456789.md", ""])("of %s is none", (path) => {
    expect(dateOfPath(path)).toBeUndefined();
  });
});
