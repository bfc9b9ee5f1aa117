import EndpointRuntime

/// A failure of a command, with its exit status.
struct CommandFailure: Error {
  /// The exit status.
  enum Status: Int32 {
    case api = 1
    case usage = 2
    case connection = 3
    case state = 4
  }

  let status: Status
  let message: String
  /// The error of the API; `nil` for another failure.
  var response: APIError?

  init(_ status: Status, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Creates the failure for an error of a request.
  init(_ error: EndpointError) {
    message = error.description
    if case .api(let response) = error { self.response = response }
    status =
      switch error {
      case .api, .decoding: .api
      case .invalidRequest, .configuration: .usage
      case .stateNotReached: .state
      case .timeout(let timeout) where timeout.waiter != nil: .state
      case .authentication, .transport, .timeout, .cancelled: .connection
      }
  }
}
