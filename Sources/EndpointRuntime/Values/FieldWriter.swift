/// Writes the members of a JSON object for generated types.
///
/// The first problem is kept and thrown by ``finish()``.
public struct FieldWriter {
  private var container: KeyedEncodingContainer<FieldName>
  private var failure: (any Error)?

  /// Begins to write.
  public init(_ encoder: any Encoder) { container = encoder.container(keyedBy: FieldName.self) }

  /// Writes a member, or nothing where the value is absent.
  public mutating func set<Value: Encodable>(_ name: String, _ value: Value?) {
    guard let value else { return }
    do {
      try container.encode(value, forKey: FieldName(stringValue: name))
    } catch {
      failure = failure ?? error
    }
  }

  /// Writes a member, with null where the value is absent.
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
