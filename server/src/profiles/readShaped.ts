import type { Node } from "jsonc-parser";
import { countSlips } from "../text/slips";
import type { Mistake } from "./configuration";
import { expectedOf, type ListShape, type MapShape, type ObjectShape, type Shape, type TextShape } from "./shape";

/** Takes note of a mistake at a node. */
type Report = (node: Node, message: string) => void;

/** The value of a node as far as it has the shape (undefined where nothing of it has), and what has not. */
export function readShaped(root: Node, shape: Shape): { readonly value: unknown; readonly mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const report: Report = ({ offset, length }, message) => {
    // What is never closed has no length.
    mistakes.push({ at: { start: offset, end: offset + Math.max(1, length) }, message });
  };
  return { value: read(root, shape, report), mistakes };
}

function read(node: Node, shape: Shape, report: Report): unknown {
  switch (shape.kind) {
    case "text":
      if (node.type === "string" && matches(node.value, shape)) return node.value;
      break;
    case "choice":
      if (shape.values.includes(node.value)) return node.value;
      break;
    case "list":
      if (node.type === "array") return readList(node, shape, report);
      break;
    case "map":
      if (node.type === "object") return readMap(node, shape, report);
      break;
    case "object":
      if (node.type === "object") return readObject(node, shape, report);
      break;
  }
  report(node, `Unexpected ${describe(node)}, expected ${expectedOf(shape)}`);
  return undefined;
}

/** What is right in the list; undefined where nothing in it is, since an empty list says something else. */
function readList(node: Node, shape: ListShape, report: Report): unknown {
  const items = childrenOf(node).flatMap((item) => read(item, shape.of, report) ?? []);
  return items.length > 0 || childrenOf(node).length === 0 ? items : undefined;
}

function readMap(node: Node, shape: MapShape, report: Report): unknown {
  const entries = propertiesOf(node, report).flatMap(({ key, value }) => {
    if (!isKey(key.value, shape)) {
      report(key, `Unexpected ${describe(key)}, expected ${suggestionFor(key.value, shape) ?? expectedOf(shape.keys)}`);
      return [];
    }
    const found = value && read(value, shape.of, report);
    return found === undefined ? [] : [[key.value, found] as const];
  });
  return Object.fromEntries(entries);
}

function isKey(key: string, { keys }: MapShape): boolean {
  return keys.kind === "text" ? matches(key, keys) : keys.values.includes(key);
}

function suggestionFor(key: string, { keys }: MapShape): string | undefined {
  return keys.kind === "choice" ? nearest(key, keys.values.map(String)) : undefined;
}

function readObject(node: Node, shape: ObjectShape, report: Report): unknown {
  const known = Object.keys(shape.keys);
  const entries = propertiesOf(node, report).flatMap(({ key, value }) => {
    const form = known.includes(key.value) ? shape.keys[key.value] : undefined;
    if (!form) report(key, `Unexpected key ${describe(key)}, expected ${nearest(key.value, known) ?? listOf(known)}`);
    const found = form && value && read(value, form, report);
    return found === undefined ? [] : [[key.value, found] as const];
  });
  const object = Object.fromEntries(entries);
  const missing = shape.required.filter((key) => !Object.hasOwn(object, key));
  if (missing.length === 0) return object;
  const written = new Set(childrenOf(node).map((property) => property.children?.[0]?.value));
  // What is there and wrong was reported already.
  const absent = missing.filter((key) => !written.has(key));
  if (absent.length > 0) report(node, `Unexpected object without ${listOf(absent)}, expected it to have one`);
  return undefined;
}

interface Property {
  readonly key: Node;
  readonly value: Node | undefined;
}

/** The last property of each key: the one that JSON's readers take. */
function propertiesOf(node: Node, report: Report): Property[] {
  const byKey = new Map<string, Property>();
  for (const { children: [key, value] = [] } of childrenOf(node)) {
    if (!key) continue;
    const earlier = byKey.get(key.value);
    if (earlier) report(earlier.key, `Unexpected ${describe(key)} with another one below, expected each key once`);
    byKey.set(key.value, { key, value });
  }
  return [...byKey.values()];
}

function childrenOf(node: Node): readonly Node[] {
  return node.children ?? [];
}

function matches(text: string, { pattern }: TextShape): boolean {
  return pattern.test(text);
}

/** In UTF-16 units; nobody reads more in a message. */
const longestShown = 60;

function describe({ type, value }: Node): string {
  if (type === "array") return "list";
  if (type === "object" || type === "null") return type;
  const written = JSON.stringify(value);
  return written.length > longestShown ? `${written.slice(0, longestShown)}…` : written;
}

/** The only known word that is a slip or two away. */
function nearest(word: string, known: readonly string[]): string | undefined {
  const near = known.filter((other) => countSlips(word.toLowerCase(), other.toLowerCase(), 2) <= 2);
  return near.length === 1 ? `"${near[0]}"` : undefined;
}

function listOf(keys: readonly string[]): string {
  const written = keys.map((key) => `"${key}"`);
  return written.length < 2 ? written.join() : `${written.slice(0, -1).join(", ")} or ${written.at(-1)}`;
}
