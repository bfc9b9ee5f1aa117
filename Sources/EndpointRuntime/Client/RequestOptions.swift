import EndpointModel
public import HTTPTypes

/// The options of one request.
///
/// The generator adds a property for each query parameter that all endpoints of the API share.
public struct RequestOptions<API: EndpointAPI>: Sendable {
  /// The timeout of the request with all its attempts. Defaults to `nil`, which is
  /// ``ClientConfiguration/timeout``.
  public var timeout: Duration?
  /// Header fields that are added to those of the client, or replace them.
  public var headerFields: HTTPFields = [:]
  /// The version of the API that the request asks for in place of ``Endpoint/version``: in `Accept`
  /// and in the media type of the body. Defaults to `nil`.
  ///
  /// The types of the endpoint stay those of its own version. If a response of another version does
  /// not match them, ``EndpointClient/rawResponse(to:options:)`` returns its bytes.
  public var apiVersion: String?
  /// Whether items of a list that cannot be decoded are skipped and reported in
  /// ``EndpointResponse/skippedItems`` and ``Page/skippedItems``. Defaults to `false`, so that such
  /// an item is an error.
  public var skipsInvalidItems = false
  /// The query parameters that are added to those of the endpoint.
  var parameters: [String: any ParameterValue] = [:]

  /// The query parameters in the order of the API's definition, then others by name.
  var query: [(name: String, value: String)] {
    if parameters.isEmpty { return [] }
    let known = API.descriptor.parameters.map(\.name)
    let others = parameters.keys.filter { !known.contains($0) }.sorted()
    return (known + others).compactMap { name in
      parameters[name].map { (name, $0.parameterValue) }
    }
  }

  /// Creates options that change nothing. The generator adds an initializer with arguments.
  public init() {}

  /// A shared query parameter by its name on the wire.
  @_spi(Generated) public subscript<Value: ParameterValue>(parameter name: String) -> Value? {
    get { parameters[name] as? Value }
    set { parameters[name] = newValue }
  }
}
