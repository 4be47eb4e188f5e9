// What the pages can do besides being read: a slider for the day, claims that light up with their words, keys at the review desk.
// Everything works without it.
"use strict";

const DAY = 86400000;
const iso = (days) => new Date(days * DAY).toISOString().slice(0, 10);

function slider(form) {
  const field = form.elements.as_of;
  const range = document.createElement("input");
  const first = Math.round(Date.UTC(2022, 1, 1) / DAY);
  const last = Math.floor(Date.now() / DAY);
  range.type = "range";
  range.min = first;
  range.max = last;
  range.value = field.value ? Math.round(Date.parse(field.value) / DAY) : last;
  range.setAttribute("aria-label", form.querySelector("label").textContent);
  const tell = () => range.setAttribute("aria-valuetext", iso(+range.value));
  tell();
  range.addEventListener("input", () => { field.value = iso(+range.value); tell(); });
  range.addEventListener("change", () => form.requestSubmit());
  field.after(range);
}

function light(reading) {
  const marks = [...reading.querySelectorAll("mark[data-claims]")];
  const glow = (keys, on) => {
    for (const mark of marks) if (mark.dataset.claims.split(" ").some((key) => keys.includes(key))) mark.classList.toggle("lit", on);
    for (const key of keys) document.getElementById("n-" + key)?.classList.toggle("lit", on);
  };
  const watch = (element, keys) => {
    for (const [begin, end] of [["mouseenter", "mouseleave"], ["focusin", "focusout"]]) {
      element.addEventListener(begin, () => glow(keys, true));
      element.addEventListener(end, () => glow(keys, false));
    }
  };
  for (const mark of marks) watch(mark, mark.dataset.claims.split(" "));
  for (const note of reading.querySelectorAll(".notes li")) watch(note, [note.id.slice(2)]);
}

function keys(desk) {
  const links = [...desk.querySelectorAll(".queue a")];
  const at = links.findIndex((link) => link.getAttribute("aria-current"));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const step = { j: 1, k: -1 }[event.key];
    if (step) links[Math.min(links.length - 1, Math.max(0, at + step))]?.click();
    const button = desk.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    const needed = button.dataset.needs && document.getElementById(button.dataset.needs);
    if (needed && !needed.value.trim()) needed.focus();
    else button.click();
  });
}

if (matchMedia("(max-width: 58rem)").matches) document.querySelectorAll(".narrowing").forEach((box) => { box.open = false; });
document.querySelectorAll("form#asof").forEach(slider);
document.querySelectorAll(".reading").forEach(light);
document.querySelectorAll(".desk").forEach(keys);
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: "center" });
