import Foundation

/// The state of reading one document: what is read, and the first problem.
///
/// Methods of readers do not throw. They keep the first problem here and return a placeholder, so that
/// the code of generated types has one exit instead of one for each field.
final class JSONReading {
  /// The document; null if a decoder is read.
  let index: JSONIndex
  /// The decoder of another format or library; `nil` if the document is read.
  let decoder: (any Decoder)?
  /// Whether a decoder is read.
  let isDecoding: Bool
  private(set) var failure: (any Error)?

  init(_ index: JSONIndex) {
    self.index = index
    decoder = nil
    isDecoding = false
  }

  init(_ decoder: any Decoder) {
    index = .null
    self.decoder = decoder
    isDecoding = true
  }

  /// Returns a value of a document.
  ///
  /// - Throws: `DecodingError` if an entry has another type.
  static func value<Value: JSONValue>(
    _ type: Value.Type = Value.self, of index: JSONIndex, at entry: Int = 0
  ) throws -> Value {
    let reading = JSONReading(index)
    let value = Value(json: JSONReader(reading, entry: entry))
    if let failure = reading.failure { throw failure }
    return value
  }

  /// Returns the value of a decoder.
  ///
  /// - Throws: `DecodingError` if it has another type.
  static func value<Value: JSONValue>(of decoder: any Decoder) throws -> Value {
    let reading = JSONReading(decoder)
    let value = Value(json: JSONReader(reading, entry: 0))
    if let failure = reading.failure { throw failure }
    return value
  }

  /// The fields of the decoder; `nil` if it has none.
  lazy var fields: KeyedDecodingContainer<FieldName>? = attempt {
    try decoder?.container(keyedBy: FieldName.self)
  }

  func fail(_ error: any Error) {
    if failure == nil { failure = error }
  }

  /// Removes the problem, so that reading can go on.
  func recover() -> (any Error)? {
    defer { failure = nil }
    return failure
  }

  /// Returns the result of a throwing function; `nil` after a problem.
  func attempt<Value>(_ read: () throws -> Value?) -> Value? {
    do {
      return try read()
    } catch {
      fail(error)
      return nil
    }
  }
}

/// A value that is decoded from another format or library, as from JSON: dates are in ISO 8601, whatever
/// the strategy of the coder.
struct Coded<Value: JSONValue>: Codable {
  let value: Value

  init(_ value: Value) { self.value = value }

  init(from decoder: any Decoder) throws { value = try JSONReading.value(of: decoder) }

  func encode(to encoder: any Encoder) throws { try JSONWriter.write(value, to: encoder) }
}
