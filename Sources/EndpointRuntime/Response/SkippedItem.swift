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

/// The items of a list, without those that cannot be decoded if the decoder has a collector.
struct SkippingList<Item: Decodable>: Decodable {
  var items: [Item] = []

  init(from decoder: any Decoder) throws {
    guard let skipped = decoder.userInfo[.skippedItems] as? SkippedItems else {
      items = try [Item]?(from: decoder) ?? []
      return
    }
    if try decoder.singleValueContainer().decodeNil() { return }
    var list = try decoder.unkeyedContainer()
    while !list.isAtEnd {
      let index = list.currentIndex
      do {
        items.append(try list.decode(Item.self))
      } catch {
        skipped.add(try list.decode(JSON.self), at: index, error)
      }
    }
  }
}

/// A list that can be decoded without its invalid items.
protocol SkippableList {
  static func decode(skippingFrom decoder: ResponseDecoder) throws -> Self
}

extension Array: SkippableList where Element: Decodable {
  static func decode(skippingFrom decoder: ResponseDecoder) throws -> [Element] {
    try decoder.value(SkippingList<Element>.self).items
  }
}

extension CodingUserInfoKey {
  static var skippedItems: Self { Self(named: "skippedItems") }
}
