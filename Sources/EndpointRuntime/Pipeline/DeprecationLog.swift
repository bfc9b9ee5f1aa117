import EndpointModel
import Foundation
import HTTPTypes
import Logging
import Synchronization

/// Logs once for each endpoint that the server reports it as deprecated.
final class DeprecationLog: Sendable {
  private let logger: Logger
  private let reported = Mutex<Set<String>>([])

  init(_ logger: Logger) { self.logger = logger }

  /// Records a response.
  func note(_ response: HTTPResponse, to operation: APIOperation) {
    let fields = response.headerFields
    let endpoint = operation.arguments.operation.name
    guard fields.isDeprecated || fields.sunset != nil,
      reported.withLock({ $0.insert(endpoint).inserted })
    else { return }
    var message = "\(endpoint) is deprecated"
    if let date = fields.deprecation { message += " since \(date.day)" }
    if let date = fields.sunset { message += "; the server stops serving it on \(date.day)" }
    logger.notice("\(message)", metadata: ["endpoint": "\(endpoint)"])
  }
}

extension Date {
  /// The date in UTC, such as `2027-07-01`.
  fileprivate var day: String { String(Timestamp.string(from: self).prefix(10)) }
}
