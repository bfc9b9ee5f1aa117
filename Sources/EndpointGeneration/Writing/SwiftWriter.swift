import EndpointDefinition

/// Writes Swift source in the layout of `swift format`.
struct SwiftWriter {
  /// The text so far.
  private(set) var text = ""
  let access: AccessLevel
  private var depth = 0

  /// The maximum length of a line in characters.
  private static let width = 100

  /// Creates a writer.
  ///
  /// - Parameter access: The access level of declarations, which are passed as public ones.
  init(access: AccessLevel = .public) { self.access = access }

  private var indentation: String { String(repeating: "  ", count: depth) }

  /// Writes a line at the current depth, or an empty one.
  mutating func line(_ content: String = "") {
    raw(access.lowering(content))
  }

  private mutating func raw(_ content: String) {
    text += content.isEmpty ? "\n" : indentation + content + "\n"
  }

  /// Writes an indented block between a head, to which ` {` is added, and a closing brace. A function
  /// with one short statement is written on one line.
  mutating func block(_ head: String, _ body: (inout SwiftWriter) -> Void) {
    if head.contains("("), let single = single(head, body, width: Self.width) {
      return line(single)
    }
    lines(head, body)
  }

  /// Writes a computed property, on one line if its getter is a short statement.
  mutating func getter(_ head: String, _ body: (inout SwiftWriter) -> Void) {
    // `swift format` takes one column less for properties than for functions.
    if let single = single(head, body, width: Self.width - 1) { return line(single) }
    lines(head, body)
  }

  private mutating func lines(_ head: String, _ body: (inout SwiftWriter) -> Void) {
    self.head(head)
    let start = text.endIndex
    indented(body)
    if text.endIndex == start {
      text.removeLast()
      text += "}\n"
    } else {
      line("}")
    }
  }

  /// Writes a case of a `switch` with one statement, on one line if it fits.
  mutating func choice(_ pattern: String, _ statement: String) {
    let single = "\(pattern): \(statement)"
    if indentation.count + single.count <= Self.width { return line(single) }
    line(pattern + ":")
    indented { $0.statement(statement) }
  }

  /// Returns a block on one line; `nil` if it has several statements or does not fit.
  private func single(
    _ head: String, _ body: (inout SwiftWriter) -> Void, width: Int
  ) -> String? {
    var writer = SwiftWriter(access: access)
    body(&writer)
    let statement = writer.text.dropLast()
    let length = indentation.count + head.count + statement.count + 5
    guard !statement.isEmpty, !statement.contains("\n"), length <= width else { return nil }
    return "\(head) { \(statement) }"
  }

  /// Writes indented lines.
  mutating func indented(_ body: (inout SwiftWriter) -> Void) {
    depth += 1
    body(&self)
    depth -= 1
  }

  /// Writes a bracketed list, on one line if it fits, otherwise with one item on each line.
  ///
  /// - Parameter trailingComma: Whether the last of several lines ends in a comma, as in literals.
  mutating func list(
    _ opening: String, _ items: [String], _ closing: String, trailingComma: Bool = false
  ) {
    let single = opening + items.joined(separator: ", ") + closing
    if !single.contains("\n"), indentation.count + single.count <= Self.width {
      return line(single)
    }
    line(opening)
    indented { writer in
      for (index, item) in items.enumerated() {
        let hasComma = index < items.count - 1 || trailingComma && items.count > 1
        writer.item(item + (hasComma ? "," : ""))
      }
    }
    line(closing)
  }

  /// Writes a bracketed list, on one line if it fits, otherwise with as many items on each line as
  /// fit.
  ///
  /// - Parameter trailingComma: Whether the last of several lines ends in a comma, as in literals.
  mutating func filledList(
    _ opening: String, _ items: [String], _ closing: String, trailingComma: Bool = false
  ) {
    let single = opening + items.joined(separator: ", ") + closing
    guard indentation.count + single.count > Self.width else { return line(single) }
    line(opening)
    indented { writer in
      let parts = items.enumerated().map { index, item in
        let hasComma = index < items.count - 1 || trailingComma && items.count > 1
        return Substring(item + (hasComma ? "," : ""))
      }
      for row in parts.folded(to: Self.width - writer.indentation.count) { writer.line(row) }
    }
    line(closing)
  }

  /// Writes a call, on one line if it fits, otherwise with as many arguments on each line as fit.
  /// If an argument has several lines, each has its own.
  mutating func call(_ function: String, _ arguments: [String]) {
    let single = function + "(" + arguments.joined(separator: ", ") + ")"
    let isWide = arguments.contains { indentation.count + 3 + $0.count > Self.width }
    if isWide || single.contains("\n") { return list(function + "(", arguments, ")") }
    guard indentation.count + single.count > Self.width else { return line(single) }
    line(function + "(")
    let parts = arguments.enumerated().map { index, argument in
      Substring(argument + (index < arguments.count - 1 ? "," : ")"))
    }
    indented { writer in
      for row in parts.folded(to: Self.width - writer.indentation.count) { writer.item(row) }
    }
  }

  /// Writes an item of a list. If it does not fit, its value is below its label, or the argument of a
  /// call below its name.
  private mutating func item(_ content: String) {
    guard indentation.count + content.count > Self.width, !content.contains("\n") else {
      return lines(content)
    }
    guard let colon = content.firstRange(of: ": \"") else {
      guard let bracket = content.firstIndex(of: "(") else { return line(content) }
      line(String(content[...bracket]))
      return indented { $0.line(String(content[bracket...].dropFirst())) }
    }
    line(content[..<colon.lowerBound] + ":")
    indented { $0.line(String(content[colon.lowerBound...].dropFirst(2))) }
  }

  /// Returns an array or dictionary literal with one element on each line.
  static func array(_ elements: [String]) -> String {
    bracketed("[", elements, "]", comma: elements.count > 1 ? "," : "")
  }

  /// Returns an array literal, on one line if it is short, otherwise with as many elements on each
  /// line as fit.
  static func filledArray(_ elements: [String]) -> String {
    let single = "[" + elements.joined(separator: ", ") + "]"
    // An argument of a call in a catalog is indented by up to fourteen columns.
    guard single.count + 22 > width, elements.count > 1 else { return single }
    let rows = elements.map { Substring($0 + ",") }.folded(to: width - 18)
    return "[\n" + rows.map { "  " + $0 }.joined(separator: "\n") + "\n]"
  }

  /// Returns a call with one argument on each line.
  static func call(_ function: String, _ arguments: [String]) -> String {
    bracketed(function + "(", arguments, ")", comma: "")
  }

  private static func bracketed(
    _ opening: String, _ items: [String], _ closing: String, comma: String
  ) -> String {
    let rows = items.joined(separator: ",\n").split(separator: "\n").map { "  " + $0 }
    return opening + "\n" + rows.joined(separator: "\n") + comma + "\n" + closing
  }

  /// Writes a statement, broken as `swift format` would if it does not fit.
  mutating func statement(_ content: String) {
    guard indentation.count + content.count > Self.width else { return line(content) }
    if content.hasSuffix(" }"), let brace = content.firstRange(of: " { ") {
      line(content[..<brace.lowerBound] + " {")
      indented { $0.line(String(content[brace.upperBound...].dropLast(2))) }
      line("}")
    } else if content.hasSuffix(")"), let bracket = content.firstIndex(of: "(") {
      line(String(content[...bracket]))
      indented { $0.arguments(String(content[bracket...].dropFirst())) }
    } else if let sign = content.firstRange(of: " = ") {
      line(content[..<sign.lowerBound] + " =")
      indented { $0.line(String(content[sign.upperBound...])) }
    } else {
      line(content)
    }
  }

  /// Writes the arguments of a call. If they do not fit, a literal and a value have a line each.
  private mutating func arguments(_ content: String) {
    guard indentation.count + content.count > Self.width,
      let comma = content.ranges(of: "\", ").last
    else { return line(content) }
    line(content[..<comma.lowerBound] + "\",")
    line(String(content[comma.upperBound...]))
  }

  /// Writes the head of a block. A result or the last protocol that does not fit has its own line.
  private mutating func head(_ content: String) {
    guard indentation.count + content.count + 2 > Self.width,
      let end = content.firstRange(of: " -> ")?.lowerBound
        ?? content.ranges(of: ", ").last?.lowerBound
    else { return line(content + " {") }
    let isList = content[end] == ","
    line(String(content[...end].dropLast(isList ? 0 : 1)))
    indented { $0.line(String(content[end...].dropFirst(isList ? 2 : 1))) }
    line("{")
  }

  /// Writes lines at the current depth.
  mutating func lines(_ content: String) {
    for part in content.split(separator: "\n", omittingEmptySubsequences: false) {
      raw(String(part))
    }
  }

  /// Writes paragraphs as a documentation comment, wrapped.
  mutating func documentation(_ paragraphs: [String?]) {
    var isFirst = true
    for paragraph in paragraphs.compactMap({ $0 }) {
      for part in paragraph.paragraphs {
        if !isFirst { line("///") }
        isFirst = false
        for row in part.folded(to: Self.width - indentation.count - 4) { line("/// " + row) }
      }
    }
  }
}

extension [Substring] {
  /// Returns the words on lines of a maximum length; a longer word has its own line.
  func folded(to width: Int) -> [String] {
    var rows: [String] = []
    for word in self {
      if let last = rows.last, last.count + 1 + word.count <= width {
        rows[rows.count - 1] = last + " " + word
      } else {
        rows.append(String(word))
      }
    }
    return rows
  }
}
