import { fileURLToPath } from "node:url";
import type { AnswerServer } from "./client";
import type { Programs } from "./programs";

/** What a server is asked for right behind a key. */
export type Feature = "outline" | "completion" | "codeAction";

/** A server to measure. */
export interface ServerSpec {
  readonly id: ServerId;
  readonly title: string;
  /** The program that serves with `--stdio`. */
  readonly script: string;
  /** What shows that it has taken in a version: diagnostics that it pushes, or these or the outline, asked for at once. */
  readonly shows: "diagnostics" | "pulled diagnostics" | "outline";
  /** What it can be asked for. */
  readonly features: readonly Feature[];
  /** Whether it has something to say; its answers to keys are checked then. */
  readonly isReal: boolean;
  /** Whether all its answers are checked, and its findings against those of a fresh server on the final text. */
  readonly isOurs?: boolean;
  /** Sent as `initializationOptions`. */
  readonly options?: object;
  /** Sent as the first `workspace/didChangeConfiguration`. */
  readonly settings?: object;
  /** Answers what the server asks; `text` is that of the open document. */
  readonly answer?: (text: () => string) => AnswerServer;
}

/** Whether it is Notewright or the floor: the others tell of neither's cost. */
export function isMeasured({ isReal, isOurs }: ServerSpec): boolean {
  return isOurs === true || !isReal;
}

/** The name of a server in options and results. */
export type ServerId = "floor" | "notewright" | "remark-lint" | "vscode-markdown";

/** Every server, those that are measured against each other first. */
export const serverIds: readonly ServerId[] = ["floor", "notewright", "remark-lint", "vscode-markdown"];

/** The folder that the measured documents are in; none of them is on disk. */
export const workspace = new URL("./peers/", import.meta.url);

/** How a server is started and what it expects of its client. */
export async function serverOf(id: ServerId, programs: Programs): Promise<ServerSpec> {
  const pushes = { id, shows: "diagnostics", features: allFeatures, isReal: true } as const;
  switch (id) {
    case "floor":
      return { ...pushes, title: "floor", script: programs.floor, isReal: false };
    case "notewright":
      return { ...pushes, title: "Notewright", script: programs.server, isOurs: true };
    case "remark-lint":
      return { ...pushes, title: "remark-lint", script: inPeers("remarkServer.mjs"), features: ["codeAction"] };
    case "vscode-markdown":
      return markdownServer(id);
  }
}

const allFeatures: readonly Feature[] = ["outline", "completion", "codeAction"];

async function markdownServer(id: ServerId): Promise<ServerSpec> {
  // Its client owns the parser, and answers with the tokens: half of the server's work happens there.
  const { parse }: { parse: (text: string) => unknown } = await import(new URL("parse.mjs", workspace).href);
  return {
    id,
    title: "VS Code Markdown",
    script: inPeers("node_modules/vscode-markdown-languageserver/dist/node/workerMain.js"),
    shows: "outline",
    features: allFeatures,
    isReal: true,
    options: { markdownFileExtensions: ["md", "markdown"] },
    settings: { markdown: markdownSettings },
    answer: (text) => (method) => {
      if (method === "markdown/parse") return parse(text());
      if (method === "markdown/findMarkdownFilesInWorkspace" || method === "markdown/fs/readDirectory") return [];
      return null;
    },
  };
}

/** As VS Code has them by default, as far as the server reads them. */
const markdownSettings = {
  server: { log: "off" },
  preferredMdPathExtensionStyle: "auto",
  occurrencesHighlight: { enabled: false },
  suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: "never" } },
  validate: {
    enabled: false,
    referenceLinks: { enabled: "warning" },
    fragmentLinks: { enabled: "warning" },
    fileLinks: { enabled: "warning", markdownFragmentLinks: "inherit" },
    ignoredLinks: [],
    unusedLinkDefinitions: { enabled: "hint" },
    duplicateLinkDefinitions: { enabled: "warning" },
  },
};

function inPeers(path: string): string {
  return fileURLToPath(new URL(path, workspace));
}
