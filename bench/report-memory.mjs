// Preloaded into a measured process: writes its peak memory, in bytes, into the file that the environment names.
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { maxRSS } = process.resourceUsage();
  writeFileSync(process.env.LEAKCHECK_BENCH_MEMORY, String(maxRSS * 1024));
});
