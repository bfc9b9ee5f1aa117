/// The problems with the parameters or properties of a rejected request.
public struct BadRequestDetail: Hashable, Sendable {
  /// A problem with one parameter or property.
  public struct Field: Hashable, Sendable {
    /// The name or the path of the parameter or property.
    public var field: String
    /// A description of the problem.
    public var description: String

    /// Creates a field.
    public init(field: String, description: String) {
      self.field = field
      self.description = description
    }
  }

  /// The problems, in the order of the response.
  public var fields: [Field]

  /// Creates a detail.
  public init(fields: [Field]) { self.fields = fields }

  /// Creates the detail of an error's body; `nil` if the body has none.
  init?(_ json: JSON?) {
    guard case .array(let elements)? = json?["badRequestDetail"]?["fields"] else { return nil }
    fields = elements.compactMap { element in
      guard let field = element["field"]?.string else { return nil }
      return Field(
        field: field, description: element["description"]?.string?.redacted ?? "is invalid")
    }
    if fields.isEmpty { return nil }
  }

  /// The problems in one sentence.
  var sentence: String { fields.map { "\($0.field) \($0.description)" }.joined(separator: "; ") }
}
