import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { cp, rm, utimes, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundlePath, folderWith, type Outcome, runProgram } from "../support/commandLine";
import { connectEditor, wireToStdio } from "../support/wire";

/** The command line as it was installed, in a folder of its own, with a note beside it. */
async function install() {
  const folder = await folderWith({
    "note.md": "# July 4, 2024\n\n| Attending | Ada Ray |\n| --- | --- |\n\n* Bo: Yes.\n",
  });
  const names = ["cli.js", "linter.js", "files.js", "server.worker.js"];
  for (const name of names) await cp(bundlePath(name), join(folder, "dist", name));
  const lint = (): Promise<Outcome> =>
    runProgram(process.execPath, ["dist/cli.js", "lint", "note.md"], { cwd: folder });
  return { dist: join(folder, "dist"), lint };
}

/** The server as it was installed, in a folder of its own. */
async function installServer() {
  const dist = await folderWith({});
  const names = ["server.js", "languageServer.js", "files.js", "server.worker.js"];
  for (const name of names) await cp(bundlePath(name), join(dist, name));
  /** Starts it, opens a note in it, if there is one, writes in that, and has it leave. */
  const read = async (note?: string, words = ""): Promise<void> => {
    const wire = wireToStdio(join(dist, "server.js"));
    const gone = new Promise((resolve) => wire.process.on("exit", resolve));
    const { connection, open, change } = await connectEditor(wire);
    const uri = "file:///group/2024-07-04.md";
    if (note !== undefined) {
      await open(uri, note);
      const lines = note.split("\n");
      for (const [index, letter] of [...words].entries()) {
        const from = (lines.at(-1)?.length ?? 0) + index;
        await change(uri, index + 2, letter, { line: lines.length - 1, from, to: from });
        await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
      }
      await connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri } });
    }
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    await gone;
  };
  return { dist, read };
}

/** What is kept for the next start, by path in the folder of compiled code. */
function kept(dist: string): string[] {
  const paths = readdirSync(join(dist, ".cache"), { recursive: true, encoding: "utf8" });
  return paths.filter((path) => path.endsWith(".js")).sort();
}

describe("compiled code", () => {
  it("is kept for the next start, which says the same", async () => {
    const { dist, lint } = await install();
    const first = await lint();
    expect(first.output).toContain("note-taker-missing");
    expect(kept(dist).map((path) => basename(path))).toEqual(["engine.js", "files.js", "linter.js"]);
    expect(await lint()).toEqual(first);
  });

  it("is kept of remark, too, once a note needs it", async () => {
    const { dist, lint } = await install();
    await lint();
    await writeFile(
      join(dist, "../note.md"),
      "# July 4, 2024\n\n## Attendees\n\n* Ada Ray[^1]\n\n[^1]: By telephone\n",
    );
    await lint();
    expect(kept(dist).map((path) => basename(path))).toContain("markdown.js");
  });

  it("is kept anew by a start that meets more than those before", async () => {
    const { dist, lint } = await install();
    await runProgram(process.execPath, [join(dist, "cli.js"), "--help"]);
    const size = (): number => statSync(join(dist, ".cache", kept(dist)[0] ?? "")).size;
    const before = size();
    await lint();
    expect(size()).toBeGreaterThan(before * 1.5);
  });

  it("is not written anew by a start that had it", async () => {
    const { dist, lint } = await install();
    await lint();
    const [path = ""] = kept(dist);
    const before = readFileSync(join(dist, ".cache", path));
    await lint();
    expect(readFileSync(join(dist, ".cache", path)).equals(before)).toBe(true);
  });

  it("is taken by each start of the server, though V8 is told there to compile otherwise", async () => {
    const { dist, read } = await installServer();
    const note = "# July 4, 2024\n\n## Attendees\n\n* Ada Ray[^1]\n\n[^1]: By telephone\n";
    await read(note);
    const paths = kept(dist);
    expect(paths.map((path) => basename(path))).toContain("markdown.js");
    const written = (): number[] => paths.map((path) => statSync(join(dist, ".cache", path)).mtimeMs);
    const before = written();
    // What is not taken is kept anew at the end.
    await read(note);
    expect(written()).toEqual(before);
  });

  it("is kept of remark only once a note in the server needs it", async () => {
    const { dist, read } = await installServer();
    await read("# July 4, 2024\n\n## Attendees\n\n* Ada Ray\n");
    expect(kept(dist).map((path) => basename(path))).not.toContain("markdown.js");
  });

  it("is kept anew once a note is opened in the server, and then no more", async () => {
    const { dist, read } = await installServer();
    const note = readFileSync(join(import.meta.dirname, "../../seeds/2023-08-08-sig-guest-languages.md"), "utf8");
    const engine = (): Stats => statSync(join(dist, ".cache", kept(dist)[0] ?? ""));
    await read();
    const { size } = engine();
    await read("# No note\n");
    await read(note);
    const grown = engine();
    expect(grown.size).toBeGreaterThan(size * 1.05);
    await read(note);
    expect(engine().mtimeMs).toBe(grown.mtimeMs);
  });

  it("is kept anew once somebody writes in a note", async () => {
    const { dist, read } = await installServer();
    const note = "# July 4, 2024\n\n| Attending | Ada Ray |\n| --- | --- |\n\n## Agenda\n\n* Boats\n  * Ada: yes\n";
    await read(note);
    const size = (): number => statSync(join(dist, ".cache", kept(dist)[0] ?? "")).size;
    const before = size();
    await read(note, "  * Ada: two of them");
    expect(size()).toBeGreaterThan(before);
  });

  it("is left alone where it is damaged", async () => {
    const { dist, lint } = await install();
    const first = await lint();
    for (const path of kept(dist)) await writeFile(join(dist, ".cache", path), "damaged");
    expect(await lint()).toEqual(first);
    expect(await lint()).toEqual(first);
  });

  it("is not taken for a bundle that is newer", async () => {
    const { dist, lint } = await install();
    const first = await lint();
    const soon = new Date(Date.now() + 60_000);
    for (const name of ["linter.js", "server.worker.js"]) {
      // Of the same length: what is compiled of one script, V8 takes for what is compiled of any as long.
      const renamed = readFileSync(join(dist, name), "utf8").replaceAll("note-taker-missing", "note-taker-wanting");
      await writeFile(join(dist, name), renamed);
      await utimes(join(dist, name), soon, soon);
    }
    expect((await lint()).output).toBe(first.output.replaceAll("note-taker-missing", "note-taker-wanting"));
  });

  it("is missed by nobody where nothing can be written", async () => {
    const { dist, lint } = await install();
    await writeFile(join(dist, ".cache"), "in the way");
    expect((await lint()).output).toContain("note-taker-missing");
    await rm(join(dist, ".cache"));
  });
});
