import Crypto
import Foundation
import Synchronization

/// Random numbers for cnonces, many of which are drawn at once.
final class RandomNonces: Sendable {
  private let numbers = Mutex<[UInt64]>([])

  private static let count = 64

  /// Returns 15 hexadecimal digits from a cryptographically secure random number generator.
  ///
  /// 15 bytes are as many as a string has without memory of its own.
  @Sendable func next() -> String {
    let number = numbers.withLock { numbers in
      if numbers.isEmpty { numbers = Self.draw() }
      return numbers.removeLast()
    }
    return number.hexadecimal(digits: 15)
  }

  private static func draw() -> [UInt64] {
    SymmetricKey(size: SymmetricKeySize(bitCount: count * UInt64.bitWidth)).withUnsafeBytes {
      bytes in (0..<count).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self) }
    }
  }
}
