import { describe, expect, it } from "vitest";
import { folderOf, resolveUri } from "../../server/src/workspace/uri";

describe("folderOf", () => {
  it.each([
    ["file:///a/b.md", "file:///a"],
    ["file:///a", "file://"],
    ["file://", undefined],
    ["vscode-vfs://github/group/notes/may.md", "vscode-vfs://github/group/notes"],
    ["vscode-vfs://github/group", "vscode-vfs://github"],
    ["tmp:/notes/may.md", "tmp:/notes"],
    ["tmp:/notes", "tmp:"],
    ["tmp:", undefined],
    ["untitled:Untitled-1", undefined],
    ["notes/may.md", undefined],
  ])("of %s is %s", (uri, folder) => {
    expect(folderOf(uri)).toBe(folder);
  });
});

describe("resolveUri", () => {
  it.each([
    ["people.txt", "file:///a/b/people.txt"],
    ["./lists/our people.txt", "file:///a/b/lists/our%20people.txt"],
    ["lists\\people.txt", "file:///a/b/lists/people.txt"],
    ["../people.txt", "file:///a/people.txt"],
    ["../../../../people.txt", "file:///people.txt"],
  ])("leads to %s", (path, uri) => {
    expect(resolveUri("file:///a/b", path)).toBe(uri);
  });
});
