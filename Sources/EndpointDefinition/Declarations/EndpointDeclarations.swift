import EndpointModel

/// Endpoints under one tag, with their types.
struct EndpointsDeclaration {
  let tag: Located<String>?
  let basePath: Located<String>?
  let version: Located<String>?
  let pathParameters: [ParameterDeclaration]
  let endpoints: [EndpointDeclaration]
  let types: [TypeDeclaration]

  init(_ element: XMLElement) {
    tag = element[Self.tag]
    basePath = element[Self.basePath]
    version = element[Self.version]
    pathParameters = element.children("path-param").map { ParameterDeclaration($0, in: .path) }
    endpoints = element.children("endpoint").map(EndpointDeclaration.init)
    types = element.children.compactMap(TypeDeclaration.init)
  }

  private static let tag: Attribute<String> = .required(
    "tag", "The tag of the endpoints, unique in the module.")
  private static let basePath: Attribute<String> = .optional(
    "base-path", "The path that replaces that of the base URL for these endpoints.")
  private static let version: Attribute<String> = .optional(
    "version", "The version in the media types of the endpoints.")

  static let rule = Grammar.Rule(
    summary: "Endpoints under one tag, with their types; one file for each tag.",
    attributes: [tag, basePath, version],
    repeated: ["path-param", "endpoint"] + Grammar.typeDeclarations
  ).documented(isDeprecable: false)
}

/// An endpoint, which becomes a request struct.
struct EndpointDeclaration {
  let name: Located<String>?
  let method: Located<MethodName>?
  let path: Located<String>?
  let basePath: Located<String>?
  let version: Located<String>?
  let isPaginated: Located<Bool>?
  let authentication: Located<EndpointAuthentication>?
  let documentation: DocumentationDeclaration
  let roles: [String]
  let pathParameters: [ParameterDeclaration]
  let queryParameters: [ParameterDeclaration]
  let headerParameters: [ParameterDeclaration]
  let body: BodyDeclaration?
  let responses: [ResponseDeclaration]
  let waiters: [WaiterDeclaration]
  let location: SourceLocation
  let hasUnknownChildren: Bool

  init(_ element: XMLElement) {
    name = element[Self.name]
    method = element[Self.method]
    path = element[Self.path]
    basePath = element[Self.basePath]
    version = element[Self.version]
    isPaginated = element[Self.paginated]
    authentication = element[Self.authentication]
    documentation = DocumentationDeclaration(element)
    roles = element.children("role").map(\.foldedText)
    pathParameters = element.children("path-param").map { ParameterDeclaration($0, in: .path) }
    queryParameters = element.children("query-param").map { ParameterDeclaration($0, in: .query) }
    headerParameters = element.children("header-param").map {
      ParameterDeclaration($0, in: .header)
    }
    body = element.child("body").map(BodyDeclaration.init)
    responses = element.children("response").map(ResponseDeclaration.init)
    waiters = element.children("waiter").map(WaiterDeclaration.init)
    location = element.location
    hasUnknownChildren = element.hasUnknownChildren
  }

  private static let name: Attribute<String> = .required(
    "name", "The name of the request struct: a verb and its object.")
  private static let method: Attribute<MethodName> = .required(
    "method", "The HTTP method, in capitals.")
  private static let path: Attribute<String> = .required(
    "path", "The path, with {PLACEHOLDER}s whose <path-param>s are here or shared.")
  private static let basePath: Attribute<String> = .optional(
    "base-path", "The path that replaces that of the base URL.")
  private static let version: Attribute<String> = .optional(
    "version", "The version in the media types.")
  private static let paginated: Attribute<Bool> = .optional(
    "paginated", "Whether the response is a page of a list.")
  private static let authentication: Attribute<EndpointAuthentication> = .optional(
    "authentication", "Whether requests are sent without credentials. Defaults to those of the API."
  )

  static let rule = Grammar.Rule(
    summary: "An endpoint, which becomes a request struct.",
    attributes: [name, method, path, basePath, version, paginated, authentication],
    single: ["body"],
    repeated: ["role", "path-param", "query-param", "header-param", "response", "waiter"]
  ).documented()
  static let roleRule = Grammar.Rule(
    summary: "A role that permits the request. One of several is enough.", isText: true)
}
