import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The most memory that the process has held so far, in bytes; what it holds now where the system keeps no record. */
export function peakMemoryOf(processId: number): number {
  const kilobytes = process.platform === "linux" ? peakOnLinux(processId) : residentNow(processId);
  return kilobytes * 1024;
}

function peakOnLinux(processId: number): number {
  const status = readFileSync(`/proc/${processId}/status`, "utf8");
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]);
}

function residentNow(processId: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(processId)], { encoding: "utf8" }));
}
