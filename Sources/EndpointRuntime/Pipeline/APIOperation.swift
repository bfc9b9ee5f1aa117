import EndpointModel
import HTTPTypes

/// A request without credentials, and how its response is decoded.
///
/// It is a class, since copies would be expensive.
final class APIOperation: Sendable {
  let request: HTTPRequest
  let body: HTTPBody?
  let arguments: RequestBuilder
  let api: SharedAPI
  let timeout: Duration
  /// Whether the body of a success is streamed.
  let isStreamed: Bool
  /// Whether the response is requested in an envelope.
  let wantsEnvelope: Bool
  /// Whether items of a list that cannot be decoded are skipped.
  let skipsInvalidItems: Bool
  /// The version that the request asks for in place of that of the endpoint.
  let version: VersionOverride?

  init<API>(
    _ request: RequestBuilder, of api: SharedAPI, base: BaseURL, options: RequestOptions<API>,
    isStreamed: Bool, configuration: ClientConfiguration
  ) throws(EndpointError) {
    try request.validate(listParameters: api.listParameters)
    guard let method = HTTPRequest.Method(request.operation.method) else {
      throw .invalidRequest(parameter: "method", reason: "is not an HTTP method")
    }
    let target = RequestTarget(request: request, sharedQuery: options.query)
    version = try VersionOverride(options.apiVersion, of: request.operation)
    var fields = request.headerFields
    if fields[.accept] == nil { fields[.accept] = Self.accept(request.operation) }
    if let version {
      fields[.accept] = fields[.accept].map(version.applied(to:))
      fields[.contentType] = fields[.contentType].map(version.applied(to:))
    }
    // A stream is passed on as the server sends it.
    fields[.acceptEncoding] = isStreamed || request.operation.isStreamed ? "identity" : "gzip"
    fields[.userAgent] = configuration.userAgent ?? api.userAgent
    for field in options.headerFields { fields[field.name] = nil }
    fields.append(contentsOf: options.headerFields)
    self.request = HTTPRequest(
      method: method, scheme: base.scheme, authority: base.authority,
      path: try target.text(
        after: base.path(declared: api.path, basePath: request.operation.basePath)),
      headerFields: fields)
    self.api = api
    self.isStreamed = isStreamed
    body = request.body
    arguments = request
    skipsInvalidItems = options.skipsInvalidItems
    timeout = options.timeout ?? configuration.timeout
    let name = api.descriptor.envelope?.switchParameter ?? ""
    let queryValue = request.query.last { $0.name == name }?.value
    let isEnveloped = options.parameters[name]?.parameterValue ?? queryValue
    wantsEnvelope = isEnveloped.map { $0 == "true" } ?? request.operation.isEnveloped
  }

  /// Returns the media types of `Accept`. Errors are always JSON, and some servers reject requests
  /// that do not accept it.
  private static func accept(_ endpoint: EndpointOperation) -> String {
    if endpoint.accept.count == 1, endpoint.accept[0] == "application/json" {
      return endpoint.accept[0]
    }
    let types = endpoint.accept.joined(separator: ", ")
    return endpoint.accept.contains(where: \.isJSONMediaType)
      ? types : types + ", application/json;q=0.5"
  }

  /// Returns the value of a placeholder of the path, in any spelling: `GROUP-ID` or `groupId`.
  func pathValue(_ name: String) -> String? {
    let name = Self.plain(name)
    return arguments.operation.path.placeholders.first { Self.plain($0) == name }
      .flatMap { arguments.pathValue($0) }
  }

  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0 != "-" && $0 != "_" }
  }
}
