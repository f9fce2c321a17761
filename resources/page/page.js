"use strict";
const boards = [...document.querySelectorAll(".board")];
const tabs = [...document.querySelectorAll("[role=tab]")];
const seek = document.getElementById("seek");
const found = document.getElementById("found");
const LARGEST = 60;
let at = 0;

const sheets = boards.map((board) => {
  const svg = board.querySelector("svg");
  const [x, y, w, h] = svg.getAttribute("viewBox").split(" ").map(Number);
  const view = { svg, whole: { x, y, w, h }, now: { x, y, w, h }, due: false };
  watch(view);
  return view;
});

function draw(view) {
  if (view.due) return;
  view.due = true;
  requestAnimationFrame(() => {
    view.due = false;
    const { x, y, w, h } = view.now;
    view.svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
  });
}

/* Millimetres of the sheet in a pixel: the sheet is shown whole in the middle of its place. */
function scale(view) {
  return Math.max(view.now.w / view.svg.clientWidth, view.now.h / view.svg.clientHeight);
}

function place(view, clientX, clientY) {
  const box = view.svg.getBoundingClientRect(), by = scale(view);
  return {
    x: view.now.x + view.now.w / 2 + (clientX - box.left - box.width / 2) * by,
    y: view.now.y + view.now.h / 2 + (clientY - box.top - box.height / 2) * by,
  };
}

function zoom(view, factor, about) {
  const w = Math.min(Math.max(view.now.w / factor, view.whole.w / LARGEST), view.whole.w * 2);
  const by = w / view.now.w, h = view.whole.h * (w / view.whole.w);
  const centre = { x: view.now.x + view.now.w / 2, y: view.now.y + view.now.h / 2 };
  const to = about || centre;
  const x = to.x + (centre.x - to.x) * by, y = to.y + (centre.y - to.y) * by;
  look(view, x, y, w, h);
}

/* The middle stays on the sheet, so that nobody gets lost. */
function look(view, x, y, w, h) {
  const { whole } = view;
  x = Math.min(Math.max(x, whole.x), whole.x + whole.w);
  y = Math.min(Math.max(y, whole.y), whole.y + whole.h);
  view.now = { x: x - w / 2, y: y - h / 2, w, h };
  draw(view);
}

function pan(view, dx, dy) {
  const { x, y, w, h } = view.now;
  look(view, x + w / 2 + dx, y + h / 2 + dy, w, h);
}

function showWhole(view) {
  view.now = { ...view.whole };
  draw(view);
}

function watch(view) {
  const { svg } = view, held = new Map();
  svg.addEventListener("wheel", (event) => {
    event.preventDefault();
    const turned = event.deltaMode ? event.deltaY * 30 : event.deltaY;
    zoom(view, Math.exp(-turned / 400), place(view, event.clientX, event.clientY));
  }, { passive: false });
  svg.addEventListener("pointerdown", (event) => {
    held.set(event.pointerId, event);
    svg.setPointerCapture(event.pointerId);
    svg.classList.add("moving");
  });
  svg.addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) return;
    const others = [...held.values()].filter((each) => each.pointerId !== event.pointerId);
    if (others.length === 0) {
      const by = scale(view);
      pan(view, (before.clientX - event.clientX) * by, (before.clientY - event.clientY) * by);
    } else {
      const [other] = others;
      const far = (each) => Math.hypot(each.clientX - other.clientX, each.clientY - other.clientY);
      const middle = place(view, (event.clientX + other.clientX) / 2, (event.clientY + other.clientY) / 2);
      if (far(before) > 0) zoom(view, far(event) / far(before), middle);
    }
    held.set(event.pointerId, event);
  });
  const release = (event) => {
    held.delete(event.pointerId);
    if (held.size === 0) svg.classList.remove("moving");
  };
  svg.addEventListener("pointerup", release);
  svg.addEventListener("pointercancel", release);
  svg.addEventListener("dblclick", (event) => zoom(view, 2, place(view, event.clientX, event.clientY)));
  svg.addEventListener("keydown", (event) => {
    const step = view.now.w / 8;
    const keys = {
      "+": () => zoom(view, 1.4), "=": () => zoom(view, 1.4), "-": () => zoom(view, 1 / 1.4),
      "0": () => showWhole(view), Home: () => showWhole(view),
      ArrowLeft: () => pan(view, -step, 0), ArrowRight: () => pan(view, step, 0),
      ArrowUp: () => pan(view, 0, -step), ArrowDown: () => pan(view, 0, step),
    };
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
}

function show(number) {
  at = number;
  boards.forEach((board, each) => { board.hidden = each !== at; });
  tabs.forEach((tab, each) => {
    tab.setAttribute("aria-selected", String(each === at));
    tab.tabIndex = each === at ? 0 : -1;
  });
  tell();
}

tabs.forEach((tab, number) => {
  tab.addEventListener("click", () => show(number));
  tab.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    show((number + by + tabs.length) % tabs.length);
    tabs[at].focus();
  });
});

function lead(name) {
  const part = document.getElementById(name);
  const number = boards.findIndex((board) => board.contains(part));
  if (number < 0) return;
  show(number);
  document.querySelectorAll(".shown").forEach((each) => each.classList.remove("shown"));
  part.classList.add("shown");
  const view = sheets[number], box = part.getBBox();
  const w = Math.min(Math.max(box.width * 3, view.whole.w / 6), view.whole.w);
  look(view, box.x + box.width / 2 + shift(part).x, box.y + box.height / 2 + shift(part).y, w, view.whole.h * (w / view.whole.w));
}

function shift(part) {
  const moved = part.parentNode.transform.baseVal.consolidate();
  return moved ? { x: moved.matrix.e, y: moved.matrix.f } : { x: 0, y: 0 };
}

document.querySelectorAll(".text a").forEach((link) => {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    lead(link.hash.slice(1));
  });
});

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const items = [...document.querySelectorAll(".text li[data-of]")].map((item) => ({
  item, text: plain(item.textContent), part: document.getElementById(item.dataset.of),
}));
let hits = [], next = 0;

function search() {
  const wanted = plain(seek.value.trim());
  hits = [];
  document.body.classList.toggle("seeking", wanted !== "");
  for (const each of items) {
    const hit = wanted !== "" && each.text.includes(wanted);
    each.item.classList.toggle("hit", hit);
    each.part.classList.toggle("hit", hit);
    if (hit) hits.push(each);
  }
  next = 0;
  tell();
}

function tell() {
  const here = hits.filter((each) => boards[at].contains(each.part)).length;
  const all = boards.length > 1 ? `${here} here, ${hits.length} in all` : `${hits.length} found`;
  found.value = seek.value.trim() === "" ? "" : all;
}

seek.addEventListener("input", search);
seek.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { seek.value = ""; search(); }
  if (event.key !== "Enter" || hits.length === 0) return;
  lead(hits[next].item.dataset.of);
  next = (next + 1) % hits.length;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== seek) { event.preventDefault(); seek.focus(); }
});
document.getElementById("whole").addEventListener("click", () => showWhole(sheets[at]));
document.getElementById("closer").addEventListener("click", () => zoom(sheets[at], 1.4));
document.getElementById("farther").addEventListener("click", () => zoom(sheets[at], 1 / 1.4));
const list = document.getElementById("list");
list.addEventListener("click", () => {
  const shown = document.body.classList.toggle("listless");
  list.setAttribute("aria-pressed", String(!shown));
});
addEventListener("beforeprint", () => sheets.forEach((view) => {
  const { x, y, w, h } = view.whole;
  view.svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
}));
addEventListener("afterprint", () => sheets.forEach(draw));
show(0);
