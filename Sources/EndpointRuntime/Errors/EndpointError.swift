public import Foundation

/// Everything that can go wrong with a call, for programs to switch over.
///
/// Its description tells a person what happened and what to do. It never contains a secret.
public enum EndpointError: Error, Sendable {
  /// The server answered with an error: look at ``APIError/errorCode``.
  case api(APIError)
  /// The server did not accept the credentials, or none of its challenges can be answered.
  case authentication(AuthenticationFailure)
  /// An argument cannot be sent; nothing was. Mend the call.
  case invalidRequest(parameter: String, reason: String)
  /// The server could not be reached, or the connection broke.
  case transport(TransportFailure)
  /// The call took longer than it was allowed to.
  case timeout(Duration)
  /// The server's answer is not what the definition says.
  case decoding(DecodingFailure)
  /// A state that was waited for will never be reached. Look at what the state is instead.
  case unreachable(UnreachableState)
  /// The task that made the call was cancelled.
  case cancelled
}

extension EndpointError: CustomStringConvertible, LocalizedError {
  /// What happened and what to do.
  public var description: String {
    switch self {
    case .api(let error): error.description
    case .authentication(let failure): failure.description
    case .invalidRequest(let parameter, let reason): "'\(parameter)' \(reason)"
    case .transport(let failure): failure.description
    case .timeout(let duration): "no answer came within \(duration)"
    case .decoding(let failure): failure.description
    case .unreachable(let state): state.description
    case .cancelled: "the call was cancelled"
    }
  }

  /// The same as the description.
  public var errorDescription: String? { description }
}
