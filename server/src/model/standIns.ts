import type { Words } from "../parse/blocks";
import { hasLetterOrDigit, startsWithAsciiLetter } from "../text/letters";
import { trimEnd } from "../text/trim";

/*
 * What stands in a note until somebody writes something there: one list of such stand-ins, and for each use how much
 * of it counts.
 */

const inTheirPlace = String.raw`(?:to do|todo|tbd|tba|to be (?:determined|announced|decided)|\{[^{}\r\n]{1,40}\})`;
const gap = new RegExp(String.raw`^${inTheirPlace}(?:[\s,]+${inTheirPlace}){0,20}[.:!…]?$`);

const fillIn =
  /^(?:(?:to be|will be) (?:filled in|filled out|added|written)(?: (?:in )?(?:later|after the (?:meeting|call)))?|(?:meeting )?notes (?:to be |will be )?added here after the (?:meeting|call)|(?:insert|put|write) (?:your|the|any|more)? ?[a-zß-ɏ ]{2,30} here)[.!]?$/;

const request =
  /^(?:please )?(?:(?:submit|sumbit) a (?:pr|pull request) to add your [a-zß-ɏ ]{2,30} here|add (?:your|the|any|more)? ?[a-zß-ɏ ]{2,30} here|agenda items? goes? here)[.!:]?$/;

/** What is in each request. */
const maybeRequest = /here/i;

/** What stays in the agenda of every meeting; and what is in it, to be looked for first. */
const maybeStanding = /your names? to the|take notes/i;
const standing =
  /^(?:please )?(?:help )?(?:add your names? to the (?:meeting )?(?:notes|minutes|attendees|attendee list)|take notes)[.!:]?$/;

/** How all of those start: their patterns take long to compile. */
const maybeAsked =
  /^(?:to |todo|tb[da]|\{|will be|(?:meeting )?notes|insert|put|write|please|submit|sumbit|add|agenda|help|take)/;

/** Words of a template in small capitals, as `*DATE*`. */
const capitals = /^[*_]{1,3}(?:DATE|TIME|PLACE|LOCATION|NAMES?|TITLE|TOPIC|PRESENTER|HOST)[*_]{1,3}$/;

/** Without any of these the words are none, which is soon seen. */
const maybeStandIn =
  /\{|to\s?do|tb[da]|to be|here|added|written|filled|agenda|help|[*_](?:DAT|TIM|PLA|LOC|NAM|TIT|TOP|PRE|HOS)/i;

/** Whether something in the text may be of a template; soon told. */
export function mayStandIn(text: string): boolean {
  return maybeStandIn.test(text);
}

/**
 * Whether the words are a gap that a template leaves for its author: `TODO`, `{names}`, `*DATE*`, `To be filled in`.
 * In a note that is written up it is a mistake.
 */
export function isTemplateText(text: string): boolean {
  if (!maybeStandIn.test(text)) return false;
  const words = bare(text);
  if (maybeAsked.test(words) && (gap.test(words) || fillIn.test(words))) return true;
  return /^\s*[*_]{1,3}[A-Z]{4}/.test(text) && capitals.test(text.trim());
}

/**
 * Whether the words are what a template asks of those who have something for the agenda: `Submit a PR to add your item
 * here`. They did their work before the meeting, and do no harm.
 */
export function isTemplateLine(text: string): boolean {
  if (!maybeRequest.test(text)) return false;
  const words = bare(text);
  return maybeAsked.test(words) && request.test(words);
}

/** Whether the words are dots alone: a place to fill in, or speech that the note taker missed. */
export function isEllipsis(text: string): boolean {
  return /^(?:\.{3,}|…)$/.test(text.trim());
}

/**
 * Whether a paragraph says nothing of this meeting: it holds no letter or digit, or a stand-in of whatever kind, or
 * what is asked of everybody in every meeting, as `Please help take notes`.
 */
export function isFiller(words: Words): boolean {
  const text = words.masked.trim();
  if (text === "") return false;
  const hasWords = startsWithAsciiLetter(text) || text.includes("\uFFFC") || hasLetterOrDigit(text);
  if (!hasWords) return true;
  if (text.length > longest) return false;
  // What is in every request is looked for in that as well.
  return (maybeStandIn.test(text) && (isTemplateText(text) || isTemplateLine(text))) || isStanding(text);
}

function isStanding(text: string): boolean {
  return maybeStanding.test(text) && standing.test(bare(text));
}

/** In UTF-16 units; what is longer was written by somebody. */
const longest = 120;

/** Whether an entry of a list of names stands for nobody: a stand-in, `None`, `N/A`, `<name>`, dashes or dots. */
export function isNobody(entry: string): boolean {
  return (maybeNobody.test(entry) && nobody.test(entry)) || isTemplateText(entry);
}

/** How those start: the pattern takes long to compile. */
const maybeNobody = /^(?:[\W_]|[Nn][Oo/Aa]|[Ii][Nn][Ss]|[Yy][Oo][Uu])/;

const nobody = /^(?:none|n\/a|\.{2,}|…|[-–—?_*]+|(?:insert |your )?names?(?: here)?|\{.*\}|<.*>)$/i;

/** Whether words start by saying that the meeting did not take place: `Cancelled, too wet.` */
export function saysCancelled(text: string): boolean {
  if (!maybeCancelled.test(text)) return false;
  const start = text
    .slice(0, longest)
    .trim()
    .replace(/^[*_~]+/, "");
  return cancelled.test(start.toLowerCase());
}

const maybeCancelled = /^\s*[*_~]*(?:(?:th(?:is|e) |today.s )?(?:mee|call)|canc|no m)/i;
const cancelled =
  /^(?:(?:(?:this |the |today['’]s )?(?:meeting|call) (?:is |was |has been )?)?cancell?ed|no meeting)(?:[.!,;:*_~]|$| (?:due|because|since|as|for|today|this)\b)/;

/** In small letters, without a task box, emphasis and parentheses. */
function bare(text: string): string {
  // A pattern that takes no account of case takes twice as long to compile.
  return trimEnd(text.replace(/^\[[ xX]\]\s+/, "").replace(/^[*_(\s]+/, ""), "*_) \t\r\n").toLowerCase();
}
