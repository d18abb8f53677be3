export { borrowers } from "./borrowers.js";
export { neverReturning } from "./no-return.js";
