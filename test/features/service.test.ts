import { describe, expect, it } from "vitest";
import { nobodyKnown } from "../../server/src/model/roster";
import { createNoteService } from "../../server/src/service";
import { defaultSettings } from "../../server/src/workspace/settings";
import { ableClient, documentOf, noteWith } from "../support/world";

function openService() {
  const log: string[] = [];
  const chosen = { settings: defaultSettings };
  const store = { settingsOf: () => chosen.settings, rosterOf: () => nobodyKnown };
  return { service: createNoteService({ store, log: (line) => log.push(line), client: ableClient }), log, chosen };
}

describe("the service", () => {
  const text = noteWith("## Agenda\n\n* Ana: loose\n");

  it("reads a version once", () => {
    const { service } = openService();
    const first = service.analysis(documentOf(text, 1));
    expect(service.analysis(documentOf(text, 1))).toBe(first);
    expect(service.analysis(documentOf(text, 2))).not.toBe(first);
  });

  it("reads again when settings changed or the document was closed", () => {
    const { service, chosen } = openService();
    const first = service.analysis(documentOf(text, 1));
    chosen.settings = { ...defaultSettings, enable: false };
    expect(service.analysis(documentOf(text, 1)).note).toBeNull();
    chosen.settings = defaultSettings;
    const second = service.analysis(documentOf(text, 1));
    expect(second).not.toBe(first);
    service.forget(documentOf(text).uri);
    expect(service.analysis(documentOf(text, 1))).not.toBe(second);
  });

  it("logs each change of verdict, without a word of the note", () => {
    const { service, log } = openService();
    for (const version of [1, 2]) service.analysis(documentOf(text, version));
    service.analysis(documentOf("# Shopping\n", 3));
    expect(log).toHaveLength(2);
    expect(log.join()).not.toMatch(/Ana|Ruiz|Bo|loose/);
  });

  it("answers for positions outside the text", () => {
    const { service } = openService();
    const far = { line: 999, character: 999 };
    const document = documentOf(`${text}\n`);
    expect(service.hover(document, far)).toBeNull();
    expect(service.completion(document, far).length).toBeGreaterThan(0);
    expect(service.codeActions(document, { start: far, end: far }, { diagnostics: [] })).toBeInstanceOf(Array);
  });
});
