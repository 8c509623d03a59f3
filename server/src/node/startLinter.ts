import { setFlagsFromString } from "node:v8";
import { runCached } from "./codeCache";

// What the linter needs of Node is loaded before a flag is set: V8 takes compiled code, Node's own as well, under the flags
// alone that it was compiled under. Compiling all that anew took a tenth of the time that one note takes.
const needed = "child_process crypto fs/promises stream/consumers timers/promises tty worker_threads";
for (const name of needed.split(" ")) require(`node:${name}`);

// V8 would optimise what was called a few hundred times, on threads of its own; a command has ended before that pays, and
// has the cores itself. What is called far more often is still optimised.
setFlagsFromString("--interrupt-budget=1000000");
runCached("linter.js");
