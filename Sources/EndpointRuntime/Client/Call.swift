import HTTPTypes

/// One call: the complete request without credentials, and how its answer is to be read.
///
/// It is much to copy, so it is shared.
final class Call: Sendable {
  let endpoint: EndpointDescriptor
  let request: HTTPRequest
  let body: HTTPBody?
  private let arguments: EndpointRequest
  let timeout: Duration
  /// Whether a successful answer is handed on as it arrives.
  let isStreamed: Bool
  let reader: AnswerReader

  init<API>(
    _ request: EndpointRequest, base: BaseURL, options: RequestOptions<API>, isStreamed: Bool,
    configuration: ClientConfiguration
  ) throws(EndpointError) {
    try request.validate()
    let endpoint = request.descriptor
    guard let method = HTTPRequest.Method(endpoint.method) else {
      throw .invalidRequest(parameter: "method", reason: "is no HTTP method")
    }
    let target = RequestTarget(request: request, sharedQuery: options.query)
    var fields = request.headerFields
    fields[.accept] = fields[.accept] ?? endpoint.accept
    // A stream is handed on, or written to a file, as the server has it.
    fields[.acceptEncoding] = isStreamed ? "identity" : "gzip"
    fields[.userAgent] = configuration.userAgent
    for field in options.headerFields { fields[field.name] = field.value }
    self.request = HTTPRequest(
      method: method, scheme: base.scheme, authority: base.authority,
      path: try target.text(after: base.path(of: endpoint, declared: API.descriptor.baseURL)),
      headerFields: fields)
    self.endpoint = endpoint
    self.isStreamed = isStreamed
    body = request.body
    arguments = request
    timeout = options.timeout ?? configuration.timeout
    let switchParameter = API.descriptor.envelope?.switchParameter ?? ""
    reader = AnswerReader(
      descriptor: endpoint, api: API.descriptor,
      envelopeRequested: options.parameters[switchParameter]?.parameterValue == "true")
  }

  /// The text for a placeholder of the path.
  func pathValue(_ name: String) -> String? { arguments.pathValue(name) }
}
