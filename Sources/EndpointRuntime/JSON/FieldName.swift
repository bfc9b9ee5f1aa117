/// The name of a JSON object's member.
///
/// All types share this one key type: a `CodingKeys` enum for each would be most of what the compiler
/// has to do for a large API.
struct FieldName: CodingKey {
  let stringValue: String
  /// Always absent: members have no numbers.
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension Decoder {
  /// The members of the JSON object being decoded.
  func fields() throws -> KeyedDecodingContainer<FieldName> {
    try container(keyedBy: FieldName.self)
  }
}
