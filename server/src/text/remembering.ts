/**
 * The function, with its answers remembered; at `most` of them it begins anew, since what is being typed asks for
 * something new at each key. The function must be pure.
 */
export function remembering<Answer>(most: number, answer: (question: string) => Answer): (question: string) => Answer {
  const remembered = new Map<string, Answer>();
  return (question) => {
    const known = remembered.get(question);
    if (known !== undefined || remembered.has(question)) return known as Answer;
    if (remembered.size >= most) remembered.clear();
    const found = answer(question);
    remembered.set(question, found);
    return found;
  };
}
