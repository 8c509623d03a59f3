import fc from "fast-check";

const lead = fc.constantFrom(
  ...["", "", "", "", " ", "  ", "  > ", "    > ", "   ", "    ", "     ", "      ", "\t", "\t\t", " \t", "> "],
  ...["* ", "*\t", "-   ", "1. ", "  * ", "    * ", "\t* ", "    - ", "* [x] "],
);

const words = fc.constantFrom(
  ...["a", "b c", "* b", "- c", "+ l", "1. d", "3. e", "2) f", "1986. f", "-", "*", "1.", "+", "[ ] j", "[x] k", "[ ]"],
  ...[
    "[x]  y",
    "# g",
    "# g #",
    "## ##",
    "#",
    "###### x # ",
    "#tag",
    "===",
    "=",
    "--",
    "---",
    "***",
    "* * *",
    "- - -",
    "---  ",
  ],
  ...["```", "~~~~", "``` x", "```x`y", "`` a``", "<!-- h", "<!-- h -->", "<!-->", "-->", "k -->", "<div>", "<pre>"],
  ...[
    "</p>",
    '<AR says "x">',
    "<AR says>",
    "</b>",
    "<details><summary>x",
    "> ```",
    "> <div>",
    "> a\n> b",
    "```\n  x\n  ```",
  ],
  ...["</pre>", "<?v", "?>", "> i", ">", "a b:", "[m]: /n", "[m]: /n/o 'p'", "[m]: yes", "[m]: yes sir", "[m]:", "[m"],
  ...["n]: /o", "[^p]: q", "[^p]", "[m]", "[o p][m]", "**x**: y", "x  ", "y\\", "\tt", "u\tv", "\u00A0", "a b@c.d"],
  ...[
    "| w | x |",
    "| - | - |",
    "|-|-|",
    "a | b",
    "-|-",
    ":-",
    ":-:|-:",
    "- |",
    "| a",
    "| a \\| b | c |",
    "|",
    "||",
    "| |",
  ],
  ...[
    "a@b.c | x",
    "| `a|b` |",
    "[a](b)",
    "[a",
    "](b)",
    '[a](b "c',
    'd")',
    "`r",
    "r`",
    "<b>z</b>",
    "<a",
    "b>",
    "www.a.b",
  ],
);

const lineEnd = fc.constantFrom(
  "\n",
  "\n",
  "\n",
  "\n",
  "\n\n",
  "\n\n",
  "\r\n",
  "\r",
  "\r\r",
  "  \n",
  "\t\n",
  "\n \n",
  "\n\n\n",
  "",
);

/** Lines of all that is read without remark, and of what keeps it from being so. */
export const plainLines: fc.Arbitrary<string> = fc
  .array(fc.tuple(lead, words, fc.oneof({ weight: 4, arbitrary: fc.constant("") }, words), lineEnd), {
    minLength: 1,
    maxLength: 7,
  })
  .map((lines) => lines.flat().join(""));

/** Texts that were once read otherwise than remark reads them. */
export const onceWrong: readonly string[] = [
  "*\r\n[ ] j\n\n",
  "- c\n 1.\n[x]  y\n",
  " [x]  y\n-www.a.b\n",
  "   <!-- h\n",
  "> ```\n> code\n\t\t> Ann: one\n",
  "[a](<b\\>)\n",
  "a\n - |\n",
  "[a]: \u00A0\n",
  "|\n-|\n",
  "*\n\n  * b\n",
  "a|b\n-|-\nc\n`d|e`\n",
];

/** Words that few others are like. */
export const rareWords: readonly string[] = [
  "x www.ann@b.c/d",
  "x www.ann@b.c_",
  '[a](<b>"c")',
  "x https://a_b.c https://a.b_c/d https://a_b.c.d",
  "[[m]](b)",
];

const inlinePiece = fc.constantFrom(
  ...["a", "b", "c d", " ", "  ", "\n", "\n  ", "\t", "é", "😀", "“", "。", "\u00A0", "&amp;", "&#35;", "&am", "\\"],
  ...[
    "\\[",
    "\\]",
    "\\`",
    "\\_",
    "\\<",
    "\\>",
    "\\)",
    '\\"',
    "`",
    "``",
    "```",
    "*",
    "_",
    "**",
    "~",
    "~~",
    "-",
    "+",
    "/",
  ],
  ...[
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "](b)",
    "](<b>)",
    "](<",
    "](\\(",
    "](a(b)c)",
    "](b 'c')",
    "](b (c))",
    '](b\n"c")',
  ],
  ...[
    "((",
    "))",
    '"t"',
    "'t'",
    "(t)",
    "!",
    "^",
    ".",
    ",",
    ":",
    ";",
    "&",
    '"',
    "'",
    "[m]",
    "[M]",
    "](m)",
    "][m]",
    "[o\np]",
  ],
  ...[
    "[a][b]",
    "[]",
    "][]",
    "[^p]",
    "]: x",
    "<",
    ">",
    "<b>",
    "</b>",
    "</a b>",
    "<br/>",
    "<a b=c d>",
    '<a href="c">',
    "<a b = 'c'\n/>",
  ],
  ...[
    "<a b=/c>",
    "<a,b>",
    "<a\n>",
    "<a b='",
    "<!x y>",
    "<?x?>",
    "<![CDATA[x]]>",
    "<!--",
    "-->",
    "<https://x.y>",
    "<x:y>",
  ],
  ...[
    "<a+b.c:d>",
    "<a@b.c>",
    "<#@b>",
    "://",
    "https://",
    "http://a.b",
    "https://a.b/c_d(e)",
    "HTTPS://x",
    "www.",
    "www.x.y",
  ],
  ...["@", "x@y", "ann@b.c", "a.b-c_d@e.f.g", "mailto:", "xmpp:"],
);

/** A paragraph's words of all that masks something, and of what keeps it from being masked. */
export const inlineWords: fc.Arbitrary<string> = fc
  .array(inlinePiece, { minLength: 1, maxLength: 12 })
  // No line of it starts another block.
  .map((pieces) => `x${pieces.join("").replace(/\n(?=\s*[^\s\w])/g, "\nz")}`);

const cellPiece = fc.constantFrom(
  ...["|", "|", "|", " ", " ", "a", "b c", "\\|", "\\\\", "\\", "`", "[", "a@b.c", "mailto:a@b.c", "-", ":", "\t", "*"],
);
const row = fc.array(cellPiece, { minLength: 1, maxLength: 6 }).map((pieces) => `a${pieces.join("")}`);

/** A table, or what lacks little of one. */
export const tableText: fc.Arbitrary<string> = fc
  .tuple(
    fc.tuple(fc.constantFrom("", "|", "| "), row).map((parts) => parts.join("")),
    fc.array(fc.constantFrom("-", ":-", "--:", " - ", "-:\t"), { minLength: 1, maxLength: 4 }),
    fc.tuple(fc.constantFrom("", "|"), fc.constantFrom("", "|", "| ")),
    fc.array(
      fc.tuple(fc.constantFrom("", "|", " |", "| |"), row).map((parts) => parts.join("")),
      { maxLength: 3 },
    ),
  )
  .map(([head, delimiters, [first, last], rows]) =>
    [head, `${first}${delimiters.join("|")}${last}`, ...rows, ""].join("\n"),
  );
