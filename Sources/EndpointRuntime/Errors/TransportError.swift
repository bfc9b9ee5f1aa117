public import Foundation

/// A failure to send a request or to receive its response.
public struct TransportError: Error, Hashable, Sendable {
  /// The kind of failure.
  public enum Kind: String, Hashable, Sendable {
    /// No connection was established. Nothing was sent.
    case connection
    /// The name of the server was not resolved. Nothing was sent.
    case nameResolution
    /// No secure connection was established. Nothing was sent.
    case security
    /// The connection ended before the response.
    case interrupted
    /// The request or the response is not valid HTTP, or the response is larger than allowed.
    case invalidResponse
    /// Any other failure.
    case other
  }

  /// The kind of failure.
  public var kind: Kind
  /// A description of the problem.
  public var message: String

  /// Creates an error.
  public init(_ kind: Kind, message: String) {
    self.kind = kind
    self.message = message
  }
}

extension TransportError: CustomStringConvertible, LocalizedError {
  /// The message.
  public var description: String { message }
  /// The same as the description.
  public var errorDescription: String? { description }
}
