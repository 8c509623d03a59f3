import { type TurnForm, turnForms } from "../model/format";
import type { Person } from "../model/note";
import { builtInProfiles } from "../profiles/builtIn";
import type { ProfileParts } from "../profiles/configuration";
import { type RuleId, rules } from "../rules/index";
import type { RuleSeverities } from "../rules/lint";
import { type Severity, severities } from "../rules/rule";

/** What a user says of a file: always a note, or never one. */
export type FileVerdict = "note" | "ignore";

/** When what is found in a note that is being written may be shown: at every key, behind the line, or when it is saved. */
export const calms = ["onType", "onLeaveLine", "onSave"] as const;

/** See {@link calms}. */
export type Calm = (typeof calms)[number];

/** A user's settings as they hold for one document. */
export interface NoteSettings {
  /** Whether Notewright looks at the document at all. */
  readonly enable: boolean;
  /** Verdicts by glob, relative to {@link NoteSettings.folder}. */
  readonly files: Readonly<Record<string, FileVerdict>>;
  /** URI of the workspace folder that holds the document; empty where there is none. */
  readonly folder: string;
  /** When what is found is shown. */
  readonly calm: Calm;
  /** More labels that are no speakers. */
  readonly labels: readonly string[];
  /** Id of the form that notes are in; `auto`: the one that each looks like. */
  readonly profile: string;
  /** Severities that differ from the profile's. */
  readonly rules: RuleSeverities;
  readonly turns: {
    /** `auto`: the form that most turns of the note use. */
    readonly form: TurnForm | "auto";
  };
  /** Verdicts of the repository, for files of which the user says nothing, by glob relative to the folder (a URI). */
  readonly repository?: Pick<NoteSettings, "files" | "folder">;
  /** What the group writes in its own way, whatever the profile. */
  readonly parts?: ProfileParts;
  /** People whom the group knows, whether or not a note lists them. */
  readonly people?: readonly Person[];
  /** Full names by alias. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Whether the other notes of a note's series are read for their people. */
  readonly series: boolean;
  /** The day on which notes are read, `yyyy-MM-dd`; told by the host, which has a clock, and by no setting. */
  readonly today?: string;
}

/** Settings of a user who changed nothing. */
export const defaultSettings: NoteSettings = {
  enable: true,
  files: {},
  folder: "",
  calm: "onLeaveLine",
  labels: [],
  profile: "auto",
  rules: {},
  turns: { form: "auto" },
  series: true,
};

/** Settings as far as they could be read, and a sentence for the user about each value that could not. */
export interface SettingsReading {
  readonly settings: NoteSettings;
  readonly mistakes: readonly string[];
}

/**
 * Reads the value of the setting `notewright` of a document in the workspace folder `folder` (a URI, or empty).
 * Total: what is missing, null or wrong is replaced by its default, and what is wrong is named.
 */
export function readSettings(value: unknown, folder = ""): SettingsReading {
  const reader = new Reader();
  const all = reader.entries("notewright", value);
  const turns = reader.entries("notewright.turns", all.turns);
  const settings = {
    enable: reader.flag("enable", all.enable),
    files: reader.files(all.files),
    folder,
    calm: reader.calm(all.calm),
    labels: reader.labels(all.labels),
    profile: reader.profile(all.profile),
    rules: reader.rules(all.rules),
    turns: { form: reader.turnForm(turns.form) },
    series: reader.flag("series", all.series),
  };
  return { settings, mistakes: reader.mistakes };
}

class Reader {
  readonly mistakes: string[] = [];

  entries(name: string, value: unknown): Readonly<Record<string, unknown>> {
    if (isMissing(value)) return {};
    if (typeof value === "object" && !Array.isArray(value)) return value as Record<string, unknown>;
    this.#report(name, "an object");
    return {};
  }

  flag(name: "enable" | "series", value: unknown): boolean {
    if (typeof value === "boolean") return value;
    if (!isMissing(value)) this.#report(`notewright.${name}`, "true or false");
    return defaultSettings[name];
  }

  files(value: unknown): Record<string, FileVerdict> {
    const files: Record<string, FileVerdict> = {};
    for (const [glob, verdict] of Object.entries(this.entries("notewright.files", value))) {
      if (verdict === "note" || verdict === "ignore") files[glob] = verdict;
      else if (!isMissing(verdict)) this.#report(`notewright.files, "${glob}"`, '"note" or "ignore"');
    }
    return files;
  }

  calm(value: unknown): Calm {
    if (isOneOf(calms, value)) return value;
    if (!isMissing(value)) this.#report("notewright.calm", listed(calms));
    return defaultSettings.calm;
  }

  labels(value: unknown): string[] {
    if (isMissing(value)) return [];
    const labels = Array.isArray(value) ? value.filter((label) => typeof label === "string") : [];
    if (!Array.isArray(value) || labels.length < value.length) this.#report("notewright.labels", "a list of strings");
    return labels;
  }

  profile(value: unknown): string {
    const ids = ["auto", ...builtInProfiles.map(({ id }) => id)];
    if (isOneOf(ids, value)) return value;
    if (!isMissing(value)) this.#report("notewright.profile", listed(ids));
    return defaultSettings.profile;
  }

  rules(value: unknown): RuleSeverities {
    const chosen: Partial<Record<RuleId, Severity | "off">> = {};
    for (const [id, severity] of Object.entries(this.entries("notewright.rules", value))) {
      if (isMissing(severity)) continue;
      if (!isRuleId(id)) this.mistakes.push(`Unexpected rule "${id}" in notewright.rules: there is no such rule.`);
      else if (isOneOf([...severities, "off"] as const, severity)) chosen[id] = severity;
      else this.#report(`notewright.rules, "${id}"`, listed([...severities, "off"]));
    }
    return chosen;
  }

  turnForm(value: unknown): TurnForm | "auto" {
    const forms = ["auto", ...turnForms] as const;
    if (isOneOf(forms, value)) return value;
    if (!isMissing(value)) this.#report("notewright.turns.form", listed(forms));
    return defaultSettings.turns.form;
  }

  // The value itself is not repeated: it may be a person's name.
  #report(name: string, expected: string): void {
    this.mistakes.push(`Unexpected value of the setting ${name}, expected ${expected}.`);
  }
}

function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isOneOf<Value extends string>(values: readonly Value[], value: unknown): value is Value {
  return values.some((candidate) => candidate === value);
}

function isRuleId(id: string): id is RuleId {
  return rules.some((rule) => rule.id === id);
}

function listed(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value}"`);
  return `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}
