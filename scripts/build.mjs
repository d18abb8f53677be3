// `npm run build`: compiles what is out of date.
import { build, install } from "./steps.mjs";

install();
await build();
