// Notewright's servers as they come and go: processes in Node, workers on the web.
import type { ChildProcess } from "node:child_process";

/** A server that was started. */
export interface Server {
  /** Ends a process at once; makes a worker throw. */
  crash(): void;
}

/** The servers started since somebody looks, the newest last. */
export interface StartedServers {
  /** Those that were started so far. */
  started(): readonly Server[];
  /** Looks no longer. */
  stop(): void;
}

/** Looks at the servers that are started from now on. */
export function followServers(): StartedServers {
  return typeof process === "undefined" ? followWorkers() : followProcesses();
}

function followProcesses(): StartedServers {
  const { subscribe, unsubscribe } = process.getBuiltinModule("node:diagnostics_channel");
  const processes: ChildProcess[] = [];
  const note = (message: unknown): void => {
    processes.push((message as { process: ChildProcess }).process);
  };
  subscribe("child_process", note);
  // Told of before it is spawned, a process learns only later what it is to run.
  const isServer = ({ spawnargs }: ChildProcess): boolean =>
    spawnargs.some((word) => /dist[\\/]server\.js$/.test(word));
  return {
    started: () => processes.filter(isServer).map((server) => ({ crash: () => void server.kill("SIGKILL") })),
    stop: () => void unsubscribe("child_process", note),
  };
}

function followWorkers(): StartedServers {
  const servers: Server[] = [];
  const { Worker } = globalThis;
  globalThis.Worker = new Proxy(Worker, {
    construct(target, [script, ...rest]: [string, ...unknown[]]) {
      if (!script.endsWith("dist/server.worker.js")) return Reflect.construct(target, [script, ...rest]);
      const channel = new BroadcastChannel(crypto.randomUUID());
      servers.push({ crash: () => channel.postMessage("now") });
      return Reflect.construct(target, [fragile(script, channel.name), ...rest]);
    },
  });
  return {
    started: () => servers,
    stop: () => {
      globalThis.Worker = Worker;
    },
  };
}

/** The URL of a script that does what another does, and throws at a message on the channel. */
function fragile(script: string, channel: string): string {
  const source = `
    importScripts(${JSON.stringify(script)});
    new BroadcastChannel(${JSON.stringify(channel)}).onmessage = () => {
      throw new Error("A test made it throw");
    };`;
  return URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
}
