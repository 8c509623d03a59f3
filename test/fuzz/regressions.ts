import type { Session } from "./session";

/**
 * Sessions that once broke the law, as `npm run fuzz` prints them, smallest form; each says above it what was wrong.
 * An edit is a list of changes `[start, end, newText]` (UTF-16 offsets) or `[newText]` for a whole new text.
 */
export const regressions: readonly Session[] = [];
