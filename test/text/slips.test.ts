import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LikeWords } from "../../server/src/text/likeWords";
import { countSlips } from "../../server/src/text/slips";

const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });

describe("slips of the pen", () => {
  test.each([
    ["rosa", "rosa", 0],
    ["rosa", "rose", 1],
    ["rosa", "rsa", 1],
    ["rosa", "rossa", 1],
    ["rosa", "roas", 1],
    ["", "ab", 2],
    ["lindqvist", "lindkvits", 2],
    ["ab", "bca", 3],
    ["rosa", "maria", 3],
    ["a", "abcdefg", 3],
  ])("from %s to %s: %i, where two are allowed", (first, second, slips) => {
    expect(countSlips(first, second, 2)).toBe(slips);
  });

  test("are as many the other way round, and however many are allowed", () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(3), (first, second, most) => {
        const slips = countSlips(first, second, most);
        expect(countSlips(second, first, most)).toBe(slips);
        expect(slips === 0).toBe(first === second);
        expect(slips).toBe(Math.min(most + 1, countSlips(first, second, 8)));
      }),
    );
  });

  test("that are known are found", () => {
    const slip = fc.tuple(letters, letters, fc.constantFrom("", "a", "bc", "cb"), fc.constantFrom("", "d", "cb"));
    fc.assert(
      fc.property(slip, ([before, behind, written, meant]) => {
        const most = written.length === 2 && meant.length === 2 ? 1 : Math.max(written.length, meant.length);
        expect(countSlips(before + written + behind, before + meant + behind, 2)).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe("words of a size", () => {
  const wordsOf = (...keys: string[]) =>
    new LikeWords(
      keys.map((key) => ({ key })),
      (key) => key[0],
    );

  test("are those of the sort that are about as long", () => {
    const found = wordsOf("ada", "adam", "adele", "anabel", "bea", "a").like("adam", 1);
    expect(found.map(({ key }) => key)).toEqual(["ada", "adam", "adele"]);
  });

  test("are none where they are a crowd", () => {
    const crowd = Array.from({ length: 501 }, (_, index) => `a${String(index).padStart(3, "0")}`);
    expect(wordsOf(...crowd.slice(1)).like("a000", 0)).toHaveLength(500);
    expect(wordsOf(...crowd).like("a000", 0)).toEqual([]);
  });
});
