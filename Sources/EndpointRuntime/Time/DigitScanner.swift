/// Scans numbers of fixed width.
struct DigitScanner<Text: Collection<UInt8>> {
  private var rest: Text.SubSequence

  init(_ text: Text) { rest = text[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// Skips a character; returns `false` if another one is next.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest.removeFirst()
    return true
  }

  /// Scans a digit; returns `nil` if none is next.
  mutating func digit() -> Int64? {
    guard let first = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return nil }
    rest.removeFirst()
    return Int64(first - UInt8(ascii: "0"))
  }

  /// Scans a number with a number of digits.
  mutating func number(_ width: Int) -> Int64? {
    var value: Int64 = 0
    for _ in 0..<width {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }
}
