/// Writes the fields of a JSON object for generated types.
///
/// Methods for fields do not throw; ``finish()`` throws the first problem.
@_spi(Generated) public struct FieldWriter {
  private var container: KeyedEncodingContainer<FieldName>
  private var failure: (any Error)?

  /// Creates a writer.
  public init(_ encoder: any Encoder) { container = encoder.container(keyedBy: FieldName.self) }

  /// Encodes a field unless the value is `nil`.
  public mutating func set<Value: Encodable>(_ name: String, _ value: Value?) {
    guard let value else { return }
    do {
      try container.encode(value, forKey: FieldName(stringValue: name))
    } catch {
      failure = failure ?? error
    }
  }

  /// Encodes a field with dates unless the value is `nil`.
  public mutating func set<Value: TimestampCodable>(date name: String, _ value: Value?) {
    set(name, value?.timestamps)
  }

  /// Encodes a field with dates or null unless the value is `nil`.
  public mutating func set<Value: TimestampCodable>(date name: String, _ value: Nullable<Value>?) {
    guard let value else { return }
    set(name, value.value.map { Nullable.value($0.timestamps) } ?? .null)
  }

  /// Encodes a field with dates; `nil` is null.
  public mutating func setNullable<Value: TimestampCodable>(date name: String, _ value: Value?) {
    setNullable(name, value?.timestamps)
  }

  /// Encodes a field; `nil` is null.
  public mutating func setNullable<Value: Encodable>(_ name: String, _ value: Value?) {
    set(name, value.map(Nullable.value) ?? Nullable.null)
  }

  /// Throws the first problem.
  ///
  /// - Throws: `EncodingError` for the first value that could not be encoded.
  public func finish() throws {
    if let failure { throw failure }
  }
}
