import type { Difference } from "./law";
import type { Session, Step } from "./session";

/** The difference as a few lines: what was asked, and the surroundings of the first letter that differs. */
export function printDifference({ steps, view, fresh, edited }: Difference): string {
  let same = 0;
  while (same < fresh.length && fresh[same] === edited[same]) same++;
  const around = (said: string) => showAll(said.slice(Math.max(0, same - 160), same + 160));
  const note = fresh === edited ? ["both the same:"] : [];
  return [
    `after ${steps} steps, ${view}:`,
    ...note,
    `  fresh:  …${around(fresh)}…`,
    `  edited: …${around(edited)}…`,
  ].join("\n");
}

/** The session as an entry of the regression file. */
export function printSession({ text, settings, steps }: Session): string {
  const print = (step: Step): string => {
    const changes = step.edit.map((change) => `[${change.map((part) => printValue(part)).join(", ")}]`);
    const extras = [
      step.settings && `settings: ${printValue(step.settings)}`,
      step.look && `look: ${printValue(step.look)}`,
    ];
    return `      { ${[`edit: [${changes.join(", ")}]`, ...extras.filter(Boolean)].join(", ")} },`;
  };
  return [
    "  {",
    `    text: ${printText(text)},`,
    `    settings: ${printValue(settings)},`,
    "    steps: [",
    ...steps.map(print),
    "    ],",
    "  },",
  ].join("\n");
}

/** A text as an expression, one line of it on each line of code. */
function printText(text: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  if (lines.length < 2) return printValue(text);
  return `[\n${lines.map((line) => `      ${printValue(line)},\n`).join("")}    ].join("")`;
}

/** A string as a literal in which nothing is invisible. */
function printValue(value: string | number): string {
  return showAll(JSON.stringify(value));
}

/** The text with an escape for each letter that nobody would see, or see where it is. */
function showAll(text: string): string {
  return text.replace(/[\p{C}\p{Z}\p{M}\uFFFC]/gu, (letter) => {
    const units = Array.from({ length: letter.length }, (_, index) => letter.charCodeAt(index));
    return letter === " " ? letter : units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
  });
}
