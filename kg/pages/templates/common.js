"use strict";
// What all pages share. Text enters the page by textContent only.
const data = JSON.parse(document.getElementById("data").textContent);
// an id may be "constructor": what is looked up by id inherits nothing
for (const value of Object.values(data)) if (value && typeof value === "object" && !Array.isArray(value)) Object.setPrototypeOf(value, null);

function element(tag, text = "", className = "") {
  const made = document.createElement(tag);
  if (text !== "") made.textContent = text;
  if (className) made.className = className;
  return made;
}

function button(text, act, className = "") {
  const made = element("button", text, className);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function link(text, address) {
  const made = element("a", text);
  made.href = /^https?:\/\//i.test(address) || !/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : "#";
  return made;
}

// light or dark as the machine has it, or as the reader last chose
const theme = document.getElementById("theme");
const dark = matchMedia("(prefers-color-scheme: dark)");
function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : dark.matches;
}
function showTheme(chosen) {
  if (chosen) document.documentElement.dataset.theme = chosen;
  theme.textContent = isDark() ? "Light" : "Dark";
  document.dispatchEvent(new Event("theme"));
}
theme.hidden = false;
theme.addEventListener("click", () => {
  const chosen = isDark() ? "light" : "dark";
  try { localStorage.setItem("kg-theme", chosen); } catch { /* not kept for the next page */ }
  showTheme(chosen);
});
dark.addEventListener("change", () => showTheme());
try { showTheme(localStorage.getItem("kg-theme") || ""); } catch { showTheme(); }

// a cell that no spreadsheet takes for a formula
function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const guarded = typeof value === "number" || !/^'*[=+\-@\t\r]/.test(text) ? text : `'${text}`;
  return /[",\n\r]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
function csv(columns, rows) {
  return [columns, ...rows].map(row => row.map(cell).join(",")).join("\r\n") + "\r\n";
}
function download(name, type, text) {
  const made = element("a");
  made.href = URL.createObjectURL(new Blob([text], { type }));
  made.download = name;
  made.click();
  setTimeout(() => URL.revokeObjectURL(made.href), 1000);
}

// a table that can be sorted by its columns; `show` may turn a value into what stands in the cell; of more rows
// than `most` the first stand there
function sortable(columns, rows, show = (value) => document.createTextNode(value ?? ""), most = Infinity) {
  const table = element("table"), head = element("tr"), body = element("tbody");
  let by = -1, down = false;
  function fill() {
    const sorted = by < 0 ? rows : [...rows].sort((one, two) => {
      const a = one[by] ?? "", b = two[by] ?? "";
      const order = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
      return down ? -order : order;
    });
    body.replaceChildren(...sorted.slice(0, most).map(row => {
      const line = element("tr");
      line.append(...row.map((value, index) => {
        const made = element("td", "", typeof value === "number" ? "number" : "");
        made.append(show(value, columns[index], row));
        return made;
      }));
      return line;
    }));
    [...head.children].forEach((made, index) => made.setAttribute("aria-sort", index !== by ? "none" : down ? "descending" : "ascending"));
  }
  columns.forEach((name, index) => {
    const made = element("th");
    made.scope = "col";
    made.append(button(name, () => { down = by === index && !down; by = index; fill(); }));
    head.append(made);
  });
  const top = element("thead");
  top.append(head);
  table.append(top, body);
  fill();
  return table;
}
