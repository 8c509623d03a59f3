import { isPresentedUpdate } from "../../model/pageFacts";
import { hasTurns } from "../concerns";
import type { Rule } from "../rule";
import { formatPrefix } from "./turnForm";

/** Reports a turn that is not in the form in which the note writes its turns. */
export const turnFormat: Rule<"turn-format"> = {
  id: "turn-format",
  summary: "A turn is not in the form in which the note writes its turns.",
  severity: "information",
  concerns: hasTurns,
  *checkPassage({ turns, text }, { turnForm, keepsTurnForm, presentsUpdates, hasSmallNames }) {
    if (!keepsTurnForm) return;
    for (const turn of turns) {
      if (presentsUpdates && isPresentedUpdate(turn)) continue;
      // There is more to say of an empty turn than how it is written.
      if (turn.item && turn.spoken.text === "" && !turn.hasContinuation) continue;
      const edit = formatPrefix(turn, turnForm, hasSmallNames);
      if (!edit) continue;
      const written = text.slice(edit.span.start, edit.span.end).trimEnd();
      const wanted = edit.newText.trimEnd();
      yield {
        at: { start: edit.span.start, end: edit.span.start + written.length },
        message: `Unexpected "${written}", expected "${wanted}"${written === wanted ? " and a space" : ""}`,
        fixes: [{ title: `Write "${wanted}"`, edits: [edit], safe: true }],
      };
    }
  },
};
