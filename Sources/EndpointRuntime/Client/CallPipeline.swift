import Foundation
import HTTPTypes

/// Makes calls: within their time, again where that is safe, through middleware and authentication.
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
  private let pacer: Pacer?

  /// How much of an error's body is worth reading, in bytes.
  private static let errorBodySize = 64 << 10

  /// A successful answer.
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
    clock = RuntimeClock(configuration.clock)
    deadlines = Deadlines(clock: clock)
    limit = ConcurrencyLimit(configuration.maximumConcurrentRequests)
    budget = RetryBudget(configuration.retries.budget)
    pacer = configuration.pacing.map(Pacer.init)
  }

  /// Makes a call and reads the whole answer, unless it is a successful one to be streamed.
  ///
  /// - Throws: ``EndpointError``, also for an answer that is an error.
  func perform(_ call: Call) async throws(EndpointError) -> Answer {
    guard !Task.isCancelled else { throw .cancelled }
    let deadline = clock.now + call.timeout
    do {
      return try await deadlines.run(within: call.timeout) {
        try await self.repeated(call, until: deadline)
      }
    } catch {
      throw EndpointError(error)
    }
  }

  /// Makes attempts until one succeeds, must not be repeated, or would come too late.
  private func repeated(_ call: Call, until deadline: Duration) async throws -> Answer {
    var number = 1
    while true {
      do {
        try await pacer?.wait(for: call, clock: clock)
        let answer = try await limit.run {
          try await attempt(call, number: number, until: deadline)
        }
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

  /// Makes one attempt.
  private func attempt(_ call: Call, number: Int, until deadline: Duration) async throws -> Answer {
    let authenticated: Exchange = { request, body in
      let exchange: Exchange = { request, body in
        // The deadline comes first, as a cancellation, so that its error is always the same.
        let timeout = deadline - self.clock.now + .seconds(1)
        return try await self.transport.send(request, body: body, timeout: timeout)
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
    let isStream = call.isStreamed && response.head.status.kind == .successful
    let body = isStream ? Data() : try await whole(response)
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

  private func whole(_ response: TransportResponse) async throws -> Data {
    if response.head.status.kind != .successful {
      return try await response.body.prefix(bytes: Self.errorBodySize).data
    }
    let limit = configuration.maximumResponseSize
    let (data, isComplete) = try await response.body.prefix(bytes: limit)
    guard isComplete else {
      throw EndpointError.transport(
        TransportFailure(
          .invalidAnswer,
          "the answer has more than \(limit) bytes; raise ClientConfiguration.maximumResponseSize"))
    }
    return data
  }
}
