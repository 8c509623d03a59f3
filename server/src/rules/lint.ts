import type { Format } from "../model/format";
import type { Note, Reading, Turn } from "../model/note";
import { Pages } from "../model/pages";
import { Remembered } from "../model/remembered";
import { isoDateOf } from "../parse/date";
import { readFileDate } from "../parse/fileDate";
import { addTo } from "../text/grouping";
import { rememberingOf } from "../text/remembering";
import { countSlips } from "../text/slips";
import { compareSpans } from "../text/span";
import { type RuleId, rules } from "./index";
import { ownTextOf } from "./place";
import type { Finding, IdleSuppression, Notice, Outside, Problem, Rule, Severity, Surroundings } from "./rule";
import { shiftProblem } from "./shiftProblem";
import { type Suppressed, type Suppressing, suppress } from "./suppressions/suppress";

/** Severities that differ from the rules' own. */
export type RuleSeverities = Readonly<Partial<Record<RuleId, Severity | "off">>>;

/** When and where a note is read. */
export interface LintPlace {
  /** The day, `yyyy-MM-dd`. */
  readonly today?: string | undefined;
  /** The path of the note's file. */
  readonly path?: string | undefined;
}

/** All findings of the note, in the order of their places, then of the rules. */
export function lint(note: Note, format: Format, chosen: RuleSeverities = {}, place: LintPlace = {}): Finding[] {
  return [...new Linter(format, chosen, place).lint(note).shown];
}

/** Checks one version of a note after the other; what an edit did not touch is not checked again. */
export class Linter {
  readonly #chosen: ChosenRules;
  /** What rules that look at little saw and found the last time. */
  readonly #seen = new Map<RuleId, { readonly seen: readonly unknown[]; readonly findings: readonly Finding[] }>();
  readonly #outside: Outside;
  readonly #today: string | undefined;
  #surroundings: Surroundings | undefined;
  #passages: Remembered<Reading, readonly Finding[]> | undefined;
  #pages = Pages.none<readonly Finding[]>();

  constructor(
    private readonly format: Format,
    chosen: RuleSeverities,
    { today, path }: LintPlace = {},
  ) {
    this.#today = today;
    this.#outside = { fileDate: readFileDate(path ?? "") };
    this.#chosen = choose(chosen);
  }

  /** All findings of the note, in the order of their places, then of the rules, sorted by its comments. */
  lint(note: Note): Suppressed<Finding> {
    const found = this.#lintAll(note);
    if (note.suppressions.length === 0) return { shown: found, hidden: [] };
    const { shown, hidden } = suppress(note, found, (idle) => this.#judge(idle, note));
    return { shown: this.#sort(shown), hidden };
  }

  #lintAll(note: Note): Finding[] {
    const whole = this.#chosen.ofNotes.flatMap((active) => this.#checkWhole(active, note));
    const inPassages = this.#checkPassages(note);
    return this.#sort([...whole, ...inPassages]);
  }

  #checkWhole({ rule, severity }: ActiveRule, note: Note): readonly Finding[] {
    const seen = rule.looksAt?.(note);
    const known = this.#seen.get(rule.id);
    if (seen && known?.seen.every((thing, index) => thing === seen[index])) return known.findings;
    const problems = rule.check?.(note, this.format, this.#outside) ?? [];
    const findings = Array.from(problems, (problem) => findingOf(problem, rule.id, severity));
    if (seen) this.#seen.set(rule.id, { seen, findings });
    return findings;
  }

  #sort(findings: readonly Finding[]): Finding[] {
    return [...findings].sort((a, b) => compareSpans(a.at, b.at) || this.#rank(a) - this.#rank(b));
  }

  /** What is wrong with comments that have no effect; of a rule that is turned off nobody can tell. */
  #judge(suppressing: readonly Suppressing[], note: Note): Finding[] {
    const idle = suppressing.flatMap((entry): IdleSuppression[] => {
      const name = entry.rule?.text;
      const isUnknown = name !== undefined && !rules.some(({ id }) => id === name);
      const isJudged =
        name === undefined ||
        isUnknown ||
        this.#chosen.active.some(({ rule }) => rule.id === name && !rule.checkSuppressions);
      return isJudged ? [{ ...entry, isUnknown, meant: isUnknown ? nearestIds(name) : [] }] : [];
    });
    return this.#chosen.active.flatMap(({ rule, severity }) => {
      return [...(rule.checkSuppressions?.(idle, note) ?? [])].map((found) => findingOf(found, rule.id, severity));
    });
  }

  /** Whether no rule that looks at passages has anything to say of one of the note that was checked last. */
  isSilentOn(passage: Reading): boolean {
    return this.#surroundings !== undefined && this.#check(passage, this.#surroundings).length === 0;
  }

  /** Whether a rule finds out by `checkWritten` what it says of a line on which somebody writes. */
  looksAtWritten({ rule }: Notice): boolean {
    return this.#chosen.ofWritten.some((active) => active.rule.id === rule);
  }

  /** Whether a rule found it by what one passage says. */
  looksAtPassages({ rule }: Notice): boolean {
    return this.#chosen.active.some((active) => active.rule.id === rule && active.rule.checkPassage);
  }

  /** What these rules say of the turn on such a line; positions count from its start. */
  lintWritten(line: Reading, asRead: Turn, note: Note): Finding[] {
    const findings: Finding[] = [];
    for (const { rule, severity } of this.#chosen.ofWritten) {
      for (const problem of rule.checkWritten?.(line, asRead, note) ?? []) {
        findings.push(findingOf(problem, rule.id, severity));
      }
    }
    return findings;
  }

  #checkPassages(note: Note): Finding[] {
    const now = surroundingsOf(note, this.#today);
    if (!this.#passages || !this.#surroundings || !areSame(this.#surroundings, now)) {
      const surroundings = now;
      this.#surroundings = surroundings;
      this.#passages = new Remembered((reading) => this.#check(reading, surroundings));
    }
    this.#pages = this.#pages.next(this.#passages.of(note.readings));
    return this.#pages.derive(withFindings).flatMap(({ first, value }) =>
      value.flatMap(({ index, findings }) => {
        const start = note.starts[first + index] ?? 0;
        return findings.map((finding) => ({ ...finding, ...shiftProblem(finding, start) }));
      }),
    );
  }

  #check(reading: Reading, surroundings: Surroundings): readonly Finding[] {
    const found: Finding[] = [];
    const own = ownTextOf(reading);
    for (const { concerns, rules } of this.#chosen.ofPassages) {
      if (concerns && !concerns(reading, own)) continue;
      for (const { rule, severity } of rules) {
        for (const problem of rule.checkPassage?.(reading, surroundings, this.format) ?? []) {
          found.push(findingOf(problem, rule.id, severity));
        }
      }
    }
    return found.length === 0 ? nothing : found;
  }

  #rank({ rule }: Finding): number {
    return this.#chosen.active.findIndex((active) => active.rule.id === rule);
  }
}

/** The ids that are the name with the fewest slips, two at most. */
function nearestIds(name: string): string[] {
  const slips = rules.map(({ id }) => ({ id, count: countSlips(name, id, mostSlips) }));
  const fewest = Math.min(...slips.map(({ count }) => count));
  return fewest > mostSlips ? [] : slips.filter(({ count }) => count === fewest).map(({ id }) => id);
}

const mostSlips = 2;

interface ActiveRule {
  readonly rule: Rule<RuleId>;
  readonly severity: Severity;
}

/** The rules that check a note. */
interface ChosenRules {
  readonly active: readonly ActiveRule[];
  /** Those of them that look at the note as a whole. */
  readonly ofNotes: readonly ActiveRule[];
  /** Those of them that look at a line that is being written, too. */
  readonly ofWritten: readonly ActiveRule[];
  /** Those that look at passages, by what they ask first. */
  readonly ofPassages: readonly Concerned[];
}

/** Made once for all notes under the same severities. */
const choose = rememberingOf((chosen: RuleSeverities): ChosenRules => {
  const active = (rules as readonly Rule<RuleId>[]).flatMap((rule) => {
    const severity = chosen[rule.id] ?? rule.severity;
    return severity === "off" ? [] : [{ rule, severity }];
  });
  return {
    active,
    ofNotes: active.filter(({ rule }) => rule.check),
    ofWritten: active.filter(({ rule }) => rule.checkWritten),
    ofPassages: groupByConcern(active.filter(({ rule }) => rule.checkPassage)),
  };
});

/** Rules that are asked together whether a passage concerns them. */
interface Concerned {
  readonly concerns: Rule["concerns"];
  readonly rules: readonly ActiveRule[];
}

function groupByConcern(active: readonly ActiveRule[]): Concerned[] {
  const groups = new Map<Rule["concerns"], ActiveRule[]>();
  for (const one of active) addTo(groups, one.rule.concerns, one);
  return [...groups].map(([concerns, rules]) => ({ concerns, rules }));
}

/** One list for all passages without findings: most have none. */
const nothing: readonly Finding[] = [];

function withFindings(passages: readonly (readonly Finding[])[]): { index: number; findings: readonly Finding[] }[] {
  return passages.flatMap((findings, index) => (findings.length === 0 ? [] : [{ index, findings }]));
}

function findingOf(problem: Problem, rule: RuleId, severity: Severity): Finding {
  const { at, message, related = [], unnecessary } = problem;
  return {
    at,
    message,
    rule,
    severity,
    related,
    ...(unnecessary !== undefined && { unnecessary }),
    // A rule may leave them to be found out when somebody asks.
    get fixes() {
      return problem.fixes ?? [];
    },
  };
}

function surroundingsOf(note: Note, today: string | undefined): Surroundings {
  const { people, state, turnForm, keepsTurnForm, presentsUpdates, hasSmallNames, speaking, lineEnding, title } = note;
  const heldOn = title?.date && isoDateOf(title.date);
  const ofTurns = { turnForm, keepsTurnForm, presentsUpdates, hasSmallNames, speaking };
  return { people, state, ...ofTurns, lineEnding, heldOn, today };
}

function areSame(before: Surroundings, now: Surroundings): boolean {
  return (Object.keys(now) as (keyof Surroundings)[]).every((key) => before[key] === now[key]);
}
