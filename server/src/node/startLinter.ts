import { setFlagsFromString } from "node:v8";
import { runCached } from "./codeCache";

// V8 would optimise what was called a few hundred times, on threads of its own; a command has ended before that pays, and
// has the cores itself. What is called far more often is still optimised.
setFlagsFromString("--interrupt-budget=1000000");
runCached("linter.js");
