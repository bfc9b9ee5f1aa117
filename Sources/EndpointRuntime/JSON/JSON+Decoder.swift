import Foundation

extension JSON {
  /// Decodes any value from another format or library.
  ///
  /// - Throws: `DecodingError.dataCorrupted` if the value is nested too deeply.
  init(decoding decoder: any Decoder) throws {
    guard decoder.codingPath.count <= JSONIndex.depthLimit else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "it is nested deeper than \(JSONIndex.depthLimit) levels"))
    }
    if let object = try? decoder.container(keyedBy: FieldName.self) {
      let members = try object.allKeys.map { name in
        (name.stringValue, try object.decode(JSON.self, forKey: name))
      }
      self = .object(Dictionary(members) { first, _ in first })
    } else if var list = try? decoder.unkeyedContainer() {
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
      self = .integer(value)
    } else if let value = try? container.decode(Decimal.self) {
      self = .decimal(value)
    } else {
      self = .double(try container.decode(Double.self))
    }
  }
}
