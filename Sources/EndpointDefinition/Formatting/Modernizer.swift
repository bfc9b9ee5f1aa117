/// Rewrites what earlier versions of the language wrote at greater length.
struct Modernizer {
  /// Rewrites nodes.
  static func modernize(_ nodes: [MarkupNode]) -> [MarkupNode] {
    nodes.map { node in
      guard case .element(var element) = node else { return node }
      element.children = modernize(element.children)
      element.moveSummaryIntoAttribute()
      element.moveCollectionIntoType()
      if element.name == "endpoints" { element.sharePathParameters() }
      return .element(element)
    }
  }
}

extension MarkupElement {
  /// Makes an attribute of a `<summary>` that is only text.
  fileprivate mutating func moveSummaryIntoAttribute() {
    guard let rule = Grammar.rules[name], rule.hasSummary, self["summary"] == nil,
      let index = children.firstIndex(where: { $0.element?.name == "summary" }),
      let summary = children[index].element, summary.attributes.isEmpty,
      let text = summary.plainText, !text.isMarkupSpace
    else { return }
    children.remove(at: index)
    // The white space before the element would become an empty line.
    if index > 0, case .text(let space) = children[index - 1], space.isMarkupSpace {
      children.remove(at: index - 1)
    }
    let value = text.markupWords.joined(separator: " ").replacing("\"", with: "&quot;")
    attributes.append(("summary", value))
  }

  /// Writes `list="true"` and `map="true"` as parts of the type.
  fileprivate mutating func moveCollectionIntoType() {
    guard let rule = Grammar.rules[name], rule.attributes.contains(where: { $0.name == "type" }),
      let index = attributes.firstIndex(where: { $0.name == "type" })
    else { return }
    // A list of maps, if there were both.
    for old in ["map", "list"] where self[old] == "true" {
      let opening = Grammar.replacedAttributes[old]?.opening ?? ""
      attributes[index].value = opening + attributes[index].value + "]"
    }
    attributes.removeAll {
      Grammar.replacedAttributes[$0.name] != nil && ["true", "false"].contains($0.value)
    }
  }

  /// Declares the path parameters once that several endpoints declare in the same way.
  fileprivate mutating func sharePathParameters() {
    let endpoints = children.compactMap(\.element).filter { $0.name == "endpoint" }
    let declared = endpoints.flatMap(\.pathParameters)
    var names: [String] = []
    for parameter in declared {
      guard let name = parameter["name"], !names.contains(name) else { continue }
      names.append(name)
    }
    let own = pathParameters
    var shared: [MarkupElement] = []
    for name in names where !own.contains(where: { $0["name"] == name }) {
      let variants = declared.filter { $0["name"] == name }
      let counts = variants.map { variant in variants.count { $0.isSame(as: variant) } }
      guard let most = counts.max(), most > 1, let index = counts.firstIndex(of: most) else {
        continue
      }
      shared.append(variants[index])
    }
    for index in children.indices {
      guard var endpoint = children[index].element, endpoint.name == "endpoint" else { continue }
      endpoint.remove { child in
        child.name == "path-param" && (own + shared).contains { $0.isSame(as: child) }
      }
      children[index] = .element(endpoint)
    }
    let first = children.firstIndex { node in
      node.element.map { !["summary", "description"].contains($0.name) } ?? false
    }
    let nodes = shared.flatMap { [MarkupNode.text("\n"), .element($0)] }
    children.insert(contentsOf: nodes, at: first.map { lineStart($0) } ?? children.endIndex)
  }

  /// Returns the index of the comments and the white space above a child.
  private func lineStart(_ index: Int) -> Int {
    var index = index
    while index > 0, children[index - 1].element == nil { index -= 1 }
    return index
  }

  private var pathParameters: [MarkupElement] {
    children.compactMap(\.element).filter { $0.name == "path-param" }
  }

  /// Whether two elements say the same.
  private func isSame(as other: MarkupElement) -> Bool {
    let (content, otherContent) = (self.content, other.content)
    return name == other.name && content.count == otherContent.count
      && attributes.sorted { $0.name < $1.name }
        .elementsEqual(other.attributes.sorted { $0.name < $1.name }, by: ==)
      && zip(content, otherContent).allSatisfy { node, other in
        switch (node, other) {
        case (.element(let a), .element(let b)): a.isSame(as: b)
        case (.text(let a), .text(let b)): a.markupWords == b.markupWords
        case (.verbatim(let a), .verbatim(let b)): a.text == b.text
        default: false
        }
      }
  }

  /// The children without white space.
  private var content: [MarkupNode] {
    children.filter { if case .text(let text) = $0 { !text.isMarkupSpace } else { true } }
  }

  /// Removes children with the white space before them.
  private mutating func remove(where condition: (MarkupElement) -> Bool) {
    var kept: [MarkupNode] = []
    for node in children {
      guard let element = node.element, condition(element) else {
        kept.append(node)
        continue
      }
      if case .text(let space) = kept.last, space.isMarkupSpace { kept.removeLast() }
    }
    children = kept
  }
}
