import { createConnection } from "vscode-languageserver/node";
import { version } from "../../../package.json";
import { startServer } from "../lsp/server";

const usage = `Usage: notewright-language-server (--stdio | --node-ipc | --socket=PORT | --pipe=NAME)

Serves the Language Server Protocol for meeting notes written in Markdown.

  --version  print the version
  --help     print this help
`;

const words = process.argv.slice(2);
if (words.includes("--version")) {
  process.stdout.write(`${version}\n`);
} else if (words.includes("--help")) {
  process.stdout.write(usage);
} else if (!words.some((word) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(word))) {
  process.stderr.write("notewright-language-server: no way to talk named, see --help\n");
  process.exitCode = 2;
} else {
  startServer(createConnection(), { version, later });
}

function later(task: () => void, milliseconds: number): () => void {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
}
