/// An element of a page: an item, or a skipped item that could not be decoded.
enum PageElement<Item: Hashable & Sendable> {
  case item(Item)
  case skipped(SkippedItem)

  /// Distinguishes the element from the others of the list.
  var identity: ItemIdentity {
    switch self {
    case .item(let item): ItemIdentity(item)
    case .skipped(let item): ItemIdentity(item.json)
    }
  }
}

extension Page where Item: Hashable {
  /// All elements in the server's order.
  var elements: [PageElement<Item>] {
    guard !skippedItems.isEmpty else { return items.map(PageElement.item) }
    var elements: [PageElement<Item>] = []
    var skipped = skippedItems[...]
    for item in items {
      while skipped.first?.index == elements.count {
        elements.append(.skipped(skipped.removeFirst()))
      }
      elements.append(.item(item))
    }
    return elements + skipped.map(PageElement.skipped)
  }

  /// Replaces the items and the skipped items.
  mutating func setElements(_ elements: [PageElement<Item>]) {
    items = []
    skippedItems = []
    for element in elements {
      switch element {
      case .item(let item): items.append(item)
      case .skipped(let item): skippedItems.append(item)
      }
    }
  }
}
