// What the HTML report can do beyond being read: filters, whose state the address carries, and the choice of colours.
// Without it everything is shown, and the controls stay hidden.
"use strict";

const root = document.documentElement;
const themeKey = "leakcheck-theme";

// Before anything is painted.
const chosen = remembered();
if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;

document.addEventListener("DOMContentLoaded", () => {
  startTheme();
  const form = document.getElementById("filters");
  if (form) startFilters(form);
});

function startTheme() {
  const button = document.getElementById("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const label = () => (button.textContent = isDark() ? "Light colours" : "Dark colours");
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember(root.dataset.theme);
    label();
  });
  system.addEventListener("change", label);
  label();
  button.hidden = false;
}

// A page in a frame of its own may be denied a storage.
function remembered() {
  try {
    return localStorage.getItem(themeKey);
  } catch {
    return null;
  }
}

function remember(theme) {
  try {
    localStorage.setItem(themeKey, theme);
  } catch {
    // It lasts as long as the page is open.
  }
}

function startFilters(form) {
  const { rule, text } = form.elements;
  const severities = [...form.querySelectorAll("[name=severity]")];
  const groups = [...document.querySelectorAll(".group")].map((section) => {
    const file = section.querySelector("h3").firstChild.textContent;
    const findings = [...section.querySelectorAll(".finding")].map((element) => ({
      element,
      severity: element.dataset.severity,
      rule: element.dataset.rule,
      words: `${file} ${element.querySelector("h4").textContent}`.toLowerCase(),
    }));
    return { section, findings };
  });
  const total = groups.reduce((sum, { findings }) => sum + findings.length, 0);

  function show() {
    const levels = new Set(severities.filter((box) => box.checked).map((box) => box.value));
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (finding) =>
      levels.has(finding.severity) &&
      (rule.value === "" || finding.rule === rule.value) &&
      words.every((word) => finding.words.includes(word));
    let shown = 0;
    for (const { section, findings } of groups) {
      const fitting = findings.filter((finding) => (finding.element.hidden = !fits(finding)) === false);
      section.hidden = fitting.length === 0;
      shown += fitting.length;
    }
    document.getElementById("no-match").hidden = shown > 0;
    document.getElementById("shown").textContent =
      shown === total ? `All ${total} are shown` : `${shown} of ${total} are shown`;
  }

  function stateOfControls() {
    const state = new URLSearchParams();
    const checked = severities.filter((box) => box.checked);
    if (checked.length < severities.length) state.set("severity", checked.map((box) => box.value).join(" "));
    if (rule.value !== "") state.set("rule", rule.value);
    if (text.value.trim() !== "") state.set("text", text.value.trim());
    return state.toString();
  }

  function setControls(state) {
    const levels = state.get("severity");
    for (const box of severities) box.checked = levels === null || levels.split(" ").includes(box.value);
    rule.value = state.get("rule") ?? "";
    if (rule.selectedIndex === -1) rule.value = "";
    text.value = state.get("text") ?? "";
    show();
  }

  /** The address carries the filters, or leads to a place in the page: that has to be in sight. */
  function follow() {
    const fragment = location.hash.slice(1);
    if (fragment === "" || fragment.includes("=")) return setControls(new URLSearchParams(fragment));
    const target = document.getElementById(fragment);
    if (!target) return show();
    const finding = target.closest(".finding, .group");
    if (finding?.hidden) setControls(new URLSearchParams());
    else show();
    if (target.matches(".finding")) target.querySelector("details").open = true;
    target.scrollIntoView();
  }

  function changed() {
    const state = stateOfControls();
    const { pathname, search } = location;
    history.replaceState(null, "", state === "" ? pathname + search : `#${state}`);
    show();
  }

  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    setControls(new URLSearchParams());
    changed();
  });
  addEventListener("hashchange", follow);

  for (const cell of document.querySelectorAll("td[data-rule]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "only";
    button.textContent = cell.textContent;
    button.setAttribute("aria-label", `Show the ${cell.textContent} of ${cell.dataset.rule} only`);
    button.addEventListener("click", () => {
      rule.value = cell.dataset.rule;
      changed();
      document.getElementById("findings").scrollIntoView();
    });
    cell.replaceChildren(button);
  }

  startFolding(document.getElementById("fold"));
  form.hidden = false;
  follow();
}

function startFolding(button) {
  const codes = [...document.querySelectorAll(".finding > details")];
  let isOpen = codes.some((code) => code.open);
  const label = () => (button.textContent = isOpen ? "Hide code" : "Show code");
  button.addEventListener("click", () => {
    isOpen = !isOpen;
    for (const code of codes) code.open = isOpen;
    label();
  });
  label();
}
