import Synchronization
import Testing

@testable import EndpointModel

@Suite("Patterns of parameters")
struct PatternCacheTests {
  @Test("are compiled once", arguments: ["^[0-9]+$", "("])
  func compiledOnce(pattern: String) {
    let count = Mutex(0)
    let cache = PatternCache {
      count.withLock { $0 += 1 }
      return try? Regex($0)
    }
    let isInvalid = pattern == "("
    for _ in 0..<3 {
      #expect(cache.match(pattern, in: "12"))
      #expect(cache.match(pattern, in: "1a") == isInvalid)
    }
    #expect(count.withLock { $0 } == 1)
  }
}
