/// The name of a member of a JSON object, or the index of an element of an array.
///
/// All types share this key type: a `CodingKeys` enum for each type would take most of the compile
/// time of a large API.
struct FieldName: CodingKey {
  let stringValue: String
  /// The index of an element; `nil` for a member.
  let intValue: Int?

  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init(index: Int) {
    stringValue = "Index \(index)"
    intValue = index
  }

  init?(intValue: Int) { nil }
}
