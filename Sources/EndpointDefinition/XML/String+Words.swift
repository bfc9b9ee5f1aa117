extension StringProtocol where SubSequence == Substring {
  /// The words, separated by white space.
  package var words: [Substring] { split(whereSeparator: \.isSpace) }

  /// The words of each paragraph, separated by empty lines.
  package var paragraphs: [[Substring]] {
    var paragraphs: [[Substring]] = [[]]
    for line in split(omittingEmptySubsequences: false, whereSeparator: \.endsLine) {
      let words = line.words
      if words.isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1] += words }
    }
    return paragraphs.filter { !$0.isEmpty }
  }
}

extension Character {
  // Character properties are slow, and nearly all characters are ASCII.

  fileprivate var isSpace: Bool {
    guard let value = asciiValue else { return isWhitespace }
    return value == 0x20 || (value >= 0x09 && value <= 0x0D)
  }

  fileprivate var endsLine: Bool {
    guard let value = asciiValue else { return isNewline }
    return value >= 0x0A && value <= 0x0D
  }
}
