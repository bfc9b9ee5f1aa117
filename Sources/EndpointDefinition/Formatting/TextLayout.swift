extension String {
  /// The lines of text whose white space means nothing but that empty lines separate paragraphs.
  ///
  /// - Parameter width: How long a line may be; a longer word has a line of its own.
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

  /// The lines without the white space that all begin with, without that at their ends, and without
  /// empty ones before and after the others.
  var unindentedLines: [String] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(\.trimmingEnd)
    lines = Array(lines.drop(while: \.isEmpty))
    while lines.last?.isEmpty == true { lines.removeLast() }
    // What is on the line of the start tag says nothing about how far the others are indented.
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
  /// The text without white space at its end.
  var trimmingEnd: Substring {
    guard let last = lastIndex(where: { !$0.isMarkupSpace }) else { return "" }
    return self[...last]
  }
}
