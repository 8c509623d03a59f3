import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { parseBlocks } from "../../server/src/parse/parseBlocks";
import { bundlePath, folderWith } from "../support/commandLine";

vi.mock("../../server/src/parse/markdown", () => ({
  parseMarkdown(part: string): never {
    throw new Error(`remark was asked about ${JSON.stringify(part)}`);
  },
}));

const ownersNote = join(import.meta.dirname, "../../seeds/2023-08-08-sig-guest-languages.md");

describe("remark is not asked", () => {
  test("for the owner's note", () => expect(parseBlocks(readFileSync(ownersNote, "utf8"))).toHaveLength(12));

  test.each([
    ["a heading with marks of its own", "## Item #3 in `code` ##\n"],
    [
      "words in several lines",
      'Ann: see [the `list`](https://a.b/c "d"),\nhttps://e.f/g_(h), <https://i.j> or\nann@k.l\n',
    ],
    ["a turn of an item in several lines", "* Ann: one\n  two\nthree\n\n  four\n    * Bo: `five\n      six`\n"],
    ["a bullet that is not written yet", "* Ann: one\n    * \n"],
    ["a task with a picture", "- [x] Ann: ![one](two.png)\n- [ ] three\n"],
    ["items below words", "Updates:\n  - [Ann] one\n  - [Bo] two\n"],
    ["items indented by tabs", "-\tAnn: one\n\t-\tBo: two\n"],
    ["an underlined heading", "One\ntwo in `code`\n===\n"],
    ["a table with an empty cell", "| Name | Role |\n|---|:-:|\n| Ann | |\n| Bo\nwords below\n"],
    ["a table right below words", "**Poll**\n|F|N|\n|-|-|\n|2|3|\n"],
    ["a fence right below words", "As follows:\n```js\n* Ann: `one\n```\n"],
    ["a comment", "<!-- Ann:\n\n# not read -->\n"],
    ["a quote", "> Ann: one\n> * two\n"],
    ["a quote in an item", "* Ann: one\n  > two\n* Bo: three\n"],
    ["a fence in an item", "* Ann: one\n  ```\n  two\n  ```\n  three\n"],
    ["HTML of its own", "<details>\n<summary>Ann: one</summary>\n</details>\n"],
    ["a break right below an item", "* Ann: one\n---\n"],
    ["HTML in words", "Ann: <b>one</b><br/> two<!-- three --> a < b\n"],
    ["an address in marks at the start", "<https://a.b> by Ann\n"],
    ["a label that is not finished", "* [Ann]:\n"],
    ["definitions", "[one]: https://a.b\n[two]: #three\n"],
  ])("for %s", (_, text) => expect(parseBlocks(text).length).toBeGreaterThan(0));
});

test("remark's own part of the bundles is run for a note that needs it, and for no other", async () => {
  const missing = readFileSync(bundlePath("server.worker.js"), "utf8").replace('"markdown.js":', '"without.js":');
  const folder = await folderWith({
    "cli.js": readFileSync(bundlePath("cli.js")),
    "linter.js": readFileSync(bundlePath("linter.js")),
    "files.js": readFileSync(bundlePath("files.js")),
    "server.worker.js": missing,
    "footnote.md": "# 2024-03-05 Roof meeting\n\n## Attendees\n\n* Ann[^1]\n\n[^1]: By telephone\n",
  });
  const lint = (file: string) => promisify(execFile)(process.execPath, [join(folder, "cli.js"), "lint", file]);
  await expect(lint(ownersNote)).resolves.toMatchObject({ stdout: expect.stringContaining("speaker-unknown") });
  await expect(lint(join(folder, "footnote.md"))).rejects.toMatchObject({
    stderr: expect.stringContaining("markdown.js"),
  });
});
