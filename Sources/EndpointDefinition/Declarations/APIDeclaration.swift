import EndpointModel

/// The properties that all endpoints of a module share, in `api.xml`.
struct APIDeclaration {
  let name: Located<String>?
  let baseURL: Located<String>?
  let service: Located<String>?
  let mediaType: Located<String>?
  let version: Located<String>?
  let authentication: [AuthenticationDeclaration]
  let envelope: EnvelopeDeclaration?
  let pagination: PaginationDeclaration?
  let error: ErrorDeclaration?
  let pathParameters: [ParameterDeclaration]
  let queryParameters: [ParameterDeclaration]
  let location: SourceLocation
  let hasUnknownChildren: Bool

  init(_ element: XMLElement) {
    name = element[Self.name]
    baseURL = element[Self.baseURL]
    service = element[Self.service]
    mediaType = element[Self.mediaType]
    version = element[Self.version]
    authentication = element.children("authentication").map(AuthenticationDeclaration.init)
    envelope = element.child("envelope").map(EnvelopeDeclaration.init)
    pagination = element.child("pagination").map(PaginationDeclaration.init)
    error = element.child("error").map(ErrorDeclaration.init)
    pathParameters = element.children("path-param").map { ParameterDeclaration($0, in: .path) }
    queryParameters = element.children("query-param").map { ParameterDeclaration($0, in: .query) }
    location = element.location
    hasUnknownChildren = element.hasUnknownChildren
  }

  private static let name: Attribute<String> = .required(
    "name", "The name of the API and of the generated module.")
  private static let baseURL: Attribute<String> = .required(
    "base-url", "The absolute URL that paths are appended to, without a slash at its end.")
  private static let service: Attribute<String> = .optional(
    "service",
    "The service in Swift, as Module.Type, where several APIs share a client. Defaults to the API itself."
  )
  private static let mediaType: Attribute<String> = .optional(
    "media-type",
    "The media type of JSON, with {version} in place of the version of an endpoint. Defaults to application/json."
  )
  private static let version: Attribute<String> = .optional(
    "version", "The default version of endpoints.")

  static let rule = Grammar.Rule(
    summary: "The properties that all endpoints of a module share, in api.xml.",
    attributes: [name, baseURL, service, mediaType, version],
    single: ["envelope", "pagination", "error"],
    repeated: ["authentication", "path-param", "query-param"]
  ).documented(isDeprecable: false)
}
