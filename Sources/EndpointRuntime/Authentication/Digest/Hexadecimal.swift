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
  var hexadecimal: String { hexadecimal(digits: Self.bitWidth / 4) }

  /// Returns the last hexadecimal digits of the number, in lower case.
  func hexadecimal(digits count: Int) -> String {
    String(unsafeUninitializedCapacity: count) { digits in
      for index in 0..<count {
        let shift = 4 * (count - 1 - index)
        digits[index] = UInt8(truncatingIfNeeded: self >> shift & 0xF).hexadecimalDigit
      }
      return count
    }
  }
}

extension UInt8 {
  /// Returns the lower-case digit of a number below 16, in ASCII.
  fileprivate var hexadecimalDigit: UInt8 {
    self < 10 ? UInt8(ascii: "0") + self : UInt8(ascii: "a") + self - 10
  }
}
