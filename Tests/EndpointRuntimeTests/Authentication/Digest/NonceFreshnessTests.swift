import Testing

@testable import EndpointRuntime

@Suite("The freshness of a nonce")
struct NonceFreshnessTests {
  @Test("ends half a minute after the last confirming response, without a known lifetime")
  func silence() {
    var freshness = NonceFreshness()
    freshness.begin(at: .seconds(10))
    #expect(!freshness.needsProbe(at: .seconds(39)))
    #expect(freshness.needsProbe(at: .seconds(40)))
    freshness.confirm(at: .seconds(41), sent: .seconds(40))
    #expect(!freshness.needsProbe(at: .seconds(70)))
    #expect(freshness.needsProbe(at: .seconds(71)))
    freshness.abandonProbe(at: .seconds(80))
    #expect(!freshness.needsProbe(at: .seconds(109)))
  }

  @Test("follows the first learned lifetime regardless of idle time")
  func learning() {
    var freshness = NonceFreshness()
    freshness.begin(at: .zero)
    freshness.reject(age: .seconds(60))
    freshness.begin(at: .seconds(100))
    #expect(!freshness.needsProbe(at: .seconds(159)))
    #expect(freshness.needsProbe(at: .seconds(160)))
  }

  @Test("ends at the age of an earlier rejection unless the nonce outlives it")
  func lifetime() {
    var freshness = NonceFreshness()
    freshness.begin(at: .zero)
    freshness.reject(age: .seconds(60))
    freshness.begin(at: .seconds(61))
    freshness.confirm(at: .seconds(120.5), sent: .seconds(120))
    #expect(!freshness.needsProbe(at: .seconds(120.9)))
    #expect(freshness.needsProbe(at: .seconds(121)))
    freshness.confirm(at: .seconds(121.5), sent: .seconds(121))
    #expect(!freshness.needsProbe(at: .seconds(151)))
    #expect(freshness.needsProbe(at: .seconds(151.5)))
  }

  @Test("ignores a nonce that is rejected at once")
  func singleUse() {
    var freshness = NonceFreshness()
    freshness.begin(at: .zero)
    freshness.reject(age: .seconds(0.2))
    freshness.begin(at: .seconds(0.3))
    #expect(!freshness.needsProbe(at: .seconds(30.2)))
  }
}

@Suite("The nonce counts")
struct NonceCountsTests {
  @Test("begin at 1 and continue for a returning nonce")
  func returning() {
    var counts = NonceCounts()
    let used = ["a", "a", "b", "a", "b"].map { counts.next(for: $0) }
    #expect(used == [1, 2, 1, 3, 2])
  }

  @Test("end instead of wrapping around")
  func end() {
    var counts = NonceCounts(after: .max - 1, of: "a")
    #expect(counts.next(for: "a") == .max)
    #expect(counts.next(for: "a") == nil)
    #expect(counts.next(for: "b") == 1)
    #expect(counts.next(for: "a") == nil)
  }

  @Test("drop the least recently used nonces")
  func capacity() {
    var counts = NonceCounts()
    for number in 0..<1_000 {
      #expect(counts.next(for: "other \(number)") == 1)
      #expect(counts.next(for: "a") == UInt32(number + 1))
    }
  }
}
