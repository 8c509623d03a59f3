import type { Turn } from "./note";

/** The label as written, or in the spelling of the person's own name where only the case differs. */
export function spellingOf({ prefix, speakers }: Turn): string {
  const label = prefix.label.text;
  const [only] = speakers;
  if (only?.who.kind !== "one" || speakers.length > 1) return label;
  const { name, nicknames, abbreviations, handles } = only.who.person;
  // Most labels are whole names or first ones, or what else somebody is called, as listed.
  if (label === name || (name.startsWith(label) && name[label.length] === " ")) return label;
  if (abbreviations.includes(label) || nicknames.includes(label) || handles.includes(label)) return label;
  const forms = [name, ...name.split(/\s+/), ...nicknames, ...abbreviations, ...handles];
  const small = label.toLowerCase();
  const own = forms.find((form) => form.toLowerCase() === small);
  // A list of small handles does not make a capital wrong.
  const isKept = !own || forms.includes(label) || (/^\p{Lu}/u.test(label) && !/^\p{Lu}/u.test(own));
  return isKept ? label : own;
}
