// @ts-check
// Child processes: run to the end with visible output, or start and wait for a line.
import { execFileSync, spawn } from "node:child_process";

/** Folders of the project, from the one place that knows where this file stands. */
export const folders = {
  project: new URL("../../", import.meta.url),
  hosts: new URL("./", import.meta.url),
  /** What a run leaves behind: profiles, bundles of the suite, packages, reports. Ignored by git. */
  cache: new URL("./.cache/", import.meta.url),
};

/**
 * Prints one line of progress.
 * @param {string} text
 */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * Runs a whole command; what it throws is told in one line and makes the exit code 1.
 * @param {() => Promise<void>} task
 */
export async function runCommand(task) {
  try {
    await task();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/**
 * Runs a program to its end, its output shown, and answers its exit code (1 when a signal ended it).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: URL | string, env?: Record<string, string | undefined> }} options
 * @returns {Promise<number>} rejects when the program cannot be started
 */
export function run(command, args, { cwd, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
      shell: needsShell(command),
    });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program whose output matters only when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<void>} rejects, with the output, when the program cannot be started or fails
 */
export function runQuietly(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folders.project,
      stdio: ["ignore", "pipe", "pipe"],
      shell: needsShell(command),
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(" ")} ended with ${code}:\n${output}`)),
    );
  });
}

/**
 * Runs npm with the arguments given.
 * @param {readonly string[]} args
 * @param {URL | string} cwd
 */
export function npm(args, cwd) {
  return run("npm", args, { cwd });
}

/**
 * The processes below another one, at any depth, whose command line matches.
 * @param {number} ancestor
 * @param {RegExp} pattern
 * @returns {number[]} their ids; where there is no `ps`, as on Windows, it throws
 */
export function processesBelow(ancestor, pattern) {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const all = lines.map((line) => {
    const [id, parent, ...words] = line.trim().split(/\s+/);
    return { id: Number(id), parent: Number(parent), command: words.join(" ") };
  });
  const below = new Set([ancestor]);
  for (let size = 0; size < below.size; ) {
    size = below.size;
    for (const { id, parent } of all) if (below.has(parent)) below.add(id);
  }
  return all.filter(({ id, command }) => below.has(id) && pattern.test(command)).map(({ id }) => id);
}

/**
 * On Windows, npm and code are command files, which only a shell starts.
 * @param {string} command
 */
function needsShell(command) {
  return process.platform === "win32" && !command.endsWith(".exe");
}
