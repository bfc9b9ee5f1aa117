import Foundation
import HTTPTypes
import Logging

/// Sends requests within their time, with retries where they are safe, through middleware and
/// authentication.
///
/// Copies of a client share one.
final class CallPipeline: Sendable {
  let clock: RuntimeClock
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
  struct Answer: Sendable {
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
    deadlines = Deadlines(clock: clock)
    limit = ConcurrencyLimit(configuration.maximumConcurrentRequests)
    budget = RetryBudget(configuration.retries.budget)
    rateLimiter = configuration.rateLimit.map { RateLimiter($0, clock: clock) }
    adaptiveLimiter = configuration.adaptiveRateLimit.map { AdaptiveRateLimiter($0, clock: clock) }
    deprecations = DeprecationLog(configuration.logger)
  }

  /// Sends a request and reads the whole response, unless it is a successful one to be streamed.
  ///
  /// - Throws: ``EndpointError``, also for a response that is an error.
  func perform(_ call: Call) async throws(EndpointError) -> Answer {
    guard !Task.isCancelled else { throw .cancelled }
    let deadline = clock.now + min(call.timeout, Deadlines.longest)
    do {
      return try await deadlines.run(within: call.timeout) {
        try await self.retried(call, until: deadline)
      }
    } catch {
      throw EndpointError(error)
    }
  }

  /// Makes attempts until one succeeds, must not be retried, or would come too late.
  private func retried(_ call: Call, until deadline: Duration) async throws -> Answer {
    var number = 1
    while true {
      do {
        let answer = try await limited(call, number: number, until: deadline)
        budget.refund()
        return answer
      } catch {
        let failure = EndpointError(error)
        guard
          let pause = configuration.retries.pause(after: failure, of: call, attempt: number),
          clock.now + pause < deadline, budget.take()
        else { throw failure }
        try await clock.sleep(for: pause)
        number += 1
      }
    }
  }

  /// Makes one attempt when the limits allow it.
  private func limited(_ call: Call, number: Int, until deadline: Duration) async throws -> Answer {
    try await adaptiveLimiter?.wait(for: call, until: deadline)
    let permit = try await rateLimiter?.permit(for: call, until: deadline)
    defer { permit?.end() }
    return try await limit.run {
      try await attempt(call, number: number, until: deadline, permit: permit)
    }
  }

  private func attempt(
    _ call: Call, number: Int, until deadline: Duration, permit: RateLimiter.Permit?
  ) async throws -> Answer {
    let authenticated: Exchange = { request, body in
      let exchange: Exchange = { request, body in
        permit?.use()
        // The pipeline's own deadline comes first, so that its error is always the same.
        let timeout =
          call.timeout < Deadlines.longest ? deadline - self.clock.now + .seconds(1) : nil
        let response = try await self.transport.send(request, body: body, timeout: timeout)
        self.adaptiveLimiter?.note(response.head, to: call)
        return response
      }
      guard let authenticator = self.authenticator else { return try await exchange(request, body) }
      guard request.scheme == call.request.scheme, request.authority == call.request.authority
      else {
        throw AuthenticationFailure(reason: .otherServer(host: request.authority ?? ""))
      }
      return try await authenticator.authenticate(request, body: body, exchange: exchange)
    }
    let chain = configuration.middleware.around(authenticated, of: call, number: number)
    let response = try await chain(call.request, call.body)
    deprecations.note(response.head, to: call)
    let isStream = call.isStreamed && response.head.status.kind == .successful
    let body = isStream ? Data() : try await whole(response, until: deadline)
    do {
      let decoder = try AnswerReader(call: call).read(
        response.head, body: body, stream: isStream ? response.body : nil)
      return Answer(head: response.head, decoder: decoder)
    } catch {
      guard case .api(let answer) = error, answer.status == .unauthorized else { throw error }
      let reason =
        await authenticator?.reason(for: response.head, to: call.request) ?? .missingCredentials
      throw AuthenticationFailure(reason: reason, answer: answer)
    }
  }

  private func whole(_ response: TransportResponse, until deadline: Duration) async throws -> Data {
    guard response.head.status.kind == .successful else {
      let time = min(.seconds(2), (deadline - clock.now) / 2)
      return try await ErrorBody(response.body).beginning(within: time, by: deadlines)
    }
    let limit = configuration.maximumResponseSize
    let (data, isComplete) = try await response.body.prefix(bytes: limit)
    guard isComplete else {
      throw EndpointError.transport(
        TransportFailure(
          .invalidAnswer,
          "the response has more than \(limit) bytes; raise ClientConfiguration.maximumResponseSize"
        ))
    }
    return data
  }
}
