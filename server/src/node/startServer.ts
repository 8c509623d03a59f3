import { runCached } from "./codeCache";

runCached("languageServer.js");
