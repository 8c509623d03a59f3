import type { ServerState, Verdict } from "./session";

/** What the status item tells of the active document. */
export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly isBusy: boolean;
  readonly isError: boolean;
  readonly command: { readonly title: string; readonly command: string };
}

const treatAsNote = { title: "Treat as Note", command: "notewright.treatAsNote" };
const ignoreFile = { title: "Treat as Ordinary Markdown", command: "notewright.ignoreFile" };
const showOutput = { title: "Show Output", command: "notewright.showOutput" };
const restartServer = { title: "Restart", command: "notewright.restartServer" };

/** Words the state of the server and its verdict on the active document. */
export function describeStatus(state: ServerState, verdict: Verdict | undefined): StatusText {
  const calm = { isBusy: false, isError: false };
  if (state === "stopped") {
    // An item has room for one command alone, but VS Code makes a link of what looks like one.
    const detail = `It crashed too often, as the [output](command:${showOutput.command}) tells`;
    return { text: "Notewright stopped", detail, isBusy: false, isError: true, command: restartServer };
  }
  if (state === "idle") {
    const detail = "Nothing in it looks like a meeting note";
    return { text: "Ordinary Markdown", detail, ...calm, command: treatAsNote };
  }
  if (!verdict) {
    return { text: "Notewright", detail: "Reading the file…", isBusy: true, isError: false, command: showOutput };
  }
  return verdict.isNote
    ? { text: "Meeting note", detail: `${verdict.reason} (form: ${verdict.profile})`, ...calm, command: ignoreFile }
    : { text: "Ordinary Markdown", detail: verdict.reason, ...calm, command: treatAsNote };
}
