import { expect, test } from "vitest";
import { Crashes, span } from "../../client/src/crashes";

test("crashes are counted within the span", () => {
  const crashes = new Crashes();
  expect([0, 1, span - 1, span, span + 1].map((time) => crashes.add(time))).toEqual([1, 2, 3, 3, 3]);
  expect(crashes.add(3 * span)).toBe(1);
});

test("crashes are counted anew once they are forgotten", () => {
  const crashes = new Crashes();
  crashes.add(0);
  crashes.forget();
  expect(crashes.add(1)).toBe(1);
});
