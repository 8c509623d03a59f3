import { trimEnd } from "../../text/trim";

const inTheirPlace = String.raw`(?:to do|todo|tbd|tba|to be (?:determined|announced|decided)|\{[^{}\r\n]{1,40}\})`;
const pattern = new RegExp(String.raw`^${inTheirPlace}(?:[\s,]+${inTheirPlace}){0,20}[.:!]?$`);

const sentences =
  /^(?:please )?(?:(?:submit|sumbit) a (?:pr|pull request) to add your [a-zß-ɏ ]{2,30} here|(?:add|insert|put|write) (?:your|the|any|more)? ?[a-zß-ɏ ]{2,30} here|(?:to be|will be) (?:filled in|filled out|added|written)(?: (?:in )?(?:later|after the (?:meeting|call)))?|(?:meeting )?notes (?:to be |will be )?added here after the (?:meeting|call))[.!]?$/;

/** Without any of these the words are none, which is soon seen. */
const maybeTemplate = /\{|to\s?do|tb[da]|to be|here|added|written|filled/i;

/** Whether the words are what a template holds until somebody fills it in: `TODO`, `{names}`, `To be filled in`. */
export function isTemplateText(text: string): boolean {
  if (!maybeTemplate.test(text)) return false;
  const bare = trimEnd(text.replace(/^\[[ xX]\]\s+/, "").replace(/^[*_(\s]+/, ""), "*_) \t\r\n");
  // A pattern that takes no account of case takes twice as long to compile.
  const small = bare.toLowerCase();
  return pattern.test(small) || sentences.test(small);
}

/** Whether the words are dots alone: a place to fill in, or speech that the note taker missed. */
export function isEllipsis(text: string): boolean {
  return /^(?:\.{3,}|…)$/.test(text.trim());
}
