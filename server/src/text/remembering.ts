/** The function, with its answer to each object remembered as long as the object is there. The function must be pure. */
export function rememberingOf<Question extends object, Answer>(
  answer: (question: Question) => Answer,
): (question: Question) => Answer {
  const remembered = new WeakMap<Question, { readonly found: Answer }>();
  return (question) => {
    const known = remembered.get(question) ?? { found: answer(question) };
    remembered.set(question, known);
    return known.found;
  };
}

/**
 * The function, with its answers remembered; at `most` of them it begins anew, since what is being typed asks for
 * something new at each key. The function must be pure.
 */
export function remembering<Question, Answer>(
  most: number,
  answer: (question: Question) => Answer,
): (question: Question) => Answer {
  const remembered = new Map<Question, Answer>();
  return (question) => {
    const known = remembered.get(question);
    if (known !== undefined || remembered.has(question)) return known as Answer;
    if (remembered.size >= most) remembered.clear();
    const found = answer(question);
    remembered.set(question, found);
    return found;
  };
}
