/** Id of the client command that adds a label to `notewright.labels`; its argument is an {@link AddLabelArguments}. */
export const addLabelCommand = "notewright.addLabel";

/** Argument of {@link addLabelCommand}. */
export interface AddLabelArguments {
  uri: string;
  /** The label as written, without its colon. */
  label: string;
}

/** Id of the client command that turns a rule off in `notewright.rules`; its argument is a {@link DisableRuleArguments}. */
export const disableRuleCommand = "notewright.disableRule";

/** Argument of {@link disableRuleCommand}. */
export interface DisableRuleArguments {
  /** The document for which the rule is to be off; its folder's settings are the ones to change. */
  uri: string;
  /** The rule's id. */
  rule: string;
}

/** Id of the client command that shows a rule's page; its argument is an {@link ExplainRuleArguments}. */
export const explainRuleCommand = "notewright.explainRule";

/** Argument of {@link explainRuleCommand}. */
export interface ExplainRuleArguments {
  /** The rule's id. */
  rule: string;
}
