import Foundation

extension ContiguousBytes {
  /// The bytes in lower-case hexadecimal digits.
  var hexadecimal: String {
    withUnsafeBytes { bytes in
      String(unsafeUninitializedCapacity: 2 * bytes.count) { digits in
        for (index, byte) in bytes.enumerated() {
          digits[2 * index] = (byte >> 4).hexadecimalDigit
          digits[2 * index + 1] = (byte & 0xF).hexadecimalDigit
        }
        return 2 * bytes.count
      }
    }
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
  /// Returns the lower-case digit of a number below 16, in ASCII.
  fileprivate var hexadecimalDigit: UInt8 {
    self < 10 ? UInt8(ascii: "0") + self : UInt8(ascii: "a") + self - 10
  }
}
