/** Tests run from the TypeScript sources: a fresh clone needs no build to test. */
export default {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2023", parser: { syntax: "typescript" } }, module: { type: "es6" } },
    ],
  },
  moduleNameMapper: {
    "^#rule$": "<rootDir>/src/rule/index.ts",
    "^(\\.{1,2}/.*)\\.js$": "$1",
  },
};
