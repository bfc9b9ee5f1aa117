package import EndpointDefinition
import EndpointGeneration
import EndpointModel

/// A static reference of an API in HTML, which needs nothing but its files.
package struct PreviewSite {
  let model: APIModel
  let types: TypeIndex
  let examples: ExampleMaker
  /// The pages of the tags, of shared types, and of error codes.
  let sections: [Section]
  /// The links to types by name.
  private let typeLinks: [String: String]
  /// The endpoints whose requests or responses have a type, by its name.
  let users: [String: [OperationModel]]

  /// A page with declarations.
  struct Section {
    var file: String
    var title: String
    var model: FileModel
  }

  /// Creates the reference of an API.
  package init(_ model: APIModel) {
    self.model = model
    types = TypeIndex(model)
    examples = ExampleMaker(model)
    var sections: [Section] = []
    var taken: Set<String> = ["index.html"]
    for file in model.files {
      guard file.tag != nil || !file.types.isEmpty || file.errorCodes != nil else { continue }
      let stem = String((file.path.split(separator: "/").last ?? "").dropLast(".xml".count))
      let title =
        file.tag ?? (file.errorCodes != nil ? "Error codes" : stem.typesTitle)
      let name = file.tag.map(\.fileName) ?? (file.errorCodes != nil ? "errors" : stem)
      var path = "\(name).html"
      var number = 2
      while !taken.insert(path).inserted {
        path = "\(name)-\(number).html"
        number += 1
      }
      sections.append(Section(file: path, title: title, model: file))
    }
    self.sections =
      sections.filter { $0.model.tag != nil }
      + sections.filter { $0.model.tag == nil }
    var links: [String: String] = [:]
    for section in sections {
      for type in section.model.types { links[type.name] = "\(section.file)#\(type.name)" }
    }
    typeLinks = links
    var users: [String: [OperationModel]] = [:]
    for endpoint in model.endpoints {
      let payloads = [endpoint.body?.payload] + endpoint.responses.map(\.payload)
      let names = payloads.compactMap { $0?.jsonType?.declaredName }
      for name in names.uniqued { users[name, default: []].append(endpoint) }
    }
    self.users = users
  }

  /// The pages by the names of their files.
  package var pages: [String: String] {
    var pages = [
      "index.html": page(title: model.name, current: "index.html", content: overview)
    ]
    for section in sections {
      pages[section.file] = page(
        title: "\(section.title) · \(model.name)", current: section.file,
        content: content(of: section))
    }
    return pages
  }

  // MARK: Pages

  private var overview: HTML {
    let base = model.baseURL
    var content: HTML = "<h1>\(model.name)</h1>\n\(prose(model.documentation))"
    content += "<dl class=\"facts\"><dt>Base URL</dt><dd><code>\(base)</code></dd>"
    if let mediaType = model.mediaType {
      content += "<dt>Media type</dt><dd><code>\(mediaType)</code></dd>"
    }
    if !model.authentication.isEmpty {
      let names = model.authentication.map(\.displayName).joined(separator: ", or ")
      content += "<dt>Authentication</dt><dd>\(names)</dd>"
    }
    if let pagination = model.pagination {
      content +=
        "<dt>Pages of lists</dt><dd><code>\(pagination.pageParameter)</code> from \(pagination.firstPage), <code>\(pagination.sizeParameter)</code> up to \(pagination.maximumSize), \(pagination.defaultSize) by default</dd>"
    }
    content += "</dl>\n"
    if !model.parameters.isEmpty {
      content +=
        "<h2 id=\"shared-parameters\">Parameters of all endpoints</h2>\n\(list(model.parameters, owner: "all"))"
    }
    for section in sections where section.model.tag != nil {
      content += "<section class=\"tag\" aria-labelledby=\"tag-\(section.title)\">"
      content +=
        "<h2 id=\"tag-\(section.title)\"><a href=\"\(section.file)\">\(section.title)</a></h2>\n"
      if let summary = section.model.documentation.summary {
        content += "<p>\(HTML(prose: summary))</p>\n"
      }
      content += "\(endpointList(section))</section>\n"
    }
    return content
  }

  private func content(of section: Section) -> HTML {
    var content: HTML = "<h1>\(section.title)</h1>\n\(prose(section.model.documentation))"
    if section.model.endpoints.count > 1 { content += endpointList(section) }
    for endpoint in section.model.endpoints { content += article(endpoint) }
    if !section.model.types.isEmpty {
      if !section.model.endpoints.isEmpty { content += "<h2 id=\"types\">Types</h2>\n" }
      for type in section.model.types { content += article(type) }
    }
    if let codes = section.model.errorCodes { content += errorCodes(codes) }
    return content
  }

  private func endpointList(_ section: Section) -> HTML {
    let items = section.model.endpoints.map { endpoint -> HTML in
      """
      <li><a href="\(section.file)#\(endpoint.name)">\(endpoint.name)</a>\(badge(endpoint.documentation)) \
      <span class="note">\(HTML(prose: endpoint.documentation.summary ?? ""))</span></li>

      """
    }
    return "<ul class=\"plain\">\n\(items.joined())</ul>\n"
  }

  private func errorCodes(_ codes: ErrorCodesModel) -> HTML {
    let items = codes.codes.map { code -> HTML in
      let status: HTML = code.status.map { " <span class=\"rule\">\($0)</span>" } ?? ""
      let hint: HTML = code.hint.map { "<p class=\"hint\">\(HTML(prose: $0))</p>" } ?? ""
      return """
        <li id="\(code.value.asFragment)"><code class="name">\(code.value)</code>\(status)\(badge(code.documentation))
        \(prose(code.documentation))\(hint)</li>

        """
    }
    return "<ul class=\"members\">\n\(items.joined())</ul>\n"
  }

  // MARK: Parts

  /// Returns a type with a link to each type that it mentions.
  func link(_ type: TypeReference) -> HTML {
    switch type {
    case .scalar(let scalar): "\(scalar.rawValue)"
    case .named(let name):
      typeLinks[name].map { "<a href=\"\($0)\">\(name)</a>" } ?? "\(name)"
    case .list(let element): "[\(link(element))]"
    case .map(let value): "[String: \(link(value))]"
    }
  }

  /// Returns the summary, the further paragraphs, and the deprecation of a declaration.
  func prose(_ documentation: Documentation) -> HTML {
    var content: HTML = ""
    if let summary = documentation.summary { content += "<p>\(HTML(prose: summary))</p>\n" }
    for paragraph in (documentation.details ?? "").paragraphs {
      content += "<p>\(HTML(prose: paragraph.joined(separator: " ")))</p>\n"
    }
    if documentation.isDeprecated {
      let reason = documentation.deprecation ?? ""
      let replacement: HTML =
        documentation.replacement.map { name in
          " Use \(link(name))."
        } ?? ""
      content +=
        "<p class=\"deprecation\"><strong>Deprecated.</strong> \(HTML(prose: reason))\(replacement)</p>\n"
    }
    return content
  }

  func badge(_ documentation: Documentation) -> HTML {
    documentation.isDeprecated ? " <span class=\"badge\">deprecated</span>" : ""
  }

  /// Returns a link to an endpoint or a type.
  func link(_ name: String) -> HTML {
    let section = sections.first { $0.model.endpoints.contains { $0.name == name } }
    guard let target = section.map({ "\($0.file)#\(name)" }) ?? typeLinks[name] else {
      return "\(name)"
    }
    return "<a href=\"\(target)\">\(name)</a>"
  }
}

extension AuthenticationScheme {
  fileprivate var displayName: String {
    switch self {
    case .digest: "HTTP Digest"
    case .oauthClientCredentials: "OAuth client credentials"
    case .bearer: "bearer token"
    case .basic: "HTTP Basic"
    case .apiKey: "API key"
    }
  }
}

extension String {
  /// The title for a file of types with the name: `cluster-types` becomes `Cluster types`.
  fileprivate var typesTitle: String {
    guard self != "types" else { return "Shared types" }
    let words = split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The text as the identifier of an element, which has no white space.
  var asFragment: String { split(whereSeparator: \.isWhitespace).joined(separator: "-") }
}
