import { type CodeAction, type CodeActionContext, CodeActionKind } from "vscode-languageserver-types";
import type { RuleId } from "../rules/index";
import type { Finding } from "../rules/rule";
import {
  type DisableRuleArguments,
  disableRuleCommand,
  type ExplainRuleArguments,
  explainRuleCommand,
} from "./commands";
import { diagnosticsAbout } from "./diagnosticsAbout";
import { disableInFile, disableOnLine } from "./disableRule";
import type { ClientFacts, OpenNote } from "./openNote";
import { workspaceEditOf } from "./workspaceEdit";

/** For each rule of the findings: to disable it on the line, in the file or in the settings, and to read its page. */
export function ruleActions(
  open: OpenNote,
  findings: readonly Finding[],
  context: CodeActionContext,
  client: ClientFacts,
): CodeAction[] {
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return rules.flatMap((rule) => {
    const own = findings.filter((finding) => finding.rule === rule);
    const diagnostics = own.flatMap((finding) => diagnosticsAbout(open, finding, context));
    return [...editActions(open, rule, own, client), ...commandActions(open, rule, client)].map((action) => ({
      ...action,
      kind: CodeActionKind.QuickFix,
      ...(diagnostics.length > 0 && { diagnostics }),
    }));
  });
}

const suppressionUnused: RuleId = "suppression-unused";

function editActions(open: OpenNote, rule: string, [first]: readonly Finding[], client: ClientFacts): CodeAction[] {
  const onLine = first && rule !== suppressionUnused ? [disableOnLine(open, first.at.start, rule)] : [];
  const { document } = open;
  return [
    ...onLine.map((edits) => ({
      title: `Disable rule '${rule}' ${edits.length > 1 ? "for these lines" : "for this line"}`,
      edit: workspaceEditOf(document, edits, client),
    })),
    {
      title: `Disable rule '${rule}' in this file`,
      edit: workspaceEditOf(document, disableInFile(open, rule), client),
    },
  ];
}

/** What the client does, if it has a command for it. */
function commandActions({ document: { uri } }: OpenNote, rule: string, { commands }: ClientFacts): CodeAction[] {
  const disabling: DisableRuleArguments = { uri, rule };
  const explaining: ExplainRuleArguments = { rule };
  const actions = [
    { title: `Disable rule '${rule}' in settings`, command: disableRuleCommand, arguments: [disabling] },
    { title: `Explain rule '${rule}'`, command: explainRuleCommand, arguments: [explaining] },
  ];
  return actions
    .filter(({ command }) => commands.includes(command))
    .map((command) => ({ title: command.title, command }));
}
