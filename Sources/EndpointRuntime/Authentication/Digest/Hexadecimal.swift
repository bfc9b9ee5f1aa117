extension Sequence<UInt8> {
  /// The bytes in lower-case hexadecimal digits.
  var hexadecimal: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * underestimatedCount)
    for byte in self {
      digits.append((byte >> 4).hexadecimalDigit)
      digits.append((byte & 0xF).hexadecimalDigit)
    }
    return String(decoding: digits, as: UTF8.self)
  }
}

extension FixedWidthInteger where Self: UnsignedInteger {
  /// The number in lower-case hexadecimal digits, with zeros before it as far as its type reaches.
  var hexadecimal: String {
    String(unsafeUninitializedCapacity: Self.bitWidth / 4) { digits in
      for (index, shift) in stride(from: Self.bitWidth - 4, through: 0, by: -4).enumerated() {
        digits[index] = UInt8(truncatingIfNeeded: self >> shift & 0xF).hexadecimalDigit
      }
      return Self.bitWidth / 4
    }
  }
}

extension UInt8 {
  /// The lower-case digit of a number below 16, in ASCII.
  fileprivate var hexadecimalDigit: UInt8 {
    self < 10 ? UInt8(ascii: "0") + self : UInt8(ascii: "a") + self - 10
  }
}
