@testable import EndpointRuntime
import Foundation
import HTTPTypes
import Testing

@Suite("The token cache", .timeLimit(.minutes(1)))
struct TokenCacheTests {
  private struct Broken: Error {}

  @Test(
    "shares the error of a failed fetch with waiting requests, and fetches again for later ones")
  func sharedFailure() async throws {
    let clock = WatchedClock()
    let cache = TokenCache(clock: RuntimeClock(clock))
    let asked = Signal()
    let mayGo = Signal()
    let first = Task {
      try await cache.token {
        asked.send()
        await mayGo.wait()
        throw Broken()
      }
    }
    await asked.wait()
    let looked = Signal()
    clock.onRead { looked.send() }
    let second = Task { try await cache.token { try AccessToken.sample } }
    // The second call has seen that the first one is asking.
    await looked.wait()
    mayGo.send()
    await #expect(throws: Broken.self) { try await first.value }
    await #expect(throws: Broken.self) { try await second.value }
    #expect(try await cache.token { try AccessToken.sample }.isNew)
  }

  @Test("blocks other requests for at most five seconds while a fetch is pending")
  func hangingFetch() async throws {
    let clock = ManualClock()
    let cache = TokenCache(clock: RuntimeClock(clock))
    let (asked, goOn) = (Signal(), Signal())
    let first = Task {
      try await cache.token {
        asked.send()
        await goOn.wait()
        return try AccessToken.sample
      }
    }
    await asked.wait()
    let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 1...10 {
        group.addTask { try await cache.token { try AccessToken.sample }.entry.number }
      }
      await clock.hasSlept(times: 1)
      clock.pass(.seconds(5))
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(numbers == Array(repeating: 2, count: 10))
    goOn.send()
    // The late token is used by its own request, and does not replace the newer one.
    #expect(try await first.value.entry.number == 1)
    #expect(try await cache.token { throw Broken() }.entry.number == 2)
    clock.pass(.seconds(60))
  }

  @Test("waits longer after each rejection of the credentials")
  func rejections() async throws {
    let clock = ManualClock()
    let cache = TokenCache(clock: RuntimeClock(clock))
    let asked = Monitor([Int]())
    for second in 0..<40 {
      for _ in 1...20 {
        await #expect(throws: AuthenticationError.self) {
          try await cache.token {
            asked.change { $0.append(second) }
            throw AuthenticationError(reason: .rejected)
          }
        }
      }
      clock.pass(.seconds(1))
    }
    #expect(asked.read { $0 } == [0, 1, 3, 7, 15, 25, 35])
  }

  @Test("waits as long as a rate-limited endpoint asks for")
  func tooManyRequests() async throws {
    let clock = ManualClock()
    let cache = TokenCache(clock: RuntimeClock(clock))
    let head = HTTPResponse(status: .tooManyRequests, headerFields: [.retryAfter: "30"])
    let error = APIError(
      status: head.status, head: head, body: Data(), endpoint: "The token URL", api: nil)
    let fetches = Counter()
    for _ in 1...20 {
      await #expect(throws: EndpointError.self) {
        try await cache.token {
          fetches.add(1)
          throw EndpointError.api(error)
        }
      }
      clock.pass(.seconds(1))
    }
    #expect(fetches.value == 1)
    clock.pass(.seconds(10))
    #expect(try await cache.token { try AccessToken.sample }.isNew)
  }

  @Test("does not replace rejected tokens endlessly")
  func rejectedTokens() async throws {
    let clock = ManualClock()
    let cache = TokenCache(clock: RuntimeClock(clock))
    let first = try await cache.token { try AccessToken.sample }.entry.number
    let second = try await cache.token(rejected: first) { try AccessToken.sample }.entry.number
    #expect(second == 2)
    #expect(try await cache.token(rejected: second) { throw Broken() }.entry.number == second)
    clock.pass(.seconds(10))
    #expect(try await cache.token(rejected: second) { try AccessToken.sample }.entry.number == 3)
  }

  @Test("uses a valid token if no new one can be fetched")
  func grace() async throws {
    let clock = WatchedClock()
    let cache = TokenCache(clock: RuntimeClock(clock))
    let first = try await cache.token { try AccessToken.sample }.entry.number
    clock.pass(.seconds(95))
    #expect(try await cache.token { throw Broken() }.entry.number == first)
    #expect(try await cache.token { throw Broken() }.entry.number == first)
    clock.pass(.seconds(5))
    await #expect(throws: Broken.self) { try await cache.token { throw Broken() } }
  }
}

extension AccessToken {
  /// A token that is good for a hundred seconds.
  fileprivate static var sample: AccessToken {
    get throws {
      try AccessToken(Data(#"{"access_token":"a","token_type":"Bearer","expires_in":100}"#.utf8))
    }
  }
}
