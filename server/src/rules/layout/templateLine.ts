import type { Statement } from "../../model/note";
import { isTemplateLine } from "../../model/standIns";
import { trimPart } from "../../text/span";
import { wholeBlock } from "../place";
import type { Fix, Rule } from "../rule";
import { deletionOf } from "./deletion";

/** Reports what the agenda's template says to everybody, in a note that is written up. */
export const templateLine: Rule<"template-line"> = {
  id: "template-line",
  summary: "A line of the agenda's template is left in a written-up note.",
  severity: "hint",
  concerns(_passage, own) {
    return maybeLine.test(own);
  },
  *checkPassage({ text, statements }, { state }) {
    if (state !== "written") return;
    for (const statement of statements) {
      const { text: words, span } = trimPart(text, statement.words.span);
      const isLine = isTemplateLine(words);
      if (!isLine && !isEmptyRubric(text, words, statement)) continue;
      yield {
        at: span,
        message: `Unexpected line of the template "${words}", expected none in a written-up note`,
        unnecessary: true,
        fixes: isLine ? deletionOf(text, statement) : deletionOfAll(text, statement),
      };
    }
  },
};

/** What is in each request, and in the name of each rubric. */
const maybeLine = /here|other/i;

/** `Other agenda items` with nothing below but the template's own lines. */
function isEmptyRubric(text: string, words: string, { item, words: { span } }: Statement): boolean {
  if (!item || !/^[*_]{0,2}other (?:agenda )?items?[*_]{0,2}[.:]?$/i.test(words)) return false;
  const below = text
    .slice(span.end, item.span.end)
    .replace(/<!--[^<>]*-->/g, "")
    .split(/[\r\n]+/);
  return below.every((line) => {
    const own = line.replace(/^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/, "").trim();
    return own === "" || isTemplateLine(own);
  });
}

function deletionOfAll(text: string, { item, words }: Statement): Fix[] {
  const span = wholeBlock(text, item?.span ?? words.span);
  return span ? [{ title: "Delete the template text", edits: [{ span, newText: "" }], safe: false }] : [];
}
