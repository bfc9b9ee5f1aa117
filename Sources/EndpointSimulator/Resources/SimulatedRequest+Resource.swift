import EndpointModel
import EndpointRuntime
import Foundation

extension SimulatedRequest {
  /// The path of the endpoint's collection: the path without the trailing values.
  public var collection: String {
    path.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast(endpoint.tail?.segmentCount ?? 0).joined(separator: "/")
  }

  /// The trailing values of the path, which identify an item; `nil` for a collection.
  public var id: String? {
    endpoint.tail?.filled { pathValues[$0] }
  }

  /// The trailing placeholders in the path of an item, such as `{INDEX-ID}`.
  public var template: String { itemTemplate.text }

  /// Whether POST creates an item, from a body or from a path with trailing placeholders.
  var makesItem: Bool {
    endpoint.takesJSON
      ? endpoint.responses.isEmpty || endpoint.returnsJSON : id != nil && endpoint.returnsJSON
  }

  /// The response example of the definition.
  var example: JSON? {
    endpoint.responseExample.flatMap {
      JSONCoding.document(Data($0.utf8))
    }
  }

  /// Whether the response is a page.
  var returnsPage: Bool { endpoint.isPaginated || itemsOfPage != nil }

  /// Whether the response is a list, with or without pages.
  var returnsList: Bool { endpoint.returnsList || returnsPage }

  /// The response example; of a list, the first item.
  var itemExample: [String: JSON] {
    let item = itemsOfPage?.first ?? example?.array?.first ?? example
    return item?.object ?? [:]
  }

  private var itemsOfPage: [JSON]? {
    pagination.flatMap { example?[$0.items]?.array }
  }

  /// Returns the usual status of a method if the definition has it, and otherwise the first that
  /// the definition has.
  func status(preferring usual: Int) -> Int {
    let statuses = endpoint.successStatuses
    return statuses.contains(usual) ? usual : statuses.first ?? usual
  }
}

extension EndpointDescriptor {
  /// Whether the response is a list, in pages or as an array.
  var returnsList: Bool { isPaginated || responseType?.isList == true }

  /// Whether the body is a JSON document.
  var takesJSON: Bool { body?.jsonType != nil }

  /// Whether the body is a JSON document and a list.
  var takesList: Bool { body?.jsonType?.isList == true }

  /// Whether the response is a JSON document.
  var returnsJSON: Bool { responseType != nil }
}
