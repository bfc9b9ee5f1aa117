/// The attributes of bodies and responses.
struct PayloadDeclaration {
  let type: Located<TypeExpression>?
  /// The attribute `type` even if its value is malformed.
  let typeAttribute: XMLAttribute?
  let contentType: Located<String>?
  let isJSON: Located<Bool>?
  let isStream: Bool
  let examples: [ExampleDeclaration]
  let location: SourceLocation

  init(_ element: XMLElement, isStream: Bool) {
    type = element[ResponseDeclaration.type]
    typeAttribute = element["type"]
    contentType = element[Self.contentType]
    isJSON = element[Self.json]
    self.isStream = isStream
    examples = element.children("example").map(ExampleDeclaration.init)
    location = element.location
  }

  static let contentType: Attribute<String> = .optional(
    "content-type", "The media type, if it is not JSON.")
  static let json: Attribute<Bool> = .optional(
    "json",
    "Whether content with a media type of JSON is JSON. If not, the type is String or Data. Defaults to true."
  )
}

/// The request's body.
struct BodyDeclaration {
  let payload: PayloadDeclaration
  let isRequired: Bool
  let location: SourceLocation

  init(_ element: XMLElement) {
    payload = PayloadDeclaration(element, isStream: false)
    isRequired = element[Self.required]?.value ?? true
    location = element.location
  }

  private static let type: Attribute<TypeExpression> = .required(
    "type", "The type; with a content-type, Data for bytes and String for text.")
  private static let required: Attribute<Bool> = .optional(
    "required", "Whether the body is required. Defaults to true.")

  static let rule = Grammar.Rule(
    summary: "The request's body.",
    attributes: [type, PayloadDeclaration.contentType, PayloadDeclaration.json, required],
    repeated: ["example"])
}

/// A kind of response to a successful request.
struct ResponseDeclaration {
  let status: Located<WordList>?
  let payload: PayloadDeclaration
  let swiftName: Located<String>?
  let headerFields: [HeaderFieldDeclaration]
  let documentation: DocumentationDeclaration
  let location: SourceLocation

  init(_ element: XMLElement) {
    status = element[Self.status]
    payload = PayloadDeclaration(element, isStream: element[Self.stream]?.value == true)
    swiftName = element[FieldDeclaration.swiftName]
    headerFields = element.children("header-field").map(HeaderFieldDeclaration.init)
    documentation = DocumentationDeclaration(element)
    location = element.location
  }

  private static let status: Attribute<WordList> = .required(
    "status",
    "The statuses, separated by spaces; 2xx for any other success, 102 for one that comes later.")
  static let type: Attribute<TypeExpression> = .optional(
    "type", "The type. Without it, the response has no body.")
  private static let stream: Attribute<Bool> = .optional("stream", "Whether the body is streamed.")

  static let rule = Grammar.Rule(
    summary: "A kind of response to a successful request.",
    attributes: [
      status, type, PayloadDeclaration.contentType, PayloadDeclaration.json, stream,
      FieldDeclaration.swiftName,
    ], repeated: ["header-field", "example"]
  ).documented(isDescribed: false, isDeprecable: false)
}

/// A header field of a response.
struct HeaderFieldDeclaration {
  let name: Located<String>?
  let type: Located<TypeExpression>?
  let unit: UnitDeclaration
  let swiftName: Located<String>?
  let documentation: DocumentationDeclaration
  let location: SourceLocation

  init(_ element: XMLElement) {
    name = element[Self.name]
    type = element[Self.type]
    unit = UnitDeclaration(element)
    swiftName = element[FieldDeclaration.swiftName]
    documentation = DocumentationDeclaration(element)
    location = element.location
  }

  private static let name: Attribute<String> = .required("name", "The name of the header field.")
  private static let type: Attribute<TypeExpression> = .required(
    "type", "A scalar, an enum, or an alias of one. Dates can have the format of HTTP, too.")

  static let rule = Grammar.Rule(
    summary: "A header field of a response, which is a key of the response in Swift.",
    attributes: [name, type, UnitDeclaration.unit, FieldDeclaration.swiftName]
  ).documented()
}
