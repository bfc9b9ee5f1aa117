public import Foundation

/// A failure to exchange a request for a response.
public struct TransportError: Error, Hashable, Sendable {
  /// The kind of failure.
  public enum Kind: String, Hashable, Sendable {
    /// No connection could be made: nothing was sent.
    case connection
    /// The server's name could not be resolved: nothing was sent.
    case nameResolution
    /// No secure connection could be made: nothing was sent.
    case security
    /// The connection ended before the response did.
    case interrupted
    /// The request or the response is not valid HTTP, or the response is larger than allowed.
    case invalidResponse
    /// Any other failure.
    case other
  }

  /// The kind of failure.
  public var kind: Kind
  /// A description of what happened.
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
