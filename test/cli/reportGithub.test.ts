import { describe, expect, it } from "vitest";
import { reportGithub } from "../../server/src/node/reportGithub";
import { fileWith, reportOn } from "../support/reports";

const options = { least: "hint", failOn: "warning", summary: false, colours: false } as const;

describe("reportGithub", () => {
  it("writes a workflow command for each finding, with the place and the rule", () => {
    expect(reportGithub(reportOn([fileWith("one\n* ⟦Ana⟧: hello\n")]), options)).toBe(
      "::warning file=may.md,line=2,endLine=2,col=3,endColumn=6,title=title-date::Unexpected X [title-date]\n",
    );
  });

  it("leaves out columns of a place over several lines, which GitHub does not take", () => {
    const place = reportGithub(reportOn([fileWith("⟦a\nb⟧")]), options);
    expect(place).toContain("file=may.md,line=1,endLine=2,title=title-date::");
  });

  it("knows three kinds of command", () => {
    const severities = ["error", "warning", "information", "hint"] as const;
    const report = reportGithub(reportOn(severities.map((severity) => fileWith("⟦a⟧", severity))), options);
    expect(report.match(/^::\w+/gm)).toEqual(["::error", "::warning", "::notice", "::notice"]);
  });

  it("lets neither a path nor a message end the command", () => {
    const file = fileWith("⟦a⟧", "warning", { path: "a,b:c%.md", message: "100 %:\r\n::error::b" });
    const [line, ...rest] = reportGithub(reportOn([file]), options).split("\n");
    expect(line).toBe(
      "::warning file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=1,endColumn=2,title=title-date::100 %25:%0D%0A::error::b [title-date]",
    );
    expect(rest).toEqual([""]);
  });

  it("closes with the counts, unless it is told to be quiet", () => {
    const report = reportOn([fileWith("⟦a⟧", "hint")]);
    expect(reportGithub(report, { ...options, least: "warning", summary: true })).toBe(
      "1 hint; 0 notes checked; 1 file left out as no note\n",
    );
    expect(reportGithub(report, { ...options, least: "warning" })).toBe("");
  });
});
