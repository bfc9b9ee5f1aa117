import Foundation

extension JSON {
  /// Decodes any value from another format or library.
  ///
  /// - Throws: `DecodingError.dataCorrupted` if the value is nested too deeply.
  init(decoding decoder: any Decoder) throws {
    if (try? decoder.container(keyedBy: FieldName.self)) != nil {
      try decoder.checkDepth()
      // As a dictionary, since a coder's strategy for keys does not apply to that.
      self = .object(try decoder.singleValueContainer().decode([String: JSON].self))
    } else if var list = try? decoder.unkeyedContainer() {
      try decoder.checkDepth()
      var elements: [JSON] = []
      while !list.isAtEnd { elements.append(try list.decode(JSON.self)) }
      self = .array(elements)
    } else {
      self = try JSON(scalar: decoder.singleValueContainer())
    }
  }

  private init(scalar container: any SingleValueDecodingContainer) throws {
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int64.self) {
      // Foundation rounds a fraction of many digits to an integer.
      let exact = (try? container.decode(Decimal.self)) ?? Decimal(value)
      self = exact == Decimal(value) ? .integer(value) : .decimal(exact)
    } else if let value = try? container.decode(Decimal.self) {
      self = .decimal(value)
    } else {
      self = .double(try container.decode(Double.self))
    }
  }
}

extension Decoder {
  /// Checks that an array or object is not nested too deeply, since decoding is recursive.
  ///
  /// - Throws: `DecodingError.dataCorrupted` if it is nested deeper than ``JSONIndex/depthLimit``.
  func checkDepth() throws {
    guard codingPath.count >= JSONIndex.depthLimit else { return }
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: codingPath,
        debugDescription: "it is nested deeper than \(JSONIndex.depthLimit) levels"))
  }
}
