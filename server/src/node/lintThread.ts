import { join } from "node:path";
import { type MessagePort, Worker } from "node:worker_threads";
import { reasonOf } from "./fileFailure";
import { type KeptNotes, keptBeside, type NewlyKept } from "./keptNotes";
import type { LintedFile } from "./lintedFile";
import { type LintOptions, lintFile } from "./lintFile";
import { SeriesShelf } from "./seriesShelf";

/** What a thread answers: by the number of the question, what was found or why nothing was. */
type Answer = {
  readonly number: number;
  /** What is to be kept for later runs. */
  readonly kept: readonly NewlyKept[];
} & ({ readonly linted: LintedFile } | { readonly reason: string });

interface Question {
  readonly number: number;
  readonly path: string;
  readonly options: LintOptions;
}

/** A thread that runs the command line's program and lints the files that it is asked for. */
export class LintThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (linted: LintedFile) => void; reject: (error: Error) => void }>();
  #count = 0;
  #failure: Error | undefined;

  /** With `kept`, the thread knows what earlier runs found, and what it finds is kept there. */
  constructor(private readonly kept: KeptNotes | undefined) {
    this.#worker = new Worker(join(__dirname, "cli.js"), { workerData: kept !== undefined });
    this.#worker.on("message", (answer: Answer) => this.#take(answer));
    this.#worker.on("error", (error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("the thread that read it has ended")));
  }

  /** Reads and lints a file; rejects where that is not possible, and when the thread dies. */
  lint(path: string, options: LintOptions): Promise<LintedFile> {
    if (this.#failure) return Promise.reject(this.#failure);
    const number = this.#count++;
    const answer = new Promise<LintedFile>((resolve, reject) => this.#waiting.set(number, { resolve, reject }));
    this.#worker.postMessage({ number, path, options } satisfies Question);
    return answer;
  }

  /** Ends the thread. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    this.kept?.add(answer.kept);
    if ("linted" in answer) waiting?.resolve(answer.linted);
    else waiting?.reject(new Error(answer.reason));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }
}

/** Answers the questions that come through the port, in a thread of {@link LintThread}; `keeps`: what it finds is to be kept. */
export function serveLintThread(port: MessagePort, keeps: boolean): void {
  const shelf = new SeriesShelf(keeps ? keptBeside(__dirname) : undefined);
  const answer = async ({ number, path, options }: Question): Promise<Answer> => {
    const answered = await lintFile(path, options, shelf).then(
      (linted) => ({ linted }),
      (error: unknown) => ({ reason: reasonOf(error) }),
    );
    return { number, kept: shelf.kept?.takeNew() ?? [], ...answered };
  };
  port.on("message", async (question: Question) => port.postMessage(await answer(question)));
}
