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

  constructor(readonly lose: () => void) {
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

  die(): void {
    this.become(states.Stopped);
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
const stopped = vi.fn<SessionHost["stopped"]>();
const log = vi.fn<SessionHost["log"]>();
let now: number;
let session: InstanceType<typeof Session>;

beforeEach(() => {
  servers = [];
  vi.clearAllMocks();
  now = 0;
  const createServer = (lost: () => void): ServerHandle => {
    const server = new FakeServer(lost);
    servers.push(server);
    return server.handle as unknown as ServerHandle;
  };
  session = new Session({ createServer, changed, stopped, log, now: () => now });
});

function lastServer(): FakeServer {
  const server = servers.at(-1);
  if (!server) throw new Error("Unexpected lack of a server");
  return server;
}

/** The server that was started as the last of so many. */
async function serverNumber(count: number): Promise<FakeServer> {
  await vi.waitFor(() => expect(servers).toHaveLength(count));
  return lastServer();
}

async function crash(times: number): Promise<void> {
  for (let count = 0; count < times; count++) {
    const server = await serverNumber(servers.length + (lastServer().disposed ? 1 : 0));
    server.answer();
    server.die();
  }
}

describe("a session", () => {
  test("has no server before it is started", () => {
    expect(session.state).toBe("idle");
    expect(servers).toEqual([]);
  });

  test("starts one server, however often it is asked", () => {
    session.start();
    session.start();
    expect(session.state).toBe("starting");
    lastServer().answer();
    session.start();
    expect(session.state).toBe("running");
    expect(servers).toHaveLength(1);
  });

  test("keeps the verdicts of a running server only", () => {
    session.start();
    lastServer().answer();
    lastServer().judge("file:///may.md", true);
    expect(session.verdictOf("file:///may.md")?.isNote).toBe(true);
    session.forget("file:///may.md");
    expect(session.verdictOf("file:///may.md")).toBeUndefined();
    lastServer().judge("file:///may.md", true);
    lastServer().die();
    expect(session.verdictOf("file:///may.md")).toBeUndefined();
  });

  test("tells a running server of the caret", () => {
    const message = { uri: "file:///may.md", line: 3 };
    session.tellCaret(message);
    session.start();
    session.tellCaret(message);
    expect(lastServer().told).toEqual([]);
    lastServer().answer();
    session.tellCaret(message);
    expect(lastServer().told).toEqual([message]);
  });

  test("tells of every change", () => {
    session.start();
    changed.mockClear();
    lastServer().answer();
    expect(changed).toHaveBeenCalledOnce();
    lastServer().judge("file:///may.md", true);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  test("replaces the server at a restart", async () => {
    session.start();
    lastServer().answer();
    const restarted = session.restart();
    expect(session.state).toBe("starting");
    (await serverNumber(2)).answer();
    await restarted;
    expect(servers[0]?.disposed).toBe(true);
    expect(session.state).toBe("running");
    expect(stopped).not.toHaveBeenCalled();
  });

  test("has never two servers alive, whatever is asked at once", async () => {
    session.start();
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
    session.start();
    const [old] = servers;
    old?.answer();
    void session.restart();
    const server = await serverNumber(2);
    server.answer();
    old?.judge("file:///may.md", true);
    old?.die();
    old?.lose();
    expect(session.verdictOf("file:///may.md")).toBeUndefined();
    expect(session.state).toBe("running");
  });

  test("starts nothing once it is disposed", async () => {
    session.start();
    lastServer().answer();
    const restarted = session.restart();
    await session.dispose();
    await restarted;
    session.start();
    await session.restart();
    expect(lastServer().disposed).toBe(true);
    expect(servers).toHaveLength(1);
    expect(session.state).toBe("idle");
  });
});

describe("a server that crashes", () => {
  test("is started again, and only the log tells of it", async () => {
    session.start();
    lastServer().answer();
    lastServer().die();
    expect(session.state).toBe("starting");
    (await serverNumber(2)).answer();
    expect(session.state).toBe("running");
    expect(servers[0]?.disposed).toBe(true);
    expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("is started again (1 of 4"));
    expect(stopped).not.toHaveBeenCalled();
  });

  test("is started again when it dies before it answers", async () => {
    session.start();
    lastServer().refuse();
    (await serverNumber(2)).answer();
    expect(session.state).toBe("running");
  });

  test("is started again when only its transport tells of the end, and counts once however often it tells", async () => {
    session.start();
    lastServer().answer();
    lastServer().lose();
    lastServer().lose();
    expect(servers[0]?.disposed).toBe(true);
    (await serverNumber(2)).answer();
    expect(log).toHaveBeenCalledOnce();
  });

  test("stays down after the fifth time within three minutes, and the user is told once", async () => {
    session.start();
    await crash(4);
    expect(stopped).not.toHaveBeenCalled();
    await crash(1);
    expect(session.state).toBe("stopped");
    expect(stopped).toHaveBeenCalledOnce();
    session.start();
    // A server that was wanted still would be there before the one asked for now.
    const restarted = session.restart();
    (await serverNumber(6)).answer();
    await restarted;
    expect(session.state).toBe("running");
  });

  test("is started again and again when it does so but rarely", async () => {
    session.start();
    for (let count = 0; count < 10; count++) {
      await crash(1);
      now += 60_000;
    }
    (await serverNumber(11)).answer();
    expect(stopped).not.toHaveBeenCalled();
  });

  test("has all its chances again after a restart by the user", async () => {
    session.start();
    await crash(3);
    await serverNumber(4);
    const restarted = session.restart();
    (await serverNumber(5)).answer();
    await restarted;
    await crash(4);
    (await serverNumber(9)).answer();
    expect(session.state).toBe("running");
    await crash(1);
    expect(session.state).toBe("stopped");
  });
});
