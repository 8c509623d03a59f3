import type { PublishDiagnosticsParams } from "vscode-languageserver";
import type { Verdict } from "../profiles/recognise";
import type { NoteService } from "../service";
import type { NoteDocument } from "../workspace/store";
import type { VerdictMessage } from "./protocol";
import type { OpenDocuments } from "./requests";

/** Where the publisher gets documents from and where it sends what it has to say. */
export interface PublisherPorts {
  readonly known: OpenDocuments["known"];
  readonly early: OpenDocuments["early"];
  readonly ready: OpenDocuments["ready"];
  readonly sendVerdict: (message: VerdictMessage) => Promise<void>;
  /** Absent where the client asks for diagnostics itself. */
  readonly sendDiagnostics?: (params: PublishDiagnosticsParams) => Promise<void>;
  /** Hears of each verdict that was sent with what else there was to say. */
  readonly judged: (uri: string, isNote: boolean) => void;
  /** Runs the task some milliseconds later; answers what calls it off. */
  readonly later: (task: () => void, milliseconds: number) => () => void;
  /** Settles behind the next message that has come in already; undefined where there is none to wait for. */
  readonly giveWay: () => Promise<void> | undefined;
  /** Runs a task of which nobody waits for the end; a failure is logged under the name. */
  readonly run: (name: string, task: () => Promise<void>) => void;
}

/** Texts shorter than this (in UTF-16 units) are read again at every key. */
const hugeLength = 2_000_000;

/** Longer texts (in UTF-16 units) are read once their settings are known: they take longer than those do. */
const longestEarly = 50_000;

/** How long (in milliseconds) to wait for the next key in a text of the length (in UTF-16 units). */
function pauseIn(length: number): number {
  return length < hugeLength ? 0 : length / 10_000;
}

/** Tells the client, unasked, whether a document is a note, and what is wrong with it if the client does not ask. */
export class Publisher {
  readonly #verdicts = new Map<string, VerdictMessage["verdict"]>();
  readonly #waiting = new Map<string, () => void>();
  readonly #unready = new Set<string>();

  constructor(
    private readonly service: NoteService,
    private readonly ports: PublisherPorts,
  ) {}

  /** Publishes at once, for a huge text that is being typed as soon as the typing pauses. */
  changed({ uri, text }: NoteDocument): void {
    const pause = this.#verdicts.has(uri) ? pauseIn(text.length) : 0;
    if (pause === 0) {
      this.publish(uri);
      return;
    }
    this.#callOff(uri);
    const callOff = this.ports.later(() => this.publish(uri), pause);
    this.#waiting.set(uri, callOff);
  }

  /** Publishes now, or as soon as the document's settings are known. */
  publish(uri: string): void {
    this.#callOff(uri);
    if (this.#unready.has(uri)) return;
    this.ports.run("publish", async () => {
      const way = this.ports.giveWay();
      const document = (way ? undefined : this.ports.known(uri)) ?? (await this.#ready(uri, way));
      if (!document) return;
      const { verdict } = this.service.analysis(document);
      // No waiting in between: a newer version's diagnostics could overtake these.
      await Promise.all([this.#sendVerdict(document, verdict), this.#sendDiagnostics(document)]);
      this.ports.judged(uri, verdict.isNote);
    });
  }

  /** Forgets a document that was closed, and clears what the client shows of it. */
  forget(uri: string): void {
    this.#callOff(uri);
    this.#verdicts.delete(uri);
    this.ports.run("publish", async () => this.ports.sendDiagnostics?.({ uri, diagnostics: [] }));
  }

  async #ready(uri: string, way: Promise<void> | undefined): Promise<NoteDocument | undefined> {
    this.#unready.add(uri);
    // Somebody who asks for the outline or a completion waits for it; nobody does for what is published.
    try {
      await way;
      const early = this.ports.early(uri);
      // Seldom do the settings that come say anything else than those that are known: then it is read anew.
      if (early && early.text.length < longestEarly) this.service.analysis(early);
      return await this.ports.ready(uri);
    } finally {
      this.#unready.delete(uri);
    }
  }

  async #sendDiagnostics(document: NoteDocument): Promise<void> {
    const { uri, version } = document;
    await this.ports.sendDiagnostics?.({ uri, version, diagnostics: this.service.diagnostics(document) });
  }

  async #sendVerdict({ uri, version }: NoteDocument, { isNote, profile, reason }: Verdict): Promise<void> {
    const verdict = { isNote, profile: profile?.id ?? null, reason };
    const last = this.#verdicts.get(uri);
    // Only a note has a profile.
    if (last?.reason === reason && last.profile === verdict.profile) return;
    this.#verdicts.set(uri, verdict);
    await this.ports.sendVerdict({ uri, version, verdict });
  }

  #callOff(uri: string): void {
    this.#waiting.get(uri)?.();
    this.#waiting.delete(uri);
  }
}
