import type { FolderFigures } from "./commandLine";
import type { Figures } from "./run";
import type { ServerId } from "./servers";
import type { Spread } from "./statistics";

/** What was measured with one note; a server without figures did not answer in time. */
export interface SizeResult {
  readonly title: string;
  readonly bytes: number;
  readonly servers: readonly { readonly id: ServerId; readonly title: string; readonly figures: Figures | null }[];
}

/** All that one run measured. */
export interface Result {
  /** Cores, system and Node. */
  readonly machine: string;
  readonly keys: number;
  readonly warmUp: number;
  readonly starts: number;
  readonly sizes: readonly SizeResult[];
  readonly folder: FolderFigures;
}

interface Row {
  readonly title: string;
  readonly of: (figures: Figures) => number | undefined;
  readonly write?: (value: number) => string;
}

const rows: readonly Row[] = [
  { title: "start → ready", of: ({ ready }) => ready.median },
  { title: "open → first findings", of: ({ open }) => open.median },
  { title: "key → findings, median", of: ({ key }) => key.median },
  { title: "key → findings, 95 %", of: ({ key }) => key.high },
  { title: "key → findings, worst", of: ({ key }) => key.worst },
  { title: "key → findings asked for, median", of: ({ pulledKey }) => pulledKey?.median },
  { title: "key → findings asked for, 95 %", of: ({ pulledKey }) => pulledKey?.high },
  { title: "key → outline", of: ({ outline }) => outline?.median },
  { title: "key → completion", of: ({ completion }) => completion?.median },
  { title: "key → code actions", of: ({ codeAction }) => codeAction?.median },
  { title: "peak memory", of: ({ memory }) => memory, write: (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MB` },
];

/** The figures as Markdown: a table for each size, each figure with its ratio to the floor's, and the command line. */
export function writeTables(result: Result): string {
  const { machine, keys, warmUp, starts } = result;
  const head = `${machine}; ${keys} keys behind ${warmUp} that do not count; medians of ${starts} cold starts. Behind each figure: how many times the floor's.`;
  return [head, ...result.sizes.map(writeSize), writeFolder(result.folder)].join("\n\n");
}

function writeSize({ title, bytes, servers }: SizeResult): string {
  const floor = servers.find(({ id }) => id === "floor")?.figures;
  const lines = rows.map(({ title, of, write = milliseconds }) => [
    title,
    ...servers.map(({ id, figures }) => {
      if (!figures) return "no answer";
      const [value, least] = [of(figures), floor && of(floor)];
      if (value === undefined) return "–";
      return id === "floor" || !least ? write(value) : `${write(value)} (${ratio(value / least)})`;
    }),
  ]);
  const heading = `### ${kilobytes(bytes)}: ${title}`;
  return `${heading}\n\n${table([["", ...servers.map((server) => server.title)], ...lines])}`;
}

function writeFolder({ files, bytes, findings, lint, again, remark }: FolderFigures): string {
  const rate = ({ median }: Spread): string => `${(bytes / 1e3 / median).toFixed(2)} MB/s`;
  const times = (spread: Spread): string => `${rate(spread)} (${ratio(remark.median / spread.median)})`;
  const columns = ["", "remark + gfm, parsing alone", "notewright lint, all notes", "one note changed"];
  const time = ["whole process", ...[remark, lint, again].map(({ median }) => milliseconds(median))];
  const speed = ["speed", rate(remark), times(lint), times(again)];
  const heading = `### A folder: ${files} files, ${kilobytes(bytes)}, ${findings} findings`;
  return `${heading}\n\n${table([columns, time, speed])}`;
}

function table(lines: readonly (readonly string[])[]): string {
  const [head = [], ...body] = lines;
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? "---" : "---:"))), ...body.map(line)].join("\n");
}

function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

function ratio(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)}×`;
}

function kilobytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
