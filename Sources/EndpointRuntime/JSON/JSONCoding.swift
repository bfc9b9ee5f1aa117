package import Foundation

/// JSON documents.
package enum JSONCoding {
  /// Returns the document of a value, in which the names of objects of any names are sorted, so that
  /// equal values have equal bytes.
  ///
  /// - Parameter pretty: Whether the document has lines and indentation.
  /// - Throws: `EncodingError` if the value has no form in JSON.
  package static func encode(_ value: some JSONValue, pretty: Bool = false) throws -> Data {
    let document = try JSONWriter.document(of: value)
    return Data(pretty ? PrettyJSON.lines(of: document) : document)
  }

  /// Returns the value of a document in UTF-8 or ISO 8859-1.
  ///
  /// - Throws: `DecodingError` if the document is not valid, or the value has another type.
  package static func decode<Value: JSONValue>(
    _ type: Value.Type = Value.self, from body: Data
  ) throws -> Value {
    try Value(document: body)
  }

  /// Returns the value in a body in UTF-8 or ISO 8859-1; `nil` if it is not JSON or nested too deeply.
  package static func document(_ body: Data) -> JSON? { try? decode(from: body) }
}
