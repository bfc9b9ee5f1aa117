/// The name of a member of a JSON object.
///
/// All types share this key type: a `CodingKeys` enum for each type would take most of the compile
/// time of a large API.
struct FieldName: CodingKey {
  let stringValue: String
  /// Always `nil`, since members have no numbers.
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension Decoder {
  /// The container of the JSON object that is being decoded.
  func fields() throws -> KeyedDecodingContainer<FieldName> {
    try container(keyedBy: FieldName.self)
  }
}
