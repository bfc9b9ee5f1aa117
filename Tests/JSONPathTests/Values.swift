import EndpointRuntime
import Foundation
import JSONPath

/// Returns the JSON value of a text.
func json(_ text: String) throws -> JSON {
  try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
}

/// Returns what a query selects in a document, as an array.
func select(_ path: String, in document: String) throws -> JSON {
  .array(try JSONPath(path).values(in: try json(document)))
}
