import Foundation

/// Hexadecimal digits.
enum HexDigits {
  /// Returns the value of a digit; `nil` for other bytes.
  static func value(_ byte: UInt8) -> UInt16? {
    switch byte {
    case 0x30...0x39: UInt16(byte - 0x30)
    case 0x41...0x46: UInt16(byte - 0x37)
    case 0x61...0x66: UInt16(byte - 0x57)
    default: nil
    }
  }
}

extension JSONIndex {
  /// Returns the characters of a string.
  func text(of entry: Entry) -> String {
    withBytes(of: entry) { bytes in
      entry.kind == .escapedString
        ? Self.unescaped(bytes) : String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Whether a string has the characters of a literal.
  func text(of entry: Entry, is name: StaticString) -> Bool {
    guard entry.kind != .escapedString else { return text(of: entry) == name.description }
    guard Int(entry.length) == name.utf8CodeUnitCount else { return false }
    return withBytes(of: entry) { bytes in
      name.withUTF8Buffer { name in
        guard let a = bytes.baseAddress, let b = name.baseAddress else { return bytes.isEmpty }
        return memcmp(a, b, name.count) == 0
      }
    }
  }

  /// Returns the characters of a string with escape sequences, which the scanner has validated.
  private static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else {
        text.append(byte)
        continue
      }
      switch escaped {
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"):
        var units = [codeUnit(&rest)]
        if UTF16.isLeadSurrogate(units[0]) {
          rest = rest.dropFirst(2)
          units.append(codeUnit(&rest))
        }
        text += String(decoding: units, as: UTF16.self).utf8
      default: text.append(escaped)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func codeUnit(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> UInt16 {
    let digits = rest.prefix(4)
    rest = rest.dropFirst(4)
    return digits.reduce(0) { $0 << 4 | (HexDigits.value($1) ?? 0) }
  }
}
