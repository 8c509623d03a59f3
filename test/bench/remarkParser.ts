import { readFileSync } from "node:fs";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

// Parses each file that the list names, one after the other, and does nothing with it.
const [, , list = ""] = process.argv;
const parser = unified().use(remarkParse).use(remarkGfm).freeze();
let nodes = 0;
for (const path of JSON.parse(readFileSync(list, "utf8")) as string[]) {
  nodes += parser.parse(readFileSync(path, "utf8")).children.length;
}
process.stdout.write(`${nodes} blocks\n`);
