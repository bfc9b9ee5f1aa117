package import Foundation

/// The coders of the runtime.
package enum JSONCoding {
  /// Returns an encoder with sorted keys, so that equal values have equal bytes, and dates in ISO
  /// 8601.
  package static func encoder(pretty: Bool = false) -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    encoder.dateEncodingStrategy = .custom { try TimestampValue($0).encode(to: $1) }
    return encoder
  }

  /// Returns the document in a body in UTF-8 or ISO 8859-1; `nil` if it is not JSON or nested too
  /// deeply.
  package static func document(_ body: Data) -> JSON? {
    let body = Charset.utf8(body)
    guard (try? JSONDepth.check(body)) != nil else { return nil }
    return try? decoder().decode(JSON.self, from: body)
  }

  /// Returns a decoder for dates in ISO 8601 with or without fractions, or in seconds since 1970.
  package static func decoder() -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { try TimestampValue(from: $0).date }
    return decoder
  }
}
