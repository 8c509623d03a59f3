/** Id of the client command that adds a label to `notewright.labels`; its argument is an {@link AddLabelArguments}. */
export const addLabelCommand = "notewright.addLabel";

/** Argument of {@link addLabelCommand}. */
export interface AddLabelArguments {
  uri: string;
  /** The label as written, without its colon. */
  label: string;
}
