import { parseArgs } from "node:util";
import { type Size, sizes } from "./notes";
import { type ServerId, serverIds } from "./servers";

/** What a run of the benchmark was asked for. */
export interface Options {
  readonly sizes: readonly Size[];
  readonly servers: readonly ServerId[];
  /** Keys that are counted, for each size and server. */
  readonly keys: number;
  /** Fresh processes for what is measured cold. */
  readonly starts: number;
  /** The folder to lint; made up where it is left out. */
  readonly folder?: string;
  /** Where the figures go. */
  readonly json?: string;
  /** Whether docs/performance.md gets the new tables. */
  readonly record: boolean;
}

/** How to run it. */
export const usage = `Usage: npm run bench -- [options]

  --sizes LIST    of ${Object.keys(sizes).join(", ")} (default: all)
  --servers LIST  of ${serverIds.join(", ")} (default: all; the floor is always there)
  --edits N       keys to type into each note (default: 120)
  --folder PATH   a folder of Markdown files to lint (default: made-up notes)
  --quick         few keys, and no servers but Notewright and the floor
  --json FILE     where the figures go (default: test/bench/results/ and the time)
  --record        write the tables into docs/performance.md
`;

/** Reads the words of the command line; throws what is wrong with them, in a sentence. */
export function readOptions(words: readonly string[]): Options | "help" {
  const { values } = parseArgs({
    args: [...words],
    options: {
      sizes: { type: "string" },
      servers: { type: "string" },
      edits: { type: "string" },
      folder: { type: "string" },
      json: { type: "string" },
      quick: { type: "boolean", default: false },
      record: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const { quick, record, folder, json } = values;
  const keys = Number(values.edits ?? (quick ? 30 : 120));
  if (!Number.isInteger(keys) || keys < 1) throw new Error("--edits wants a number from 1 up.");
  const wanted = choose("--servers", values.servers, quick ? ["floor", "notewright"] : serverIds, serverIds);
  return {
    sizes: choose("--sizes", values.sizes, sizeNames, sizeNames),
    servers: serverIds.filter((id) => id === "floor" || wanted.includes(id)),
    keys,
    starts: quick ? 3 : 7,
    ...(folder !== undefined && { folder }),
    ...(json !== undefined && { json }),
    record,
  };
}

const sizeNames = Object.keys(sizes) as Size[];

function choose<Name extends string>(
  option: string,
  list: string | undefined,
  otherwise: readonly Name[],
  all: readonly Name[],
): readonly Name[] {
  if (list === undefined) return otherwise;
  const named = list.split(",");
  const unknown = named.find((name) => !all.includes(name as Name));
  if (unknown !== undefined) throw new Error(`${option} does not know "${unknown}", only ${all.join(", ")}.`);
  return all.filter((name) => named.includes(name));
}
