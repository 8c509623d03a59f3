import type { Format, SectionForm } from "../model/format";
import { type SectionNames, sectionNamesOf } from "../model/sectionNames";
import { comparable } from "../text/compare";
import { rememberingOf } from "../text/remembering";
import type { ProfileParts, SectionPart } from "./configuration";
import type { Profile } from "./profile";

/** The profile as a group writes it: each list that is given takes the place of the profile's own. */
export function mergeProfile(profile: Profile, parts: ProfileParts | undefined): Profile {
  return parts ? mergedWith(parts)(profile) : profile;
}

/** Made once for all notes of a group. */
const mergedWith = rememberingOf((parts: ProfileParts) => rememberingOf((profile: Profile) => merge(profile, parts)));

function merge(profile: Profile, parts: ProfileParts): Profile {
  const { format } = profile;
  const { title, attendees, sections, turns, actions, decisions, placeholders } = parts;
  const merged: Format = {
    title: { ...format.title, ...title },
    attendees: { ...format.attendees, ...attendees },
    sections: sections ? mergeSections(sections, format) : format.sections,
    turns: { ...format.turns, ...turns },
    actions: { ...format.actions, ...actions },
    decisions: { ...format.decisions, ...decisions },
    placeholders: placeholders ?? format.placeholders,
  };
  return { ...profile, format: merged };
}

/** What the second changes in what the first changes. */
export function combineParts(
  first: ProfileParts | undefined,
  second: ProfileParts | undefined,
): ProfileParts | undefined {
  if (!first || !second) return first ?? second;
  const { title, attendees, turns, actions, decisions } = second;
  return {
    ...first,
    ...second,
    ...((first.title ?? title) && { title: { ...first.title, ...title } }),
    ...((first.attendees ?? attendees) && { attendees: { ...first.attendees, ...attendees } }),
    ...((first.turns ?? turns) && { turns: { ...first.turns, ...turns } }),
    ...((first.actions ?? actions) && { actions: { ...first.actions, ...actions } }),
    ...((first.decisions ?? decisions) && { decisions: { ...first.decisions, ...decisions } }),
  };
}

/**
 * The group's sections, with those of the profile that it does not name at their places. What a section does not say of
 * itself, the profile's section says that goes by the name or the role.
 */
function mergeSections(parts: readonly SectionPart[], format: Format): SectionForm[] {
  const names = sectionNamesOf(format);
  const known = parts.map((part) => knownSection(part, names, format));
  const own = new Set(parts.map(({ name }) => comparable(name)));
  const placed = parts.map((part, index) => {
    const like = known[index];
    const isOnlyOne = known.filter((other) => other === like).length === 1;
    const inherited = [like?.name ?? part.name, ...(like?.aliases ?? [])].filter((name) => !own.has(comparable(name)));
    const form: SectionForm = {
      role: part.role ?? like?.role ?? "other",
      name: part.name,
      aliases: part.aliases ?? inherited,
      // Where the group has two for one of the profile's, a note may do with either.
      expected: part.expected ?? (isOnlyOne && like?.expected === true),
    };
    return { form, like };
  });
  let before = placed.length;
  for (const form of [...format.sections].reverse()) {
    const index = placed.findIndex(({ like }) => like === form);
    if (index >= 0) before = index;
    else placed.splice(before, 0, { form: { ...form, expected: false }, like: form });
  }
  return placed.map(({ form }) => form);
}

function knownSection(
  { name, role, aliases = [] }: SectionPart,
  names: SectionNames,
  format: Format,
): SectionForm | undefined {
  const named = [name, ...aliases].map((each) => names.find(each)).find((form) => form !== undefined);
  if (role === undefined || named?.role === role) return named;
  return format.sections.find((form) => form.role === role);
}
