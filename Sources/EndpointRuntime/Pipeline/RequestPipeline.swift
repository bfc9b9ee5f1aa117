import EndpointModel
import Foundation
import HTTPTypes
import Logging

/// Sends requests within their deadlines, with retries, through middleware and authentication.
///
/// Copies of a client share a pipeline.
final class RequestPipeline: Sendable {
  let clock: RuntimeClock
  /// The clock for the delays between polls.
  let pollClock: RuntimeClock
  private let transport: any HTTPTransport
  private let authenticator: (any Authenticator)?
  private let configuration: ClientConfiguration
  private let deadlines: Deadlines
  private let limit: ConcurrencyLimit
  private let budget: RetryBudget
  private let rateLimiter: RateLimiter?
  private let adaptiveLimiter: AdaptiveRateLimiter?
  private let deprecations: DeprecationLog

  /// A successful response.
  struct Response: Sendable {
    var head: HTTPResponse
    var decoder: ResponseDecoder
  }

  init(
    transport: any HTTPTransport, authenticator: (any Authenticator)?,
    configuration: ClientConfiguration
  ) {
    self.transport = transport
    self.authenticator = authenticator
    self.configuration = configuration
    let clock = RuntimeClock(configuration.clock)
    self.clock = clock
    pollClock = configuration.pollClock.map { RuntimeClock($0) } ?? clock
    deadlines = Deadlines(clock: clock)
    limit = ConcurrencyLimit(configuration.maximumConcurrentRequests)
    budget = RetryBudget(configuration.retryPolicy.retryBudget)
    rateLimiter = configuration.rateLimit.map { RateLimiter($0, clock: clock) }
    adaptiveLimiter = configuration.adaptiveRateLimit.map { AdaptiveRateLimiter($0, clock: clock) }
    deprecations = DeprecationLog(configuration.logger)
  }

  /// Sends a request and reads the whole response, unless a success is streamed.
  ///
  /// - Throws: ``EndpointError``, also for an error response.
  func perform(_ operation: APIOperation) async throws(EndpointError) -> Response {
    guard !Task.isCancelled else { throw .cancelled }
    let deadline = clock.now + min(operation.timeout, Deadlines.longest)
    do {
      return try await deadlines.run(within: operation.timeout) {
        try await self.retried(operation, until: deadline)
      }
    } catch {
      throw EndpointError(error)
    }
  }

  /// Makes attempts until one succeeds, or until the last error is not retried.
  private func retried(_ operation: APIOperation, until deadline: Duration) async throws -> Response
  {
    var number = 1
    while true {
      do {
        let response = try await limited(operation, number: number, until: deadline)
        budget.refund()
        return response
      } catch {
        let failure = EndpointError(error)
        guard
          let pause = configuration.retryPolicy.pause(
            after: failure, of: operation, attempt: number),
          clock.now + pause < deadline, budget.take()
        else { throw failure }
        try await clock.sleep(for: pause)
        number += 1
      }
    }
  }

  /// Makes an attempt when the limits permit it.
  private func limited(_ operation: APIOperation, number: Int, until deadline: Duration)
    async throws -> Response
  {
    try await adaptiveLimiter?.wait(for: operation, until: deadline)
    let permit = try await rateLimiter?.permit(for: operation, until: deadline)
    defer { permit?.end() }
    return try await limit.run {
      try await attempt(operation, number: number, until: deadline, permit: permit)
    }
  }

  private func attempt(
    _ operation: APIOperation, number: Int, until deadline: Duration, permit: RateLimiter.Permit?
  ) async throws -> Response {
    let authenticated: HTTPTransport.Send = { request, body in
      let exchange: HTTPTransport.Send = { request, body in
        permit?.use()
        // The deadline of the pipeline is earlier, so that its error is thrown.
        let timeout =
          operation.timeout < Deadlines.longest ? deadline - self.clock.now + .seconds(1) : nil
        let response = try await self.transport.send(request, body: body, timeout: timeout)
        self.adaptiveLimiter?.note(response.head, to: operation)
        return response
      }
      guard let authenticator = self.authenticator else { return try await exchange(request, body) }
      guard request.scheme == operation.request.scheme,
        request.authority == operation.request.authority
      else {
        throw AuthenticationError(reason: .otherServer(host: request.authority ?? ""))
      }
      return try await authenticator.authenticate(request, body: body, exchange: exchange)
    }
    let chain = configuration.middleware.around(authenticated, of: operation, number: number)
    let response = try await chain(operation.request, operation.body)
    deprecations.note(response.head, to: operation)
    let isStream =
      operation.isStreamed && response.head.status.kind == .successful
      && !(operation.wantsEnvelope && response.head.isJSON)
    let body = isStream ? Data() : try await whole(response, until: deadline)
    do {
      let decoder = try ResponseReader(operation: operation).read(
        response.head, body: body, stream: isStream ? response.body : nil)
      return Response(head: response.head, decoder: decoder)
    } catch {
      guard case .api(let rejection) = error, rejection.status == .unauthorized else { throw error }
      let reason =
        await authenticator?.reason(for: response.head, to: operation.request)
        ?? .missingCredentials
      throw AuthenticationError(reason: reason, response: rejection)
    }
  }

  /// Reads a body; of an error response, only the beginning.
  private func whole(_ response: TransportResponse, until deadline: Duration) async throws -> Data {
    guard response.head.status.kind == .successful else {
      let time = min(.seconds(2), (deadline - clock.now) / 2)
      return try await ErrorBody(response.body).beginning(within: time, by: deadlines)
    }
    let limit = configuration.maximumResponseSize
    let (data, isComplete) = try await response.body.prefix(bytes: limit)
    guard isComplete else {
      throw EndpointError.transport(
        TransportError(
          .invalidResponse,
          message:
            "the response has more than \(limit) bytes; raise ClientConfiguration.maximumResponseSize"
        ))
    }
    return data
  }
}

extension HTTPResponse {
  /// Whether the body is JSON, so that it can be an envelope.
  fileprivate var isJSON: Bool {
    headerFields[.contentType]?.isJSONMediaType ?? false
  }
}
