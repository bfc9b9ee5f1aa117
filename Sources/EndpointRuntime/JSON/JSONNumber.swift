import Foundation

extension JSONIndex {
  /// Returns the exact value of a number; `nil` if it is not an integer, or out of range.
  func integer(_ entry: Entry) -> Int64? {
    guard entry.kind == .integer else {
      // Some servers write `1.0` or `1e3`.
      return decimal(entry).flatMap { Int64("\($0)") }
    }
    return withBytes(of: entry) { bytes in
      let isNegative = bytes.first == UInt8(ascii: "-")
      var value: Int64 = 0
      for byte in isNegative ? bytes.dropFirst() : bytes[...] {
        let digit = Int64(byte) - 0x30
        let (product, overflows) = value.multipliedReportingOverflow(by: 10)
        let (sum, exceeds) =
          isNegative
          ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
        if overflows || exceeds { return nil }
        value = sum
      }
      return value
    }
  }

  /// Returns the decimal value of a number, of at most 38 digits; `nil` if it is out of range.
  func decimal(_ entry: Entry) -> Decimal? {
    let value = Decimal(string: digits(of: entry), locale: nil)
    guard let value, value.isFinite, value != 0 || isZero(entry) else { return nil }
    return value
  }

  /// Returns the nearest binary value of a number; `nil` if it is out of range.
  func double(_ entry: Entry) -> Double? {
    if entry.kind == .integer, let integer = integer(entry), integer.magnitude < 1 << 53,
      integer != 0
    {
      return Double(integer)
    }
    guard let value = Double(digits(of: entry)), value.isFinite, value != 0 || isZero(entry)
    else { return nil }
    return value
  }

  /// The JSON value of a number; `nil` if it is out of range.
  func number(_ entry: Entry) -> JSON? {
    if let integer = integer(entry) { return .integer(integer) }
    if let decimal = decimal(entry) { return .decimal(decimal) }
    return double(entry).map { .double($0) }
  }

  private func digits(of entry: Entry) -> String {
    withBytes(of: entry) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a number has no other digits than zeros before its exponent.
  private func isZero(_ entry: Entry) -> Bool {
    withBytes(of: entry) { bytes in
      !bytes.prefix { $0 | 0x20 != UInt8(ascii: "e") }.contains { 0x31...0x39 ~= $0 }
    }
  }
}
