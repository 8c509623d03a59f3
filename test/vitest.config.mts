import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["**/*.test.ts"],
    globalSetup: ["support/build.ts"],
    // Ends what hangs; no test is about time.
    testTimeout: 60_000,
    exclude: ["hosts/**", "**/node_modules/**"],
  },
});
