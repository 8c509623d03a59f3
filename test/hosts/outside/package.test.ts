import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { folders } from "../process.mjs";

const allowed = [
  /^dist\/(client|client\.web|server|languageServer|server\.worker|cli|linter|files)\.js$/,
  /^syntaxes\/[\w.]+\.tmLanguage\.json$/,
  /^server\/docs\/rules\/[\w-]+\.md$/,
  /^server\/docs\/notewright\.schema\.json$/,
  /^client\/icon\.png$/,
  /^(package\.json|readme\.md|changelog\.md|LICENSE(\.txt)?|\.vsixmanifest)$/i,
];

describe("The package", () => {
  it("is at most 500 KB", () => {
    const { size } = statSync(new URL("notewright.vsix", folders.cache));
    assert.ok(size <= 500 * 1024, `It has ${Math.round(size / 1024)} KB`);
  });

  it("holds bundles, grammar, rule pages, texts and icon", () => {
    const files = installedFiles();
    for (const pattern of allowed)
      assert.ok(
        files.some((file) => pattern.test(file)),
        `Nothing matches ${pattern}`,
      );
    for (const bundle of ["client", "client.web", "server", "server.worker", "cli"]) {
      assert.ok(files.includes(`dist/${bundle}.js`), `No bundle ${bundle}`);
    }
    assert.ok(files.includes("server/docs/rules/speaker-unknown.md"));
    for (const text of ["readme.md", "changelog.md"]) {
      assert.ok(
        files.some((file) => file.toLowerCase() === text),
        `No ${text}`,
      );
    }
  });

  it("holds nothing else", () => {
    assert.deepEqual(
      installedFiles().filter((file) => !allowed.some((pattern) => pattern.test(file))),
      [],
    );
  });
});

/** What VS Code made of the package, by paths with slashes. */
function installedFiles(): string[] {
  const extensions = new URL("package-host/extensions/", folders.cache);
  const folder = readdirSync(extensions).find((name) => name.startsWith("notewright.notewright-"));
  assert.ok(folder, "The package is not installed");
  return (
    readdirSync(fileURLToPath(new URL(folder, extensions)), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/").split(`/${folder}/`)[1] ?? entry.name)
      // The server keeps compiled code there.
      .filter((path) => !path.startsWith("dist/.cache/"))
  );
}
