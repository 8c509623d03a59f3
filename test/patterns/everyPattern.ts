/** Has the engine make every pattern that it makes of words: run by itself, it needs no more than to end. */
import { openWorld } from "../support/world";

const note = `## March 5, 2024 - Roof meeting

|          |      |
| -------- | -------- |
| Attending | Ada Miller, Bo Li |

## Updates

* Ada: It leaks.

\`\`\`
code
\`\`\`

~~~~
code
~~~~

## Action Items

* ACTION: Ada to paint
`;

for (const line of ["* A‸", "* AI(A‸", "ACTION: A‸"]) {
  const { service, document, selection } = openWorld(`${note}${line}\n`);
  service.analysis(document);
  service.completion(document, selection.start);
  service.outline(document);
}
