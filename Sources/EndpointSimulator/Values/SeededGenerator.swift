/// A generator of pseudorandom numbers (SplitMix64), the same ones for the same seed.
struct SeededGenerator: RandomNumberGenerator, Sendable {
  /// The seed of a generator with the same numbers from here on.
  private(set) var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Creates a generator for a purpose, so that its numbers do not depend on those for others.
  init(seed: UInt64, purpose: String) {
    // FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in purpose.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = seed ^ hash
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// Returns hexadecimal digits.
  mutating func hexadecimal(digits count: Int) -> String {
    var digits = ""
    while digits.count < count {
      let number = String(next(), radix: 16)
      digits += String(repeating: "0", count: 16 - number.count) + number
    }
    return String(digits.prefix(count))
  }
}
