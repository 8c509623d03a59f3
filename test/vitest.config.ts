import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["**/*.test.ts"],
    globalSetup: ["support/build.ts"],
    exclude: ["hosts/**", "**/node_modules/**"],
  },
});
