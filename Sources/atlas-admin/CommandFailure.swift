import AtlasCore

/// A failure of a command, with its exit status.
struct CommandFailure: Error {
  /// The exit status.
  enum Status: Int32 {
    case api = 1
    case usage = 2
    case connection = 3
  }

  let status: Status
  let message: String

  init(_ status: Status, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Creates the failure for an error of a request.
  init(_ error: EndpointError) {
    message = error.description
    status =
      switch error {
      case .api, .decoding, .stateNotReached: .api
      case .invalidRequest, .configuration: .usage
      case .authentication, .transport, .timeout, .cancelled: .connection
      }
  }
}
