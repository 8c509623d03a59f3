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
