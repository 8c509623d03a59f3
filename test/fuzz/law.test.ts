import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fixtures } from "../support/fixtures";
import { talkLine } from "../support/noteParts";
import { noteText } from "../support/noteText";
import { findDifference } from "./law";
import { regressions } from "./regressions";
import { report } from "./report";
import type { Change, Session, Step } from "./session";
import { examples, exampleText, sessionsOf } from "./sessions";

function expectLawful(session: Session): void {
  if (findDifference(session)) expect.fail(report(session));
}

/** Without fast-check's own shrinking: ours knows texts and edits. */
function check(sessions: fc.Arbitrary<Session>, numRuns: number): void {
  fc.assert(fc.property(sessions, expectLawful), { numRuns, endOnFailure: true });
}

describe("an edited document says what a fresh server says of its text", () => {
  test("in every session that once broke this law", () => {
    for (const session of regressions) expectLawful(session);
  });

  test("for notes", () => check(sessionsOf(noteText), 25));

  test("for notes in the form of every profile", () => {
    check(sessionsOf(fc.constantFrom(...fixtures.values())), 25);
  });

  test("for every example of the CommonMark specification", () => {
    const lines = fc.sample(talkLine, examples.length);
    for (const [index, text] of examples.entries()) {
      const place = (index * 31) % (text.length + 1);
      const changes: Change[] = [
        [place, place + 2, ""],
        [0, 0, `${lines[index]}\n`],
        [place, place, "\n* Ada: "],
      ];
      const steps = changes.map((change, at): Step => ({ edit: [change], ...(at < 2 && { look: "unchecked" }) }));
      expectLawful({ text, settings: "forced", steps });
    }
  });

  test("for examples within notes", () => check(sessionsOf(exampleText), 25));
});
