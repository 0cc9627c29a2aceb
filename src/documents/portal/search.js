// Searches the site's own index; without this script the page of everything is there.
"use strict";
(() => {
  const form = document.getElementById("search");
  const query = document.getElementById("query");
  const count = document.getElementById("count");
  const hits = document.getElementById("hits");
  const base = new URL(form.dataset.index, location.href);
  const root = document.querySelector("link[rel=stylesheet]").href;
  const plain = (text) => text.toLowerCase().normalize("NFC");
  let entries = null;

  const load = async () => {
    if (!entries) {
      const answer = await fetch(base);
      entries = (await answer.json()).map((entry) => ({
        ...entry,
        all: plain([entry.title, entry.kind, entry.words].join(" ")),
      }));
    }
    return entries;
  };

  const row = (entry) => {
    const item = document.createElement("li");
    const kind = document.createElement("span");
    kind.className = "when";
    kind.textContent = entry.kind;
    const link = document.createElement("a");
    link.href = new URL(entry.to, root).href;
    link.textContent = entry.title;
    item.append(kind, link);
    return item;
  };

  const search = async () => {
    const words = plain(query.value).split(/\s+/).filter(Boolean);
    const all = await load();
    const found = words.length
      ? all.filter((entry) => words.every((word) => entry.all.includes(word)))
      : [];
    hits.replaceChildren(...found.slice(0, 100).map(row));
    const said = found.length ? `${form.dataset.found} ${found.length}` : form.dataset.none;
    count.textContent = words.length ? said : "";
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  query.addEventListener("input", search);
})();
