// Makes the page quicker to use: asks without loading it anew. Everything works without this file too.
const form = document.querySelector("#ask");
const question = document.querySelector("#question");
const earlier = document.querySelector("#earlier");
const status = document.querySelector("#status");
const result = document.querySelector("#result");
let asking = new AbortController();

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(new URLSearchParams(new FormData(form, event.submitter)));
});

form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  form.requestSubmit();
});

// A page that came with its result, because no script had run yet.
goToResult();

/** Asks, and shows what comes; a question that was asked meanwhile wins. */
async function ask(fields) {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  showBusy(true);
  try {
    const response = await fetch("/page/explain", { method: "POST", body: fields, signal });
    show(await response.json());
  } catch {
    if (signal.aborted) return;
    status.textContent = "The server did not answer. Check that it is running, then ask again.";
  }
  showBusy(false);
}

function showBusy(busy) {
  result.setAttribute("aria-busy", String(busy));
  if (busy) status.textContent = "Looking it up …";
}

/** Shows a page state as the server describes it, and keeps the look that was chosen. */
function show(state) {
  const chosen = result.querySelector("input[name=look]:checked")?.id;
  result.replaceChildren(...state.result.map((node) => build(node)));
  if (chosen && document.getElementById(chosen)) document.getElementById(chosen).checked = true;
  question.value = state.form.question;
  earlier.value = state.form.earlier;
  document.title = state.title;
  status.textContent = "";
  goToResult();
}

/** Takes keyboard, screen reader and eye to the result. */
function goToResult() {
  const heading = document.querySelector("#result-heading");
  heading?.focus({ preventScroll: true });
  heading?.closest("article").scrollIntoView();
}

/** Builds an element from the server's description of it. Strings become text, never mark-up. */
function build(node, namespace = "http://www.w3.org/1999/xhtml") {
  if (typeof node === "string") return document.createTextNode(node);
  const own = node.tag === "svg" ? node.attributes.xmlns : namespace;
  const built = document.createElementNS(own, node.tag);
  for (const [name, value] of Object.entries(node.attributes)) if (name !== "xmlns") built.setAttribute(name, value);
  built.append(...node.children.map((child) => build(child, own)));
  return built;
}
