public import Foundation

/// An error of a request.
///
/// Its description says what happened and what to do. It never contains a secret.
public enum EndpointError: Error, Hashable, Sendable {
  /// The server responded with an error.
  ///
  /// ``APIError/rawCode`` identifies it and ``APIError/hint`` says what to do.
  /// 429 and 503 have been retried by the ``RetryPolicy``; send the request again later, after
  /// ``APIError/retryAfter`` if the server specifies it.
  case api(APIError)
  /// The server rejected the credentials, or they must not be sent to it.
  ///
  /// A retry does not help: ``AuthenticationError/reason-swift.property`` says what to fix.
  case authentication(AuthenticationError)
  /// An argument cannot be sent, and nothing was.
  ///
  /// Fix the argument, which has the name of the API.
  case invalidRequest(parameter: String, reason: String)
  /// A setting of the client, such as its base URL or an environment variable, is missing or invalid.
  case configuration(setting: String, reason: String)
  /// The server could not be reached, or the connection broke.
  ///
  /// Nothing was sent if the kind is `connection`, `nameResolution`, or `security`. If it is
  /// `interrupted`, the server may have executed the request: check before you send it again, unless
  /// it only reads.
  case transport(TransportError)
  /// The time for the request, ``ClientConfiguration/timeout``, or for waiting for a state ran out.
  ///
  /// The server may have executed the request, as after a broken connection.
  case timeout(TimeoutError)
  /// A successful response does not match the definition.
  ///
  /// The server executed the request. Report the difference to the maintainers of the definition; until
  /// it is fixed, ``EndpointClient/rawResponse(to:options:)`` returns the bytes.
  case decoding(ResponseDecodingError)
  /// A state that was waited for will never be reached.
  ///
  /// ``WaiterError/state`` is the state that was reached instead.
  case stateNotReached(WaiterError)
  /// The task was cancelled.
  ///
  /// The server may have executed the request.
  case cancelled
}

extension EndpointError {
  /// An error of a transport, an authenticator or a middleware as one of these.
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
  /// A description of what happened and what to do.
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
