@testable import EndpointRuntime
import Foundation
import Synchronization
import Testing

@Suite("The cache of tokens")
struct TokenCacheTests {
  private struct Broken: Error {}

  @Test("All who waited for a token learn why there is none, and who comes later asks again")
  func sharedFailure() async throws {
    let clock = WatchedClock()
    let cache = TokenCache(clock: RuntimeClock(clock))
    let asked = Signal()
    let go = Signal()
    let first = Task {
      try await cache.token {
        asked.send()
        await go.wait()
        throw Broken()
      }
    }
    await asked.wait()
    let looked = Signal()
    clock.onRead { looked.send() }
    let second = Task { try await cache.token { try AccessToken.sample } }
    // The second call has seen that the first one is asking.
    await looked.wait()
    go.send()
    await #expect(throws: Broken.self) { try await first.value }
    await #expect(throws: Broken.self) { try await second.value }
    #expect(try await cache.token { try AccessToken.sample }.isNew)
  }

  @Test("A token that is good for a while still is used if there is no new one")
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

/// A clock that stands still until it is told otherwise, and says when it is read.
private final class WatchedClock: Clock {
  private let virtual = VirtualClock()
  private let reader = Mutex<@Sendable () -> Void>({})

  func onRead(_ action: @escaping @Sendable () -> Void) { reader.withLock { $0 = action } }

  func pass(_ duration: Duration) { virtual.pass(duration) }

  var now: VirtualClock.Instant {
    reader.withLock { $0 }()
    return virtual.now
  }
  var minimumResolution: Duration { virtual.minimumResolution }

  func sleep(until deadline: VirtualClock.Instant, tolerance: Duration?) async throws {
    try await virtual.sleep(until: deadline, tolerance: tolerance)
  }
}
