import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { measureFolder, writeMeetings } from "./commandLine";
import { installPeers } from "./installPeers";
import { measure } from "./measure";
import { noteOf } from "./notes";
import { type Options, readOptions, usage } from "./options";
import { buildPrograms, newFolder, type Programs } from "./programs";
import { type ServerId, serverOf } from "./servers";
import { type Result, type SizeResult, writeTables } from "./tables";

/** Keys that warm a server up and are not counted. */
const warmUp = 10;

void main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  if (options === "help") {
    process.stdout.write(usage);
    return;
  }
  if (options.servers.some((id) => id !== "floor" && id !== "notewright")) installPeers();
  const scratch = newFolder();
  try {
    say("Building …");
    const result = await run(options, await buildPrograms(scratch), scratch);
    const tables = writeTables(result);
    say(tables);
    save(options.json ?? join(import.meta.dirname, `results/${stamp()}.json`), result);
    if (options.record) record(tables);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function run(options: Options, programs: Programs, scratch: string): Promise<Result> {
  const { keys, starts } = options;
  const silent = new Set<ServerId>();
  const sizes: SizeResult[] = [];
  for (const size of options.sizes) {
    const note = noteOf(size);
    say(`Measuring ${size}: ${note.title} …`);
    const specs = await Promise.all(options.servers.map((id) => serverOf(id, programs)));
    const asked = specs.filter(({ id }) => !silent.has(id));
    const figures = await measure(asked, note, { keys, warmUp, starts });
    const servers = specs.map(({ id, title }) => ({ id, title, figures: figures.get(id) ?? null }));
    // What is too much for a server once is too much at every larger size.
    for (const server of servers) if (!server.figures) silent.add(server.id);
    sizes.push({ title: note.title, bytes: note.bytes, servers });
  }
  say("Measuring the command line …");
  const folder = measureFolder(programs, options.folder ?? writeMeetings(scratch), scratch, starts);
  const machine = `${availableParallelism()} cores, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
  return { machine, keys, warmUp, starts, sizes, folder };
}

function save(path: string, result: Result): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(result, undefined, 2)}\n`);
  say(`\nThe figures are in ${path}`);
}

/** Puts the tables into the page, between its two marks. */
function record(tables: string): void {
  const page = new URL("../../docs/performance.md", import.meta.url);
  const [start, end] = ["<!-- tables: npm run bench -- --record -->", "<!-- end of the tables -->"];
  const [before, rest] = readFileSync(page, "utf8").split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error("docs/performance.md has no place for the tables.");
  writeFileSync(page, `${before}${start}\n\n${tables}\n\n${end}${after}`);
  say("The tables are in docs/performance.md");
}

function stamp(): string {
  return new Date().toISOString().slice(0, 19).replaceAll(":", "-");
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
