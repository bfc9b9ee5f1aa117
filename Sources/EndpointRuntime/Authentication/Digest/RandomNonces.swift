import Crypto
import Foundation
import Synchronization

/// Random numbers for cnonces, many of which are drawn at once.
final class RandomNonces: Sendable {
  private let numbers = Mutex<[UInt64]>([])

  private static let count = 64

  /// Returns 16 hexadecimal digits from a cryptographically secure random number generator.
  @Sendable func next() -> String {
    let number = numbers.withLock { numbers in
      if numbers.isEmpty { numbers = Self.draw() }
      return numbers.removeLast()
    }
    return number.hexadecimal
  }

  private static func draw() -> [UInt64] {
    SymmetricKey(size: SymmetricKeySize(bitCount: count * UInt64.bitWidth)).withUnsafeBytes {
      bytes in (0..<count).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self) }
    }
  }
}
