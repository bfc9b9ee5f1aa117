import EndpointModel
import EndpointRuntime
import Foundation

extension SimulatedRequest {
  /// The path of the collection that the endpoint is about: the path without the values at its end.
  public var collection: String {
    path.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast(endpoint.tail?.segmentCount ?? 0).joined(separator: "/")
  }

  /// The values at the end of the path, which identify an item; `nil` for a collection.
  public var id: String? {
    endpoint.tail?.filled { pathValues[$0] }
  }

  /// The end of the path of the items that the endpoint is about, such as `{INDEX-ID}`.
  public var template: String { itemTemplate.text }

  /// Whether POST makes an item: of a body, or of nothing but the path where that ends in placeholders.
  var makesItem: Bool {
    endpoint.takesJSON
      ? endpoint.responses.isEmpty || endpoint.returnsJSON : id != nil && endpoint.returnsJSON
  }

  /// The definition's example of a response.
  var example: JSON? {
    endpoint.responseExample.flatMap {
      try? JSONCoding.decoder().decode(JSON.self, from: Data($0.utf8))
    }
  }

  /// Whether the response is a page of a list, whether or not the query says which.
  var returnsPage: Bool { endpoint.isPaginated || itemsOfPage != nil }

  /// Whether the response is a list, in pages or not.
  var returnsList: Bool { endpoint.returnsList || returnsPage }

  /// An example of what is reported, or of one item where that is a list.
  var itemExample: [String: JSON] {
    let item = itemsOfPage?.first ?? example?.array?.first ?? example
    return item?.object ?? [:]
  }

  private var itemsOfPage: [JSON]? {
    pagination.flatMap { example?[$0.items]?.array }
  }

  /// The usual status of a method, if the definition has it, or else the first that
  /// the definition has.
  func status(preferring usual: Int) -> Int {
    let statuses = endpoint.successStatuses
    return statuses.contains(usual) ? usual : statuses.first ?? usual
  }
}

extension EndpointDescriptor {
  /// Whether the response is a list, in pages that the query can choose from or as a bare array.
  var returnsList: Bool { isPaginated || responseType?.isList == true }

  /// Whether the body is a JSON document.
  var takesJSON: Bool { body?.jsonType != nil }

  /// Whether the body is a JSON document and a list.
  var takesList: Bool { body?.jsonType?.isList == true }

  /// Whether the response is a JSON document.
  var returnsJSON: Bool { responseType != nil }
}
