/// Writes the fields of a JSON object for generated types.
///
/// The first problem is kept and thrown by ``finish()``.
@_spi(Generated) public struct FieldWriter {
  private var container: KeyedEncodingContainer<FieldName>
  private var failure: (any Error)?

  /// Begins to write.
  public init(_ encoder: any Encoder) { container = encoder.container(keyedBy: FieldName.self) }

  /// Writes a field, or nothing if the value is `nil`.
  public mutating func set<Value: Encodable>(_ name: String, _ value: Value?) {
    guard let value else { return }
    do {
      try container.encode(value, forKey: FieldName(stringValue: name))
    } catch {
      failure = failure ?? error
    }
  }

  /// Writes a field with dates, or nothing if the value is `nil`.
  public mutating func set<Value: TimestampCodable>(date name: String, _ value: Value?) {
    set(name, value?.timestamps)
  }

  /// Writes a field with dates or null, or nothing if the value is `nil`.
  public mutating func set<Value: TimestampCodable>(date name: String, _ value: Nullable<Value>?) {
    guard let value else { return }
    set(name, value.value.map { Nullable.value($0.timestamps) } ?? .null)
  }

  /// Writes a field with dates, with null if the value is `nil`.
  public mutating func setNullable<Value: TimestampCodable>(date name: String, _ value: Value?) {
    setNullable(name, value?.timestamps)
  }

  /// Writes a field, with null if the value is `nil`.
  public mutating func setNullable<Value: Encodable>(_ name: String, _ value: Value?) {
    set(name, value.map(Nullable.value) ?? Nullable.null)
  }

  /// Ends the writing.
  ///
  /// - Throws: `EncodingError` for the first value that has no form in JSON.
  public func finish() throws {
    if let failure { throw failure }
  }
}
