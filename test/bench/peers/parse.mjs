// The client's half of VS Code's Markdown server: it parses, set up as VS Code sets up its parser.
import MarkdownIt from "markdown-it";

const parser = new MarkdownIt({ html: true });

/**
 * The tokens of a text, as the request `markdown/parse` wants them.
 * @param {string} text
 * @returns {unknown}
 */
export function parse(text) {
  return parser.parse(text, {});
}
