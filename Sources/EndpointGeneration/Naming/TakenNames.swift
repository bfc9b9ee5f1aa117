extension SwiftName {
  /// The members that the runtime gives to a call's options.
  static let optionProperties: Set<String> = [
    "headerFields", "parameters", "skipsInvalidItems", "timeout",
  ]

  /// The types that generated code mentions, which no declared type may hide.
  static let takenTypes: Set<String> = [
    // The runtime's.
    "API", "APIDescriptor", "APIError", "Endpoint", "EndpointAPI", "EndpointClient",
    "EndpointDescriptor", "EndpointError", "EndpointGroup", "EndpointRequest", "EndpointResponse",
    "EnvelopeRule", "ErrorCode", "ErrorRule", "FieldReader", "FieldWriter", "HTTPBody", "Indirect",
    "Item", "JSONModel", "Nullable", "OpenEnum", "Page", "PageRequest", "PaginatedEndpoint",
    "PaginationRule", "ParameterConstraints", "ParameterDescriptor", "DeletionWaiter",
    "RequestOptions", "Response", "ResponseDecoder", "TimeCount", "TimeUnit", "Waiter",
    // Swift's.
    "Any", "AnyObject", "Array", "Character", "Codable", "Decodable", "Decoder", "Dictionary",
    "Encodable", "Encoder", "Error", "Float", "Hashable", "Never", "Optional", "Protocol",
    "Result", "Self", "Sendable", "Set", "Swift", "Task", "Type", "Void",
  ]
}
