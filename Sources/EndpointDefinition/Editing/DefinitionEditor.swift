/// Edits the text of a definition file in place, so that everything else stays as it is.
package struct DefinitionEditor {
  private let file: LocatedFile
  private var bytes: [UInt8] { file.bytes }
  private var edits: [Edit] = []
  /// The elements for those that have had no content.
  private var contents: [Int: (element: LocatedElement, children: [MarkupElement])] = [:]
  /// The depths of the elements by the offsets of their tags.
  private let depths: [Int: Int]

  private struct Edit {
    var range: Range<Int>
    var text: String
  }

  /// Creates an editor without edits.
  package init(_ file: LocatedFile) {
    self.file = file
    var depths: [Int: Int] = [:]
    var rest = file.root.map { [($0, 0)] } ?? []
    while let (element, depth) = rest.popLast() {
      depths[element.tag.lowerBound] = depth
      rest += element.children.map { ($0, depth + 1) }
    }
    self.depths = depths
  }

  /// Whether nothing is edited.
  package var isEmpty: Bool { edits.isEmpty && contents.isEmpty }

  // MARK: Attributes

  /// Sets or removes an attribute. A new one is where the grammar has it.
  package mutating func set(_ name: String, to value: String?, of element: LocatedElement) {
    if let attribute = element.attributes.first(where: { $0.name == name }) {
      guard let value else {
        var start = attribute.start
        while start > 0, bytes[start - 1].isMarkupSpace { start -= 1 }
        edits.append(Edit(range: start..<attribute.valueRange.upperBound + 1, text: ""))
        return
      }
      let isInSingleQuotes = bytes[attribute.valueRange.lowerBound - 1] == UInt8(ascii: "'")
      let text = value.asAttributeValue
      edits.append(
        Edit(
          range: attribute.valueRange,
          text: isInSingleQuotes ? text.replacing("'", with: "&apos;") : text))
      return
    }
    guard let value else { return }
    let order = Grammar.rules[element.name]?.attributes.map(\.name) ?? []
    let rank = order.firstIndex(of: name) ?? order.count
    let previous = element.attributes.last { (order.firstIndex(of: $0.name) ?? order.count) < rank }
    let offset =
      previous.map { $0.valueRange.upperBound + 1 }
      ?? element.tag.lowerBound + 1 + element.name.utf8.count
    edits.append(
      Edit(range: offset..<offset, text: " \(name)=\"\(value.asAttributeValue)\""))
  }

  // MARK: Elements

  /// Inserts an element after a child of another one, or before all of them.
  package mutating func insert(
    _ element: MarkupElement, into parent: LocatedElement, after sibling: LocatedElement?
  ) {
    let depth = (depths[parent.tag.lowerBound] ?? 0) + 1
    if parent.isEmptyTag {
      contents[parent.tag.lowerBound, default: (parent, [])].children.append(element)
      return
    }
    let model = sibling ?? parent.children.first
    let indent = model.flatMap { indentation(at: $0.tag.lowerBound) } ?? indentation(in: parent)
    var text = "\n" + Self.text(of: element, depth: depth, indent: indent)
    if depth == 1, element.hasElements { text = "\n" + text }
    var offset = parent.tag.upperBound
    if let sibling {
      offset = endOfLine(after: sibling)
    } else if !bytes[offset...].prefix(while: { $0 != UInt8(ascii: "\n") })
      .allSatisfy(\.isMarkupSpace)
    {
      // The content is on the line of the tag.
      text += "\n" + (indentation(at: parent.tag.lowerBound) ?? "")
    }
    edits.append(Edit(range: offset..<offset, text: text))
  }

  /// Removes an element with its line, and a comment on that line.
  package mutating func remove(_ element: LocatedElement) {
    var start = element.range.lowerBound
    let end = endOfLine(after: element)
    guard indentation(at: start) != nil, end == bytes.count || bytes[end].endsMarkupLine else {
      edits.append(Edit(range: element.range, text: ""))
      return
    }
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    if start > 0 { start -= 1 }
    if start > 0, bytes[start] == 0x0A, bytes[start - 1] == 0x0D { start -= 1 }
    // One of two empty lines goes too, and the one before an end tag.
    let rest = bytes[end...].drop(while: \.isMarkupSpace)
    let isBeforeEmptyLine =
      bytes[end...].prefix(while: \.isMarkupSpace)
      .count(where: { $0 == 0x0A }) > 1
    if start > 0, bytes[start - 1] == 0x0A, isBeforeEmptyLine || rest.starts(with: "</".utf8) {
      start -= 1
    }
    edits.append(Edit(range: start..<end, text: ""))
  }

  // MARK: Result

  /// The bytes of the file with the edits, in canonical layout if the file was canonical.
  package var result: [UInt8] {
    let edited = applied
    let mark: [UInt8] = file.hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    let formatter = DefinitionFormatter()
    guard let before = try? formatter.format(bytes, path: file.path), Array(before.utf8) == bytes,
      let after = try? formatter.format(edited, path: file.path)
    else { return mark + edited }
    return Array(after.utf8)
  }

  private var applied: [UInt8] {
    var all = edits
    for (element, children) in contents.values {
      let indent = indentation(at: element.tag.lowerBound) ?? ""
      let depth = (depths[element.tag.lowerBound] ?? 0) + 1
      let lines = children.map { Self.text(of: $0, depth: depth, indent: indent + "  ") }
      var start = element.tag.upperBound - 2
      while start > 0, bytes[start - 1].isMarkupSpace { start -= 1 }
      let text = ">\n" + lines.joined(separator: "\n") + "\n\(indent)</\(element.name)>"
      all.append(Edit(range: start..<element.tag.upperBound, text: text))
    }
    let ordered = all.enumerated().sorted { a, b in
      let (one, other) = (a.element.range, b.element.range)
      return (one.lowerBound, one.isEmpty ? 0 : 1, a.offset)
        < (other.lowerBound, other.isEmpty ? 0 : 1, b.offset)
    }.map(\.element)
    let endsInReturns = bytes.firstRange(of: [0x0D, 0x0A]) != nil
    var result: [UInt8] = []
    var position = 0
    // An edit within what is removed is void.
    for edit in ordered where edit.range.lowerBound >= position {
      result += bytes[position..<edit.range.lowerBound]
      result += (endsInReturns ? edit.text.replacing("\n", with: "\r\n") : edit.text).utf8
      position = edit.range.upperBound
    }
    return result + bytes[position...]
  }

  // MARK: Layout

  /// Returns the white space before an offset on its line; `nil` if there is anything else.
  private func indentation(at offset: Int) -> String? {
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let space = bytes[start..<offset]
    return space.allSatisfy(\.isMarkupSpace) ? String(decoding: space, as: UTF8.self) : nil
  }

  private func indentation(in parent: LocatedElement) -> String {
    (indentation(at: parent.tag.lowerBound) ?? "") + "  "
  }

  /// Returns the end of the line of an element if only comments follow it there, else its own end.
  private func endOfLine(after element: LocatedElement) -> Int {
    var end = element.range.upperBound
    while end < bytes.count, !bytes[end].endsMarkupLine {
      if bytes[end].isMarkupSpace {
        end += 1
      } else if bytes[end...].starts(with: "<!--".utf8),
        let close = bytes[end...].firstRange(of: Array("-->".utf8))?.upperBound,
        !bytes[end..<close].contains(0x0A)
      {
        end = close
      } else {
        return element.range.upperBound
      }
    }
    return end
  }

  private static func text(of element: MarkupElement, depth: Int, indent: String) -> String {
    let canonical = String(repeating: "  ", count: depth)
    return MarkupWriter.text(of: element, depth: depth)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(canonical) ? indent + $0.dropFirst(canonical.count) : String($0) }
      .joined(separator: "\n")
  }
}

extension UInt8 {
  fileprivate var isMarkupSpace: Bool { self == 0x20 || self == 0x09 || endsMarkupLine }
  fileprivate var endsMarkupLine: Bool { self == 0x0A || self == 0x0D }
}

extension String {
  /// The text escaped for an attribute in double quotes.
  fileprivate var asAttributeValue: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
      .replacing("\n", with: "&#10;").replacing("\t", with: "&#9;").replacing("\r", with: "&#13;")
  }
}
