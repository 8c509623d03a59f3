import type { DidChangeTextDocumentParams, NotificationMessage } from "vscode-languageserver/node";
import { entriesOf, isContentChange } from "../lsp/shapes";
import { DidChangeTextDocumentNotification, Message } from "./library";

const { method } = DidChangeTextDocumentNotification;

/**
 * The messages with changes of one document that follow each other made one, for a client that is faster than the
 * server: only the newest version is then read and published. What cannot be read as a change is left as it is.
 */
export function mergeChanges(messages: readonly Message[]): readonly Message[] {
  if (messages.length < 2) return messages;
  const merged: Message[] = [];
  let last: DidChangeTextDocumentParams | undefined;
  for (const message of messages) {
    const next = changeOf(message);
    if (next && last?.textDocument.uri === next.textDocument.uri) {
      last.textDocument.version = next.textDocument.version;
      for (const change of next.contentChanges) last.contentChanges.push(change);
    } else {
      const notification: NotificationMessage | undefined = next && { jsonrpc: "2.0", method, params: next };
      merged.push(notification ?? message);
      last = next;
    }
  }
  return merged;
}

/** A copy of what a message says was changed; undefined for any other message. */
function changeOf(message: Message): DidChangeTextDocumentParams | undefined {
  if (!Message.isNotification(message) || message.method !== method) return undefined;
  const { textDocument, contentChanges } = entriesOf(message.params);
  const { uri, version } = entriesOf(textDocument);
  if (typeof uri !== "string" || typeof version !== "number") return undefined;
  if (!Array.isArray(contentChanges) || !contentChanges.every(isContentChange)) return undefined;
  return { textDocument: { uri, version }, contentChanges: [...contentChanges] };
}
