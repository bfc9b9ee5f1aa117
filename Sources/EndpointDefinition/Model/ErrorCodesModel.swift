package import EndpointModel

/// The known error codes of an API.
package struct ErrorCodesModel: Sendable {
  /// The codes in order.
  package var codes: [Code] = []
  /// The error codes of responses that carry none, by status.
  package var statuses: [Status] = []

  /// An error code in responses.
  package struct Code: Sendable {
    /// The code on the wire.
    package var value: String
    /// The status of the responses; `nil` if it is unknown.
    package var status: Int?
    /// The name in Swift; `nil` for the default.
    package var swiftName: String?
    /// The documentation.
    package var documentation: Documentation = .init()
    /// A hint on how to fix the error, in whole sentences.
    package var hint: String?
    /// The location of the declaration.
    package var location: SourceLocation
  }

  /// A code for responses without a code, such as those of a proxy.
  package struct Status: Hashable, Sendable {
    /// The status.
    package var value: Int
    /// The code.
    package var code: String
  }
}
