import fc from "fast-check";

/** Characters that trip up who counts, measures or matches text. */
export const trickyCharacter: fc.Arbitrary<string> = fc.constantFrom(
  "\u0000",
  "\uFEFF",
  "\u200B",
  "\u200D",
  "\u202E",
  "\u00A0",
  "\u2028",
  "\u0085",
  "\u000B",
  "\u000C",
  "\uFFFC",
  "\uD83D",
  "\uDE00",
  "😀",
  "👩‍🚀",
  "z\u030C\u0301",
  "İ",
  "ﬁ",
  "ß",
  "مرحبا",
  "שלום",
  "李小龍",
  "\t",
  "\\",
  "&amp;",
  "&#0;",
);

/** Comments that keep findings from being shown, on a line of their own or behind words. */
export const suppressingComment: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("", " ", " ", "\n", "    "),
    fc.constantFrom("disable", "disable", "enable", "disable-line", "disable-line", "disable-next-line"),
    fc.constantFrom(
      ..."| turn-format| turn-empty| turn-gap| speaker-unknown| placeholder| turn-empty, suppression-unused| x turn-gap".split(
        "|",
      ),
    ),
    fc.constantFrom("", "\n", "\n", "\n* Ada:\n", " -- why"),
  )
  .map(([before, kind, rules, behind]) => {
    const isReason = behind.startsWith(" --");
    return `${before}<!-- notewright-${kind}${rules}${isReason ? behind : ""} -->${isReason ? "" : behind}`;
  });

/** Markdown that opens, closes, interrupts or hides what stands around it. */
export const trickyBlock: fc.Arbitrary<string> = fc.constantFrom(
  "```",
  "~~~~",
  "```ts\nAda: code\n```",
  "~~~\n* Bo: code\n",
  "* Ada: a\n  ```\n  Bo: code\n  ```",
  "    Ada: indented code",
  "* a\n\n      Bo: indented code",
  "<!-- Ada: hidden",
  "-->",
  "<!-- Ada: hidden -->",
  "<!-- notewright: note -->",
  "<!-- notewright: ignore -->",
  "<!--\nnotewright: note -->",
  "<div>\nAda: html",
  "</div>\n",
  "<pre>\n\nAda: html\n\n</pre>",
  "<?php",
  "<script>\nBo: html",
  "</script>",
  "<details><summary>Bo: html</summary>\n\n* Bo: no html",
  "---",
  "+++",
  "***",
  "___",
  "===",
  "--",
  "> Ada: quoted\nBo: lazy",
  "> * Ada: quoted item\nlazy",
  "> ```\n> code",
  "* Ada: item\nBo: lazy",
  "lazy line",
  "[m]: https://example.org/m",
  "[m]:\n/two 'lines\nof title'",
  "* [Ada]: yes",
  "[Ada]: /defined",
  "[^p]: A footnote\n    Ada: in it",
  "[^p]",
  "2. Ada: two",
  "1) Bo: one",
  "14. no list in a paragraph",
  "| a | b |\n| - | - |\n| Ada: c | d",
  "| - |",
  "|",
  "&nbsp;",
  "#",
  "* ",
  "*\n  Ada: below its bullet",
  "*\n\n  Ada: no longer in it",
  "\\",
  "`",
  "**",
  "[",
);

/** Front matter, whole and broken. */
export const frontMatter: fc.Arbitrary<string> = fc.constantFrom(
  "---\ntype: meeting-notes\n---",
  "---\ntitle: Ada\n---",
  '+++\ntype = "meeting-note"\n+++',
  "---\ntype: meeting-notes",
  "---\n---",
  " ---\ntype: meeting-notes\n---",
  "--- \na: b\n----",
);
