import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { PublishDiagnosticsParams } from "vscode-languageserver/node";
import { Publisher } from "../../server/src/lsp/publisher";
import { nobodyKnown } from "../../server/src/model/roster";
import { createNoteService } from "../../server/src/service";
import { defaultSettings } from "../../server/src/workspace/settings";
import type { NoteDocument } from "../../server/src/workspace/store";
import { Clock } from "../support/clock";
import { connectEditor, modernClient, wireToServer } from "../support/wire";
import { ableClient, documentOf, noteWith } from "../support/world";

const plainClient = { ...modernClient, textDocument: {}, workspace: {} };
const note = noteWith("## Updates\n\n* Ana: all is well\n* Bo: two boats\n* Carla: one more\n");
const firstTurn = note.split("\n").indexOf("* Ana: all is well");

function newService(log: (line: string) => void = () => undefined) {
  return createNoteService({
    store: { settingsOf: () => defaultSettings, rosterOf: () => nobodyKnown },
    log,
    client: ableClient,
  });
}

describe("what is sent unasked", () => {
  it("ends with all that is wrong with the last version, however it was written", async () => {
    const line = fc.integer({ min: firstTurn, max: firstTurn + 2 });
    const step = fc.oneof(
      fc.record({ type: fc.constantFrom("* Dora:", "a", ""), line }),
      fc.record({ wait: fc.constantFrom(50, 2000) }),
      fc.record({ caret: fc.option(line) }),
      fc.constant({ save: true }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const clock = new Clock();
        const editor = await connectEditor(wireToServer(clock), { capabilities: plainClient });
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
        await editor.caretAt(uri, null);
        await read();
        const diagnostics = newService().diagnostics(documentOf(written.join("\n"), version));
        await vi.waitFor(() => expect(editor.published.at(-1)).toEqual({ uri, version, diagnostics }));
      }),
      { numRuns: 25 },
    );
  });

  it("is sent for every key at once, and in a huge text when the typing pauses, the longer the text the later", async () => {
    for (const [length, pause] of [
      [1_999_998, 0],
      [2_000_000, 200],
      [8_000_000, 800],
    ] as const) {
      const { change, clock, versions } = startPublisher();
      for (const version of [1, 2, 3]) {
        await change(documentOf("a ".repeat(length / 2), version));
        clock.pass(pause - 1);
      }
      expect(versions).toEqual(pause === 0 ? [1, 2, 3] : [1]);
      clock.pass(1);
      await vi.waitFor(() => expect(versions).toEqual(pause === 0 ? [1, 2, 3] : [1, 3]));
    }
  });

  it("is sent once, for the newest version, when the settings come after some keys", async () => {
    let answer: () => void = () => undefined;
    const settings = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { change, versions } = startPublisher({ settings });
    for (const version of [1, 2, 3]) await change(documentOf(note, version));
    answer();
    await vi.waitFor(() => expect(versions).toEqual([3]));
    await change(documentOf(note, 4));
    expect(versions).toEqual([3, 4]);
  });

  it("is worked out while the settings are asked for, and sent when they come", async () => {
    let answer: () => void = () => undefined;
    const settings = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { change, versions, log } = startPublisher({ settings, early: true });
    await change(documentOf(note, 1));
    expect([log.length, versions]).toEqual([1, []]);
    answer();
    await vi.waitFor(() => expect([log.length, versions]).toEqual([1, [1]]));
  });

  it("is sent before anything else is done, but behind a message that has come in already", async () => {
    const alone = startPublisher({ isKnown: true });
    void alone.change(documentOf(note, 1));
    expect(alone.versions).toEqual([1]);
    const crowded = startPublisher({ isKnown: true, way: Promise.resolve() });
    const changed = crowded.change(documentOf(note, 1));
    expect(crowded.versions).toEqual([]);
    await changed;
    expect(crowded.versions).toEqual([1]);
  });

  it("is never overtaken by what was found before", async () => {
    const { change, versions } = startPublisher({ verdict: new Promise<void>(() => undefined) });
    await change(documentOf(note, 1));
    await change(documentOf(`${note}* Dora:\n`, 2));
    expect(versions).toEqual([1, 2]);
  });
});

interface PublisherOptions {
  readonly settings?: Promise<void>;
  readonly verdict?: Promise<void>;
  readonly early?: boolean;
  readonly isKnown?: boolean;
  readonly way?: Promise<void>;
}

/** A publisher whose documents wait for their settings and whose verdicts take their time; versions are those sent. */
function startPublisher(options: PublisherOptions = {}) {
  const { settings = Promise.resolve(), verdict = Promise.resolve(), early = false, isKnown = false, way } = options;
  const [versions, log, clock]: [(number | undefined)[], string[], Clock] = [[], [], new Clock()];
  let newest = documentOf("");
  const publisher = new Publisher(
    newService((line) => void log.push(line)),
    {
      known: () => (isKnown ? newest : undefined),
      early: () => (early ? newest : undefined),
      ready: () => settings.then(() => newest),
      sendVerdict: () => verdict,
      judged: () => undefined,
      sendDiagnostics: async ({ version }: PublishDiagnosticsParams) => void versions.push(version),
      later: clock.later,
      giveWay: () => way,
      run: (_name, task) => void task(),
    },
  );
  const change = async (document: NoteDocument): Promise<void> => {
    newest = document;
    publisher.changed(document);
    // All that happens in this turn.
    await new Promise(setImmediate);
  };
  return { change, clock, versions, log };
}
