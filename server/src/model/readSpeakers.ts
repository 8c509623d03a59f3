import { isContinuation } from "../parse/turnPrefix";
import { type Part, type Span, trimPart } from "../text/span";
import { trimEnd } from "../text/trim";
import type { People, Resolution, Speaker } from "./note";

/** The speakers that a label names: one, or several where it joins people who are all known (`MM, WH`, `Ann & Bo`). */
export function readSpeakers(text: string, label: Part, people: People): Speaker[] {
  const whole = readSpeaker(text, label.span, people);
  if (whole.who.kind !== "unknown" && whole.who.kind !== "near miss") return [whole];
  return readJoint(text, label.span, people) ?? [whole];
}

/** Several speakers who are all known; given up at the first who is not, since the words may be a long task. */
function readJoint(text: string, span: Span, people: People): Speaker[] | undefined {
  const speakers: Speaker[] = [];
  for (const part of splitJoint(text, span)) {
    const speaker = readSpeaker(text, part, people);
    if (!areNamed([speaker])) return undefined;
    speakers.push(speaker);
  }
  return speakers.length > 1 ? speakers : undefined;
}

/** Whether each of the speakers is somebody whom the note or its group knows, if only as one of several. */
export function areNamed(speakers: readonly { readonly who: Resolution }[]): boolean {
  const isOfNote = speakers.some(({ who }) => who.kind === "one" || who.kind === "ambiguous");
  return speakers.every(({ who }) => {
    return who.kind === "one" || who.kind === "ambiguous" || (who.kind === "known" && (isOfNote || isSure(who)));
  });
}

/** Whether a label is more than initials or half a handle: among the many people of a group almost any have somebody. */
export function isSure({ way }: Extract<Resolution, { kind: "known" }>): boolean {
  return way !== "initials" && way !== "start of the handle";
}

function readSpeaker(text: string, span: Span, people: People): Speaker {
  const label = trimPart(text, span);
  // Whoever spoke before goes on.
  if (isContinuation(label.text)) return { label, who: { kind: "group" } };
  const who = people.resolve(withoutMark(label.text));
  const isRead = who.kind !== "unknown" || !label.text.includes("(");
  return { label, who: isRead ? who : (resolveParts(label.text, people) ?? who) };
}

/** Who is meant by what stands around the parentheses (`Ann (Annie) Bell`), or else within them: `AB2 (Ann)`. */
function resolveParts(label: string, people: People): Resolution | undefined {
  const [, within = ""] = /\(([^()]*)\)$/.exec(label) ?? [];
  const around = label.replace(/\([^()]*\)/g, " ");
  for (const part of [around, within]) {
    const who = part.trim() === "" ? undefined : people.resolve(part);
    if (who && (who.kind === "one" || (who.kind === "known" && isSure(who)))) return who;
  }
  return undefined;
}

/** The label without a mark that says how somebody spoke, not who: `Ann (chat)`, `Ann?`. */
export function withoutMark(label: string): string {
  const isMarked = label.endsWith(")") || label.endsWith("?");
  if (!isMarked) return label;
  const bare = trimEnd(label.replace(/(?:\([^()]*\)|\?)$/, ""), " \t");
  return bare === "" ? label : bare;
}

function* splitJoint(text: string, span: Span): Iterable<Span> {
  let start = span.start;
  for (const match of text.slice(span.start, span.end).matchAll(/[,/&+]|\s(?:and|or)\s/g)) {
    const end = span.start + match.index;
    if (end > start) yield { start, end };
    start = end + match[0].length;
  }
  if (span.end > start) yield { start, end: span.end };
}
