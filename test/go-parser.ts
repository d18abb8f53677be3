import { goParser } from "../src/engine/grammar.js";

/** The parser, loaded once for all tests of a file. */
export const parser = await goParser();
