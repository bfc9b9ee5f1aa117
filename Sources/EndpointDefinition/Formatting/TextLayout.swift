extension String {
  /// Lays out text in which only empty lines matter, as separators of paragraphs.
  ///
  /// - Parameter width: The maximum length of a line; a longer word has its own line.
  func paragraphLines(width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in paragraphs {
      if !lines.isEmpty { lines.append("") }
      var line = ""
      for word in paragraph {
        if !line.isEmpty, line.count + 1 + word.count > width {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      lines.append(line)
    }
    return lines
  }

  /// The words of each paragraph.
  private var paragraphs: [[Substring]] {
    var paragraphs: [[Substring]] = [[]]
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.markupWords
      if words.isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1] += words }
    }
    return paragraphs.filter { !$0.isEmpty }
  }

  /// Returns the lines without their common indentation, trailing white space, and empty lines at
  /// both ends.
  var unindentedLines: [String] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(\.trimmingEnd)
    lines = Array(lines.drop(while: \.isEmpty))
    while lines.last?.isEmpty == true { lines.removeLast() }
    // The line of the start tag does not indicate the indentation of the others.
    let isInline = first.map { !$0.isMarkupSpace } ?? false
    let measured = isInline ? lines.dropFirst() : lines[...]
    let indent =
      measured.filter { !$0.isEmpty }
      .map { $0.prefix { $0 == " " || $0 == "\t" }.count }.min() ?? 0
    return lines.enumerated().map { index, line in
      String(index == 0 && isInline ? line : line.dropFirst(indent))
    }
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The string without white space at its end.
  var trimmingEnd: Substring {
    guard let last = lastIndex(where: { !$0.isMarkupSpace }) else { return "" }
    return self[...last]
  }
}
