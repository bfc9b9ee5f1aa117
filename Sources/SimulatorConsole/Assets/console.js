"use strict";

const root = location.pathname.replace(/\/[^/]*$/, "");
const limit = 500;
const longest = 100_000;
const wide = matchMedia("(min-width: 60rem)");
const $ = (id) => document.getElementById(id);

/** Creates an element. Strings become text, so that no response is read as HTML. */
function element(name, properties = {}, ...children) {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "on") for (const [event, run] of Object.entries(value)) created.addEventListener(event, run);
    else if (key === "data") Object.assign(created.dataset, value);
    else if (key in created && !["list", "spellcheck"].includes(key)) created[key] = value;
    else created.setAttribute(key, value);
  }
  created.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return created;
}

/** Parses JSON, and keeps the digits of large integers where the browser can. */
function parse(text) {
  return JSON.parse(text, (key, value, context) =>
    typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value) && context?.source && JSON.rawJSON
      ? JSON.rawJSON(context.source) : value);
}

/** Sends a request to the control endpoint. */
async function control(path, method = "GET", body = undefined) {
  const response = await fetch(root + path, {
    method, headers: body === undefined ? {} : {"Content-Type": "application/json"},
    body: body === undefined ? undefined : JSON.stringify(body)
  });
  const text = await response.text();
  const document = text ? parse(text) : null;
  if (!response.ok) throw new Error(document?.error ?? `The status is ${response.status}.`);
  return document;
}

function showProblem(id, problem) {
  $(id).textContent = problem ? problem.message : "";
  $(id).hidden = !problem;
}

function later(run, delay) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, delay);
  };
}

// Tabs

const tabs = [...document.querySelectorAll("[role=tab]")];
const panelOf = (tab) => $(tab.getAttribute("aria-controls"));
const shownTabs = () => tabs.filter((tab) => !wide.matches || tab.id !== "tab-traffic");
let view = "traffic";

function choose(name) {
  view = wide.matches && name === "traffic" ? "exchange" : name;
  for (const tab of tabs) {
    const isChosen = tab.id === "tab-" + view;
    tab.setAttribute("aria-selected", isChosen);
    tab.tabIndex = isChosen ? 0 : -1;
    panelOf(tab).classList.toggle("chosen", isChosen);
  }
  history.replaceState(null, "", "#" + view);
  if (view === "resources") refreshResources();
  if (view === "try" || view === "switches") loadOperations();
  if (!wide.matches) scrollTo(0, 0);
}

for (const tab of tabs) tab.addEventListener("click", () => choose(tab.id.slice(4)));
document.querySelector("[role=tablist]").addEventListener("keydown", (event) => {
  const shown = shownTabs();
  const position = shown.indexOf(document.activeElement);
  const next = {
    ArrowRight: (position + 1) % shown.length, ArrowLeft: (position + shown.length - 1) % shown.length,
    Home: 0, End: shown.length - 1
  }[event.key];
  if (next === undefined || position < 0) return;
  event.preventDefault();
  choose(shown[next].id.slice(4));
  shown[next].focus();
});
wide.addEventListener("change", () => choose(view));

// Traffic

/** The exchanges that are listed, by number, from the oldest. Each has its row and its exchange. */
const entries = new Map();
let chosen = null;
let isPaused = false;
let waiting = [];
/** The latest challenges by request, which the request with credentials follows. */
const challenges = new Map();

const fieldOf = (message, name) =>
  message?.headerFields.find((field) => field.name.toLowerCase() === name)?.value;
const isChallenge = (exchange) =>
  exchange.response?.status === 401 && fieldOf(exchange.response, "www-authenticate") !== undefined;

/** The error code and the description in a response. */
function errorOf(exchange) {
  const body = exchange.response?.body?.json;
  if (!(exchange.response?.status >= 400)) return null;
  const text = (...values) => values.find((value) => typeof value === "string");
  return {
    code: text(body?.errorCode, body?.code, body?.error),
    detail: text(body?.detail, body?.message, body?.error_description, exchange.response.body?.text)
  };
}

function statusBadge(exchange) {
  const status = exchange.response?.status;
  if (!status) return element("span", {className: "badge bad"}, "closed");
  const kind = status >= 400 ? (isChallenge(exchange) ? "busy" : "bad") : status >= 300 ? "busy" : "good";
  return element("span", {className: "badge " + kind}, String(status));
}

function challengeBadge(exchange) {
  if (!isChallenge(exchange)) return null;
  const hadCredentials = fieldOf(exchange.request, "authorization") !== undefined;
  return element("span", {className: "badge busy"}, hadCredentials ? "credentials rejected" : "challenge");
}

/** The time of day in UTC. */
const clockTime = (text) => text.slice(11, 19);
const milliseconds = (exchange) =>
  (exchange.milliseconds < 10 ? exchange.milliseconds.toFixed(1) : Math.round(exchange.milliseconds)) + " ms";
const methodLabel = (method) => element("span", {className: "method " + method.toLowerCase()}, method);

/** A path, which breaks into lines before a slash or a parameter where there is one. */
function pathView(target, properties = {}) {
  const parts = target.split(/(?=[/?&])/);
  return element("span", {className: "path", ...properties},
    parts.map((part, index) => [index > 0 && element("wbr"), part]));
}

/** Documentation, in which names are between backticks. */
const prose = (text) => text.split("`").map((part, index) => index % 2 ? element("code", {}, part) : part);

function facts(exchange, showsError = true) {
  const error = errorOf(exchange);
  return element("span", {className: "facts"},
    element("time", {dateTime: exchange.time, title: exchange.time}, clockTime(exchange.time)),
    exchange.operation && element("span", {}, exchange.operation), element("span", {}, milliseconds(exchange)),
    challengeBadge(exchange),
    showsError && error?.code && !isChallenge(exchange) && element("span", {className: "badge bad"}, error.code),
    exchange.faults.map((fault) => element("span", {className: "badge busy"}, "fault " + fault)));
}

function rowOf(exchange) {
  return element("li", {className: "new"},
    element("button", {type: "button", data: {number: exchange.number}, on: {click: () => open(exchange.number)}},
      methodLabel(exchange.request.method),
      pathView(exchange.request.target),
      statusBadge(exchange), facts(exchange)));
}

/** The words that the filter looks for in an exchange. */
function words(exchange) {
  return [
    exchange.request.method, exchange.request.target, exchange.response?.status ?? "closed", exchange.operation,
    errorOf(exchange)?.code, challengeBadge(exchange)?.textContent, ...exchange.faults
  ].join(" ").toLowerCase();
}

function add(exchange) {
  const key = exchange.request.method + " " + exchange.request.target;
  if (fieldOf(exchange.request, "authorization") !== undefined && challenges.has(key)) {
    const challenge = entries.get(challenges.get(key));
    challenges.delete(key);
    if (challenge) {
      challenge.exchange.next = exchange.number;
      exchange.previous = challenge.exchange.number;
      if (chosen === challenge.exchange.number) show(challenge.exchange);
    }
  }
  if (isChallenge(exchange)) challenges.set(key, exchange.number);
  const row = rowOf(exchange);
  entries.set(exchange.number, {exchange, row, words: words(exchange)});
  $("rows").prepend(row);
  while (entries.size > limit) {
    const [number, oldest] = entries.entries().next().value;
    if (oldest.row.contains(document.activeElement)) $("filter").focus();
    oldest.row.remove();
    entries.delete(number);
  }
}

function receive(exchange) {
  waiting.push(exchange);
  if (waiting.length > limit) waiting.shift();
  if (isPaused) showCount();
  else flush();
}

const flush = later(() => {
  if (isPaused) return;
  const received = waiting;
  waiting = [];
  for (const exchange of received) add(exchange);
  filter();
  if (received.some((exchange) => exchange.request.method !== "GET")) refreshResources();
}, 30);

function filter() {
  const wanted = $("filter").value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const entry of entries.values()) entry.row.hidden = !wanted.every((word) => entry.words.includes(word));
  showCount();
}

function showCount() {
  const shown = [...entries.values()].filter((entry) => !entry.row.hidden).length;
  const total = entries.size;
  $("count").textContent = shown === total
    ? (total === 1 ? "1 request" : total + " requests") : `${shown} of ${total} requests`;
  $("no-rows").hidden = shown > 0;
  $("no-rows").textContent = total ? "No request matches the filter." : "No requests yet. They appear here as they arrive.";
  $("pause").textContent = isPaused ? (waiting.length ? `Resume (${waiting.length} new)` : "Resume") : "Pause";
}

function clearTraffic() {
  entries.clear();
  challenges.clear();
  waiting = [];
  chosen = null;
  $("rows").replaceChildren();
  $("detail").replaceChildren(element("p", {className: "empty"}, "Choose a request to see what was sent and received."));
  showCount();
}

$("filter").addEventListener("input", filter);
$("filter-form").addEventListener("submit", (event) => event.preventDefault());
$("clear").addEventListener("click", clearTraffic);
$("pause").addEventListener("click", () => {
  isPaused = !isPaused;
  $("pause").setAttribute("aria-pressed", isPaused);
  showCount();
  flush();
});
$("rows").addEventListener("keydown", (event) => {
  const buttons = [...$("rows").querySelectorAll("li:not([hidden]) button")];
  const position = buttons.indexOf(document.activeElement);
  const next = {ArrowDown: position + 1, ArrowUp: position - 1, Home: 0, End: buttons.length - 1}[event.key];
  if (next === undefined || !buttons[next]) return;
  event.preventDefault();
  buttons[next].focus();
});
document.addEventListener("keydown", (event) => {
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (!wide.matches) choose("traffic");
  $("filter").focus();
});

// An exchange

function bodyView(body) {
  if (!body) return element("p", {className: "note"}, "No body.");
  if ("bytes" in body) return element("p", {className: "note"}, `${body.bytes} bytes that are not text.`);
  const text = "json" in body ? JSON.stringify(body.json, null, 2) : body.text;
  return [
    element("pre", {tabIndex: 0}, text.slice(0, longest)),
    text.length > longest && element("p", {className: "note"}, `${text.length - longest} more characters are not shown.`)
  ];
}

function messageView(title, message) {
  const fields = message.headerFields;
  return [
    element("h3", {}, title),
    fields.length > 0 && element("details", {open: fields.length < 8},
      element("summary", {}, fields.length === 1 ? "1 header field" : fields.length + " header fields"),
      element("dl", {}, fields.map((field) => [element("dt", {}, field.name), element("dd", {}, field.value)]))),
    bodyView(message.body)
  ];
}

function linkView(text, number) {
  return element("p", {className: "link"}, text, " ",
    element("button", {type: "button", on: {click: () => open(number)}}, "#" + number));
}

/** The parts of an exchange; a brief view has the response only. */
function exchangeView(exchange, isBrief = false) {
  const error = errorOf(exchange);
  const heading = element("h2", {tabIndex: -1}, methodLabel(exchange.request.method),
    pathView(exchange.request.target));
  const line = facts(exchange, false);
  line.prepend(statusBadge(exchange), element("span", {}, "#" + exchange.number));
  const canSend = !exchange.request.body || !("bytes" in exchange.request.body);
  return element("div", {className: "exchange" + (isBrief ? " brief" : "")},
    !isBrief && heading, line,
    isChallenge(exchange) && exchange.next !== undefined && linkView("The client sent credentials in", exchange.next),
    exchange.previous !== undefined && linkView("Sent with credentials after the challenge", exchange.previous),
    error && !isChallenge(exchange) && (error.code || error.detail) && element("p", {className: "problem"},
      error.code && element("code", {}, error.code), " ", error.detail ?? ""),
    !exchange.response && element("p", {className: "problem"}, "The connection was closed without a response."),
    !isBrief && messageView("Request", exchange.request),
    exchange.response && messageView("Response", exchange.response),
    !isBrief && canSend && element("div", {className: "group"},
      element("button", {type: "button", on: {click: (event) => sendAgain(exchange, event.target)}}, "Send again")),
    isBrief && element("button", {type: "button", className: "quiet", on: {click: () => open(exchange.number)}},
      "Show the whole exchange"));
}

function show(exchange) { $("detail").replaceChildren(exchangeView(exchange)); }

function open(number) {
  const entry = entries.get(number);
  if (!entry) return;
  chosen = number;
  for (const other of $("rows").querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
  entry.row.firstChild.setAttribute("aria-current", "true");
  show(entry.exchange);
  choose("exchange");
  if (wide.matches) $("exchange").scrollTop = 0;
  else $("detail").querySelector("h2").focus({preventScroll: true});
}

async function sendAgain(exchange, button) {
  button.disabled = true;
  const {method, target, body} = exchange.request;
  const headerFields = exchange.request.headerFields.filter((field) => field.name.toLowerCase() !== "authorization");
  try {
    const sent = await control("/requests", "POST", {method, target, headerFields, body});
    await received(sent.number);
    open(sent.number);
  } catch (problem) {
    button.after(element("p", {className: "problem", role: "alert"}, problem.message));
  }
  button.disabled = false;
}

/** Waits until an exchange is listed. */
async function received(number) {
  for (let attempt = 0; attempt < 40 && !entries.has(number) && !isPaused; attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

$("back").addEventListener("click", () => {
  choose("traffic");
  entries.get(chosen)?.row.firstChild.focus();
});

// Events

let lastNumber = 0;

function connect() {
  const source = new EventSource(root + "/events?after=0");
  source.addEventListener("open", quietly(async () => {
    $("connection").textContent = "Live";
    $("connection").className = "connection live";
    refreshClock();
    refreshFaults();
    // Another simulator at the same port counts from 1 again.
    const {total} = await control("/exchanges?after=" + Number.MAX_SAFE_INTEGER);
    if (total < lastNumber) {
      source.close();
      lastNumber = 0;
      clearTraffic();
      connect();
    }
  }));
  source.addEventListener("error", () => {
    $("connection").textContent = "Not connected";
    $("connection").className = "connection lost";
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 3000);
  });
  source.addEventListener("exchange", (event) => {
    const exchange = parse(event.data);
    if (exchange.number <= lastNumber) return;
    lastNumber = exchange.number;
    receive(exchange);
  });
  source.addEventListener("clock", () => { refreshClock(); refreshResources(); });
  source.addEventListener("faults", refreshFaults);
  source.addEventListener("reset", () => {
    lastNumber = 0;
    clearTraffic();
    refreshFaults();
    refreshResources();
  });
}

// Time

let clock = {now: Date.now(), speed: 0, since: performance.now()};
let runningSpeed = 60;

/** Runs something that the next event or refresh tries again. */
const quietly = (run) => async () => {
  try {
    await run();
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem;
  }
};

const refreshClock = quietly(async () => showClock(await control("/clock")));

function showClock(state) {
  clock = {now: Date.parse(state.now), speed: state.speed, since: performance.now()};
  if (clock.speed > 0) runningSpeed = clock.speed;
  $("running").setAttribute("aria-checked", clock.speed > 0);
  if (document.activeElement !== $("speed")) $("speed").value = clock.speed;
  $("summary-speed").textContent = clock.speed > 0 ? "×" + clock.speed : "paused";
  tick();
}

function tick() {
  const date = new Date(clock.now + (performance.now() - clock.since) * clock.speed);
  const text = date.toISOString();
  for (const id of ["summary-time", "now"]) $(id).dateTime = text;
  $("now").textContent = text.slice(0, 10) + " " + text.slice(11, 19) + " UTC";
  $("summary-time").textContent = text.slice(11, 19);
  $("summary-time").title = text;
}

async function changeClock(change) {
  try {
    showClock(await control("/clock", "PATCH", change));
    showProblem("clock-problem", null);
  } catch (problem) { showProblem("clock-problem", problem); }
}

$("running").addEventListener("click", () => changeClock({speed: clock.speed > 0 ? 0 : runningSpeed}));
$("speed-form").addEventListener("submit", (event) => {
  event.preventDefault();
  changeClock({speed: Number($("speed").value)});
});
for (const button of $("advance").querySelectorAll("button")) {
  button.setAttribute("aria-describedby", "advance-label");
  button.addEventListener("click", () => changeClock({advance: button.value}));
}
setInterval(tick, 1000);

// Faults

let faults = [];

const refreshFaults = quietly(async () => {
  ({faults} = await control("/faults"));
  $("faults").replaceChildren(...faults.map((entry) => {
    const count = entry.remaining === null ? null
      : element("span", {className: "note"}, ` ${entry.remaining} left`);
    return element("li", {},
      element("span", {}, element("code", {}, entry.fault), count),
      element("button", {type: "button", "aria-label": "Remove the fault " + entry.fault,
        on: {click: () => removeFault(entry.id)}}, "Remove"));
  }));
  $("no-faults").hidden = faults.length > 0;
  for (const preset of $("presets").querySelectorAll("button")) {
    preset.setAttribute("aria-checked", faults.some((entry) => entry.fault === preset.value));
  }
  $("summary-faults").hidden = faults.length === 0;
  $("summary-faults").textContent = faults.length === 1 ? "1 fault" : faults.length + " faults";
});

async function changeFaults(change) {
  try {
    await change();
    showProblem("fault-problem", null);
  } catch (problem) { showProblem("fault-problem", problem); }
  await refreshFaults();
}

const removeFault = (id) => changeFaults(() => control("/faults/" + id, "DELETE"));
const addFault = (fault) => changeFaults(() => control("/faults", "POST", {fault}));

for (const preset of $("presets").querySelectorAll("button")) {
  preset.addEventListener("click", () => changeFaults(async () => {
    const active = faults.filter((entry) => entry.fault === preset.value);
    if (!active.length) return control("/faults", "POST", {fault: preset.value});
    for (const entry of active) await control("/faults/" + entry.id, "DELETE");
  }));
}

/** Writes the fault that the fields describe, in the syntax of faults. */
function composeFault() {
  const action = $("fault-action").value;
  const takesDuration = action === "latency" || action === "slow-body";
  $("fault-duration-field").hidden = !takesDuration;
  $("fault-status-field").hidden = $("fault-retry-field").hidden = action !== "status";
  const parts = [
    takesDuration ? `${action}=${$("fault-duration").value.trim()}`
      : action === "status" ? "status=" + $("fault-status").value : action
  ];
  const option = (name, id) => { if ($(id).value.trim()) parts.push(`${name}=${$(id).value.trim()}`); };
  if (action === "status") option("retry-after", "fault-retry");
  option("endpoint", "fault-endpoint");
  option("method", "fault-method");
  option("path", "fault-path");
  option("times", "fault-times");
  option("probability", "fault-probability");
  $("fault").value = parts.join("; ");
}

$("fault-form").addEventListener("input", (event) => { if (event.target !== $("fault")) composeFault(); });
$("fault-form").addEventListener("submit", (event) => {
  event.preventDefault();
  addFault($("fault").value);
});
composeFault();

$("reset").addEventListener("click", () => { $("reset-dialog").returnValue = ""; $("reset-dialog").showModal(); });
$("reset-dialog").addEventListener("close", () => {
  if ($("reset-dialog").returnValue === "reset") control("/reset", "POST").then(refreshClock);
});

// Resources

const toggled = new Set();
let treeText = null;

const refreshResources = later(quietly(async () => {
  if (view !== "resources" || document.hidden) return;
  const {collections, documents} = await control("/resources");
  for (const entry of [...collections, ...documents]) {
    if (toggled.has(entry.path)) Object.assign(entry, await control("/resources?path=" + encodeURIComponent(entry.path)));
  }
  const text = JSON.stringify([collections, documents]);
  if (text !== treeText) showTree(collections, documents);
  treeText = text;
}), 100);

/** A tree of the segments of paths. */
function treeOf(collections, documents) {
  const create = (path) => ({path, children: new Map(), collection: null, document: null});
  const top = create("");
  const insert = (entry, kind) => {
    let node = top;
    for (const segment of entry.path.split("/").slice(1)) {
      if (!node.children.has(segment)) node.children.set(segment, create(node.path + "/" + segment));
      node = node.children.get(segment);
    }
    node[kind] = entry;
  };
  for (const collection of collections) insert(collection, "collection");
  for (const document of documents) insert(document, "document");
  return top;
}

function showTree(collections, documents) {
  const focused = document.activeElement?.closest?.("#tree summary")?.parentElement.dataset.key;
  const top = treeOf(collections, documents);
  $("tree").replaceChildren(top.children.size
    ? element("ul", {}, childViews(top))
    : element("p", {className: "empty"}, "There are no resources."));
  if (focused) $("tree").querySelector(`details[data-key="${CSS.escape(focused)}"] > summary`)?.focus();
}

/** A node of the tree. Its key is in `toggled` while it is not as it was at first. */
function nodeView(key, summary, content, isOpenAtFirst = false) {
  const isOpen = toggled.has(key) !== isOpenAtFirst;
  const details = element("details", {data: {key}, open: isOpen}, element("summary", {}, summary), content);
  details.addEventListener("toggle", () => {
    if (details.open === (toggled.has(key) !== isOpenAtFirst)) return;
    if (!toggled.delete(key)) toggled.add(key);
    refreshResources();
  });
  return element("li", {}, details);
}

const childViews = (node) => [...node.children].map(([segment, child]) => segmentView(segment, child));

/** A segment of a path, together with the segments that follow if there is only one way. */
function segmentView(name, node) {
  while (!node.collection && !node.document && node.children.size === 1) {
    const [segment, child] = node.children.entries().next().value;
    name += "/" + segment;
    node = child;
  }
  const title = element("span", {className: "name"}, name);
  const document = node.document?.document;
  if (!node.collection) {
    return nodeView(node.path, [title, document && stateBadge(document)],
      [document && jsonView(document), element("ul", {}, childViews(node))], !node.document);
  }
  const rest = new Map(node.children);
  const items = (node.collection.items ?? []).map((item) => {
    const values = Object.values(item).filter((value) => typeof value === "string" || typeof value === "number").map(String);
    const segment = [...rest.keys()].find((key) => values.includes(decodeURIComponent(key)));
    const child = segment === undefined ? null : rest.get(segment);
    rest.delete(segment);
    return itemView(item, node.path, child);
  });
  const others = node.collection.items ? [...rest].map(([segment, child]) => segmentView(segment, child)) : [];
  const count = node.collection.count;
  return nodeView(node.path,
    [title, element("span", {className: "badge"}, String(count))],
    element("ul", {}, items, others, !node.collection.items && element("li", {className: "note"}, "Loading")));
}

const jsonView = (value) => element("pre", {tabIndex: 0}, JSON.stringify(value, null, 2));

function itemView(item, path, child) {
  const id = item.id ?? item._id;
  const name = item.name ?? item.username ?? item.clusterName ?? id ?? "resource";
  const key = `${path}/${id ?? name} item`;
  const json = `${key} json`;
  const view = jsonView(item);
  return nodeView(key,
    [element("span", {className: name === id ? "name id" : "name"}, String(name)), stateBadge(item),
      id !== undefined && id !== name && element("span", {className: "note"}, String(id))],
    child ? element("ul", {}, nodeView(json, element("span", {className: "note"}, "JSON"), view), childViews(child)) : view);
}

function stateOf(item) {
  for (const name of ["stateName", "status", "state", "statusName", "deliveryStatus"]) {
    if (typeof item[name] === "string") return item[name];
  }
  for (const name of ["failed", "cancelled", "expired", "finished"]) if (item[name] === true) return name;
  return null;
}

function stateBadge(item) {
  const state = stateOf(item);
  if (!state) return null;
  const kind = /fail|error|reject|broken|cancel|expired/i.test(state) ? "bad"
    : /ing$|queued|progress|request|initiat|open/i.test(state) ? "busy" : "good";
  return element("span", {className: "badge " + kind}, state);
}

setInterval(refreshResources, 2000);

// The form of an operation

let apis = null;
let operation = null;

async function loadOperations() {
  if (apis) return;
  apis = [];
  try {
    apis = await control("/operations");
  } catch { apis = null; return; }
  $("api").replaceChildren(...apis.map((api) => element("option", {}, api.api)));
  $("api").selectedIndex = apis.length - 1;
  const names = new Set(apis.flatMap((api) => api.operations.map((operation) => operation.name)));
  $("operation-names").replaceChildren(...[...names].sort().map((value) => element("option", {value})));
  listOperations();
}

function listOperations() {
  const wanted = $("operation-filter").value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = (apis?.[$("api").selectedIndex]?.operations ?? []).filter((operation) => {
    const text = `${operation.name} ${operation.method} ${operation.path} ${operation.summary}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  const plain = $("operation-filter").value.trim().toLowerCase();
  const best = found.find((operation) => operation.name.toLowerCase() === plain);
  const previous = $("operation").value;
  const groups = Map.groupBy ? Map.groupBy(found, (operation) => operation.tag) : new Map([["Operations", found]]);
  $("operation").replaceChildren(...[...groups].map(([label, operations]) => element("optgroup", {label},
    operations.map((operation) => element("option", {value: operation.name},
      operation.name + (operation.deprecated ? " (deprecated)" : ""))))));
  const names = found.map((operation) => operation.name);
  $("operation").value = best?.name ?? (names.includes(previous) ? previous : names[0] ?? "");
  showOperation();
}

const showOperation = later(async () => {
  const [api, name] = [$("api").value, $("operation").value];
  if (!name) {
    operation = null;
    $("try-form").replaceChildren(element("p", {className: "note"}, "No operation matches the search."));
    return;
  }
  if (operation?.api === api && operation.name === name) return;
  try {
    const found = await control(`/operations/${api}/${name}`);
    if ($("operation").value !== name || $("api").value !== api) return;
    operation = found;
    showForm();
  } catch (problem) {
    operation = null;
    $("try-form").replaceChildren(element("p", {className: "problem", role: "alert"}, problem.message));
  }
}, 150);

function parameterView(parameter, index) {
  const id = "parameter-" + index;
  const hint = parameter.summary && element("span", {className: "hint", id: id + "-hint"}, prose(parameter.summary));
  const common = {id, name: parameter.name, "aria-describedby": parameter.summary && id + "-hint"};
  let input;
  if (parameter.values && !parameter.type.startsWith("[")) {
    const initial = parameter.default === undefined ? "" : `default: ${parameter.default}`;
    input = element("select", common, element("option", {value: ""}, initial),
      parameter.values.map((value) => element("option", {}, value)));
  } else {
    const known = parameter.known ?? parameter.values;
    input = element("input", {...common, autocomplete: "off", spellcheck: "false",
      required: parameter.in === "path", value: parameter.known?.[0] ?? "",
      placeholder: parameter.default ?? (parameter.type.startsWith("[") ? "a,b" : ""),
      list: known && id + "-known"});
  }
  input.dataset.parameter = index;
  const list = input.getAttribute("list");
  return element("div", {},
    element("label", {htmlFor: id}, parameter.name, " ",
      element("span", {className: "hint"}, parameter.unit ? `${parameter.type}, ${parameter.unit}` : parameter.type), " ",
      parameter.required && element("span", {className: "required"}, "required")),
    input,
    list && element("datalist", {id: list}, (parameter.known ?? parameter.values).map((value) => element("option", {value}))),
    hint);
}

function showForm() {
  const views = operation.parameters.map((parameter, index) => ({parameter, view: parameterView(parameter, index)}));
  const main = views.filter(({parameter}) => parameter.in === "path" || parameter.required);
  const others = views.filter(({parameter}) => parameter.in !== "path" && !parameter.required);
  const fields = (list) => element("div", {className: "fields"}, list.map(({view}) => view));
  const body = operation.body;
  $("try-form").replaceChildren(...[
    element("p", {}, prose(operation.summary)),
    operation.description && element("details", {}, element("summary", {}, "More about the operation"),
      operation.description.split("\n\n").map((text) => element("p", {className: "note"}, prose(text)))),
    main.length > 0 && fields(main),
    element("details", {},
      element("summary", {}, others.length === 0 ? "Options" : `Options and ${others.length} optional parameters`),
      fields([...others, {view: element("div", {},
        element("label", {htmlFor: "try-fault"}, "Fault of this request"),
        element("input", {id: "try-fault", placeholder: "latency=2s", autocomplete: "off", spellcheck: "false"}))}])),
    body && element("div", {className: "full"},
      element("label", {htmlFor: "try-body"}, "Body ",
        element("span", {className: "hint"}, body.type), " ",
        body.required && element("span", {className: "required"}, "required")),
      element("textarea", {id: "try-body", spellcheck: "false", rows: Math.min(20, (body.example ?? "").split("\n").length + 1),
        value: (body.example ?? "").trimEnd()})),
    element("p", {className: "preview"}, methodLabel(operation.method), " ",
      element("span", {className: "path", id: "try-target"})),
    element("button", {type: "submit", className: "main"}, "Send")
  ].filter(Boolean));
  $("try-result").replaceChildren();
  preview();
}

/** The request that the form describes. */
function request() {
  const query = [];
  const headerFields = [{name: "Accept", value: operation.accept}];
  let path = operation.path;
  operation.parameters.forEach((parameter, index) => {
    const value = $("parameter-" + index).value.trim();
    if (parameter.in === "path") {
      path = path.replaceAll(`{${parameter.name}}`, () => value ? encodeURIComponent(value) : `{${parameter.name}}`);
    } else if (value && parameter.in === "header") {
      headerFields.push({name: parameter.name, value});
    } else if (value) {
      const values = parameter.repeated ? value.split(",").map((part) => part.trim()).filter(Boolean) : [value];
      for (const one of values) query.push(encodeURIComponent(parameter.name) + "=" + encodeURIComponent(one));
    }
  });
  const fault = $("try-fault").value.trim();
  if (fault) headerFields.push({name: "X-Simulator-Fault", value: fault});
  const text = operation.body ? $("try-body").value : "";
  if (text.trim()) headerFields.push({name: "Content-Type", value: operation.body.contentType});
  return {
    method: operation.method, target: path + (query.length ? "?" + query.join("&") : ""), headerFields,
    body: text.trim() ? {text} : null
  };
}

function preview() { $("try-target").replaceWith(pathView(request().target, {id: "try-target"})); }

$("try-form").addEventListener("input", preview);
$("try-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = event.submitter ?? $("try-form").querySelector("[type=submit]");
  button.disabled = true;
  $("try-result").replaceChildren(element("p", {className: "note"}, "Waiting for the response"));
  try {
    const exchange = await control("/requests", "POST", request());
    $("try-result").replaceChildren(exchangeView(exchange, true));
  } catch (problem) {
    $("try-result").replaceChildren(element("p", {className: "problem", role: "alert"}, problem.message));
  }
  button.disabled = false;
});
$("api").addEventListener("change", listOperations);
$("operation-filter").addEventListener("input", listOperations);
$("operation").addEventListener("change", showOperation);

const first = location.hash.slice(1);
choose(tabs.some((tab) => tab.id === "tab-" + first) ? first : "traffic");
showCount();
connect();
