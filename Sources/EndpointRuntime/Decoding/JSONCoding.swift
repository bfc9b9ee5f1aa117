package import Foundation

/// How this runtime reads and writes JSON.
package enum JSONCoding {
  /// An encoder: keys sorted, so that the same value always has the same bytes; dates in ISO 8601.
  package static func encoder(pretty: Bool = false) -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    encoder.dateEncodingStrategy = .custom { date, encoder in
      var container = encoder.singleValueContainer()
      try container.encode(Timestamp.string(from: date))
    }
    return encoder
  }

  /// A decoder: dates in ISO 8601 with or without fractions, or in seconds since 1970.
  package static func decoder() -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      let container = try decoder.singleValueContainer()
      // Text first, as it is nearly always that and a failed attempt costs more than the value.
      guard let text = try? container.decode(String.self) else {
        return Date(timeIntervalSince1970: try container.decode(Double.self))
      }
      if let date = Timestamp.date(from: text) { return date }
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text.prefix(40))' is no date in ISO 8601")
    }
    return decoder
  }
}
