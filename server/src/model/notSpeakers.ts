import { comparable } from "../text/compare";
import { hasLetter, letterTest } from "../text/letters";
import { remembering } from "../text/remembering";

/**
 * Labels that stand before a colon in published notes and name no speaker, in comparable form.
 * Counted in 3,124 public notes of nine groups.
 */
const knownLabels = new Set(
  `a, action, aim, action item, action items, actions, advantage, agenda, agenda item, ai, alternative, alternatives, announcement,
  announcements, answer, attendance, attendee, attendees, attending, background, benefit, benefits, blocker, blockers, bug, calendar, call, challenge, chat,
  comment, comments, con, conclusion, concern, concerns, chair, cons, consensus, contact, context, date, decision, decisions, demo,
  description, details, discussion, doc, docs, document, edit, email, added, changed, fixed, removed, example, examples, feedback, fix, follow up, followup, for,
  fyi, general, github, github issue, goal, goals, host, http, https, idea, ideas, impl, implementation, in, info, introduction, intro,
  issue, issues, item, items, link, links, location, mailto, meeting, minutes, motivation, name, next, next step, next steps,
  nit, note, notes, note taker, notetaker, open question, open questions, option, options, outcome, overview, place, plan, plans, poll,
  pr, presentation, presenter, presenters, problem, problems, pro, process, progress, proposal, proposals, pros, psa, purpose, q, quorum, question,
  questions, reason, recap, recording, reference, references, related, release, reminder, repo, repository, resolution, resolved, result,
  results, risk, risks, roadmap, scope, scribe, see, side note, slides, solution, solutions, staff, stage, step, status, status update, stretch goal,
  subject, suggestion, suggestions, summary, team, tests, time, timeline, title, tldr, tl;dr, todo, todos, topic, topics, update,
  updates, url, vote, votes, warning, when, where, who, why, zoom, monday, tuesday, wednesday, thursday,
  friday, saturday, sunday, dose, documentation, aims, teaser, history, verification, test, tools, build, lib, src,
  deps, module, modules, stream, util, feat, chore, refactor, perf, style, error, errors`
    .split(",")
    .map(comparable),
);

const pronouns = new Set(
  "i,we,you,they,he,she,it,this,that,these,those,there,someone,somebody,anyone,nobody".split(","),
);

/** So many answers are remembered. */
const mostRemembered = 2_000;

/** Which labels are no speakers, whoever is present; `more` are labels, comparable, that the group or the user adds. */
export class Lexicon {
  /** Whether a label is one that names no speaker. */
  readonly isKnown: (label: string) => boolean;
  readonly #isName: (label: string) => boolean;
  readonly #isNameOrAcronym: (label: string) => boolean;

  constructor(more: ReadonlySet<string> = nothingMore) {
    this.isKnown = remembering(mostRemembered, (label) => isKnownIn(label, more));
    this.#isName = remembering(mostRemembered, (label) => looksLikeName(label, false));
    this.#isNameOrAcronym = remembering(mostRemembered, (label) => looksLikeName(label, true));
  }

  /**
   * Whether a label that resolves to nobody has the shape of a person's name: one or two capitalised words,
   * no known label, no acronym. `acronyms` lets words of capitals pass, for notes that write speakers that way.
   */
  looksLikeName(label: string, acronyms: boolean): boolean {
    return acronyms ? this.#isNameOrAcronym(label) : this.#isName(label);
  }

  /** Whether a label is of two or three capitals, and no known label. */
  looksLikeAbbreviation(label: string): boolean {
    return isAbbreviation(label) && !smallLabels.has(label.toLowerCase()) && !this.isKnown(label);
  }

  /** Whether a label has the shape of a handle in small letters, and is no known label. */
  looksLikeHandle(label: string): boolean {
    const isOne = label.length > 1 && label.length < 30 && isHandle.test(label);
    return isOne && !smallLabels.has(label) && !this.isKnown(label);
  }
}

/** Labels that in small letters are nobody's handle; in capitals they may be somebody's initials. */
const smallLabels = new Set(
  "so,eg,ie,re,cc,ok,vs,nb,ps,id,ui,os,aka,btw,tbh,imo,eom,etc,api,if,or,and,but,yes,no,also,maybe,once,hint,later".split(
    ",",
  ),
);

const isAbbreviation = letterTest(String.raw`^[\p{Lu}]{2,3}$`);

/** `annbell`, `ann-b`, `bell7`. */
const isHandle = /^[a-z][a-z\d]*(?:[-_][a-z\d]+){0,3}$/;

const nothingMore: ReadonlySet<string> = new Set();

function looksLikeName(label: string, acronyms: boolean): boolean {
  const words = label.trim().split(/\s+/);
  if (words.length > 2 || isKnownIn(label, nothingMore) || pronouns.has(label.toLowerCase())) return false;
  return words.every((word) => {
    const isName = isCapitalised(word) && (acronyms || !isAcronym(word));
    return isName && (isInitial(word) || !isKnownIn(word, nothingMore));
  });
}

const isCapitalised = letterTest(String.raw`^[\p{Lu}][\p{L}’'-]*\.?$`);
const isAcronym = letterTest(String.raw`^[\p{Lu}]{2,}s?$`);
/** Behind a name, a single letter. */
const isInitial = letterTest(String.raw`^[\p{L}]\.?$`);

function isKnownIn(label: string, more: ReadonlySet<string>): boolean {
  const key = comparable(label.replaceAll("-", " ")).replace(/ \d+$/, "");
  return knownLabels.has(key) || !(label.includes("?") || hasLetter(label)) || more.has(key);
}
