import EndpointRuntime
import Foundation
import HTTPTypes

/// Sends requests to a simulator in process.
struct SimulatorTransport: HTTPTransport {
  let core: SimulatorCore

  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    let data = try await body?.prefix(bytes: IncomingRequest.bodySize)
    try Task.checkCancellation()
    let incoming = IncomingRequest(
      method: request.method.rawValue, target: request.path ?? "/",
      scheme: request.scheme ?? "http", host: request.authority ?? "",
      headerFields: request.headerFields,
      body: data?.isComplete == false ? nil : data?.data ?? Data(),
      isInProcess: true)
    await core.setUp()
    let response = try await Self.limited(to: timeout) {
      switch await core.service.respond(to: incoming) {
      case .closed:
        throw TransportError(.interrupted, message: "the simulator closed the connection")
      case .response(let response): response
      }
    }
    return TransportResponse(
      head: HTTPResponse(
        status: .init(code: response.status), headerFields: SentResponse(response).headerFields),
      body: request.method == .head ? HTTPBody(Data()) : Self.body(of: response))
  }

  private static func body(of response: OutgoingResponse) -> HTTPBody {
    if let stream = response.stream { return HTTPBody(stream.chunks, length: stream.length) }
    guard response.isInterrupted else { return HTTPBody(response.body) }
    let part = Data(response.body.prefix(response.body.count / 2))
    let chunks = AsyncThrowingStream<Data, any Error> { continuation in
      continuation.yield(part)
      continuation.finish(
        throwing: TransportError(.interrupted, message: "the simulator closed the connection"))
    }
    return HTTPBody(chunks, length: response.body.count)
  }

  /// Waits for a response. A request that has timed out or is cancelled is still handled, as a server
  /// would do it.
  private static func limited(
    to timeout: Duration?, _ operation: @escaping @Sendable () async throws -> OutgoingResponse
  ) async throws -> OutgoingResponse {
    let (results, continuation) = AsyncStream<Result<OutgoingResponse, any Error>>.makeStream()
    Task {
      do {
        continuation.yield(.success(try await operation()))
      } catch {
        continuation.yield(.failure(error))
      }
      continuation.finish()
    }
    let timer = timeout.map { timeout in
      Task {
        try await Task.sleep(for: timeout)
        continuation.yield(
          .failure(TransportError(.interrupted, message: "the simulator did not respond in time")))
        continuation.finish()
      }
    }
    defer { timer?.cancel() }
    for await result in results { return try result.get() }
    throw CancellationError()
  }
}
