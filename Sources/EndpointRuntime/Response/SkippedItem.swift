import Foundation
import Synchronization

/// An item of a list that could not be decoded and was skipped; see
/// ``RequestOptions/skipsInvalidItems``.
public struct SkippedItem: Hashable, Sendable {
  /// The index of the item among all items of its response.
  public let index: Int
  /// The reason with the location in the item.
  public let failure: ResponseDecodingError
  /// The item, which identifies the position in the list.
  let json: JSON
}

/// Collects the items that are skipped while a response is decoded.
final class SkippedItems: Sendable {
  private let endpoint: String
  private let list = Mutex<[SkippedItem]>([])

  init(endpoint: String) { self.endpoint = endpoint }

  var items: [SkippedItem] { list.withLock { $0 } }

  func add(_ json: JSON, at index: Int, _ error: any Error) {
    let failure = ResponseDecodingError(error, endpoint: endpoint, body: .init())
    list.withLock { $0.append(SkippedItem(index: index, failure: failure, json: json)) }
  }
}

extension JSONReader {
  /// The items of an array or null, without those that cannot be decoded if there is a collector.
  func items<Item: JSONValue>(skipping skipped: SkippedItems?) -> [Item] {
    guard kind != .null else { return [] }
    guard let skipped, kind == .array else { return elements() }
    var items: [Item] = []
    var index = 0
    forEachElement { element in
      let item = Item(json: element)
      if let failure = reading.recover() {
        skipped.add(element.json(), at: index, failure)
      } else {
        items.append(item)
      }
      index += 1
      // An item that is not even JSON's is a problem of the whole document.
      return reading.failure == nil
    }
    return items
  }
}

/// A list that can be decoded without its invalid items.
protocol SkippableList {
  init(json: JSONReader, skipping skipped: SkippedItems)
}

extension Array: SkippableList where Element: JSONValue {
  init(json: JSONReader, skipping skipped: SkippedItems) { self = json.items(skipping: skipped) }
}
