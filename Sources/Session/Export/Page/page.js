"use strict";

// The page of an exported run. The data's form is described in RunExport.swift.

const run = JSON.parse(document.getElementById("run").textContent);
const records = run.records;
const [NUMBER, TIME, COMPONENT, ACTIVITY, TEXT, LINES, CHANGE] = [0, 1, 2, 3, 4, 5, 6];
let language = run.language;
let index = -1;

const at = (id) => document.getElementById(id);

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// Words and records, told.

/** One of a text's two languages; a text that is a string is the same in both. */
const say = (text) => (typeof text === "string" ? text : text[language === "ko" ? 1 : 0]);
const word = (key) => say(run.words[key]);

/** `+1.250s` since the run began, rounded down. */
function offset(microseconds) {
  const size = Math.floor(Math.abs(microseconds) / 1000);
  const seconds = `${Math.floor(size / 1000)}.${String(size % 1000).padStart(3, "0")}s`;
  return (microseconds < 0 ? "-" : "+") + seconds;
}

const component = (record) => run.components[record[COMPONENT]];
const sentence = (record) => say(run.texts[record[TEXT]]);

const placeOf = new Map(records.map((record, place) => [record[NUMBER], place]));

// The picture: nodes and Pods as they are after the record at `index`.

const shown = { node: new Map(), pod: new Map() };
/** For each record that changes the picture what it shows before and after. */
const changes = new Map();

/** Goes through all changes once, so that each is known in both directions. */
function readChanges() {
  const now = { node: new Map(), pod: new Map() };
  records.forEach((record, place) => {
    const after = record[CHANGE];
    if (!after) return;
    const [kind, name] = after;
    const before = now[kind].get(name);
    const isGone = after.length === 2;
    changes.set(place, { kind, name, before, after: isGone ? undefined : after });
    if (isGone) now[kind].delete(name);
    else now[kind].set(name, after);
  });
}

const changePlaces = () => [...changes.keys()];

function show({ kind, name }, view) {
  if (view) shown[kind].set(name, view);
  else shown[kind].delete(name);
}

/** Lets the picture be that after the record at `target`. */
function move(target) {
  for (; index < target; index++) {
    const change = changes.get(index + 1);
    if (change) show(change, change.after);
  }
  for (; index > target; index--) {
    const change = changes.get(index);
    if (change) show(change, change.before);
  }
}

function podOf(view) {
  const [, name, node, status, containers, isReady, restarts] = view;
  return { name, node, status, containers, isReady: isReady === 1, restarts };
}

/** How a Pod stands; colour and sign only repeat what its words say. */
function tone(pod) {
  if (pod.status === "Completed" || pod.status === "Succeeded") return "done";
  if (pod.isReady && pod.status !== "Terminating") return "ready";
  const isOnItsWay = /^(Pending|ContainerCreating|PodInitializing|Running|NotReady|Terminating|SchedulingGated|Init:\d)/;
  return isOnItsWay.test(pod.status) ? "waiting" : "failed";
}

const signs = { ready: "✓", waiting: "…", failed: "✗", done: "■" };

/** What stands after a Pod's status. */
function podFacts(pod) {
  const facts = [`${word("ready")} ${pod.containers}`];
  const [ready, all] = pod.containers.split("/");
  if (!pod.isReady && ready === all) facts.push(word("readyFalse"));
  if (pod.restarts > 0) facts.push(`${word("restarts")} ${pod.restarts}`);
  return facts;
}

function podBox(pod) {
  const box = element("li", { class: "pod", "data-tone": tone(pod), "data-pod": pod.name },
    element("span", { class: "name" }, pod.name),
    element("span", { class: "state" }, element("span", { "aria-hidden": "true" }, signs[tone(pod)] + " "), pod.status),
    element("span", { class: "more" }, ...podFacts(pod).flatMap((fact) => [", ", element("span", {}, fact)])));
  if (changes.get(index)?.kind === "pod" && changes.get(index).name === pod.name) box.classList.add("touched");
  return box;
}

const byName = (left, right) => (left < right ? -1 : left > right ? 1 : 0);

function placeBox(node, status, pods) {
  const title = element("h3", {}, node || word("noNodeYet"));
  if (node) title.append(element("span", {}, `${status ?? word("nodeIsGone")} · ${word("pods")} ${pods.length}`));
  const box = element("section", { class: node ? "place" : "place none", "data-node": node, "data-status": status ?? "",
    "aria-label": node || word("noNodeYet") }, title);
  if (pods.length === 0) box.append(element("p", { class: "empty" }, word("noPods")));
  else box.append(element("ul", {}, ...pods.map(podBox)));
  if (changes.get(index)?.kind === "node" && changes.get(index).name === node) box.classList.add("touched");
  return box;
}

function drawCluster() {
  const places = new Map([...shown.node.values()].map((view) => [view[1], { status: view[2], pods: [] }]));
  const pods = [...shown.pod.values()].map(podOf).sort((left, right) => byName(left.name, right.name));
  for (const pod of pods) {
    if (!places.has(pod.node)) places.set(pod.node, { status: undefined, pods: [] });
    places.get(pod.node).pods.push(pod);
  }
  // Pods without a node, whose place has no name, come last.
  const names = [...places.keys()].sort((left, right) => (left === "") - (right === "") || byName(left, right));
  at("nothing").hidden = names.length > 0;
  at("places").replaceChildren(
    ...names.map((name) => placeBox(name, places.get(name).status, places.get(name).pods)));
}

// The record.

function describe(view) {
  if (view[0] === "node") return view[2];
  const pod = podOf(view);
  return [pod.status, ...podFacts(pod), pod.node || word("noNodeYet")].join(", ");
}

function changeText(change) {
  if (!change) return "";
  const { name, before, after } = change;
  if (!before) return `${name}: ${word("appeared")}: ${describe(after)}`;
  if (!after) return `${name}: ${word("gone")}`;
  return `${name}: ${word("changed")}: ${describe(before)} → ${describe(after)}`;
}

function explanationLine(depth, text, reference) {
  const line = element("li", { "data-depth": depth }, say(run.texts[text]));
  const place = placeOf.get(Math.abs(reference));
  if (place === undefined) return line;
  const record = records[place];
  const link = element("a", { href: `#${record[NUMBER]}` }, `#${record[NUMBER]}`);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go(place);
  });
  line.append(link, " ", reference > 0 ? `${component(record)}: ` : "", sentence(record));
  return line;
}

function drawRecord() {
  const record = records[index];
  at("heading").textContent = `#${record[NUMBER]} · ${offset(record[TIME])} · ${component(record)} · `
    + say(run.activities[record[ACTIVITY]]);
  at("sentence").textContent = sentence(record);
  at("change").textContent = changeText(changes.get(index));
  const lines = record[LINES];
  const made = [];
  for (let place = 0; place < lines.length; place += 3) {
    made.push(explanationLine(lines[place], lines[place + 1], lines[place + 2]));
  }
  at("explanation").replaceChildren(...made);
}

// The timeline.

const lanes = [];
const SVG = "http://www.w3.org/2000/svg";

function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** The column of a time. */
function columnOf(time) {
  let low = 0;
  let high = run.columns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (run.columns[middle][0] <= time) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function readLanes() {
  for (const name of run.components) lanes.push({ name, places: [], columns: new Map() });
  records.forEach((record, place) => {
    const lane = lanes[record[COMPONENT]];
    const column = columnOf(record[TIME]);
    lane.places.push(place);
    if (!lane.columns.has(column)) lane.columns.set(column, { first: place, count: 0 });
    lane.columns.get(column).count += 1;
  });
}

function laneShape(lane) {
  const width = run.columns.length;
  const svg = shape("svg", { viewBox: `0 0 ${width} 28`, preserveAspectRatio: "none", role: "img" });
  lane.now = shape("rect", { class: "now", y: 0, height: 28, width: 1 });
  svg.append(lane.now);
  run.columns.forEach(([, isQuiet], column) => {
    if (isQuiet) svg.append(shape("line", { class: "rest", x1: column, x2: column + 1, y1: 26, y2: 26 }));
  });
  for (const [column, { count }] of lane.columns) {
    const height = Math.min(24, 6 + 4 * Math.log2(count));
    svg.append(shape("rect", { x: column + .1, y: 26 - height, width: .8, height }));
  }
  svg.addEventListener("click", (event) => {
    const column = Math.floor((event.offsetX / svg.clientWidth) * width);
    const near = [...lane.columns].sort(([left], [right]) => Math.abs(left - column) - Math.abs(right - column))[0];
    go(near[1].first);
  });
  return svg;
}

function drawLanes() {
  at("rows").replaceChildren(...lanes.map((lane) => {
    lane.button = element("button", { type: "button" }, lane.name);
    lane.button.addEventListener("click", () => go(lane.places.find((place) => place > index) ?? lane.places[0]));
    lane.svg = laneShape(lane);
    return element("li", {}, lane.button, lane.svg);
  }));
  const width = run.columns.length;
  // A label takes about ten columns; within a busy stretch one stands now and then.
  let free = 0;
  run.columns.forEach(([time, isQuiet], column) => {
    const begins = column === 0 || run.columns[column - 1][1];
    if (isQuiet || column < free + (begins ? 0 : 10) || (column > width - 10 && column > 0)) return;
    free = column + 10;
    at("axis").append(element("span", { style: `left: ${(100 * column) / width}%` }, offset(time)));
  });
}

function nameLanes() {
  for (const lane of lanes) {
    const [first, last] = [lane.places[0], lane.places[lane.places.length - 1]].map((place) => records[place][TIME]);
    const text = `${lane.name}: ${word("records")} ${lane.places.length}, ${offset(first)} – ${offset(last)}`;
    lane.svg.setAttribute("aria-label", text);
    lane.button.title = text;
  }
}

function markLanes() {
  const column = columnOf(records[index][TIME]);
  lanes.forEach((lane, place) => {
    lane.now.setAttribute("x", column);
    if (place === records[index][COMPONENT]) lane.button.setAttribute("aria-current", "step");
    else lane.button.removeAttribute("aria-current");
  });
}

// Moving about.

function go(target) {
  const last = records.length - 1;
  move(Math.min(Math.max(target, 0), last));
  const record = records[index];
  const place = `#${record[NUMBER]} ${word("of")} #${records[last][NUMBER]} · ${offset(record[TIME])}`;
  at("slider").value = index;
  at("slider").setAttribute("aria-valuetext", place);
  at("place").textContent = place;
  for (const button of document.querySelectorAll("[data-go]")) {
    // Not `disabled`, which would take the focus away from the button.
    button.setAttribute("aria-disabled", index === (/first|previous/.test(button.dataset.go) ? 0 : last));
  }
  drawCluster();
  drawRecord();
  markLanes();
}

const ways = {
  first: () => 0,
  last: () => records.length - 1,
  previous: () => index - 1,
  next: () => index + 1,
  previousChange: () => changePlaces().findLast((place) => place < index) ?? 0,
  nextChange: () => changePlaces().find((place) => place > index) ?? records.length - 1,
};

const keys = {
  ArrowLeft: "previous", ArrowRight: "next", k: "previous", j: "next", Home: "first", End: "last",
  "[": "previousChange", "]": "nextChange",
};

function speak() {
  document.documentElement.lang = language;
  at("language").value = language;
  for (const spoken of document.querySelectorAll("[data-word]")) spoken.textContent = word(spoken.dataset.word);
  for (const labelled of document.querySelectorAll("[data-label]")) {
    labelled.setAttribute("aria-label", word(labelled.dataset.label));
  }
  document.title = `kubestep · ${word("title")}`;
  at("branch").hidden = run.otherBranches.length === 0;
  at("branch").textContent =
    `${word("branch")} ${run.branch}. ${word("otherBranches")} ${run.otherBranches.join(", ")}`;
  at("letGo").hidden = run.letGo === 0;
  at("letGo").textContent = `${word("letGo")} ${run.letGo}`;
  nameLanes();
}

document.addEventListener("keydown", (event) => {
  const isOwn = event.target.matches("select, input") && !/^[jk[\]]$/.test(event.key);
  const way = ways[keys[event.key]];
  if (!way || isOwn || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  go(way());
});
for (const button of document.querySelectorAll("[data-go]")) {
  button.addEventListener("click", () => go(ways[button.dataset.go]()));
}
at("slider").max = records.length - 1;
at("slider").addEventListener("input", () => go(Number(at("slider").value)));
at("language").addEventListener("change", () => {
  language = at("language").value;
  speak();
  go(index);
});
at("theme").addEventListener("change", () => {
  document.documentElement.dataset.theme = at("theme").value;
});
readChanges();
readLanes();
drawLanes();
speak();
// `#41` in the address opens the page at that record.
go(placeOf.get(Number(location.hash.slice(1))) ?? run.at);
