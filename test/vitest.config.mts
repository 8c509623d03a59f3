import { defineConfig } from "vitest/config";

// remark as it ships: its development build asserts what its own parser does not always keep.
process.env.NODE_ENV = "production";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["**/*.test.ts"],
    globalSetup: ["support/build.ts"],
    setupFiles: ["support/seed.ts"],
    // Ends what hangs; no test is about time.
    testTimeout: 60_000,
    exclude: ["hosts/**", "**/node_modules/**"],
  },
});
