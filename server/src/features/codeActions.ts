import { type CodeAction, type CodeActionContext, CodeActionKind } from "vscode-languageserver-types";
import type { Finding, Fix } from "../rules/rule";
import { type Span, touches } from "../text/span";
import { safeFixesOf, withoutConflicts } from "../workspace/fixAll";
import { type AddLabelArguments, addLabelCommand } from "./commands";
import { diagnosticsAbout } from "./diagnosticsAbout";
import { formatTurnsActions } from "./formatTurns";
import type { ClientFacts, OpenNote } from "./openNote";
import { ruleActions } from "./ruleActions";
import { workspaceEditOf } from "./workspaceEdit";

/** Kind of the action that applies every fix that needs no judgement. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.notewright`;

/**
 * Everything that can be done for the selected span: fixes of the findings that touch it, one fix for all findings
 * of their rules, "fix all" (only if asked for by its kind), the formatting of turns and, last, what can be done about
 * the rules themselves.
 */
export function codeActionsOf(
  open: OpenNote,
  selected: Span,
  context: CodeActionContext,
  client: ClientFacts,
): CodeAction[] {
  const wantsFixes = isWanted(CodeActionKind.QuickFix, context);
  // Most places have none; the fixes of all would have to be found out.
  const isTouched = wantsFixes && open.notices.some(({ at }) => touches(at, selected));
  const touched = isTouched ? open.findings.filter(({ at }) => touches(at, selected)) : [];
  const actions = [
    ...touched.flatMap((finding) => fixesOf(open, finding, context, client)),
    ...fixRuleActions(open, touched, client),
    ...(context.only && isWanted(fixAllKind, context) ? fixAllActions(open, client) : []),
    ...formatTurnsActions(open, selected, client),
    ...ruleActions(open, touched, context, client),
  ];
  return actions.filter(({ kind }) => kind !== undefined && isWanted(kind, context));
}

/** A kind that is asked for includes all kinds below it. */
function isWanted(kind: string, { only }: CodeActionContext): boolean {
  return only === undefined || only.some((asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`));
}

function fixesOf(open: OpenNote, finding: Finding, context: CodeActionContext, client: ClientFacts): CodeAction[] {
  const diagnostics = diagnosticsAbout(open, finding, context);
  // They may be worked out anew each time they are asked for.
  const { fixes } = finding;
  const preferred = fixes.find((fix) => fix.safe);
  return fixes.flatMap((fix) => {
    const effect = effectOf(open, fix, client);
    if (!effect) return [];
    return [
      {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        ...effect,
        ...(diagnostics.length > 0 && { diagnostics }),
        ...(fix === preferred && { isPreferred: true }),
      },
    ];
  });
}

/** What the fix does for this client: an edit, or a command where it changes a setting and the client has one for that. */
function effectOf(open: OpenNote, fix: Fix, client: ClientFacts): Pick<CodeAction, "edit" | "command"> | undefined {
  if (fix.addLabel === undefined) return { edit: workspaceEditOf(open.document, fix.edits, client, fix.placeholder) };
  if (!client.commands.includes(addLabelCommand)) return undefined;
  const argument: AddLabelArguments = { uri: open.document.uri, label: fix.addLabel };
  return { command: { title: fix.title, command: addLabelCommand, arguments: [argument] } };
}

/** For each rule of the touched findings: one action for all of the rule's findings in the note, if there are several. */
function fixRuleActions(open: OpenNote, touched: readonly Finding[], client: ClientFacts): CodeAction[] {
  const rules = [...new Set(touched.map((finding) => finding.rule))];
  return rules.flatMap((rule) => {
    const fixes = open.findings.filter((finding) => finding.rule === rule).flatMap(firstPlainFix);
    const together = withoutConflicts(fixes.filter((fix) => fix.safe === fixes[0]?.safe));
    if (together.length < 2) return [];
    const edits = together.flatMap((fix) => fix.edits);
    const title = `Fix all '${rule}' problems`;
    return [{ title, kind: CodeActionKind.QuickFix, edit: workspaceEditOf(open.document, edits, client) }];
  });
}

/** The finding's first fix, if it can be done unseen: it edits the note and leaves nothing to type over. */
function firstPlainFix({ fixes: [first] }: Finding): Fix[] {
  return first && first.edits.length > 0 && first.placeholder === undefined ? [first] : [];
}

/** All safe fixes at once; what conflicts with an earlier one is left to the next time. */
function fixAllActions({ document, findings }: OpenNote, client: ClientFacts): CodeAction[] {
  const edits = withoutConflicts(safeFixesOf(findings)).flatMap((fix) => fix.edits);
  if (edits.length === 0) return [];
  const title = "Fix all auto-fixable problems";
  return [{ title, kind: fixAllKind, edit: workspaceEditOf(document, edits, client) }];
}
