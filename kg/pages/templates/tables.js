"use strict";
// Tables that stand in the page become sortable by their columns; a field narrows the rows as one types.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0];
  const value = (row, column) => {
    const found = row.cells[column];
    const text = found.dataset.value ?? found.textContent.trim();
    return found.classList.contains("number") ? Number(text) || 0 : text;
  };
  heads.forEach((head, column) => {
    const name = head.textContent;
    head.replaceChildren(button(name, () => {
      const down = head.getAttribute("aria-sort") === "ascending" || (head.matches(".number") && !head.hasAttribute("aria-sort"));
      const rows = [...body.rows].map(row => [value(row, column), row]);
      rows.sort(([one], [two]) => (typeof one === "number" ? one - two : one.localeCompare(two)) * (down ? -1 : 1));
      body.append(...rows.map(([, row]) => row));
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
    }));
  });
}

for (const field of document.querySelectorAll("input[data-rows]")) {
  const rows = [...document.getElementById(field.dataset.rows).tBodies[0].rows].map(row => [row, fold(`${row.textContent} ${row.dataset.find || ""}`)]);
  const state = document.getElementById(field.getAttribute("aria-describedby"));
  const narrow = () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every(word => text.includes(word));
      if (!row.hidden) count += 1;
    }
    state.textContent = `${count} of ${rows.length}`;
    if (field.value || location.hash.startsWith("#find=")) history.replaceState(null, "", `#${field.value ? `find=${encodeURIComponent(field.value)}` : ""}`);
  };
  field.closest("[hidden]")?.removeAttribute("hidden");
  field.addEventListener("input", narrow);
  field.value = new URLSearchParams(location.hash.slice(1)).get("find") || "";
  narrow();
}
