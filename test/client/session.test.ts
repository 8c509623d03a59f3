import { beforeEach, describe, expect, test, vi } from "vitest";
import type { ServerHandle, SessionHost } from "../../client/src/session";
import { caretMethod, verdictMethod } from "../../server/src/lsp/protocol";

// The real one needs VS Code.
const states = vi.hoisted(() => ({ Stopped: 1, Running: 2, Starting: 3, StartFailed: 4 }));
vi.mock("vscode-languageclient", () => ({ State: states }));
const { Session } = await import("../../client/src/session");

/** A language client whose server answers, or dies, when the test says so. */
class FakeServer {
  state = states.Stopped;
  disposed = false;
  starts = 0;
  readonly told: unknown[] = [];
  #stateListener = (): void => {};
  #verdictListener = (_message: unknown): void => {};
  #resolve = (): void => {};
  #reject = (_reason: Error): void => {};
  readonly #answer = new Promise<void>((resolve, reject) => {
    this.#resolve = resolve;
    this.#reject = reject;
  });

  readonly handle = {
    client: {
      start: () => this.#start(),
      onDidChangeState: (listener: () => void) => {
        this.#stateListener = listener;
      },
      onNotification: (method: string, listener: (message: unknown) => void) => {
        expect(method).toBe(verdictMethod);
        this.#verdictListener = listener;
      },
      sendNotification: async (method: string, message: unknown) => {
        expect(method).toBe(caretMethod);
        this.told.push(message);
      },
    },
    dispose: async () => {
      this.disposed = true;
      this.#reject(new Error("disposed"));
      this.become(states.Stopped);
    },
  };

  constructor() {
    Object.defineProperty(this.handle.client, "state", { get: () => this.state });
  }

  become(state: number): void {
    this.state = state;
    this.#stateListener();
  }

  answer(): void {
    this.become(states.Running);
    this.#resolve();
  }

  refuse(): void {
    this.become(states.StartFailed);
    this.#reject(new Error("no such file"));
  }

  judge(uri: string, isNote: boolean): void {
    this.#verdictListener({ uri, version: 1, verdict: { isNote, profile: null, reason: "It says so." } });
  }

  #start(): Promise<void> {
    if (this.starts++ === 0) this.become(states.Starting);
    return this.#answer;
  }
}

let servers: FakeServer[];
const changed = vi.fn<SessionHost["changed"]>();
const log = vi.fn<SessionHost["log"]>();
let session: InstanceType<typeof Session>;

beforeEach(() => {
  servers = [];
  vi.clearAllMocks();
  const createServer = (): ServerHandle => {
    const server = new FakeServer();
    servers.push(server);
    return server.handle as unknown as ServerHandle;
  };
  session = new Session({ createServer, changed, log });
});

function lastServer(): FakeServer {
  const server = servers.at(-1);
  if (!server) throw new Error("Unexpected lack of a server");
  return server;
}

describe("a session", () => {
  test("has no server before it is started", () => {
    expect(session.state).toBe("idle");
    expect(servers).toEqual([]);
  });

  test("starts one server, however often it is asked", async () => {
    const both = Promise.all([session.start(), session.start()]);
    expect(session.state).toBe("starting");
    lastServer().answer();
    await both;
    await session.start();
    expect(session.state).toBe("running");
    expect(servers).toHaveLength(1);
  });

  test("tells of a start that failed, and does not try again by itself", async () => {
    const started = session.start();
    lastServer().refuse();
    await started;
    await session.start();
    expect(session.state).toBe("failed");
    expect(log).toHaveBeenCalledWith(expect.stringContaining("no such file"));
    expect(servers).toHaveLength(1);
  });

  test("keeps the verdicts of a running server only", () => {
    void session.start();
    lastServer().answer();
    lastServer().judge("file:///may.md", true);
    expect(session.verdictOf("file:///may.md")?.isNote).toBe(true);
    session.forget("file:///may.md");
    expect(session.verdictOf("file:///may.md")).toBeUndefined();
    lastServer().judge("file:///may.md", true);
    lastServer().become(states.Stopped);
    expect(session.state).toBe("failed");
    expect(session.verdictOf("file:///may.md")).toBeUndefined();
  });

  test("tells a running server of the caret", () => {
    const message = { uri: "file:///may.md", line: 3 };
    session.tellCaret(message);
    void session.start();
    session.tellCaret(message);
    expect(lastServer().told).toEqual([]);
    lastServer().answer();
    session.tellCaret(message);
    expect(lastServer().told).toEqual([message]);
  });

  test("tells of every change", () => {
    void session.start();
    changed.mockClear();
    lastServer().answer();
    expect(changed).toHaveBeenCalledOnce();
    lastServer().judge("file:///may.md", true);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  test("replaces the server at a restart, also one that failed", async () => {
    void session.start();
    lastServer().refuse();
    const restarted = session.restart();
    await vi.waitFor(() => expect(servers).toHaveLength(2));
    lastServer().answer();
    await restarted;
    expect(servers[0]?.disposed).toBe(true);
    expect(session.state).toBe("running");
  });

  test("has never two servers alive, whatever is asked at once", async () => {
    void session.start();
    lastServer().answer();
    const all = Promise.all([session.restart(), session.start(), session.restart(), session.start()]);
    await vi.waitFor(() => {
      expect(servers.length).toBeGreaterThan(1);
      lastServer().answer();
      expect(servers.filter(({ disposed }) => !disposed)).toHaveLength(1);
    });
    await all;
    expect(servers.filter(({ disposed }) => !disposed)).toEqual([lastServer()]);
  });

  test("is deaf to a server that it has left", async () => {
    void session.start();
    const [old] = servers;
    old?.answer();
    void session.restart();
    await vi.waitFor(() => expect(servers).toHaveLength(2));
    old?.judge("file:///may.md", true);
    expect(session.verdictOf("file:///may.md")).toBeUndefined();
  });

  test("starts nothing once it is disposed", async () => {
    void session.start();
    lastServer().answer();
    await session.dispose();
    void session.start();
    void session.restart();
    expect(lastServer().disposed).toBe(true);
    expect(servers).toHaveLength(1);
    expect(session.state).toBe("idle");
  });
});
