import AtlasAdmin

/// Why a command ends, with the status to exit with.
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

  /// A failure of a call.
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
