import NIOCore
import NIOHTTP1

/// The time at which a response must have ended.
///
/// AsyncHTTPClient has a deadline for the head of a response only. To read the body in a task that can be
/// cancelled would cost more than anything else that the runtime adds to a request. The deadline
/// therefore reaches the ``ConnectionGuard`` of the connection in a header field, which the guard
/// removes. It may only be added to requests of clients whose connections all have a guard.
struct ResponseDeadline {
  private static let fieldName = "EndpointRuntime-Deadline"

  let time: NIODeadline

  /// Creates the deadline after a timeout.
  init(after timeout: TimeAmount) { time = .now() + timeout }

  /// Takes the deadline out of header fields; `nil` if there is none.
  init?(removedFrom headers: inout HTTPHeaders) {
    guard let text = headers.first(name: Self.fieldName) else { return nil }
    headers.remove(name: Self.fieldName)
    guard let milliseconds = UInt64(text) else { return nil }
    time = .uptimeNanoseconds(milliseconds.multipliedReportingOverflow(by: 1_000_000).partialValue)
  }

  /// Adds the deadline to header fields, in milliseconds since the system started.
  func add(to headers: inout HTTPHeaders) {
    // Rounded up, so that a timeout is never reported before its time.
    headers.add(name: Self.fieldName, value: "\(time.uptimeNanoseconds / 1_000_000 + 1)")
  }
}
