import { Command, CommanderError, Option } from "commander";
import { version } from "../../../package.json";
import { type Severity, severities } from "../rules/rule";

/** What `notewright lint` was asked to do. */
export interface LintRequest {
  /** Files, folders, globs, or `-` for standard input; at least one. */
  readonly paths: readonly string[];
  readonly format: "text" | "json";
  readonly fix: boolean;
  readonly failOn: Severity;
  readonly quiet: boolean;
}

/**
 * Reads the words behind `notewright`.
 * Answers an exit code where there is nothing left to do: 0 after help or version, 2 after a mistake, which it prints.
 */
export function readCommandLine(words: readonly string[]): LintRequest | number {
  let request: LintRequest | undefined;
  const program = newProgram((paths, options) => {
    request = { fix: false, quiet: false, ...options, paths };
  });
  try {
    if (words.length === 0) program.error("error: no command given, see notewright --help");
    program.parse(words, { from: "user" });
    if (request?.fix && request.paths.includes("-")) program.error("error: --fix cannot change standard input");
    return request ?? 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

type Options = Pick<LintRequest, "format" | "failOn"> & Partial<Pick<LintRequest, "fix" | "quiet">>;

function newProgram(act: (paths: string[], options: Options) => void): Command {
  const program = new Command("notewright")
    .description("Checks meeting notes written in Markdown.")
    .version(version, "--version", "print the version")
    .helpOption("--help", "print this help")
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (line, write) => write(line.replace(/^error:/, "notewright:")) })
    .exitOverride();
  program
    .command("lint")
    .description("check notes and report what is wrong with them")
    .argument("<paths...>", "files, folders (all Markdown files below), globs, or - for standard input")
    .addOption(new Option("--format <format>", "how to report").choices(["text", "json"]).default("text"))
    .option("--fix", "apply the fixes that need no judgement, and report what is left")
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 from this severity up").choices(severities).default("warning"),
    )
    .option("--quiet", "leave out what is below the --fail-on severity, and the summary")
    .addHelpText("after", "\nExit codes: 0 nothing found, 1 something found, 2 could not do its work.")
    .action(act);
  return program;
}
