/// Writes nodes with two spaces for each level, attributes in the order of the grammar, and wrapped
/// text.
package struct MarkupWriter {
  package private(set) var text = ""

  /// Creates a writer.
  package init() {}

  /// The maximum length of a line in characters.
  private static let width = 100
  /// The elements with an empty line before and after them if they have several lines.
  private static let separated = Set(["endpoint"] + Grammar.typeDeclarations)
  /// The elements whose text keeps its lines, such as JSON.
  private static let preformatted: Set = ["example"]

  /// Returns the lines of an element at a depth, without a line feed at the end.
  static func text(of element: MarkupElement, depth: Int) -> String {
    var writer = MarkupWriter()
    writer.write(element, depth: depth)
    return String(writer.text.dropLast())
  }

  /// Writes a file.
  package mutating func document(_ nodes: [MarkupNode]) { content(nodes, depth: 0) }

  private mutating func line(_ content: some StringProtocol, depth: Int) {
    text += content.isEmpty ? "\n" : String(repeating: "  ", count: depth) + content + "\n"
  }

  // MARK: Elements and comments

  /// Writes the nodes of an element without text.
  private mutating func content(_ nodes: [MarkupNode], depth: Int) {
    var isFirst = true
    var lineFeeds = 0
    var followsSeparated = false
    var followsComment = false
    for (index, node) in nodes.enumerated() {
      if case .text(let space) = node {
        lineFeeds += space.count { $0 == "\n" }
        continue
      }
      if case .verbatim(let comment) = node, comment.isComment, !isFirst, lineFeeds == 0,
        !comment.text.contains("\n")
      {
        // It belongs to what precedes it on its line.
        text.removeLast()
        text += " \(comment.text)\n"
        continue
      }
      let isSeparated = depth == 1 && Self.isSeparated(node)
      let leads = depth == 1 && !followsComment && Self.leadsToSeparated(nodes[index...])
      if !isFirst, lineFeeds > 1 || followsSeparated || leads { line("", depth: 0) }
      write(node, depth: depth)
      followsSeparated = isSeparated
      followsComment = if case .verbatim = node { true } else { false }
      isFirst = false
      lineFeeds = 0
    }
  }

  private static func isSeparated(_ node: MarkupNode) -> Bool {
    guard case .element(let element) = node else { return false }
    return separated.contains(element.name) && element.hasElements
  }

  /// Whether nodes begin with a separated element, or with comments directly above one.
  private static func leadsToSeparated(_ nodes: ArraySlice<MarkupNode>) -> Bool {
    for node in nodes {
      switch node {
      case .element: return isSeparated(node)
      case .text(let space): if space.count(where: { $0 == "\n" }) > 1 { return false }
      case .verbatim: continue
      }
    }
    return false
  }

  private mutating func write(_ node: MarkupNode, depth: Int) {
    switch node {
    case .text: return
    case .verbatim(let verbatim): write(verbatim, depth: depth)
    case .element(let element): write(element, depth: depth)
    }
  }

  /// Writes a comment. Its further lines move with the first.
  private mutating func write(_ verbatim: MarkupNode.Verbatim, depth: Int) {
    let shift = depth * 2 - verbatim.column
    let lines = verbatim.text.split(separator: "\n", omittingEmptySubsequences: false)
    line(lines.first?.trimmingEnd ?? "", depth: depth)
    for further in lines.dropFirst() {
      let indent = further.prefix { $0 == " " }.count
      let kept = further.dropFirst(indent).trimmingEnd
      let spaces = kept.isEmpty ? 0 : max(0, indent + shift)
      text += String(repeating: " ", count: spaces) + kept + "\n"
    }
  }

  private mutating func write(_ element: MarkupElement, depth: Int) {
    let rule = Grammar.rules[element.name]
    let start = Self.startTag(of: element, depth: depth)
    if element.isEmpty {
      line(start, depth: depth)
    } else if rule?.isText == true {
      writeText(of: element, start: start, depth: depth)
    } else {
      line(start, depth: depth)
      content(element.children, depth: depth + 1)
      line("</\(element.name)>", depth: depth)
    }
  }

  /// Returns the lines of a start tag, each as full as the width allows. A summary that is longer
  /// than a line is wrapped.
  private static func startTag(of element: MarkupElement, depth: Int) -> String {
    let attributes = ordered(element.attributes, of: element.name).map { name, value in
      // The value can have been in single quotes. XML reads line feeds and tabs in it as spaces.
      let value = value.replacing("\"", with: "&quot;").replacing("\n", with: " ")
        .replacing("\t", with: " ")
      return name == "summary"
        ? "summary=\"\(value.markupWords.joined(separator: " "))\"" : "\(name)=\"\(value)\""
    }
    let indent = depth * 2
    var lines = [String(repeating: " ", count: indent) + "<" + element.name]
    func append(_ text: String, indent: Int, separator: String = " ") {
      let last = lines.count - 1
      if lines[last].count + separator.count + text.count <= width {
        lines[last] += separator + text
      } else {
        lines.append(String(repeating: " ", count: indent) + text)
      }
    }
    for (index, attribute) in attributes.enumerated() {
      let isLast = index == attributes.count - 1
      let text = attribute + (isLast ? (element.isEmpty ? "/>" : ">") : "")
      if text.hasPrefix("summary="), indent + 4 + text.count > width {
        let words = text.split(separator: " ")
        lines.append(String(repeating: " ", count: indent + 4) + words[0])
        for word in words.dropFirst() { append(String(word), indent: indent + 6) }
      } else {
        append(text, indent: indent + 4)
      }
    }
    if attributes.isEmpty { lines[0] += element.isEmpty ? "/>" : ">" }
    return String(lines.joined(separator: "\n").dropFirst(indent))
  }

  /// Namespaces first, then known attributes in the order of the grammar, then others in their
  /// order.
  private static func ordered(
    _ attributes: [(name: String, value: String)], of element: String
  ) -> [(name: String, value: String)] {
    let known = Grammar.rules[element]?.attributes.map(\.name) ?? []
    func rank(_ name: String) -> Int {
      name.hasPrefix("xmlns") ? -1 : known.firstIndex(of: name) ?? known.count
    }
    return attributes.enumerated()
      .sorted { (rank($0.element.name), $0.offset) < (rank($1.element.name), $1.offset) }
      .map(\.element)
  }

  // MARK: Text

  private mutating func writeText(of element: MarkupElement, start: String, depth: Int) {
    let end = "</\(element.name)>"
    guard let content = element.plainText else {
      // Text with comments or CDATA sections is kept character by character.
      return line(start + element.source + end, depth: depth)
    }
    let room = Self.width - (depth + 1) * 2
    let lines =
      Self.preformatted.contains(element.name)
      ? content.unindentedLines : content.paragraphLines(width: room)
    let isShort = depth * 2 + start.count + (lines.first?.count ?? 0) + end.count <= Self.width
    if lines.count == 1, isShort, !start.contains("\n") {
      line(start + lines[0] + end, depth: depth)
    } else {
      line(start, depth: depth)
      for content in lines { line(content, depth: depth + 1) }
      line(end, depth: depth)
    }
  }
}

extension MarkupElement {
  /// Returns the content of a text element as written.
  fileprivate var source: String {
    children.map { node in
      switch node {
      case .text(let text): text
      case .verbatim(let verbatim): verbatim.text
      case .element: ""
      }
    }.joined()
  }
}
