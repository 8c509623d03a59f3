import { runCached } from "./codeCache";

runCached("languageServer.js", {
  // A start keeps less as long as nobody writes in a note: it has read one, or a small one alone (`warmUp.ts`).
  enough: 2.25,
  flags: [
    // V8 would translate each pattern for its interpreter at the first use and compile it at the second. Nearly every
    // pattern meets a second one within the first note, where the two together were a fifth of the time until its findings.
    { set: "--no-regexp-tier-up", takeBack: "--regexp-tier-up" },
    // Each version of a long text is garbage that has grown old by the time it is one. V8 would let the heap grow to four
    // times what is needed before it looks, and somebody else has a use for that memory.
    { set: "--heap-growing-percent=100", takeBack: "--heap-growing-percent=0" },
  ],
});
