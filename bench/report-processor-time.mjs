// Loaded before a program: writes the milliseconds that it has kept processors busy to a file when it ends.
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.LEAKCHECK_BENCH_PROCESSOR_TIME, String((user + system) / 1000));
});
