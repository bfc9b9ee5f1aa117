/// A state that an endpoint's response reaches in time, which a caller can wait for.
package struct WaiterModel: Sendable {
  /// Its name, which follows `until:` in Swift.
  package var name: String
  /// The documentation of the state.
  package var documentation: Documentation = .init()
  /// The conditions of success.
  package var success: [Condition] = []
  /// The statuses that indicate success, such as 404 after a deletion.
  package var successStatuses: [Int] = []
  /// The error codes that must come with one of these statuses; empty if any may.
  package var successCodes: [String] = []
  /// The conditions of failure.
  package var failure: [Condition] = []
  /// The delay between two polls, in seconds.
  package var interval: Int
  /// The default time to wait in all, in seconds.
  package var timeout: Int
  /// The location of the declaration.
  package var location: SourceLocation

  /// A condition on a field of the response.
  package struct Condition: Sendable {
    /// The path to the field; never empty.
    package var path: [Step]
    /// The accepted values; empty accepts any value.
    package var values: [String]

    /// The path as definitions write it, with dots between steps.
    package var member: String { path.map(\.field.name).joined(separator: ".") }
  }

  /// A step of the path to a field.
  package struct Step: Sendable {
    /// The field.
    package var field: FieldModel
    /// Whether the value before it may be `nil`.
    package var followsOptional: Bool
  }
}
