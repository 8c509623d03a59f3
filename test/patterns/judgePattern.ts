import { check } from "recheck";

/** How the time that a search takes grows with the length of the text, at worst. */
export type Growth = "linear" | `faster than the text: ${string}`;

/** A pattern, whatever language it is for. */
export interface Judged {
  readonly source: string;
  readonly flags: string;
}

/** For a proof: what takes longer than this is left to the search for an attack. */
const quickly = { checker: "automaton", timeout: 2_000 } as const;

/** For that search: bounded by work alone, so that the judgement is the same however busy the machine is. */
const patiently = {
  timeout: null,
  seedingTimeout: null,
  incubationTimeout: null,
  attackTimeout: null,
  attackLimit: 5_000_000,
} as const;

/**
 * Tells by theory how a pattern's time grows. Where theory knows no proof, an attack is searched for, and what is found
 * is tried at two lengths by `search`, which is to look for the pattern in a text.
 */
export async function judgePattern(pattern: Judged, search = searchFor(pattern)): Promise<Growth> {
  const bounded = withSmallBounds(pattern.source);
  const flags = pattern.flags.replace(/[dgy]/g, "");
  const blind = withoutLooking(bounded);
  if (blind !== undefined && (await check(blind, flags, quickly)).status === "safe") return "linear";
  const verdict = await check(bounded, flags, patiently);
  if (verdict.status === "safe") return "linear";
  if (verdict.status === "unknown") return `faster than the text: ${verdict.error.kind}`;
  const { attack, complexity } = verdict;
  const found: Growth = `faster than the text: ${complexity.summary}, ${attack.pattern}`;
  // Trying what is worse would take forever.
  if (complexity.type === "exponential" || complexity.degree > 2) return found;
  const pump = (times: number) => attack.pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join("");
  return growsFaster((times) => search(pump(times) + attack.suffix)) ? found : "linear";
}

/** Repetitions between bounds count for no more than a factor. */
function withSmallBounds(source: string): string {
  return source
    .replace(/\{(\d+),(\d+)\}/g, (_, least, most) => `{${Math.min(least, 2)},${Math.min(most, 3)}}`)
    .replace(/\{\d{2,},\}/g, "{2,}");
}

/**
 * The pattern without what only looks at the next or the last few characters, and with a last one that no text has:
 * so it goes all the ways that the pattern may go, and never succeeds before. Undefined where it does not look, or
 * looks further.
 */
function withoutLooking(source: string): string | undefined {
  let blind = "";
  for (let place = 0; place < source.length; ) {
    const [piece = ""] = /^(?:\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!]|.)/su.exec(source.slice(place)) ?? [];
    const end = piece.length > 2 && piece.startsWith("(") ? endOfGroup(source, place) : place + piece.length;
    const looked = source.slice(place, end);
    const looks = end > place + piece.length || /^\\[bB]$/.test(piece);
    if (looks && looksFar.test(looked.replace(character, ""))) return undefined;
    if (!looks) blind += looked;
    place = end;
  }
  return blind === source ? undefined : `(?:${blind})\\uFFFE`;
}

const looksFar = /[*+]|\{\d+,\}/;

/** One that is escaped, or a class of them. */
const character = /\\.|\[(?:\\.|[^\]\\])*\]/gsu;

function endOfGroup(source: string, start: number): number {
  let depth = 0;
  for (const { 0: piece, index } of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()]/gsu)) {
    if (index < start) continue;
    if (piece === "(") depth++;
    if (piece === ")" && --depth === 0) return index + 1;
  }
  return source.length;
}

function searchFor({ source, flags }: Judged): (text: string) => void {
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ""));
  return (text) => pattern.exec(text);
}

/** Whether one text takes more than three times as long as eight of an eighth of it: eight times where it is quadratic. */
function growsFaster(work: (times: number) => void): boolean {
  const workOften = () => {
    for (let run = 0; run < 8; run++) work(1_000);
  };
  // The first searches are slower: the pattern is not compiled yet.
  work(10);
  const [often, once] = [workOften, () => work(8_000)].map((task) => Math.min(...[1, 2, 3].map(() => timeOf(task))));
  // Less than a millisecond is not to be measured.
  return (once ?? 0) > 3 * Math.max(often ?? 0, 1_000);
}

/** Microseconds of the processor, so that others who work beside the test do not count. */
function timeOf(work: () => void): number {
  const start = process.cpuUsage().user;
  work();
  return process.cpuUsage().user - start;
}
