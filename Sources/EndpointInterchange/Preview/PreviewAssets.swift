/// The style sheet and the script of the pages.
enum PreviewAssets {
  static let style = """
    :root {
      --text: #1c1e21; --note: #565d66; --back: #ffffff; --panel: #f4f5f7; --line: #d5d9de;
      --link: #0b5cad; --mark: #8a3800; --mark-back: #fdf0e3; --focus: #0b5cad;
      --get: #0b5cad; --post: #1a6b2f; --put: #7a4b00; --patch: #7a4b00; --delete: #a61b1b;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --text: #e4e6e9; --note: #a9b1ba; --back: #15181c; --panel: #1f2329; --line: #383e46;
        --link: #7ab7ff; --mark: #ffb980; --mark-back: #33241a; --focus: #7ab7ff;
        --get: #7ab7ff; --post: #7bd08f; --put: #f0c060; --patch: #f0c060; --delete: #ff9b9b;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 5rem; }
    body {
      margin: 0; color: var(--text); background: var(--back);
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
      overflow-wrap: anywhere;
    }
    code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .9em; }
    a { color: var(--link); }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    main:focus { outline: none; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 1rem; z-index: 3; background: var(--back); padding: .5rem; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); margin: 0; }
    header {
      position: sticky; top: 0; z-index: 2; display: flex; gap: 1rem; align-items: center;
      padding: .6rem 1rem; background: var(--panel); border-bottom: 1px solid var(--line);
    }
    .home { font-weight: 600; text-decoration: none; color: var(--text); }
    [role=search] { flex: 1; max-width: 32rem; margin-left: auto; position: relative; }
    [role=search] label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    #search {
      width: 100%; font: inherit; padding: .45rem .7rem; color: var(--text); background: var(--back);
      border: 1px solid var(--note); border-radius: .4rem;
    }
    #results {
      position: absolute; right: 0; left: 0; top: 100%; margin: .3rem 0 0; padding: .3rem;
      max-height: 70vh; overflow-y: auto; list-style: none; background: var(--back);
      border: 1px solid var(--line); border-radius: .4rem; box-shadow: 0 .4rem 1rem rgb(0 0 0 / .25);
    }
    #results a { display: block; padding: .4rem .5rem; border-radius: .3rem; text-decoration: none; }
    #results a:hover, #results a:focus { background: var(--panel); }
    #results span { display: block; color: var(--note); font-size: .85rem; }
    .columns { max-width: 76rem; margin: 0 auto; }
    nav { padding: .5rem 1rem; border-bottom: 1px solid var(--line); }
    nav summary { padding: .3rem 0; font-weight: 600; cursor: pointer; }
    nav ul { list-style: none; margin: 0; padding: 0; }
    nav li a { display: block; padding: .3rem .5rem; text-decoration: none; border-radius: .3rem; }
    nav li a:hover { background: var(--panel); }
    nav a[aria-current] { background: var(--panel); font-weight: 600; color: var(--text); }
    main { padding: 0 1rem 4rem; min-width: 0; }
    h1 { font-size: 1.7rem; line-height: 1.2; margin: 1.2rem 0 .6rem; }
    h2 { font-size: 1.3rem; line-height: 1.3; margin: 1.6rem 0 .5rem; }
    h3 { font-size: 1.05rem; margin: 1.2rem 0 .4rem; }
    h4 { font-size: .95rem; margin: .8rem 0 .3rem; }
    h2 a, h3 a { color: inherit; text-decoration: none; }
    h2 a:hover, h3 a:hover { text-decoration: underline; }
    p { margin: .3rem 0; max-width: 46rem; }
    article { border-top: 1px solid var(--line); margin-top: 1.6rem; }
    article:target { border-top: 3px solid var(--focus); }
    li:target { background: var(--mark-back); }
    .facts { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; }
    .facts dt { color: var(--note); }
    .facts dd { margin: 0; min-width: 0; }
    @media (max-width: 30rem) {
      .facts { display: block; }
      .facts dd { margin-bottom: .4rem; }
    }
    .plain { list-style: none; padding: 0; margin: .5rem 0; }
    .plain li { padding: .2rem 0; }
    .members { list-style: none; margin: .4rem 0; padding: 0; border: 1px solid var(--line); border-radius: .5rem; }
    .members:empty { display: none; }
    .members > li { padding: .55rem .8rem; }
    .members > li + li { border-top: 1px solid var(--line); }
    .members p { font-size: .95rem; }
    .name { font-weight: 600; }
    .value { color: var(--note); }
    .kind { color: var(--note); font-weight: 400; }
    .note { color: var(--note); font-size: .9rem; }
    .hint { border-left: .2rem solid var(--line); padding-left: .6rem; }
    .required { color: var(--mark); font-size: .85rem; font-weight: 600; }
    .badge, .deprecation { color: var(--mark); background: var(--mark-back); border-radius: .3rem; }
    .badge { padding: .05rem .4rem; font-size: .8rem; font-weight: 600; }
    .deprecation { padding: .4rem .6rem; }
    .rule {
      display: inline-block; padding: 0 .4rem; font-size: .85rem; background: var(--panel);
      border: 1px solid var(--line); border-radius: .3rem;
    }
    .request { padding: .5rem .7rem; background: var(--panel); border-radius: .4rem; max-width: none; }
    .method { font-weight: 700; font-size: .85rem; }
    .get, .head, .options { color: var(--get); } .post { color: var(--post); }
    .put { color: var(--put); } .patch { color: var(--patch); } .delete { color: var(--delete); }
    main details { margin: .4rem 0; }
    main summary { cursor: pointer; color: var(--link); padding: .2rem 0; }
    pre {
      margin: .3rem 0; padding: .7rem; overflow-x: auto; background: var(--panel);
      border: 1px solid var(--line); border-radius: .4rem; overflow-wrap: normal;
    }
    @media (min-width: 60rem) {
      .columns { display: grid; grid-template-columns: 16rem minmax(0, 1fr); }
      nav {
        border-bottom: 0; border-right: 1px solid var(--line); position: sticky; top: 3.6rem;
        height: calc(100vh - 3.6rem); overflow-y: auto;
      }
      nav summary { display: none; }
      main { padding: 0 2rem 4rem; }
    }
    """

  static let script = """
    (() => {
      "use strict";
      const rows = JSON.parse(document.getElementById("index").textContent)
        .flatMap(([page, declarations]) => declarations.map(([name, detail, fragment]) => ({
          name, detail, link: page + "#" + encodeURIComponent(fragment || name),
          key: name.toLowerCase(), text: (name + " " + detail).toLowerCase()
        })));
      const input = document.getElementById("search");
      const list = document.getElementById("results");
      const status = document.getElementById("search-status");
      const menu = document.getElementById("menu");
      const shown = 30;

      const wide = window.matchMedia("(min-width: 60rem)");
      const layOut = () => { menu.open = wide.matches; };
      wide.addEventListener("change", layOut);
      layOut();

      function find(query) {
        const words = query.toLowerCase().split(/\\s+/).filter(Boolean);
        if (!words.length) return [];
        const rank = (row) => row.key === words[0] ? 0 : row.key.startsWith(words[0]) ? 1
          : row.key.includes(words[0]) ? 2 : 3;
        return rows.filter((row) => words.every((word) => row.text.includes(word)))
          .sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
      }

      function close() {
        list.hidden = true;
        list.replaceChildren();
        status.textContent = "";
      }

      function show() {
        const query = input.value.trim();
        if (!query) return close();
        const found = find(query);
        list.replaceChildren(...found.slice(0, shown).map((row) => {
          const item = document.createElement("li");
          const link = document.createElement("a");
          const detail = document.createElement("span");
          link.href = row.link;
          link.textContent = row.name;
          detail.textContent = row.detail;
          link.append(detail);
          item.append(link);
          return item;
        }));
        if (!found.length) {
          const item = document.createElement("li");
          item.textContent = "Nothing found";
          list.append(item);
        }
        list.hidden = false;
        status.textContent = found.length === 1 ? "1 result" : found.length + " results";
      }

      input.addEventListener("input", show);
      input.addEventListener("focus", show);
      list.addEventListener("click", (event) => { if (event.target.closest("a")) close(); });
      document.addEventListener("click", (event) => {
        if (!event.target.closest("[role=search]")) close();
      });
      document.addEventListener("keydown", (event) => {
        const links = [...list.querySelectorAll("a")];
        const position = links.indexOf(document.activeElement);
        const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
        if (event.key === "/" && !isTyping) {
          event.preventDefault();
          input.focus();
        } else if (event.key === "Escape" && !list.hidden) {
          close();
          input.focus();
          close();
        } else if (event.key === "ArrowDown" && links.length && (position >= 0 || document.activeElement === input)) {
          event.preventDefault();
          links[Math.min(position + 1, links.length - 1)].focus();
        } else if (event.key === "ArrowUp" && position >= 0) {
          event.preventDefault();
          (position ? links[position - 1] : input).focus();
        } else if (event.key === "Enter" && document.activeElement === input && links.length) {
          event.preventDefault();
          links[0].click();
        }
      });
    })();
    """
}
