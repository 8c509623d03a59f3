/** A Markdown file as its text. */
declare module "*.md" {
  const text: string;
  export default text;
}

/** Mocha's browser build. */
declare module "mocha/mocha.js" {
  const mocha: BrowserMocha;
  export default mocha;
}
