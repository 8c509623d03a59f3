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
    const rows = note.table?.rows ?? [];
    const row = rows.find((candidate) => candidate.kind === "note taker");
    // Template text in the cell is reported as such.
    if (row && isTemplateText(row.value.text)) return;
    const near = row ?? rows.find((candidate) => candidate.kind === "attending");
    yield {
      at: near?.label.span ?? topOf(note),
      message: "Unexpected note without a note taker, expected the name of whoever took it",
    };
  },
};
