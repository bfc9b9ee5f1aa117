import Synchronization
import Testing

@testable import EndpointRuntime

@Suite("A Digest session", .timeLimit(.minutes(1)))
struct DigestSessionTests {
  private let clock = WatchedClock()

  private func session() -> DigestSession {
    DigestSession(serializesRequests: false, clock: RuntimeClock(clock), cnonce: { "c" }) {
      AuthorizationTemplate(key: $1, username: "u", for: $0)
    }
  }

  private func challenge(_ nonce: String) throws -> DigestChallenge {
    let field = #"Digest realm="r", nonce="\#(nonce)", qop="auth""#
    return try #require(DigestChallenge.best(of: AuthenticationChallenge.parse([field])))
  }

  /// The ticket of a request that has to ask.
  private func ticket(_ start: DigestSession.Start) throws -> DigestSession.Ticket? {
    guard case .fetchChallenge(let ticket) = start else { throw AnotherStart() }
    return ticket
  }

  private struct AnotherStart: Error {}

  @Test("lets no request wait for more than two probes without a result")
  func serverInTrouble() async throws {
    let session = session()
    let first = try ticket(try await session.start())
    let waiting = Monitor(0)
    clock.onRead { waiting.change { $0 += 1 } }
    let others = AsyncStream<DigestSession.Ticket?>.makeStream()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...20 {
        group.addTask { others.continuation.yield(try self.ticket(try await session.start())) }
      }
      // All of them have seen that the first one is asking.
      try await waiting.wait { $0 >= 20 ? () : nil }
      var tickets = others.stream.makeAsyncIterator()
      session.finishFetch(first, .noChallenge)
      let second = try #require(await tickets.next())
      #expect(second != nil)
      session.finishFetch(second, .noChallenge)
      // Now they all go ahead, without waiting for each other.
      try await group.waitForAll()
    }
  }

  @Test("keeps the results of other requests")
  func lateFailure() async throws {
    let session = session()
    let first = try ticket(try await session.start())
    // The first request takes too long, so that another one asks.
    session.finishFetch(first, .noChallenge)
    let second = try ticket(try await session.start())
    session.finishFetch(first, .open)
    session.finishFetch(second, .noChallenge)
    #expect(session.knowsHowToStart)
    guard case .open = try await session.start() else {
      Issue.record("The server has said that it asks for nothing.")
      return
    }
  }

  @Test("uses challenges of all requests, including late ones")
  func lateChallenge() async throws {
    let session = session()
    let first = try ticket(try await session.start())
    session.finishFetch(first, .noChallenge)
    session.finishFetch(first, .challenge(try challenge("a")))
    guard case .signed(let signature) = try await session.start() else {
      Issue.record("The challenge is known.")
      return
    }
    #expect(signature.challenge.nonce == "a")
  }

  @Test("learns the lifetime of nonces from stale nonces only")
  func lifetime() async throws {
    let session = session()
    session.finishFetch(try ticket(try await session.start()), .challenge(try challenge("a")))
    for _ in 1...2 { session.accept(try await signature(of: session)) }
    clock.pass(.seconds(5))
    let rejected = try await signature(of: session)
    let challenge = try challenge("b")
    #expect(session.signature(after: challenge, rejecting: rejected, isSentAgain: true) != nil)
    clock.pass(.seconds(10))
    #expect(try await signature(of: session).ticket == nil)
    clock.pass(.seconds(16))
    let forgotten = try await signature(of: session)
    let next = session.signature(
      after: try self.challenge("c"), rejecting: forgotten, isSentAgain: true)
    session.accept(try #require(next))
    clock.pass(.seconds(25))
    #expect(try await signature(of: session).ticket == nil)
    clock.pass(.seconds(1))
    #expect(try await signature(of: session).ticket != nil)
  }

  private func signature(of session: DigestSession) async throws -> DigestSession.Signature {
    guard case .signed(let signature) = try await session.start() else { throw AnotherStart() }
    return signature
  }
}
