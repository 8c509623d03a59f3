import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { digest } from "./identity";
import { putFile } from "./putFile";

/** Whatever nobody has asked for in so many milliseconds, which are thirty days, is dropped. */
const longest = 30 * 24 * 60 * 60 * 1000;

/** So many files are kept, those that were asked for last. */
const most = 1_000;

/**
 * Values that a program keeps from one run to the next, each in a file of a folder that only its user can read. What is
 * missing, damaged or unreadable is undefined; what cannot be written is left.
 */
export class KeptFiles {
  constructor(
    /** Its path; it is made with the first file. */
    private readonly folder: string,
  ) {}

  /** The value that was kept under the name, which has to be one for a file. */
  read(name: string): unknown {
    return attempt(() => {
      const path = this.#pathOf(name);
      const [sum = "", json = ""] = readFileSync(path, "utf8").split("\n", 2);
      if (sum !== digest(json)) return undefined;
      utimesSync(path, new Date(), new Date());
      return JSON.parse(json);
    });
  }

  /** Keeps the value, which has to be one of JSON's. */
  write(name: string, value: unknown): void {
    const json = JSON.stringify(value);
    attempt(() => {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      putFile(this.#pathOf(name), `${digest(json)}\n${json}`, 0o600);
    });
  }

  /** Drops what nobody has asked for in a long time, and the oldest of what is too much. */
  dropOld(): void {
    attempt(() => {
      const paths = readdirSync(this.folder).map((name) => join(this.folder, name));
      const dated = paths.map((path) => ({ path, asked: statSync(path).mtimeMs }));
      const old = dated
        .sort((one, other) => other.asked - one.asked)
        .filter(({ asked }, index) => index >= most || asked < Date.now() - longest);
      for (const { path } of old) rmSync(path, { force: true });
    });
  }

  #pathOf(name: string): string {
    return join(this.folder, `${name}.json`);
  }
}

/** What the task answers; undefined where it fails, as it does where the folder belongs to somebody else. */
function attempt<Answer>(task: () => Answer): Answer | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
