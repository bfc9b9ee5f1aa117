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
  let transport: any HTTPTransport
  let authenticator: (any Authenticator)?
  /// The authenticator, if it can end its waits by itself.
  private let timedAuthenticator: (any TimedAuthenticator)?
  let configuration: ClientConfiguration
  let deadlines: Deadlines
  private let concurrency: ConcurrencyLimit
  private let budget: RetryBudget
  private let rateLimiter: RateLimiter?
  private let adaptiveLimiter: AdaptiveRateLimiter?
  private let deprecations: DeprecationLog
  /// The transport, if it can end the bodies of responses by itself.
  private let bodyLimitingTransport: (any TimedTransport)?
  /// Whether everything that a request can wait for ends at its deadline, so that no task has to be
  /// cancelled there.
  private let waitsEnd: Bool

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
    timedAuthenticator = authenticator as? any TimedAuthenticator
    self.configuration = configuration
    let clock = RuntimeClock(configuration.clock)
    self.clock = clock
    pollClock = configuration.pollClock.map { RuntimeClock($0) } ?? clock
    deadlines = Deadlines(clock: clock)
    concurrency = ConcurrencyLimit(configuration.maximumConcurrentRequests)
    budget = RetryBudget(configuration.retryPolicy.retryBudget)
    rateLimiter = configuration.rateLimit.map { RateLimiter($0, clock: clock) }
    adaptiveLimiter = configuration.adaptiveRateLimit.map { AdaptiveRateLimiter($0, clock: clock) }
    deprecations = DeprecationLog(configuration.logger)
    let timedTransport = transport as? any TimedTransport
    bodyLimitingTransport = timedTransport?.limitsBodies == true ? timedTransport : nil
    waitsEnd =
      timedTransport != nil && configuration.clock is ContinuousClock
      && configuration.middleware.allSatisfy { $0 is any ObservingMiddleware }
      && (authenticator == nil || timedAuthenticator?.waitsEnd == true)
      && configuration.rateLimit == nil && configuration.adaptiveRateLimit == nil
  }

  /// Sends a request and reads the whole response, unless a success is streamed.
  ///
  /// - Throws: ``EndpointError``, also for an error response.
  func perform(_ operation: APIOperation) async throws(EndpointError) -> Response {
    guard !Task.isCancelled else { throw .cancelled }
    let deadline = clock.now + min(operation.timeout, Deadlines.longest)
    do {
      guard waitsEnd, operation.body?.isInMemory ?? true, operation.timeout > .zero else {
        let limit = TimeLimit(deadline: deadline, duration: operation.timeout)
        return try await deadlines.run(within: operation.timeout) {
          try await self.retried(operation, until: limit)
        }
      }
      let limit = TimeLimit(
        deadline: deadline, duration: operation.timeout, enforcedBy: deadlines)
      do {
        return try await retried(operation, until: limit)
      } catch {
        throw limit.error(error)
      }
    } catch {
      throw EndpointError(error)
    }
  }

  /// Makes attempts until one succeeds, or until the last error is not retried.
  private func retried(_ operation: APIOperation, until limit: TimeLimit) async throws -> Response {
    var number = 1
    while true {
      do {
        let response = try await limited(operation, number: number, until: limit)
        budget.refund()
        return response
      } catch {
        let failure = EndpointError(error)
        guard
          let pause = configuration.retryPolicy.pause(
            after: failure, of: operation, attempt: number),
          clock.now + pause < limit.deadline, budget.take()
        else { throw failure }
        try await clock.sleep(for: pause)
        number += 1
      }
    }
  }

  /// Makes an attempt when the limits permit it.
  private func limited(_ operation: APIOperation, number: Int, until limit: TimeLimit)
    async throws -> Response
  {
    try await adaptiveLimiter?.wait(for: operation, until: limit.deadline)
    let permit = try await rateLimiter?.permit(for: operation, until: limit.deadline)
    defer { permit?.end() }
    return try await concurrency.run(within: limit) {
      try await attempt(operation, number: number, until: limit, permit: permit)
    }
  }

  private func attempt(
    _ operation: APIOperation, number: Int, until limit: TimeLimit, permit: RateLimiter.Permit?
  ) async throws -> Response {
    let bodyLimitingTransport =
      limit.isEnforcedByWaits && !operation.isStreamed ? bodyLimitingTransport : nil
    let authenticated: HTTPTransport.Send = { request, body in
      let exchange: HTTPTransport.Send = { request, body in
        permit?.use()
        let response: TransportResponse
        let remaining = limit.remaining(at: self.clock.now)
        do {
          response =
            if let bodyLimitingTransport {
              try await bodyLimitingTransport.send(request, body: body, responseTimeout: remaining)
            } else {
              try await self.transport.send(request, body: body, timeout: remaining)
            }
        } catch {
          throw limit.error(error)
        }
        self.adaptiveLimiter?.note(response.head, to: operation)
        return response
      }
      guard let authenticator = self.authenticator, operation.arguments.operation.isAuthenticated
      else { return try await exchange(request, body) }
      guard request.scheme == operation.request.scheme,
        request.authority == operation.request.authority
      else {
        throw AuthenticationError(reason: .otherServer(host: request.authority ?? ""))
      }
      if let timed = self.timedAuthenticator {
        return try await timed.authenticate(
          request, body: body, within: limit, exchange: exchange)
      }
      return try await authenticator.authenticate(request, body: body, exchange: exchange)
    }
    let chain = configuration.middleware.around(authenticated, of: operation, number: number)
    let response = try await chain(operation.request, operation.body)
    deprecations.note(response.head, to: operation)
    let isStream =
      operation.isStreamed && response.head.status.kind == .successful
      && !(operation.wantsEnvelope && response.head.isJSON)
    let body =
      isStream
      ? Data()
      : try await whole(response, until: limit, endsByItself: bodyLimitingTransport != nil)
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
  private func whole(
    _ response: TransportResponse, until limit: TimeLimit, endsByItself: Bool
  ) async throws -> Data {
    guard response.head.status.kind == .successful else {
      let time = min(.seconds(2), (limit.deadline - clock.now) / 2)
      return try await ErrorBody(response.body).beginning(within: time, by: deadlines)
    }
    let size = configuration.maximumResponseSize
    let (data, isComplete) = try await response.body.prefix(
      bytes: size, within: endsByItself ? .ofCaller : limit)
    guard isComplete else {
      throw EndpointError.transport(
        TransportError(
          .invalidResponse,
          message:
            "the response has more than \(size) bytes; raise ClientConfiguration.maximumResponseSize"
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
