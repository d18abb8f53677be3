// A headless Chromium with HTML reports: of the example service, of code that would break out of a page, and of the
// folders that are named. `node scripts/clients/chromium.mjs --pictures FOLDER PATH…` keeps pictures to look at.
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { node, root } from "../steps.mjs";

/** What has to be on PATH. */
export const program = "chromium";

const hostile = `package app

import "os"

// </script><script>throw new Error("broken out")</script> \u202e reversed
func size(path string) int64 {
	f, err := os.Open("</style><img src=x onerror=alert(1)>" + path) // \u2066<b>&amp;
	if err != nil {
		return 0
	}
	info, _ := f.Stat()
	return info.Size()
}
`;

const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

if (process.argv[1] === fileURLToPath(import.meta.url)) await checkReports();

async function checkReports() {
  const { chromium } = await import("playwright-core");
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { pictures: { type: "string" } },
  });
  const folder = mkdtempSync(join(tmpdir(), "leakcheck-chromium-"));
  if (values.pictures) mkdirSync(values.pictures, { recursive: true });
  const browser = await chromium.launch({ executablePath: pathOf(program) });
  try {
    const hostileProject = join(folder, "hostile");
    mkdirSync(join(hostileProject, ".git"), { recursive: true });
    writeFileSync(join(hostileProject, "go.mod"), "module example.com/app\n\ngo 1.22\n");
    writeFileSync(join(hostileProject, "<b>&\u202e.go"), hostile);
    const projects = {
      example: join(root, "examples", "leaky-service"),
      hostile: hostileProject,
      ...Object.fromEntries(positionals.map((path, index) => [`given-${index + 1}`, path])),
    };
    for (const [name, project] of Object.entries(projects)) {
      const file = join(folder, `${name}.html`);
      const command = join(root, "bin", "leakcheck.js");
      if (node([command, "--exit-zero", "--format", `html:${file}`, "."], { cwd: project }) !== 0)
        fail(`${name}: no report`);
      const picture = (kind) => values.pictures && join(values.pictures, `${name}-${kind}.png`);
      await checkReport({ browser, name, url: pathToFileURL(file).href, picture });
      console.log(`${name}: ${Math.ceil(statSync(file).size / 1024)} KB`);
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkReport({ browser, name, url, picture }) {
  const visit = async (kind, options, check) => {
    const context = await browser.newContext({ viewport: desktop, ...options });
    const page = await context.newPage();
    const complain = (what) => fail(`${name}, ${kind}: ${what}`);
    page.on("console", (message) => message.type() === "error" && complain(message.text()));
    page.on("pageerror", (error) => complain(error.message));
    page.on("request", (request) => request.url() === url || complain(`asks for ${request.url()}`));
    const started = performance.now();
    await page.goto(url);
    const opening = Math.round(performance.now() - started);
    if (picture(kind)) await page.screenshot({ path: picture(kind) });
    if (await page.evaluate(isWiderThanScreen)) complain("is wider than the screen");
    await check?.(page, complain);
    await context.close();
    return opening;
  };

  const opening = await visit("light", { colorScheme: "light" }, async (page, complain) => {
    await checkPath(page, complain);
    await checkContrast(page, complain);
    await checkFilters(page, complain);
    await checkTheme(page, complain);
  });
  console.log(`${name}: opens in ${opening} ms`);
  await visit("dark", { colorScheme: "dark" }, checkContrast);
  await visit("phone", { colorScheme: "light", viewport: phone, hasTouch: true }, checkPath);
  await visit("no-script", { colorScheme: "light", javaScriptEnabled: false }, async (page, complain) => {
    await checkPath(page, complain);
    if (await page.locator("#filters, #theme").first().isVisible())
      complain("shows controls that do nothing");
  });
  await visit("print", { colorScheme: "dark" }, async (page) => {
    await page.emulateMedia({ media: "print" });
    if (picture("paper")) await page.pdf({ path: picture("paper").replace(/png$/, "pdf") });
  });
}

/** The first finding shows its steps, each on the line that is drawn. */
async function checkPath(page, complain) {
  const finding = page.locator(".finding").first();
  const details = finding.locator("> details");
  if ((await details.getAttribute("open")) === null) await details.locator("> summary").click();
  const stops = finding.locator(".stop");
  const count = await stops.count();
  if (count < 2) complain(`the path has ${count} stops`);
  for (const stop of await stops.all()) if (!(await stop.isVisible())) complain("a stop is not visible");
  const lines = await finding
    .locator(".row.down, .row.up")
    .evaluateAll((rows) => rows.map((row) => parseFloat(getComputedStyle(row, "::before").height)));
  const bends = await finding.locator(".detour").count();
  if (bends === 0 && (lines.length === 0 || lines.some((height) => !(height > 0))))
    complain("no line is drawn");
}

async function checkFilters(page, complain) {
  const shown = () => page.locator(".finding:visible").count();
  const expect = async (expected, what) => {
    const count = await shown();
    if (count !== expected) complain(`${what}: ${count} findings are shown instead of ${expected}`);
  };
  const total = await page.locator(".finding").count();
  await expect(total, "at first");

  const rule = await page.locator(".finding").last().getAttribute("data-rule");
  const ofRule = await page.locator(`.finding[data-rule="${rule}"]`).count();
  await page.selectOption("#filters [name=rule]", rule);
  await expect(ofRule, `rule ${rule}`);
  if (!page.url().endsWith(`#rule=${rule}`)) complain(`the address does not tell the filter: ${page.url()}`);
  await page.reload();
  await expect(ofRule, "opened again");
  await page.click("#filters [type=reset]");
  await expect(total, "cleared");

  // By keyboard alone.
  const warnings = await page.locator('.finding[data-severity="warning"]').count();
  const box = page.locator('#filters [value="warning"]');
  if (warnings > 0) {
    await box.focus();
    await page.keyboard.press("Space");
    await expect(total - warnings, "without warnings");
    await page.keyboard.press("Space");
  }
  await page.locator("#filters [name=text]").focus();
  await page.keyboard.type("nothing has these words");
  await expect(0, "words that nothing has");
  if (!(await page.locator("#no-match").isVisible())) complain("does not say that nothing matches");
  await page.click("#filters [type=reset]");

  const anchor = await page.locator(".finding").last().getAttribute("id");
  await page.goto(`${page.url()}#${anchor}`);
  if (!(await page.locator(`#${anchor} .code`).first().isVisible()))
    complain("a link does not open its finding");
}

async function checkTheme(page, complain) {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await background();
  await page.click("#theme");
  if ((await background()) === before) complain("the colours cannot be changed");
}

/** WCAG AA: 4.5 to 1 for text. */
async function checkContrast(page, complain) {
  for (const fault of await page.evaluate(lowContrast)) complain(`too little contrast: ${fault}`);
}

function isWiderThanScreen() {
  return document.documentElement.scrollWidth > document.documentElement.clientWidth;
}

/** Runs in the page: the kinds of elements whose text is hard to read. */
function lowContrast() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (color) => {
    const [r, g, b] = rgba(color)
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const background = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (rgba(color)[3] === 255) return color;
    }
    return "white";
  };
  const faults = new Set();
  const elements = [...document.querySelectorAll("body *")].slice(0, 5000);
  for (const element of elements) {
    const hasText = [...element.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== "");
    if (!hasText || element.matches("script, style, .spoken, .spoken *, option")) continue;
    const { color } = getComputedStyle(element);
    const under = background(element);
    const [dark, light] = [luminance(color), luminance(under)].toSorted((a, b) => a - b);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < 4.5)
      faults.add(`${element.tagName}.${element.className} ${color} on ${under}: ${ratio.toFixed(2)}`);
  }
  return [...faults];
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

function pathOf(name) {
  return process.env.PATH.split(delimiter)
    .map((each) => join(each, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
