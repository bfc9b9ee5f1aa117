public import Foundation

/// Everything that can go wrong with a call, for programs to switch over.
///
/// Its description tells a person what happened and what to do. It never contains a secret.
public enum EndpointError: Error, Hashable, Sendable {
  /// The server responded with an error.
  ///
  /// Look at ``APIError/errorCode`` for what it is, and at ``APIError/hint`` for what a person can do.
  /// What is worth repeating (429, 503) has been repeated as ``RetryPolicy`` says; if it comes
  /// nevertheless, call later, after ``APIError/retryAfter`` if the server tells it.
  case api(APIError)
  /// The server did not accept who the caller is, or credentials must not be sent to it.
  ///
  /// Calling again does not help: ``AuthenticationFailure/reason-swift.property`` says what to fix.
  case authentication(AuthenticationFailure)
  /// An argument cannot be sent, and nothing was.
  ///
  /// Fix the call: the argument has the name that the API gives it.
  case invalidRequest(parameter: String, reason: String)
  /// The server could not be reached, or the connection broke.
  ///
  /// Nothing was sent if the kind is `connection`, `nameResolution` or `security`. If it is
  /// `interrupted` the server may have done what it was asked: look before you call again, unless the
  /// call only reads.
  case transport(TransportFailure)
  /// The time for the request, ``ClientConfiguration/timeout``, or for waiting for a state ran out.
  ///
  /// The server may have executed the request, as after a broken connection.
  case timeout(TimeoutFailure)
  /// The server responded with success, and with something else than the definition says.
  ///
  /// The server did what it was asked. Report it to whoever keeps the definition; until it is fixed,
  /// ``EndpointClient/rawResponse(to:options:)`` gives the bytes.
  case decoding(DecodingFailure)
  /// A state that was waited for will never be reached.
  ///
  /// Look at what the state is instead.
  case stateNotReached(WaiterFailure)
  /// The task that made the call was cancelled.
  ///
  /// The server may have done what it was asked.
  case cancelled
}

extension EndpointError {
  /// An error of a transport, an authenticator or a middleware as one of these.
  init(_ error: any Error) {
    self =
      switch error {
      case let error as EndpointError: error
      case let failure as AuthenticationFailure: .authentication(failure)
      case let failure as TransportFailure: .transport(failure)
      case is CancellationError: .cancelled
      default: Task.isCancelled ? .cancelled : .transport(TransportFailure(.other, "\(error)"))
      }
  }
}

extension EndpointError {
  /// The name of the case, for metrics and traces.
  var kind: String {
    switch self {
    case .api: "api"
    case .authentication: "authentication"
    case .invalidRequest: "invalid_request"
    case .transport: "transport"
    case .timeout: "timeout"
    case .decoding: "decoding"
    case .stateNotReached: "state_not_reached"
    case .cancelled: "cancelled"
    }
  }
}

extension EndpointError: CustomStringConvertible, LocalizedError {
  /// What happened and what to do.
  public var description: String {
    switch self {
    case .api(let error): error.description
    case .authentication(let failure): failure.description
    case .invalidRequest(let parameter, let reason): "'\(parameter)' \(reason)"
    case .transport(let failure): failure.description
    case .timeout(let failure): failure.description
    case .decoding(let failure): failure.description
    case .stateNotReached(let state): state.description
    case .cancelled: "the operation was cancelled"
    }
  }

  /// The same as the description.
  public var errorDescription: String? { description }
}
