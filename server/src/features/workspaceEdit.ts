import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Edit } from "../text/edit";
import type { NoteDocument } from "../workspace/store";
import type { ClientFacts } from "./openNote";
import { rangeOf } from "./ranges";

/**
 * The edits as the client takes them: for this version of the document, or unversioned.
 * `placeholder` is a word within the only edit's new text that the user is to type over.
 */
export function workspaceEditOf(
  document: NoteDocument,
  edits: readonly Edit[],
  client: ClientFacts,
  placeholder?: string,
): WorkspaceEdit {
  const textEdits = edits.map(({ span, newText }) => ({ range: rangeOf(document.lines, span), newText }));
  if (!client.documentChanges) return { changes: { [document.uri]: textEdits } };
  const asSnippets = placeholder !== undefined && client.snippetEdits;
  return {
    documentChanges: [
      {
        textDocument: { uri: document.uri, version: document.version },
        edits: asSnippets ? textEdits.map((edit) => snippetOf(edit, placeholder)) : textEdits,
      },
    ],
  };
}

function snippetOf({ range, newText }: TextEdit, placeholder: string): SnippetTextEdit {
  const at = newText.indexOf(placeholder);
  if (at < 0) return { range, snippet: { kind: "snippet", value: escapeSnippet(newText) } };
  const [before, after] = [newText.slice(0, at), newText.slice(at + placeholder.length)];
  const value = `${escapeSnippet(before)}\${1:${escapeSnippet(placeholder)}}${escapeSnippet(after)}`;
  return { range, snippet: { kind: "snippet", value } };
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
