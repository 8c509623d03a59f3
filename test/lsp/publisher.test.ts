import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { PublishDiagnosticsParams } from "vscode-languageserver/node";
import { Publisher } from "../../server/src/lsp/publisher";
import { createNoteService } from "../../server/src/service";
import { defaultSettings } from "../../server/src/workspace/settings";
import { Clock } from "../support/clock";
import { connectEditor, modernClient, wireToServer } from "../support/wire";
import { ableClient, documentOf, noteWith } from "../support/world";

const plainClient = { ...modernClient, textDocument: {}, workspace: {} };
const note = noteWith("## Updates\n\n* Ana: all is well\n* Bo: two boats\n* Carla: one more\n");
const firstTurn = note.split("\n").indexOf("* Ana: all is well");

function newService() {
  return createNoteService({ store: { settingsOf: () => defaultSettings }, log: () => undefined, client: ableClient });
}

describe("what is sent unasked", () => {
  it("ends with all that is wrong with the last version, however it was written", async () => {
    const line = fc.integer({ min: firstTurn, max: firstTurn + 2 });
    const step = fc.oneof(
      fc.record({ type: fc.constantFrom("* Dora:", "a", ""), line }),
      fc.record({ wait: fc.constantFrom(50, 100, 2000) }),
      fc.record({ caret: fc.option(line) }),
      fc.constant({ save: true }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const clock = new Clock();
        const editor = await connectEditor(wireToServer(clock.later), { capabilities: plainClient });
        const { uri } = documentOf("");
        const read = () => editor.connection.sendRequest("textDocument/foldingRange", { textDocument: { uri } });
        await editor.open(uri, note);
        let [version, written] = [1, note.split("\n")];
        for (const step of steps) {
          if ("type" in step) {
            const old = written[step.line] ?? "";
            await editor.change(uri, ++version, step.type, { line: step.line, from: 0, to: old.length });
            written = written.with(step.line, step.type);
          } else if ("wait" in step) clock.pass(step.wait);
          else if ("caret" in step) await editor.caretAt(uri, step.caret);
          else await editor.save(uri);
          await read();
        }
        // The line is left, and what was typed last has been waiting for a pause.
        await editor.caretAt(uri, null);
        await read();
        clock.pass(100);
        const diagnostics = newService().diagnostics(documentOf(written.join("\n"), version));
        await vi.waitFor(() => expect(editor.published.at(-1)).toEqual({ uri, version, diagnostics }));
      }),
      { numRuns: 25 },
    );
  });

  it("is never overtaken by what was found before", async () => {
    let sent: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      sent = resolve;
    });
    const [versions, clock, running]: [(number | undefined)[], Clock, Promise<void>[]] = [[], new Clock(), []];
    let document = documentOf(note, 1);
    const publisher = new Publisher(newService(), {
      ready: async () => document,
      sendVerdict: () => slow,
      sendDiagnostics: async ({ version }: PublishDiagnosticsParams) => void versions.push(version),
      later: clock.later,
      run: (_name, task) => void running.push(task()),
    });
    publisher.changed(document.uri);
    await Promise.resolve();
    document = documentOf(`${note}* Dora:\n`, 2);
    publisher.publish(document.uri);
    await running[1];
    sent();
    await Promise.all(running);
    expect(versions.at(-1)).toBe(2);
  });
});
