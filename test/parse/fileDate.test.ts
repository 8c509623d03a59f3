import { describe, expect, it } from "vitest";
import { readFileDate } from "../../server/src/parse/fileDate";

const fifthOfMarch = { year: 2024, month: 3, day: 5, isDoubtful: false };

describe("the date in a path", () => {
  it.each([
    "2024-03-05.md",
    "notes/2024-03-05-errors-and-warnings.md",
    "parser_2024_03_05.md",
    "20240305.md",
    "2024/parser-03-05.md",
    "2024/PG-3-5.md",
    "2024/03-05-Meeting-notes.md",
    "meetings/2024-03/mar-05.md",
    "2024-03/march-5.md",
    "notes 5 March 2024.md",
    "C:\\notes\\2024\\03-05.md",
  ])("is read: %s", (path) => expect(readFileDate(path)).toEqual(fifthOfMarch));

  it.each([
    ["parser-03-05-2024.md", { ...fifthOfMarch, isDoubtful: true }],
    ["parser-25-03-2024.md", { ...fifthOfMarch, day: 25 }],
    ["parser-03-03-2024.md", { ...fifthOfMarch, day: 3 }],
    ["parser-03-05.md", { month: 3, day: 5, isDoubtful: false }],
    ["2023/2024-03-05.md", fifthOfMarch],
  ])("is read: %s", (path, date) => expect(readFileDate(path)).toEqual(date));

  it.each([
    ["", undefined],
    ["Untitled-1", undefined],
    ["2024/01/notes.md", 2024],
    ["2019/group/notes/call_052.md", undefined],
    ["2021/sg-8-2-21.md", 2021],
    ["sprint-3-5.md", undefined],
    ["2024-02-30.md", 2024],
    ["2024-03/mar-05-mar-07.md", 2024],
    ["2024-03.md", 2024],
    ["v20240305x.md", undefined],
  ])("is no day in %s", (path, year) => {
    expect(readFileDate(path)).toEqual({ ...(year && { year }), isDoubtful: false });
  });
});
