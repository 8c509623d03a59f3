import { describe, expect, it } from "vitest";
import { guard } from "../../server/src/lsp/guard";

describe("guard", () => {
  it("answers what the task answers", async () => {
    const logged: string[] = [];
    expect(
      await guard(
        "hover",
        null,
        (line) => logged.push(line),
        () => "Ana Ruiz",
      ),
    ).toBe("Ana Ruiz");
    expect(logged).toEqual([]);
  });

  it.each([
    [
      "at once",
      () => {
        throw new TypeError("Ana Ruiz\n    is no function");
      },
    ],
    [
      "later",
      async () => {
        throw new TypeError("Ana Ruiz\n    is no function");
      },
    ],
  ])(
    "answers the fallback for a task that fails %s, and logs where it failed but no words of the note",
    async (_, task) => {
      const logged: string[] = [];
      expect(await guard("hover", "nothing", (line) => logged.push(line), task)).toBe("nothing");
      expect(logged).toEqual([expect.stringMatching(/^hover failed: TypeError\n {4}at .*guard\.test\.ts/)]);
      expect(logged[0]).not.toContain("Ana");
    },
  );

  it("bears what is thrown and is no error", async () => {
    const logged: string[] = [];
    expect(
      await guard(
        "hover",
        0,
        (line) => logged.push(line),
        () => Promise.reject("Ana Ruiz"),
      ),
    ).toBe(0);
    expect(logged).toEqual(["hover failed: unknown error"]);
  });
});
