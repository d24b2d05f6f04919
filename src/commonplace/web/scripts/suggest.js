// Help while typing: the search box as a combobox with a list (WAI-ARIA Authoring Practices,
// editable combobox with list autocomplete). Nothing here is needed to search.
(() => {
  "use strict";
  const WAIT = 150;
  const SHORTEST = 2;
  const MOST_KEPT = 50;
  const kept = new Map();

  const made = (name, attributes, ...inside) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...inside);
    return node;
  };

  class Combobox {
    constructor(form) {
      this.form = form;
      this.input = form.querySelector("input[type=search]");
      this.id = this.input.id;
      this.options = [];
      this.at = -1;
      this.label = this.input.labels.length ? this.input.labels[0].textContent : "";
      this.list = made("div", { class: "offers", id: `${this.id}-offers`, role: "listbox", "aria-label": this.label, hidden: "" });
      this.status = made("p", { class: "vh", role: "status" });
      form.append(this.list, this.status);
      for (const [key, value] of Object.entries({
        role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id,
      })) this.input.setAttribute(key, value);
      this.input.addEventListener("input", (event) => this.typed(event));
      this.input.addEventListener("compositionend", () => this.typed({ isComposing: false }));
      this.input.addEventListener("keydown", (event) => this.pressed(event));
      this.input.addEventListener("blur", () => this.close());
      form.addEventListener("submit", () => this.stop());
      // Pressing on an option must not take the focus, and with it the list, away.
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
      this.list.addEventListener("click", (event) => this.chosen(event.target.closest("[role=option]")));
    }

    typed(event) {
      if (event.isComposing) return;
      this.stop();
      const words = this.input.value.trim();
      const least = /^[\u0000-\u024f\s]*$/.test(words) ? SHORTEST : 1;
      if (words.length < least) return this.close();
      this.timer = setTimeout(() => this.ask(words), WAIT);
    }

    stop() {
      clearTimeout(this.timer);
      if (this.asking) this.asking.abort();
    }

    async ask(words) {
      this.asking = new AbortController();
      try {
        const found = kept.get(words) || (await this.fetched(words, this.asking.signal));
        if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value);
        kept.set(words, found);
        if (document.activeElement === this.input) this.show(found);
      } catch {
        this.close(); // broken off, or nobody answers: the box still searches
      }
    }

    async fetched(words, signal) {
      const address = `${this.form.dataset.suggest}?q=${encodeURIComponent(words)}`;
      const answer = await fetch(address, { signal, headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }

    show(found) {
      this.options = [];
      this.list.replaceChildren(...found.groups.map((group, number) => this.group(group, number)));
      this.mark(-1);
      this.expand(this.options.length > 0);
      this.status.textContent = found.said;
    }

    group(group, number) {
      const id = `${this.list.id}-${number}`;
      const head = made("div", { class: "kind", id, role: "presentation" }, group.label);
      return made("div", { role: "group", "aria-labelledby": id }, head, ...group.options.map((each) => this.option(each)));
    }

    option(each) {
      const text = made("bdi", {}, each.text);
      if (each.lang) text.lang = each.lang;
      const node = made("div", { class: "offer", role: "option", "aria-selected": "false", id: `${this.list.id}-o${this.options.length}`, "data-address": each.address }, text);
      if (each.note) node.append(" ", made("span", { class: "n" }, each.note));
      this.options.push(node);
      return node;
    }

    expand(is) {
      this.list.hidden = !is;
      this.input.setAttribute("aria-expanded", String(is));
    }

    close() {
      this.stop();
      this.mark(-1);
      this.expand(false);
      this.status.textContent = "";
    }

    get isOpen() {
      return !this.list.hidden;
    }

    mark(at) {
      const before = this.options[this.at];
      if (before) before.setAttribute("aria-selected", "false");
      const now = this.options[at];
      this.at = now ? at : -1;
      if (!now) return this.input.removeAttribute("aria-activedescendant");
      now.setAttribute("aria-selected", "true");
      this.input.setAttribute("aria-activedescendant", now.id);
      now.scrollIntoView({ block: "nearest" });
    }

    // One more place than there are options: the box itself, where nothing is chosen.
    move(by) {
      const places = this.options.length + 1;
      this.mark(((this.at + 1 + by + places) % places) - 1);
    }

    chosen(option) {
      if (!option) return;
      this.stop();
      location.assign(option.dataset.address);
    }

    pressed(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const deed = {
        ArrowDown: () => (this.isOpen ? this.move(event.altKey ? 0 : 1) : this.open()),
        ArrowUp: () => this.isOpen && (event.altKey ? this.close() : this.move(-1)),
        Enter: () => this.at >= 0 && this.chosen(this.options[this.at]),
        Escape: () => this.isOpen && this.close(),
      }[event.key];
      if (!deed) return;
      const isOurs = this.isOpen && (event.key !== "Enter" || this.at >= 0);
      if (isOurs || event.key === "ArrowDown") event.preventDefault();
      deed();
    }

    open() {
      if (this.options.length) this.expand(true);
      else this.typed({ isComposing: false });
    }
  }

  for (const form of document.querySelectorAll("form[data-suggest]")) new Combobox(form);
})();
