/// The properties that all endpoints of an API share.
public struct APIDescriptor: Sendable {
  /// The name of the API.
  public var name: String
  /// The absolute URL that every path is appended to, without a slash at its end.
  public var baseURL: String
  /// The query parameters that every endpoint accepts.
  public var parameters: [ParameterDescriptor]
  /// The envelope that a request can ask for; `nil` if there is none.
  public var envelope: Envelope?
  /// How lists are served in pages; `nil` if they are not.
  public var pagination: Pagination?
  /// The fields of an error response; `nil` if they are not known.
  public var error: ErrorShape?
  /// Hints on how to fix an error, by error code.
  public var errorHints: [String: String]
  /// The error codes of responses that carry none, by status.
  public var errorCodes: [Int: String]

  /// Creates a descriptor.
  public init(
    name: String, baseURL: String, parameters: [ParameterDescriptor] = [],
    envelope: Envelope? = nil, pagination: Pagination? = nil, error: ErrorShape? = nil,
    errorHints: [String: String] = [:], errorCodes: [Int: String] = [:]
  ) {
    self.name = name
    self.baseURL = baseURL
    self.parameters = parameters
    self.envelope = envelope
    self.pagination = pagination
    self.error = error
    self.errorHints = errorHints
    self.errorCodes = errorCodes
  }

  /// The URL template of an endpoint.
  public func url(of endpoint: EndpointDescriptor) -> String {
    guard let basePath = endpoint.basePath else { return baseURL + endpoint.path.description }
    let origin = baseURL.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
      .prefix(3).joined(separator: "/")
    return origin + basePath + endpoint.path.description
  }

  /// All parameters of an endpoint: its own, those of pagination, and those that all endpoints share,
  /// with the defaults that they have there.
  public func parameters(of endpoint: EndpointDescriptor) -> [ParameterDescriptor] {
    let shared = parameters.filter { parameter in
      !endpoint.parameters.contains { $0.location == .query && $0.name == parameter.name }
    }
    return endpoint.parameters + (endpoint.isPaginated ? pagination?.parameters ?? [] : []) + shared
  }
}
