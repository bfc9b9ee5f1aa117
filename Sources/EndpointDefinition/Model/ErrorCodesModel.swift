/// The error codes that an API is known to respond with.
package struct ErrorCodesModel: Sendable {
  /// The codes, as declared.
  package var codes: [Code] = []
  /// The error codes of responses without one, by status.
  package var statuses: [Status] = []

  /// A code that error responses carry.
  package struct Code: Sendable {
    /// The code on the wire.
    package var value: String
    /// The status that it comes with, if it is known.
    package var status: Int?
    /// The name in Swift; `nil` for the default.
    package var swiftName: String?
    /// The documentation.
    package var documentation: Documentation = .init()
    /// A hint on how to fix it, in whole sentences.
    package var hint: String?
    /// The location of the declaration.
    package var location: SourceLocation
  }

  /// A code for responses of a status that carry none, such as a proxy's.
  package struct Status: Hashable, Sendable {
    /// The status.
    package var value: Int
    /// The code, which is one of the list.
    package var code: String
  }
}
