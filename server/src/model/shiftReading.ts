import { shiftPrefix, shiftWords } from "../parse/shiftBlocks";
import { shiftPart, shiftSpan } from "../text/shift";
import type { ActionItem, Decision, Speaker, Statement, Suppression, Topic, Turn, UnfinishedTurn } from "./note";

/** The turn as it stands `offset` characters further on. */
export function shiftTurn(turn: Turn, offset: number): Turn {
  return {
    ...turn,
    span: shiftSpan(turn.span, offset),
    prefix: shiftPrefix(turn.prefix, offset),
    speakers: turn.speakers.map((speaker) => shiftSpeaker(speaker, offset)),
    spoken: shiftPart(turn.spoken, offset),
    words: shiftWords(turn.words, offset),
    ...(turn.item && { item: shiftItem(turn.item, offset) }),
  };
}

/** The turn that breaks off, as it stands `offset` characters further on. */
export function shiftUnfinished({ turn, end, sign }: UnfinishedTurn, offset: number): UnfinishedTurn {
  return { end: shiftPart(end, offset), sign, ...(turn && { turn: shiftTurn(turn, offset) }) };
}

/** The topic, with all nested in it, as it stands `offset` characters further on. */
export function shiftTopic(topic: Topic, offset: number): Topic {
  return {
    ...topic,
    title: shiftPart(topic.title, offset),
    ...(topic.presenter && { presenter: shiftSpeaker(topic.presenter, offset) }),
    span: shiftSpan(topic.span, offset),
    topics: topic.topics.map((nested) => shiftTopic(nested, offset)),
  };
}

/** The action item as it stands `offset` characters further on. */
export function shiftAction(action: ActionItem, offset: number): ActionItem {
  return {
    ...action,
    span: shiftSpan(action.span, offset),
    words: shiftWords(action.words, offset),
    owners: action.owners.map((owner) => shiftSpeaker(owner, offset)),
    task: shiftPart(action.task, offset),
    ...(action.due && { due: shiftPart(action.due, offset) }),
  };
}

/** The decision as it stands `offset` characters further on. */
export function shiftDecision({ span, text }: Decision, offset: number): Decision {
  return { span: shiftSpan(span, offset), text: shiftPart(text, offset) };
}

/** The statement as it stands `offset` characters further on. */
export function shiftStatement(statement: Statement, offset: number): Statement {
  const { words, item } = statement;
  return { ...statement, words: shiftWords(words, offset), ...(item && { item: shiftItem(item, offset) }) };
}

/** The label as it stands `offset` characters further on; whom it means stays where they are. */
export function shiftSpeaker({ label, who }: Speaker, offset: number): Speaker {
  return { label: shiftPart(label, offset), who };
}

function shiftItem({ marker, span }: NonNullable<Turn["item"]>, offset: number): NonNullable<Turn["item"]> {
  return { marker, span: shiftSpan(span, offset) };
}

/** The comment as it stands `offset` characters further on. */
export function shiftSuppression({ kind, span, rules }: Suppression, offset: number): Suppression {
  return { kind, span: shiftSpan(span, offset), rules: rules.map((rule) => shiftPart(rule, offset)) };
}
