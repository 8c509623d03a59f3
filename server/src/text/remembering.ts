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
