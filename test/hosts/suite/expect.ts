// The few checks that the suite needs: `node:assert` does not exist in a web worker.

/** Fails unless the condition holds. */
export function expectTrue(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Fails unless both are the same as JSON. */
export function expectSame(actual: unknown, expected: unknown, what: string): void {
  const [found, wanted] = [JSON.stringify(actual, null, 2), JSON.stringify(expected, null, 2)];
  if (found !== wanted) throw new Error(`Unexpected ${what}: ${found}\nexpected: ${wanted}`);
}

/** Fails unless every one of the values is in the list. */
export function expectAll<T>(list: readonly T[], values: readonly T[], what: string): void {
  const missing = values.filter((value) => !list.includes(value));
  if (missing.length > 0)
    throw new Error(`Missing ${what}: ${JSON.stringify(missing)}\nfound: ${JSON.stringify(list)}`);
}

/** Fails unless the text matches. */
export function expectMatch(text: string, pattern: RegExp, what: string): void {
  if (!pattern.test(text)) throw new Error(`Unexpected ${what}: ${text}\nexpected: ${pattern}`);
}
