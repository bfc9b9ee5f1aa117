@_spi(Generated) import EndpointRuntime
import Foundation
import FuzzSupport

/// Reads arbitrary bytes as JSON of any form and as an object with typed fields, and compares the
/// results with those of `JSONDecoder`.
///
/// Both accept the bytes and agree, or both reject them, with the exceptions in ``Exception``. What is
/// accepted is the same after writing and reading again.
private func fuzzJSON(_ bytes: [UInt8]) {
  let document = Data(bytes)
  compare(
    try? JSON(document: document), try? JSONDecoder().decode(JSON.self, from: document), bytes)
  compare(
    (try? Item(document: document)).map(PlainItem.init),
    try? JSONDecoder().decode(PlainItem.self, from: document), bytes)
  for item in [try? Item(document: document)] where item != nil {
    guard let item, let written = try? JSONEncoder().encode(item) else { continue }
    precondition((try? Item(document: written)) == item, "other after writing")
  }
}

private func compare<Value: Equatable>(_ own: Value?, _ other: Value?, _ bytes: [UInt8]) {
  if own == other { return }
  if own == nil, Exception.allowsRefusal(of: bytes) { return }
  if other == nil, Exception.allowsAcceptance(of: bytes) { return }
  if Exception.allowsDifference(in: bytes) { return }
  preconditionFailure("own: \(String(describing: own)), JSONDecoder: \(String(describing: other))")
}

/// Where the reader differs from `JSONDecoder`.
private enum Exception {
  /// `JSONDecoder` also accepts UTF-16 and UTF-32, commas after the last value, documents nested
  /// deeper than 64 levels, and fractions of many digits as integers, to which it rounds them.
  static func allowsRefusal(of bytes: [UInt8]) -> Bool {
    let significant = bytes.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let hasTrailingComma = zip(significant, significant.dropFirst()).contains {
      $0 == UInt8(ascii: ",") && ($1 == UInt8(ascii: "]") || $1 == UInt8(ascii: "}"))
    }
    let depth = bytes.filter { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") }.count
    let isWide =
      bytes.contains(0) || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    let hasManyDigits = bytes.split { !(0x30...0x39).contains($0) && $0 != UInt8(ascii: ".") }
      .contains { $0.count > 16 }
    return hasManyDigits || hasTrailingComma || depth > 64 || isWide
  }

  /// The reader also accepts ISO 8859-1.
  static func allowsAcceptance(of bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) == nil
  }

  /// The reader compares names by their characters' code points, `JSONDecoder` by canonical
  /// equivalence: U+212A is a K to it.
  static func allowsDifference(in bytes: [UInt8]) -> Bool {
    bytes.contains { $0 >= 0x80 } || bytes.contains(UInt8(ascii: "\\"))
  }
}

/// A type as the generator writes it.
private struct Item: JSONModel {
  var id: String
  var count: Int?
  var isOn: Bool?
  var size: Double?
  var tags: [String]?
  var next: [Item]?

  init(fields: inout FieldReader) {
    id = fields.required(string: "id")
    count = fields.optional(int: "count")
    isOn = fields.optional(bool: "isOn")
    size = fields.optional(double: "size")
    tags = fields.optional(list: "tags")
    next = fields.optional(list: "next")
  }

  func write(fields: inout JSONWriter) {
    fields.set(int: "count", count)
    fields.set(string: "id", id)
    fields.set(bool: "isOn", isOn)
    fields.set(list: "next", next)
    fields.set(double: "size", size)
    fields.set(list: "tags", tags)
  }
}

/// The same type with synthesized coding.
private struct PlainItem: Decodable, Equatable {
  var id: String
  var count: Int?
  var isOn: Bool?
  var size: Double?
  var tags: [String]?
  var next: [PlainItem]?

  init(_ item: Item) {
    id = item.id
    count = item.count
    isOn = item.isOn
    size = item.size
    tags = item.tags
    next = item.next?.map(PlainItem.init)
  }
}

@main
private struct FuzzJSON {
  static func main() { Fuzzer.run { (bytes: [UInt8]) in fuzzJSON(bytes) } }
}
