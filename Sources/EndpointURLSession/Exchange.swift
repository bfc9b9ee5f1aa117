import EndpointRuntime
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A request and its response.
final class Exchange: Sendable {
  let task: URLSessionTask
  let body: BodyBuffer
  private let response = Promise<HTTPURLResponse>()
  private let upload: Upload
  private let authority: String

  init(_ task: URLSessionTask, upload: Upload, authority: String) {
    self.task = task
    self.upload = upload
    self.authority = authority
    body = BodyBuffer(task)
  }

  /// Sends the request and waits for the head of the response.
  func head() async throws -> HTTPURLResponse {
    try await withTaskCancellationHandler {
      task.resume()
      return try await response.value
    } onCancel: {
      cancel()
    }
  }

  /// Returns the next chunk of the body; `nil` at the end.
  func next() async throws -> Data? {
    try await withTaskCancellationHandler {
      try await body.next()
    } onCancel: {
      cancel()
    }
  }

  /// Cancels the exchange unless it has ended.
  func cancel() {
    response.keep(.failure(CancellationError()))
    if body.end(.failure(CancellationError()), keepingRest: false) { task.cancel() }
  }

  /// Cancels the exchange unless the response has begun.
  func timeOut() {
    let failure = TransportError(.interrupted, message: "\(authority) did not respond in time")
    guard response.keep(.failure(failure)) else { return }
    if body.end(.failure(failure), keepingRest: false) { task.cancel() }
  }

  /// Ends a stalled body.
  func stall(_ limit: Duration) {
    let failure = TransportError(
      .interrupted, message: "\(authority) sent no more of its response for \(limit)")
    if body.end(.failure(failure), keepingRest: true) { task.cancel() }
  }
}

extension Exchange {
  /// Processes the head of a response; informational responses are ignored.
  func receive(_ response: URLResponse) {
    guard let response = response as? HTTPURLResponse,
      !(100...199).contains(response.statusCode) || response.statusCode == 101
    else { return }
    self.response.keep(.success(response))
  }

  /// Processes a chunk of the body.
  func receive(_ data: Data) { body.append(data) }

  /// Processes the end of the exchange.
  func complete(_ error: (any Error)?) {
    upload.remove()
    if let error {
      let failure = URLSessionFailure(error, authority: authority, isAnswered: response.isKept)
        .translated
      response.keep(.failure(failure))
      body.end(.failure(failure), keepingRest: true)
    } else {
      // On Linux, a redirect without a valid location is reported only here.
      if let response = task.response { receive(response) }
      response.keep(
        .failure(
          TransportError(.invalidResponse, message: "the response of \(authority) is not HTTP")))
      body.end(.success(()), keepingRest: true)
    }
  }
}
