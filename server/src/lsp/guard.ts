/** Writes one line for whoever looks into the server's output; never words of a note. */
export type Log = (line: string) => void;

/** Runs the task; a failure is logged under the name and answered by the fallback. */
export async function guard<Result>(
  name: string,
  fallback: Result,
  log: Log,
  task: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await task();
  } catch (error) {
    log(`${name} failed: ${describe(error)}`);
    return fallback;
  }
}

/** What went wrong and where in the program; an error's message is left out, as it may hold words of a note. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  const frames = error.stack?.match(/^ {4}at .*$/gm) ?? [];
  return [error.name, ...frames].join("\n");
}
