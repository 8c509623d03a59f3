import { runCached } from "./codeCache";

// V8 would translate each pattern for its interpreter at the first use and compile it at the second. Nearly every pattern
// meets a second one within the first note, where the two together were a fifth of the time until its findings.
runCached("languageServer.js", { make: "--no-regexp-tier-up", takeBack: "--regexp-tier-up" });
