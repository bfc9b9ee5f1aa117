import EndpointModel

extension SwiftName {
  /// The properties of the runtime's request options.
  package static let optionProperties: Set<String> = [
    "headerFields", "parameters", "skipsInvalidItems", "timeout",
  ]

  /// The types that generated code uses, whose names are reserved.
  package static let takenTypes: Set<String> = [
    // The runtime's.
    "API", "APIDescriptor", "APIError", "Endpoint", "EndpointAPI", "EndpointClient",
    "EndpointDescriptor", "EndpointError", "EndpointTag", "RequestBuilder", "EndpointResponse",
    "Envelope", "ErrorCode", "ErrorShape", "FieldReader", "FieldWriter", "HTTPBody", "Indirect",
    "Item", "JSONModel", "SharedAPI", "Nullable", "OpenEnum", "Page", "PageRequest",
    "PaginatedEndpoint",
    "Pagination", "ParameterConstraints", "ParameterDescriptor", "DeletionWaiter",
    "RequestOptions", "Response", "ResponseDecoder", "TimeCount", "Waiter",
    // Swift's.
    "Any", "AnyObject", "Array", "Character", "Codable", "Decodable", "Decoder", "Dictionary",
    "Encodable", "Encoder", "Error", "Float", "Hashable", "Never", "Optional", "Protocol",
    "Result", "Self", "Sendable", "Set", "Swift", "Task", "Type", "Void",
  ]

  /// Types of SwiftUI and Foundation, whose names are ambiguous in files that import them.
  package static let platformTypes: Set<String> = [
    // SwiftUI's.
    "Alert", "Animation", "App", "Binding", "Button", "Capsule", "Circle", "Color", "Divider",
    "Edge", "Environment", "Font", "Form", "Gauge", "Grid", "Group", "Image", "Label", "Layout",
    "Link", "List", "Menu", "Namespace", "Path", "Picker", "Rectangle", "Scene", "Section",
    "Settings", "Shape", "Slider", "Spacer", "State", "Stepper", "Tab", "Table", "Text", "Toggle",
    "Transaction", "View", "Window",
    // Foundation's.
    "Bundle", "Calendar", "Dimension", "Formatter", "Host", "Locale", "Measurement",
    "Notification", "Operation", "Pipe", "Port", "Predicate", "Process", "Progress", "Scanner",
    "Stream", "Thread", "Timer", "Unit",
  ]
}
