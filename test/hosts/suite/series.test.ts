import * as vscode from "vscode";
import { expectMatch, expectSame, expectTrue } from "./expect";
import { cleanNote } from "./fixtures";
import {
  actionsAt,
  apply,
  closeAll,
  completionsAt,
  eventually,
  findings,
  findingsOf,
  open,
  textAt,
  write,
} from "./support";

const note = cleanNote.replace("Ines: High", "Juno: High").replace("Ines: I will", "Juno: I will");

describe("A note beside others", () => {
  afterEach(closeAll);

  it("knows whom they list: finds, completes and adds", async () => {
    const folder = await write({ "2023-08-01.md": cleanNote.replace("Ines Okafor", "Juno Park, Kai Berg") });
    const file = await open(note.replace("* Tides\n", "* Tides\n    * ‸\n"), "2023-09-05.md", folder);
    const [found] = await findingsOf(file, "speaker-unlisted-known");
    expectTrue(found !== undefined, "Nothing is found");
    expectSame(textAt(file, found.range), "Juno", "finding");
    expectMatch(found.message, /"Juno Park"/, "message");
    const names = (await completionsAt(file)).map(({ label }) => (typeof label === "string" ? label : label.label));
    expectSame(names.at(-1), "Kai", "the last name that is offered");
    const actions = await actionsAt(file, found.range, vscode.CodeActionKind.QuickFix);
    const adding = actions.find(({ title }) => title.includes("Juno Park"));
    expectTrue(adding !== undefined, "No fix adds Juno Park");
    await apply(adding);
    expectMatch(file.document.getText(), /\| Attending {2}\| Mira .*, Juno Park$/m, "text");
    await eventually("the finding is gone", () => findings(file, "speaker-unlisted-known").length === 0);
  });

  it("hears of another note that is written meanwhile", async () => {
    const folder = await write({ "2023-08-01.md": cleanNote });
    const file = await open(note, "2023-09-05.md", folder);
    await findingsOf(file, "speaker-unknown");
    await write({ "2023-08-08.md": cleanNote.replace("Ines Okafor", "Juno Park") }, folder);
    await findingsOf(file, "speaker-unlisted-known");
  });
});
