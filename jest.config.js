export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: { "\\.ts$": "<rootDir>/test/support/strip-types.js" },
  // src/core writes bigint literals and class fields as Node runs them: nothing is down-levelled, so coverage comes from V8.
  coverageProvider: "v8",
  // Two cores are what CI has; the default leaves one of them idle.
  maxWorkers: "100%",
  collectCoverageFrom: ["src/**/*.ts"],
  coverageReporters: ["text-summary", "lcovonly"],
};
