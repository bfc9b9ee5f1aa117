package import EndpointModel

/// A state that the response of an endpoint reaches in time.
package struct WaiterModel: Sendable {
  /// The name, which follows `until:` in Swift.
  package var name: String
  /// The documentation of the state.
  package var documentation: Documentation = .init()
  /// The conditions of success.
  package var success: [Condition] = []
  /// The statuses that indicate success, such as 404 after a deletion.
  package var successStatuses: [Int] = []
  /// The error codes that must come with one of these statuses; empty for any.
  package var successCodes: [String] = []
  /// The conditions of failure.
  package var failure: [Condition] = []
  /// The delay between two polls, in seconds.
  package var interval: Int
  /// The default timeout in seconds.
  package var timeout: Int
  /// The location of the declaration.
  package var location: SourceLocation

  /// A condition on a field of the response, or on its status.
  package struct Condition: Sendable {
    /// The path to the field; empty if the response only has to have content.
    package var path: [Step]
    /// The accepted values; empty accepts any value.
    package var values: [String]
    /// The statuses of the response with content; empty for a condition on a field.
    package var statuses: [Int] = []

    /// The path in the form of definitions, with dots between steps.
    package var member: String { path.map(\.field.name).joined(separator: ".") }
  }

  /// A step of the path to a field.
  package struct Step: Sendable {
    /// The field.
    package var field: FieldModel
    /// Whether the preceding value can be `nil`.
    package var followsOptional: Bool
  }
}
