import { nobodyKnown } from "../model/roster";
import { createNoteService } from "../service";
import { LineIndex } from "../text/lines";
import { defaultSettings } from "../workspace/settings";

/**
 * Reads a small note that nobody asked for. The first note that a process reads takes twice as long as the second, while
 * V8 makes ready what it meets for the first time; so that somebody who opens one need not wait for it.
 */
export function warmUp(): void {
  const service = createNoteService({
    store: { settingsOf: () => defaultSettings, rosterOf: () => nobodyKnown },
    log: () => undefined,
    client: { commands: [], snippetEdits: false, documentChanges: true, hierarchicalSymbols: true },
  });
  service.diagnostics({ uri: "untitled:note", version: 1, text, lines: new LineIndex(text) });
}

/** What the notes that most groups write start with: more of it would take longer here than it saves later. */
const text = `# March 5, 2024

| | |
| --- | --- |
| Attending | Ada Miller
`;
