import EndpointRuntime

/// Parses queries.
struct PathParser {
  var scanner: PathScanner
  /// The number of filters and parentheses around the current position.
  var depth = 0
  /// The limit of ``depth``, since parsing is recursive.
  private static let depthLimit = 64

  init(_ text: String) { scanner = PathScanner(text) }

  /// Returns the query.
  mutating func parse() throws(JSONPathError) -> PathQuery {
    guard scanner.skip("$") else { throw scanner.expected("'$'") }
    let segments = try parseSegments()
    guard scanner.next == nil else { throw scanner.expected("'.', '[', or the end of the path") }
    return PathQuery(isRelative: false, segments: segments)
  }

  /// Parses segments up to the first character that does not begin one.
  mutating func parseSegments() throws(JSONPathError) -> [Segment] {
    var segments: [Segment] = []
    while true {
      let start = scanner.position
      scanner.skipBlanks()
      if scanner.skip("..") {
        segments.append(Segment(isDescendant: true, selectors: try parseAfterDots()))
      } else if scanner.skip(".") {
        segments.append(Segment(isDescendant: false, selectors: [try parseShorthand()]))
      } else if scanner.skip("[") {
        segments.append(Segment(isDescendant: false, selectors: try parseBracket()))
      } else {
        scanner.back(to: start)
        return segments
      }
    }
  }

  private mutating func parseAfterDots() throws(JSONPathError) -> [Selector] {
    if scanner.skip("[") { return try parseBracket() }
    return [try parseShorthand()]
  }

  /// Parses `name` or `*`.
  private mutating func parseShorthand() throws(JSONPathError) -> Selector {
    if scanner.skip("*") { return .wildcard }
    guard scanner.next?.beginsName == true else { throw scanner.expected("a name or '*'") }
    return .name(scanner.take { $0.beginsName || $0.isDigit })
  }

  /// Parses the selectors after `[`, and `]`.
  private mutating func parseBracket() throws(JSONPathError) -> [Selector] {
    var selectors: [Selector] = []
    repeat {
      scanner.skipBlanks()
      selectors.append(try parseSelector())
      scanner.skipBlanks()
    } while scanner.skip(",")
    guard scanner.skip("]") else { throw scanner.expected("',' or ']'") }
    return selectors
  }

  private mutating func parseSelector() throws(JSONPathError) -> Selector {
    switch scanner.next {
    case "'", "\"": return .name(try parseString())
    case "*":
      _ = scanner.take()
      return .wildcard
    case "?":
      _ = scanner.take()
      scanner.skipBlanks()
      return .filter(try nested { parser throws(JSONPathError) in try parser.parseOr() })
    default: return try parseIndexOrSlice()
    }
  }

  private mutating func parseIndexOrSlice() throws(JSONPathError) -> Selector {
    let start = try parseInteger()
    let position = scanner.position
    scanner.skipBlanks()
    guard scanner.skip(":") else {
      scanner.back(to: position)
      guard let start else {
        throw scanner.expected("a name in quotes, an index, a slice, '*', or '?'")
      }
      return .index(start)
    }
    scanner.skipBlanks()
    var slice = Slice(start: start, end: try parseInteger())
    scanner.skipBlanks()
    if scanner.skip(":") {
      scanner.skipBlanks()
      slice.step = try parseInteger()
    }
    return .slice(slice)
  }

  /// Parses an integer; returns `nil` if none is next.
  private mutating func parseInteger() throws(JSONPathError) -> Int? {
    let start = scanner.position
    let isNegative = scanner.skip("-")
    let digits = scanner.take(while: \.isDigit)
    guard !digits.isEmpty else {
      if isNegative { throw scanner.expected("a digit") }
      return nil
    }
    guard !digits.hasPrefix("0") || (digits.count == 1 && !isNegative) else {
      throw scanner.error("an index has no leading zero and no '-0'", at: start)
    }
    // The integers that every JSON implementation can represent (RFC 7493).
    guard let value = Int(digits), value < 1 << 53 else {
      throw scanner.error("the integer is out of range", at: start)
    }
    return isNegative ? -value : value
  }

  /// Parses an expression inside another.
  mutating func nested<Value>(
    _ parse: (inout PathParser) throws(JSONPathError) -> Value
  ) throws(JSONPathError) -> Value {
    guard depth < Self.depthLimit else { throw scanner.error("the filter is nested too deeply") }
    depth += 1
    defer { depth -= 1 }
    return try parse(&self)
  }
}
