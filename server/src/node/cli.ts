import { isatty } from "node:tty";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { readCommandLine } from "./commandLine";
import { Complaint } from "./complaint";
import { explain } from "./explain";
import { init } from "./init";
import { lint } from "./lint";
import { serveLintThread } from "./lintThread";

if (parentPort && !isMainThread) serveLintThread(parentPort, workerData === true);
else void run(process.argv.slice(2)).then((code) => (process.exitCode = code));

/** Does what the words ask for; answers the exit code. */
async function run(words: readonly string[]): Promise<number> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // The reader of a pipe, such as `head`, may leave early.
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  const request = readCommandLine(words);
  if (typeof request === "number") return request;
  try {
    if (request.command === "lint") return await printed(lint(request, hasColours()));
    const output = await (request.command === "explain" ? explain(request.rule) : init());
    process.stdout.write(output);
    return 0;
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    process.stderr.write(`notewright: ${error.message.trimEnd()}\n`);
    return 2;
  }
}

async function printed(outcome: ReturnType<typeof lint>): Promise<number> {
  const { output, remarks, code } = await outcome;
  process.stdout.write(output);
  process.stderr.write(remarks.map((remark) => `notewright: ${remark}\n`).join(""));
  return code;
}

function hasColours(): boolean {
  return isatty(1) && !process.env.NO_COLOR && process.env.TERM !== "dumb";
}
