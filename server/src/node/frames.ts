import { entriesOf } from "../lsp/shapes";
import { ErrorCodes, Message } from "./library";

/** Answers, by a code of JSON-RPC, what cannot be read as a message; the id is null where it has none. */
export type Refuse = (code: number, reason: string, id: number | string | null) => void;

const headerEnd = "\r\n\r\n";

/** The header of nearly all messages, which is read at each key: sooner told than where any header ends. */
const usualHeader = /^Content-Length: (\d{1,8})\r\n\r\n/;
const longestUsual = 28;

/** The last length that a header tells: what stands before it takes all it can. */
const lastLength = /^.*content-length:[ \t]*(\d+)[ \t]*(?=\r\n|$)/is;

/** How far back from its end (in bytes) a header is looked at; those of clients are far shorter. */
const longestHeader = 4096;

/** The longest message (in bytes) that can still be one string. */
const longestMessage = 0x1fffffe8;

/**
 * Reads messages from the bytes of a stream. What is no message is refused once and left out: the next one is
 * found by its header, whatever stands before it.
 */
export class Frames {
  #chunks: Buffer[] = [];
  #length = 0;
  /** The length of the message that has begun; undefined before its header. */
  #wanted: number | undefined;
  #isLost = false;

  constructor(private readonly refuse: Refuse) {}

  /** Every message that is complete with this chunk. */
  take(chunk: Buffer): Message[] {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length < (this.#wanted ?? 0)) return [];
    const messages: Message[] = [];
    const rest = this.#readAll(this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks), messages);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#length = rest.length;
    return messages;
  }

  /** Adds the complete messages; answers the bytes that wait for more. */
  #readAll(bytes: Buffer, messages: Message[]): Buffer {
    let rest = bytes;
    while (rest.length > 0 || this.#wanted === 0) {
      if (this.#wanted === undefined) {
        const content = this.#readHeader(rest);
        if (!content) return rest.subarray(-longestHeader);
        rest = content;
      } else {
        if (rest.length < this.#wanted) return rest;
        const content = parse(rest.toString("utf8", 0, this.#wanted));
        if (content) {
          rest = rest.subarray(this.#wanted);
          this.#isLost = false;
          if (this.#isMessage(content.value)) messages.push(content.value);
        } else {
          // The header may have lied about the length: the next header may stand in what was taken for a message.
          this.#lose("The message is no JSON");
        }
        this.#wanted = undefined;
      }
    }
    return rest;
  }

  /** The bytes behind the header, which tells how many are wanted; undefined where it has no end yet. */
  #readHeader(bytes: Buffer): Buffer | undefined {
    const [usual, length] = usualHeader.exec(bytes.toString("latin1", 0, longestUsual)) ?? [];
    if (usual !== undefined) {
      this.#wanted = Number(length);
      return bytes.subarray(usual.length);
    }
    const end = bytes.indexOf(headerEnd);
    if (end === -1) return undefined;
    this.#wanted = this.#lengthIn(bytes.toString("latin1", Math.max(0, end - longestHeader), end));
    return bytes.subarray(end + headerEnd.length);
  }

  #lengthIn(header: string): number | undefined {
    const length = Number(lastLength.exec(header)?.[1]);
    if (length <= longestMessage) return length;
    this.#lose("Expected a header Content-Length");
    return undefined;
  }

  #lose(reason: string): void {
    if (!this.#isLost) this.refuse(ErrorCodes.ParseError, reason, null);
    this.#isLost = true;
  }

  #isMessage(value: unknown): value is Message {
    const { id, params } = entriesOf(value);
    const isStructured = params === undefined || typeof params === "object";
    const message = value as Message;
    const isKnown = Message.isNotification(message) || Message.isRequest(message) || Message.isResponse(message);
    if (isKnown && isStructured && !Array.isArray(value)) return true;
    this.refuse(
      ErrorCodes.InvalidRequest,
      "Expected a request, a notification or a response",
      typeof id === "string" || typeof id === "number" ? id : null,
    );
    return false;
  }
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
