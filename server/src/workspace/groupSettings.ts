import type { Person } from "../model/note";
import type { RosterPerson } from "../profiles/configuration";
import { combineParts } from "../profiles/mergeProfile";
import type { RepositoryForm } from "./repository";
import type { NoteSettings } from "./settings";

/** The settings as they hold where a repository says how its notes are written: what the user has set goes before. */
export function withRepository(
  settings: NoteSettings,
  { configuration, folder, template, people }: RepositoryForm,
): NoteSettings {
  const { extends: base = "auto", profile, rules, files, labels } = configuration;
  const parts = combineParts(template, profile);
  const { form } = settings.turns;
  return {
    ...settings,
    profile: settings.profile === "auto" ? base : settings.profile,
    rules: { ...rules, ...settings.rules },
    labels: [...settings.labels, ...(labels ?? [])],
    turns: { form: form === "auto" ? (profile?.turns?.form ?? form) : form },
    ...(files && { repository: { files, folder } }),
    ...(parts && { parts }),
    ...(people.length > 0 && { people: people.map(personOf), aliases: aliasesOf(people) }),
  };
}

function personOf({ name, aliases = [], abbreviation, handle }: RosterPerson): Person {
  return {
    name,
    nicknames: aliases,
    abbreviations: abbreviation === undefined ? [] : [abbreviation],
    handles: handle === undefined ? [] : [handle],
  };
}

/** The full name by whatever else somebody is called. */
function aliasesOf(people: readonly RosterPerson[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    people.flatMap(({ name, aliases = [], abbreviation = [], handle = [] }) =>
      [aliases, abbreviation, handle].flat().map((alias) => [alias, name] as const),
    ),
  );
}
