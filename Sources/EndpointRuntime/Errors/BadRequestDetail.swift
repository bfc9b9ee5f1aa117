/// The problems with the parameters or properties of a rejected request.
public struct BadRequestDetail: Hashable, Sendable {
  /// One parameter or property.
  public struct Field: Hashable, Sendable {
    /// Its name or its path.
    public var field: String
    /// The problem with it.
    public var description: String

    /// Creates a field.
    public init(field: String, description: String) {
      self.field = field
      self.description = description
    }
  }

  /// The parameters and properties, in the server's order.
  public var fields: [Field]

  /// Creates a detail.
  public init(fields: [Field]) { self.fields = fields }

  /// Reads the detail of an error's body; `nil` if it has none.
  init?(_ json: JSON?) {
    guard case .array(let elements)? = json?["badRequestDetail"]?["fields"] else { return nil }
    fields = elements.compactMap { element in
      guard let field = element["field"]?.string else { return nil }
      return Field(
        field: field, description: element["description"]?.string?.redacted ?? "is invalid")
    }
    if fields.isEmpty { return nil }
  }

  /// The fields in one sentence.
  var sentence: String { fields.map { "\($0.field) \($0.description)" }.joined(separator: "; ") }
}
