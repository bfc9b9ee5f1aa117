import EndpointDefinition
import EndpointGeneration
import EndpointModel

extension PreviewSite {
  /// Returns a page with navigation and search around its content.
  func page(title: String, current: String, content: HTML) -> String {
    let html: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
      <title>\(title)</title>
      <style>
      \(HTML(markup: PreviewAssets.style))
      </style>
      </head>
      <body>
      <a class="skip" href="#content">Skip to the content</a>
      <header>
      <a class="home" href="index.html">\(model.name)</a>
      <div role="search">
      <label for="search">Search</label>
      <input id="search" type="search" placeholder="Endpoint, path, type, …" autocomplete="off" \
      spellcheck="false" aria-controls="results" aria-describedby="search-status">
      <p id="search-status" class="hidden" role="status"></p>
      <ul id="results" hidden></ul>
      </div>
      </header>
      <div class="columns">
      <nav aria-label="Pages">
      <details id="menu" open><summary>Pages</summary>
      <ul>
      \(navigation(current))</ul>
      </details>
      </nav>
      <main id="content" tabindex="-1">
      \(content)</main>
      </div>
      <script type="application/json" id="index">\(HTML(markup: searchIndex))</script>
      <script>
      \(HTML(markup: PreviewAssets.script))
      </script>
      </body>
      </html>

      """
    return html.description
  }

  private func navigation(_ current: String) -> HTML {
    ([("index.html", "Overview")] + sections.map { ($0.file, $0.title) })
      .map { file, title -> HTML in
        let mark: HTML = file == current ? " aria-current=\"page\"" : ""
        return "<li><a href=\"\(file)\"\(mark)>\(Self.breakable(title))</a></li>\n"
      }.joined()
  }

  /// Returns a name in camel case with opportunities to break its line between words.
  private static func breakable(_ title: String) -> HTML {
    let words = SwiftName.words(of: title)
    guard words.joined() == title else { return "\(title)" }
    return words.map { "\($0)" as HTML }.joined(separator: "<wbr>")
  }

  /// The endpoints, types, and error codes of each page: the page, and for each declaration its
  /// name, a description, and, if it is not the name, the fragment of the link.
  ///
  /// The characters of markup are escaped, so that no text can end the script element.
  private var searchIndex: String {
    func row(_ name: String, _ detail: String) -> DocumentNode {
      let fragment = name.asFragment
      let row: DocumentNode = [.init(.string(name)), .init(.string(detail))]
      return row.appending(fragment == name ? nil : .init(.string(fragment)))
    }
    let rows = sections.map { section -> DocumentNode in
      let endpoints = section.model.endpoints.map { row($0.name, "\($0.method) \($0.path)") }
      let types = section.model.types.map { row($0.name, $0.kind) }
      let codes = (section.model.errorCodes?.codes ?? []).map { code in
        row(code.value, code.status.map { "error \($0)" } ?? "error")
      }
      return [.init(.string(section.file)), .init(.array(endpoints + types + codes))]
    }
    return DocumentWriter.compactJSON(DocumentNode(.array(rows)))
      .replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
      .replacing("&", with: "\\u0026")
  }
}

extension DocumentNode {
  /// Returns the array with one more element if there is one.
  fileprivate func appending(_ element: DocumentNode?) -> DocumentNode {
    DocumentNode(.array(elements + [element].compactMap(\.self)))
  }
}
