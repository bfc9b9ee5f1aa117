import Foundation

/// Files in the format of gzip (RFC 1952).
enum Gzip {
  /// Returns a file with bytes in blocks that are not compressed (RFC 1951, section 3.2.4).
  static func stored(_ data: Data) -> Data {
    var file = Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF])
    var rest = data[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      file.append(rest.isEmpty ? 1 : 0)
      let length = UInt16(block.count)
      for word in [length, ~length] {
        file.append(UInt8(word & 0xFF))
        file.append(UInt8(word >> 8))
      }
      file.append(block)
    } while !rest.isEmpty
    for number in [checksum(of: data), UInt32(truncatingIfNeeded: data.count)] {
      for shift in [0, 8, 16, 24] { file.append(UInt8(number >> UInt32(shift) & 0xFF)) }
    }
    return file
  }

  /// The CRC-32 of bytes.
  private static func checksum(of data: Data) -> UInt32 {
    var crc = UInt32.max
    for byte in data {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
