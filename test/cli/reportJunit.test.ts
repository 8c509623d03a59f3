import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { Report } from "../../server/src/node/report";
import { reportJunit } from "../../server/src/node/reportJunit";
import { asNote, fileWith, reportOn } from "../support/reports";

interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads XML; throws where it is not well-formed. */
function readXml(xml: string): XmlElement {
  const parser = new SaxesParser();
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  const [element = root] = root.children;
  return element;
}

function print(report: Report): XmlElement {
  return readXml(reportJunit(report, { least: "hint", failOn: "warning", summary: true, colours: false }));
}

describe("reportJunit", () => {
  it("has a suite for each note and a case for each finding", () => {
    const files = [asNote(fileWith("⟦a⟧\n* ⟦Ana⟧: b")), asNote(fileWith("⟦a⟧", "hint", { path: "b.md" }))];
    const root = print(reportOn(files));
    expect(root).toMatchObject({ name: "testsuites", attributes: { tests: "3", failures: "2", skipped: "1" } });
    expect(root.children.map(({ attributes }) => attributes)).toEqual([
      { name: "may.md", tests: "2", failures: "2", errors: "0", skipped: "0" },
      { name: "b.md", tests: "1", failures: "0", errors: "0", skipped: "1" },
    ]);
    const [, second] = root.children[0]?.children ?? [];
    expect(second?.attributes).toEqual({ classname: "may.md", name: "2:3 title-date" });
    expect(second?.children).toMatchObject([
      {
        name: "failure",
        attributes: { message: "Unexpected X" },
        text: "may.md:2:3: warning: Unexpected X [title-date]\n* Ana: b",
      },
    ]);
  });

  it("has a passed case for a note without findings, and nothing for what is no note", () => {
    const root = print(reportOn([asNote(fileWith("fine")), fileWith("no note", "hint", { path: "README.md" })]));
    expect(root.children).toHaveLength(1);
    expect(root.children[0]?.children).toMatchObject([{ attributes: { name: "no findings" }, children: [] }]);
  });

  it("has an error for a file that could not be read", () => {
    const root = print({ ...reportOn([]), failures: [{ path: "gone.md", reason: "no such file or folder" }] });
    expect(root.attributes).toMatchObject({ tests: "1", errors: "1" });
    expect(root.children[0]?.children[0]?.children).toMatchObject([{ name: "error", text: "no such file or folder" }]);
  });

  it("brings every word through XML, and no character that XML has not", () => {
    const message = "a \"<b>\" & 'c' ]]> \t\n😀";
    const path = "a&b<c>\u0007\uD800.md";
    const suite = print(reportOn([asNote(fileWith("⟦a⟧", "warning", { message, path }))])).children[0];
    expect(suite?.attributes.name).toBe("a&b<c>\uFFFD\uFFFD.md");
    expect(suite?.children[0]?.children[0]?.attributes.message).toBe(message);
  });
});
