import { describe, expect, it } from "vitest";
import { fileVerdictOf } from "../../server/src/workspace/fileVerdict";
import type { FileVerdict } from "../../server/src/workspace/settings";

function verdict(uri: string, files: Record<string, FileVerdict>, folder = "file:///home/ada/group") {
  return fileVerdictOf(uri, { files, folder });
}

describe("fileVerdictOf", () => {
  it("holds globs against the path within the workspace folder", () => {
    const files = { "minutes/*.md": "note" } as const;
    expect(verdict("file:///home/ada/group/minutes/may.md", files)).toBe("note");
    expect(verdict("file:///home/ada/group/old/minutes/may.md", files)).toBeUndefined();
  });

  it("takes a bare name for a file at the top of the folder only", () => {
    expect(verdict("file:///home/ada/group/README.md", { "README.md": "ignore" })).toBe("ignore");
    expect(verdict("file:///home/ada/group/sub/README.md", { "README.md": "ignore" })).toBeUndefined();
    expect(verdict("file:///home/ada/group/sub/README.md", { "**/README.md": "ignore" })).toBe("ignore");
  });

  it("finds a folder that starts with a dot", () => {
    expect(verdict("file:///home/ada/group/.notes/may.md", { "**/*.md": "note" })).toBe("note");
  });

  it("does not take a folder for another one whose name it starts", () => {
    expect(verdict("file:///home/ada/group2/may.md", { "may.md": "note" })).toBeUndefined();
  });

  it("reads escaped characters of a URI, on both sides", () => {
    const folder = "file:///c%3A/Users/Ada%20L";
    expect(verdict("file:///C:/Users/Ada%20L/caf%C3%A9%20[1].md", { "café [1].md": "note" }, folder)).toBe("note");
  });

  it("holds globs against the whole path where there is no folder, in either spelling", () => {
    expect(verdict("file:///tmp/may.md", { "/tmp/may.md": "note" }, "")).toBe("note");
    expect(verdict("file:///c%3A/tmp/may.md", { "C:\\tmp\\may.md": "note" }, "")).toBe("note");
    expect(verdict("file:///tmp/may.md", { "**/may.md": "note" }, "")).toBe("note");
    expect(verdict("minutes/may.md", { "minutes/**": "ignore" }, "")).toBe("ignore");
  });

  it("works in a virtual workspace", () => {
    const files = { "seeds/*.md": "ignore" } as const;
    expect(verdict("vscode-vfs://github/ada/group/seeds/may.md", files, "vscode-vfs://github/ada/group")).toBe(
      "ignore",
    );
    expect(
      verdict("vscode-vfs://gitlab/ada/group/seeds/may.md", files, "vscode-vfs://github/ada/group"),
    ).toBeUndefined();
  });

  it("lets the file's own path win, then the last glob that matches", () => {
    const may = "file:///home/ada/group/minutes/may.md";
    expect(verdict(may, { "minutes/may.md": "ignore", "minutes/**": "note" })).toBe("ignore");
    expect(verdict(may, { "minutes/**": "note", "**/may.md": "ignore" })).toBe("ignore");
    expect(verdict(may, { "**/may.md": "ignore", "minutes/**": "note" })).toBe("note");
  });

  it("bears a glob and a URI that are neither", () => {
    expect(verdict("%%%", { "[": "note", "": "note", "(((": "note" })).toBeUndefined();
  });
});
