"use strict";
(() => {
  const text = document.getElementById("text");
  const card = document.getElementById("card");
  const segments = new Map(); // record id -> its segments in the text
  for (const s of text.querySelectorAll(".s"))
    for (const id of s.dataset.ids.split(" ")) segments.set(id, [...(segments.get(id) || []), s]);

  // Layers: a class on <body> per kind, switched by the legend.
  for (const box of document.querySelectorAll("[data-layer]")) {
    const apply = () => document.body.classList.toggle("show-" + box.dataset.layer, box.checked);
    box.addEventListener("change", apply);
    apply();
  }

  const lit = new Set();
  const clear = () => {
    for (const e of lit) e.classList.remove("on", "hot");
    lit.clear();
    card.hidden = true;
  };
  const light = (e) => { e.classList.add("on"); lit.add(e); };

  // The card shows the records' own entries in the panel: what is counted or happened, who says so, when and where.
  const order = ["toll", "event", "claim", "date", "place"];
  const rank = (e) => order.findIndex((kind) => e.classList.contains(kind));
  const show = (segment) => {
    clear();
    const found = segment.dataset.ids.split(" ").map((id) => document.getElementById(id)).filter(Boolean);
    const entries = found.sort((a, b) => rank(a) - rank(b)).slice(0, 4);
    const claim = entries.find((e) => e.classList.contains("claim"));
    for (const s of (claim && segments.get(claim.id)) || []) light(s); // with its source and cue
    if (entries[0] && entries[0] !== claim)
      for (const s of segments.get(entries[0].id) || []) { light(s); s.classList.add("hot"); }
    if (!entries.length) return;
    card.replaceChildren(...entries.map((e) => {
      const copy = e.cloneNode(true);
      copy.removeAttribute("id");
      copy.removeAttribute("tabindex");
      const box = document.createElement("div");
      box.className = copy.className;
      box.replaceChildren(...copy.childNodes);
      return box;
    }));
    for (const e of entries) light(e);
    card.hidden = false;
    const at = segment.getClientRects()[0];
    if (!at || getComputedStyle(card).position === "fixed") return;
    const height = card.offsetHeight;
    const below = at.bottom + height + 12 < innerHeight || at.top < height + 12;
    card.style.top = scrollY + (below ? at.bottom + 8 : at.top - height - 8) + "px";
    card.style.left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - card.offsetWidth - 8)) + "px";
  };

  const of = (event) => event.target.closest && event.target.closest(".s");
  text.addEventListener("mouseover", (e) => { const s = of(e); if (s) show(s); });
  text.addEventListener("mouseleave", clear);
  text.addEventListener("focusin", (e) => { const s = of(e); if (s) show(s); });
  text.addEventListener("focusout", clear);
  text.addEventListener("click", (e) => { const s = of(e); if (s) show(s); });
  text.addEventListener("keydown", (e) => {
    const s = of(e);
    if (!s || (e.key !== "Enter" && e.key !== " ")) return;
    e.preventDefault();
    show(s);
    const first = [...lit].find((x) => x.classList.contains("record"));
    if (first) open(first.id);
  });
  document.addEventListener("keydown", (e) => { if (e.key === "Escape") clear(); });

  // From an entry in the panel, or a source in a dossier, to the text and the other way.
  const open = (id) => {
    const entry = document.getElementById(id);
    if (!entry) return;
    for (let d = entry.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    entry.scrollIntoView({ block: "nearest" });
    entry.focus();
  };
  for (const entry of document.querySelectorAll(".panel .record")) {
    const mine = () => { clear(); light(entry); for (const s of segments.get(entry.id) || []) light(s); };
    entry.addEventListener("mouseenter", mine);
    entry.addEventListener("mouseleave", clear);
    entry.addEventListener("click", () => {
      mine();
      const s = (segments.get(entry.id) || [])[0];
      if (s) s.scrollIntoView({ block: "center" });
    });
  }
  for (const link of document.querySelectorAll("[data-to]"))
    link.addEventListener("click", (e) => {
      const s = (segments.get(link.dataset.to) || [])[0];
      if (!s) return;
      e.preventDefault();
      s.scrollIntoView({ block: "center" });
      if (s.tabIndex >= 0) s.focus({ preventScroll: true });
      show(s);
    });
})();
