import assert from "node:assert/strict";

/** Asks again until the answer matches. */
export async function within20Seconds(pattern: RegExp, ask: () => string | Promise<string>): Promise<string> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (pattern.test(answer)) return answer;
    if (Date.now() > deadline) assert.fail(`Waited in vain for ${pattern} in:\n${answer.slice(0, 1500)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits for a task, and answers beside its result the longest time, in milliseconds, in which not even this process ran. */
export async function timingStandstills<T>(task: () => Promise<T>): Promise<{ result: T; longest: number }> {
  let longest = 0;
  let last = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 50);
  try {
    const result = await task();
    return { result, longest };
  } finally {
    clearInterval(timer);
  }
}
