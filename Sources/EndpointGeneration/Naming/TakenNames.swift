import EndpointModel

extension SwiftName {
  /// The properties of the runtime's request options.
  static let optionProperties: Set<String> = [
    "headerFields", "parameters", "skipsInvalidItems", "timeout",
  ]

  /// The types that generated code mentions, which no declared type may hide.
  static let takenTypes: Set<String> = [
    // The runtime's.
    "API", "APIDescriptor", "APIError", "Endpoint", "EndpointAPI", "EndpointClient",
    "EndpointDescriptor", "EndpointError", "EndpointTag", "RequestBuilder", "EndpointResponse",
    "Envelope", "ErrorCode", "ErrorRule", "FieldReader", "FieldWriter", "HTTPBody", "Indirect",
    "Item", "JSONModel", "Nullable", "OpenEnum", "Page", "PageRequest", "PaginatedEndpoint",
    "Pagination", "ParameterConstraints", "ParameterDescriptor", "DeletionWaiter",
    "RequestOptions", "Response", "ResponseDecoder", "TimeCount", "TimeUnit", "Waiter",
    // Swift's.
    "Any", "AnyObject", "Array", "Character", "Codable", "Decodable", "Decoder", "Dictionary",
    "Encodable", "Encoder", "Error", "Float", "Hashable", "Never", "Optional", "Protocol",
    "Result", "Self", "Sendable", "Set", "Swift", "Task", "Type", "Void",
  ]
}
