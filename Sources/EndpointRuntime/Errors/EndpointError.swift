public import Foundation

/// An error of an operation.
///
/// The description contains the problem and how to fix it, and never a secret.
public enum EndpointError: Error, Hashable, Sendable {
  /// The server responded with an error.
  ///
  /// ``APIError/rawCode`` identifies the error, and ``APIError/hint`` says how to fix it. Responses
  /// with 429 and 503 were retried by the ``RetryPolicy``; send the request again later, after
  /// ``APIError/retryAfter`` if the server specifies it.
  case api(APIError)
  /// The server rejected the credentials, or the client must not send them to the server.
  ///
  /// A retry does not help; ``AuthenticationError/reason-swift.property`` says what to fix.
  case authentication(AuthenticationError)
  /// An argument is invalid. Nothing was sent.
  ///
  /// The parameter has the name that the API uses.
  case invalidRequest(parameter: String, reason: String)
  /// A setting of the client, such as its base URL or an environment variable, is missing or
  /// invalid. Nothing was sent.
  case configuration(setting: String, reason: String)
  /// The server could not be reached, or the connection broke.
  ///
  /// Nothing was sent if the kind is `connection`, `nameResolution`, or `security`. If it is
  /// `interrupted`, the server may have executed the request: check before you send it again,
  /// unless it is safe.
  case transport(TransportError)
  /// The operation timed out: ``ClientConfiguration/timeout``, or the timeout of a waiter.
  ///
  /// The server may have executed the request.
  case timeout(TimeoutError)
  /// A successful response does not match the definition.
  ///
  /// The server executed the request. Report the difference to the maintainers of the definition; until
  /// it is fixed, ``EndpointClient/rawResponse(to:options:)`` returns the bytes.
  case decoding(ResponseDecodingError)
  /// The state that a waiter waits for will not be reached.
  ///
  /// ``WaiterError/state`` is the state that was reached.
  case stateNotReached(WaiterError)
  /// The task was cancelled.
  ///
  /// The server may have executed the request.
  case cancelled
}

extension EndpointError {
  /// Creates an error from an error of a transport, an authenticator, or a middleware.
  init(_ error: any Error) {
    self =
      switch error {
      case let error as EndpointError: error
      case let failure as AuthenticationError: .authentication(failure)
      case let failure as TransportError: .transport(failure)
      case is CancellationError: .cancelled
      default:
        Task.isCancelled ? .cancelled : .transport(TransportError(.other, message: "\(error)"))
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
    case .configuration: "configuration"
    case .transport: "transport"
    case .timeout: "timeout"
    case .decoding: "decoding"
    case .stateNotReached: "state_not_reached"
    case .cancelled: "cancelled"
    }
  }
}

extension EndpointError: CustomStringConvertible, LocalizedError {
  /// A description of the problem and how to fix it.
  public var description: String {
    switch self {
    case .api(let error): error.description
    case .authentication(let failure): failure.description
    case .invalidRequest(let parameter, let reason): "'\(parameter)' \(reason)"
    case .configuration(let setting, let reason): "'\(setting)' \(reason)"
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
