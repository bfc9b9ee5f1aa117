/// A failure of the tool.
struct ToolFailure: Error {
  /// The exit status.
  enum Status: Int32 {
    case failure = 1
    case usage = 2
  }

  let status: Status
  let message: String

  init(_ status: Status, _ message: String) {
    self.status = status
    self.message = message
  }
}
