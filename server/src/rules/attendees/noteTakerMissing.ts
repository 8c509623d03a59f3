import { isTemplateText } from "../../model/standIns";
import { topOf } from "../place";
import type { Rule } from "../rule";

/** Reports a written-up note that does not say who took it. */
export const noteTakerMissing: Rule<"note-taker-missing"> = {
  id: "note-taker-missing",
  summary: "A written-up note does not say who took it.",
  severity: "information",
  *check(note) {
    if (note.state !== "written" || note.noteTakers.length > 0) return;
    const list = note.lists.find(({ role }) => role === "note taker");
    // Template text in the list is reported as such.
    if (list?.entries.some(({ text }) => isTemplateText(text))) return;
    const section = note.sections.find(({ form }) => form?.role === "note taker");
    const near = list?.label ?? section?.name ?? note.lists.find(({ form }) => form === "row")?.label;
    yield {
      at: near?.span ?? topOf(note),
      message: "Unexpected note without a note taker, expected the name of whoever took it",
    };
  },
};
