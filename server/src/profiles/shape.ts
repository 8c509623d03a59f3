/** What a value in a file may be: plain data, from which both the reader's checks and the JSON schema are made. */
export type Shape = TextShape | ChoiceShape | ListShape | MapShape | ObjectShape;

/** A string. */
export interface TextShape {
  readonly kind: "text";
  /** What is expected, behind "expected": `a glob`. */
  readonly expected: string;
  /** What the string matches. */
  readonly pattern: RegExp;
}

/** One of a few values. */
export interface ChoiceShape {
  readonly kind: "choice";
  /** What is expected, before its values: `a severity`. */
  readonly expected: string;
  readonly values: readonly (string | number | boolean)[];
}

/** A list of values of one shape. */
export interface ListShape {
  readonly kind: "list";
  readonly of: Shape;
}

/** An object whose keys the user chooses, or as many of a few as they like. */
export interface MapShape {
  readonly kind: "map";
  readonly keys: TextShape | ChoiceShape;
  readonly of: Shape;
}

/** An object with these keys and no others. */
export interface ObjectShape {
  readonly kind: "object";
  readonly keys: Readonly<Record<string, Shape>>;
  /** Keys without which the object is a mistake. */
  readonly required: readonly string[];
}

/** What the shape expects, as it stands behind "expected". */
export function expectedOf(shape: Shape): string {
  switch (shape.kind) {
    case "text":
      return shape.expected;
    case "choice":
      return shape.values.length > mostListed ? shape.expected : `${shape.expected}: ${listed(shape.values)}`;
    case "list":
      return "a list";
    case "map":
    case "object":
      return "an object";
  }
}

/** A sentence that lists more than so many values is not read to its end. */
const mostListed = 12;

function listed(values: readonly (string | number | boolean)[]): string {
  const written = values.map((value) => JSON.stringify(value));
  return written.length < 2 ? written.join() : `${written.slice(0, -1).join(", ")} or ${written.at(-1)}`;
}
