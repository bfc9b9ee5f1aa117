/// Parses a list of challenges by the grammar of RFC 9110, section 11.6.1.
///
/// Commas separate challenges as well as parameters: after a comma, a token followed by `=` begins
/// a parameter, and anything else another challenge.
struct ChallengeParser {
  private let bytes: [UInt8]
  private var position = 0
  /// The position of an unterminated quoted string. Later ones are unterminated too, since their
  /// quotes are escaped. Each is searched for once, so parsing takes linear time.
  private var unfinishedQuote = Int.max

  init(_ field: String) { bytes = Array(field.utf8) }

  /// All challenges of the field.
  mutating func challenges() -> [AuthenticationChallenge] {
    var challenges: [AuthenticationChallenge] = []
    while true {
      skip { Self.isSpace($0) || $0 == UInt8(ascii: ",") }
      guard position < bytes.count else { return challenges }
      guard let scheme = token() else {
        skipPastComma()
        continue
      }
      guard
        position == bytes.count || Self.isSpace(bytes[position])
          || bytes[position] == UInt8(ascii: ",")
      else {
        skipPastComma()
        continue
      }
      skip(Self.isSpace)
      var challenge = AuthenticationChallenge(scheme: scheme, parameters: [])
      challenge.token68 = token68()
      if challenge.token68 == nil { challenge.parameters = parameters() }
      challenges.append(challenge)
    }
  }

  /// Parses the parameters up to the next challenge.
  private mutating func parameters() -> [AuthenticationChallenge.Parameter] {
    var parameters: [AuthenticationChallenge.Parameter] = []
    while true {
      let start = position
      skip { Self.isSpace($0) || $0 == UInt8(ascii: ",") }
      guard let parameter = parameter() else {
        position = start
        if skipListRest() { continue }
        return parameters
      }
      parameters.append(parameter)
      skip(Self.isSpace)
      guard position == bytes.count || bytes[position] == UInt8(ascii: ",") else {
        skipPastComma()
        continue
      }
    }
  }

  /// Skips the rest of a list without the quotes that it needs, such as `qop=auth,auth-int`.
  ///
  /// A comma follows a list element; a space and parameters follow a scheme.
  private mutating func skipListRest() -> Bool {
    let start = position
    skip { Self.isSpace($0) || $0 == UInt8(ascii: ",") }
    if token() != nil {
      skip(Self.isSpace)
      let end = position
      skip { Self.isSpace($0) || $0 == UInt8(ascii: ",") }
      if position > end, parameter() != nil {
        position = end
        return true
      }
    }
    position = start
    return false
  }

  /// Parses a parameter; leaves the position unchanged if there is none.
  private mutating func parameter() -> AuthenticationChallenge.Parameter? {
    guard let name = token() else { return nil }
    skip(Self.isSpace)
    guard take("=") else { return nil }
    skip(Self.isSpace)
    guard let value = quotedString() ?? bareValue() else { return nil }
    return .init(name: name.lowercased(), value: value)
  }

  /// Parses a token68 if a challenge can end after it.
  private mutating func token68() -> String? {
    let start = position
    skip { Self.isTokenCharacter($0) || $0 == UInt8(ascii: "/") }
    let end = position
    skip { $0 == UInt8(ascii: "=") }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    skip(Self.isSpace)
    let isAtEnd = position == bytes.count || bytes[position] == UInt8(ascii: ",")
    if end > start, isAtEnd { return text }
    position = start
    return nil
  }

  /// Parses an unquoted value, which servers also use for values that are not tokens.
  private mutating func bareValue() -> String? {
    let start = position
    skip { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") }
    return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
  }

  private mutating func token() -> String? {
    let start = position
    skip(Self.isTokenCharacter)
    return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
  }

  /// Parses a quoted string, without quotes and escapes; returns `nil` if it is unterminated.
  private mutating func quotedString() -> String? {
    let start = position
    guard start < unfinishedQuote, take("\"") else { return nil }
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: content, as: UTF8.self) }
      if byte == UInt8(ascii: "\\"), position < bytes.count {
        content.append(bytes[position])
        position += 1
      } else {
        content.append(byte)
      }
    }
    unfinishedQuote = start
    position = start
    return nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skip(_ condition: (UInt8) -> Bool) {
    while position < bytes.count, condition(bytes[position]) { position += 1 }
  }

  /// Skips at least one byte, up to and including the next comma outside of quotes.
  private mutating func skipPastComma() {
    while position < bytes.count {
      if quotedString() != nil { continue }
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: ",") { return }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isTokenCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
