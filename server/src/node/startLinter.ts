import { runCached } from "./codeCache";

runCached("linter.js");
