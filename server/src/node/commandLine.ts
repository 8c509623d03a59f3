import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { version } from "../../../package.json";
import { builtInProfiles } from "../profiles/builtIn";
import { type RuleId, rules } from "../rules/index";
import type { RuleSeverities } from "../rules/lint";
import { type Severity, severities } from "../rules/rule";
import { type ReportFormat, reporters } from "./reporters";

/** What `notewright lint` was asked to do. */
export interface LintRequest {
  readonly command: "lint";
  /** Files, folders, globs, or `-` for standard input; at least one. */
  readonly paths: readonly string[];
  readonly format: ReportFormat;
  readonly fix: boolean;
  /** Whether each file is told what it is taken for, and why. */
  readonly explain: boolean;
  readonly failOn: Severity;
  readonly quiet: boolean;
  /** Whether only files are meant that git sees changed, and since which commit; true for the last one. */
  readonly changed: boolean | string;
  /** The path of the file with the findings that are known. */
  readonly baseline: string | undefined;
  readonly writeBaseline: boolean;
  /** Severities that differ from the rules' own. */
  readonly rule: RuleSeverities;
  /** Path of the only configuration that is to hold; false for none; undefined for the nearest above each file. */
  readonly config: string | false | undefined;
  /** Id of the notes' form; `auto` for what each looks like. */
  readonly profile: string;
  /** What standard input is called. */
  readonly stdinFilename: string | undefined;
  /** Whether the notes beside those that are linted are read for their people. */
  readonly series: boolean;
  /** How many threads share the work; undefined for what suits the number of files. */
  readonly concurrency: number | undefined;
  /** Whether what earlier runs found is taken, and what is found is kept for later ones. */
  readonly cache: boolean;
}

/** What the command line was asked to do. */
export type Request =
  | LintRequest
  | { readonly command: "explain"; readonly rule: string }
  | { readonly command: "init" };

/**
 * Reads the words behind `notewright`.
 * Answers an exit code where there is nothing left to do: 0 after help or version, 2 after a mistake, which it prints.
 */
export function readCommandLine(words: readonly string[]): Request | number {
  let request: Request | undefined;
  const program = newProgram((asked) => {
    request = asked;
  });
  try {
    if (words.length === 0) program.error("error: no command given, see notewright --help");
    program.parse(words, { from: "user" });
    const mistake = request?.command === "lint" ? mistakeIn(request) : undefined;
    if (mistake) program.error(`error: ${mistake}`);
    return request ?? 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

/** Words that do not go together. */
function mistakeIn(request: LintRequest): string | undefined {
  const { paths, format, explain, fix, changed, baseline, writeBaseline, stdinFilename } = request;
  const readsInput = paths.includes("-");
  if (paths.length === 0) return "missing required argument 'paths'";
  if (explain && format !== "text" && format !== "json") return `--format ${format} has no place for --explain`;
  if (fix && readsInput) return "--fix cannot change standard input";
  if (changed && readsInput) return "--changed cannot tell whether standard input was changed";
  if (stdinFilename !== undefined && !readsInput) return "--stdin-filename needs the path -";
  if (writeBaseline && baseline === undefined) return "--write-baseline needs --baseline";
  return undefined;
}

function newProgram(act: (request: Request) => void): Command {
  const program = new Command("notewright")
    .description("Checks meeting notes written in Markdown.")
    .version(version, "--version", "print the version")
    .helpOption("--help", "print this help")
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (line, write) => write(line.replace(/^error:/, "notewright:")) })
    .exitOverride();
  addLint(program, act);
  program
    .command("explain")
    .description("print the page of a rule: why it matters, with examples")
    .argument("<rule>", "the id of a rule, such as speaker-unknown")
    .action((rule: string) => act({ command: "explain", rule }));
  program
    .command("init")
    .description(
      "write what makes this git repository's notes be checked: .notewright.json, a GitHub workflow, a pre-commit hook",
    )
    .action(() => act({ command: "init" }));
  return program;
}

type LintOptions = Pick<LintRequest, "format" | "failOn" | "profile"> &
  Partial<Omit<LintRequest, "explain">> & { readonly explain?: true | string };

function addLint(program: Command, act: (request: Request) => void): void {
  program
    .command("lint")
    .description("check notes and report what is wrong with them")
    .argument("[paths...]", "files, folders (all Markdown files below), globs, or - for standard input")
    .addOption(new Option("--format <format>", "how to report").choices(Object.keys(reporters)).default("text"))
    .addOption(
      new Option("--profile <id>", "the form of the notes, or auto for what each looks like")
        .choices(["auto", ...builtInProfiles.map(({ id }) => id)])
        .default("auto"),
    )
    .option("--fix", "apply the fixes that need no judgement, and report what is left")
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 from this severity up").choices(severities).default("warning"),
    )
    .option("--quiet", "leave out what is below the --fail-on severity, and the summary")
    .option("--explain [rule]", "say what each file is taken for, and why; or print the page of a rule")
    .option("--rule <id=severity>", "how much a rule's findings matter, or off; may be given again", readRule)
    .option("--config <path>", "the configuration of all files (default: the .notewright.json nearest to each)")
    .option("--no-config", "go by no .notewright.json and no template")
    .option("--changed [base]", "only files that git sees changed since the last commit, or since leaving base")
    .option("--baseline <file>", "leave out the findings recorded there; where it is missing, record today's")
    .option("--write-baseline", "record today's findings in the --baseline file")
    .option("--stdin-filename <path>", "what standard input is called")
    .option("--no-series", "leave the notes beside those that are linted unread, whose people are known otherwise")
    .option("--concurrency <count>", "how many threads share the work (default: what suits the files)", readCount)
    .option("--no-cache", "lint every note anew, and keep nothing for later runs")
    .addHelpText("after", "\nExit codes: 0 nothing found, 1 something found, 2 could not do its work.")
    .action((paths: string[], options: LintOptions) => act(requestOf(paths, options)));
}

/** Behind `--explain` stands the id of a rule, or the first of the paths. */
function requestOf(paths: readonly string[], { explain, ...options }: LintOptions): Request {
  if (typeof explain !== "string") return lintRequest(paths, { ...options, explain: explain === true });
  if (isRuleId(explain)) return { command: "explain", rule: explain };
  return lintRequest([explain, ...paths], { ...options, explain: true });
}

function lintRequest(
  paths: readonly string[],
  options: Omit<LintOptions, "explain"> & Pick<LintRequest, "explain">,
): LintRequest {
  const unsaid = { fix: false, quiet: false, rule: {}, changed: false, writeBaseline: false };
  const usual = { series: true, cache: true };
  const optional = { config: undefined, baseline: undefined, stdinFilename: undefined, concurrency: undefined };
  const chosen = paths.length === 0 && options.changed ? ["."] : paths;
  return { command: "lint", ...unsaid, ...usual, ...optional, ...options, paths: chosen };
}

function readRule(word: string, before: RuleSeverities = {}): RuleSeverities {
  const [id = "", severity = ""] = word.split("=", 2);
  if (!isRuleId(id)) throw new InvalidArgumentError(`There is no rule "${id}".`);
  const allowed = [...severities, "off"] as const;
  const chosen = allowed.find((one) => one === severity);
  if (!chosen) throw new InvalidArgumentError(`Expected one of ${allowed.join(", ")} behind "${id}=".`);
  return { ...before, [id]: chosen };
}

function isRuleId(id: string): id is RuleId {
  return rules.some((rule) => rule.id === id);
}

function readCount(word: string): number {
  if (!/^[1-9]\d?$/.test(word)) throw new InvalidArgumentError("Expected a number from 1 to 99.");
  return Number(word);
}
