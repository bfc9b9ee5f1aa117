import EndpointModel

/// Reads a list in pages. Every item that stays in the list is returned exactly once, also if
/// others are created, deleted, or changed meanwhile.
///
/// Each request overlaps the previous ones by at least one item. If a window contains a known item,
/// nothing before it is missing: items keep their order, so all new ones are after all known ones.
/// A window without a known item shows that the list has shifted; the reader then searches
/// backwards for a window with one, or for the beginning.
///
/// If the server ignores sizes, or if reading begins in the middle of the list, the list is read
/// page after page by ``PlainListReader``.
struct ListReader<Item: Hashable & Sendable> {
  /// The window to fetch next; `nil` at the end.
  private(set) var next: ListWindow?
  private var plain: PlainListReader<Item>?
  private let rule: Pagination
  private let requestedSize: Int?
  private let endpoint: String

  private var seen: Set<ItemIdentity> = []
  /// The identities of the last returned items, in order.
  private var tail: [ItemIdentity] = []
  /// The size of the first page, which the other pages have as well.
  private var pageSize = 0
  /// The index after the last known item.
  private var position = 0
  /// The largest page that the server has filled.
  private var servedSize = 0
  /// The largest page size that the server is known or expected to accept.
  private var sizeLimit = 0
  /// The number of consecutive windows without a new item.
  private var fruitless = 0
  /// The last window without a known item, and its items.
  private var missed: (window: ListWindow, identities: [ItemIdentity])?
  private var search: ShiftSearch?

  init(first: PageRequest, rule: Pagination?, endpoint: String) {
    self.rule = rule ?? .none
    requestedSize = first.size
    self.endpoint = endpoint
    let firstPage = self.rule.firstPage
    if rule == nil || first.number.map({ $0 > firstPage }) == true {
      let start = max(first.number ?? firstPage, firstPage) - firstPage
      plain = PlainListReader(startingAt: start, size: first.size, isFromStart: start == 0)
      next = plain?.next
    } else {
      next = ListWindow(index: 0, size: first.size)
    }
  }

  /// Ends the list.
  mutating func stop() { next = nil }

  /// Processes the page of a window.
  ///
  /// - Returns: The new elements; `nil` if the page only determined the next window.
  /// - Throws: ``EndpointError/decoding(_:)`` if the server ends the list early or repeats a page.
  mutating func accept(_ page: Page<Item>, for window: ListWindow) throws -> [PageElement<Item>]? {
    next = nil
    if plain != nil {
      let items = try plain?.accept(page, endpoint: endpoint)
      next = plain?.next
      return items
    }
    let elements = page.elements
    let identities = elements.map(\.identity)
    if pageSize == 0 { return try begin(page, elements, identities, window) }
    let size = window.size ?? pageSize
    if identities.count > size {
      // The server ignores the size. If all items are known, it does not paginate at all.
      guard identities.allSatisfy(seen.contains) else {
        readPlainly()
        return nil
      }
      if let total = page.totalCount, total > seen.count { throw endedEarly(total) }
      return nil
    }
    guard window.index == 0 || identities.contains(where: seen.contains) else {
      searchBackwards(from: window, identities)
      return nil
    }
    let fresh = take(elements, identities, at: window.offset)
    position = window.offset + identities.count
    if identities.count >= size { servedSize = max(servedSize, size) }
    if let probe = continueSearch(isEmpty: fresh.isEmpty, isFull: identities.count >= size) {
      next = probe
      return fresh.isEmpty ? nil : fresh
    }
    fruitless = fresh.isEmpty ? fruitless + 1 : 0
    search = nil
    switch try ending(
      page, isFull: identities.count >= size, size: size, isFruitless: fresh.isEmpty)
    {
    case .end: break
    case .more: goOn()
    case .unclear: readPlainly()
    }
    return fresh.isEmpty ? nil : fresh
  }
}

extension ListReader {
  /// Processes the first page.
  private mutating func begin(
    _ page: Page<Item>, _ elements: [PageElement<Item>], _ identities: [ItemIdentity],
    _ window: ListWindow
  ) throws -> [PageElement<Item>] {
    let count = identities.count
    let fresh = take(elements, identities, at: 0)
    position = count
    pageSize = count
    let isFull = count == requestedSize ?? rule.defaultSize
    if isFull { servedSize = count }
    sizeLimit = isFull ? rule.maximumSize : min(count, rule.maximumSize)
    if count == 0 {
      if let total = page.totalCount, total > 0 { throw endedEarly(total) }
      return []
    }
    // A full page is never the last one, since some servers report its size as the total.
    if !isFull, let total = page.totalCount, total == count { return fresh }
    if let requestedSize, count > requestedSize {
      plain = PlainListReader(after: identities, total: page.totalCount, size: requestedSize)
      next = plain?.next
    } else {
      goOn()
    }
    return fresh
  }

  /// Returns the new elements and records them as known.
  private mutating func take(
    _ elements: [PageElement<Item>], _ identities: [ItemIdentity], at offset: Int
  ) -> [PageElement<Item>] {
    // Items without an identity can be equal. If the window continues the known items, all items
    // after the overlap are new.
    let overlap = max(position - offset, 0)
    let isAligned = identities.prefix(overlap).elementsEqual(tail.suffix(overlap))
    var fresh: [PageElement<Item>] = []
    for (index, identity) in identities.enumerated() {
      let isNew = seen.insert(identity).inserted
      if isNew || (isAligned && index >= overlap && !identity.isUnique) {
        fresh.append(elements[index])
        tail.append(identity)
      }
    }
    if !isAligned { tail = identities }
    tail.removeFirst(max(tail.count - 2 * max(pageSize, identities.count), 0))
    return fresh
  }

  /// Processes what a window reveals about the end of the list.
  private enum Ending {
    case end, more
    /// The window is shorter than requested, so the server may not serve pages of its size.
    case unclear
  }

  private func ending(
    _ page: Page<Item>, isFull: Bool, size: Int, isFruitless: Bool
  ) throws -> Ending {
    if let total = page.totalCount, total > position {
      if isFruitless && !isFull { return .unclear }
      // The server repeats the same items.
      if fruitless >= 8 { throw endedEarly(total) }
      return .more
    }
    if fruitless >= 8 { return .end }
    if isFull { return .more }
    if page.totalCount != nil || size <= servedSize { return .end }
    if size > pageSize { return .unclear }
    return isFruitless ? .end : .more
  }

  private mutating func goOn() {
    next = ListWindow.overlapping(position, size: pageSize, limit: sizeLimit)
    if next == nil { readPlainly() }
  }

  private func endedEarly(_ total: Int) -> EndpointError {
    .decoding(
      ResponseDecodingError(
        endpoint: endpoint, codingPath: rule.total ?? "",
        problem: "the list ends after \(seen.count) items, but the server reports \(total)"))
  }
}

extension ListReader {
  /// Continues by page numbers alone.
  private mutating func readPlainly() {
    plain = PlainListReader(
      startingAt: position / max(pageSize, 1), size: requestedSize, isFromStart: true, seen: seen)
    next = plain?.next
  }

  /// Searches for a window with a known item before one without.
  private mutating func searchBackwards(from window: ListWindow, _ identities: [ItemIdentity]) {
    if search == nil {
      // The same window had no known item twice although the items before it are known, so the
      // server's pages begin elsewhere.
      if let missed, missed.window == window, missed.identities == identities {
        return readPlainly()
      }
      missed = (window, identities)
    }
    var search = self.search ?? ShiftSearch(size: max(pageSize, 2))
    next = search.missed(window.offset)
    self.search = search
  }

  /// Returns the next window of a search, after one with a known item.
  private mutating func continueSearch(isEmpty: Bool, isFull: Bool) -> ListWindow? {
    guard var search, isEmpty, isFull, let probe = search.found(upTo: position) else { return nil }
    self.search = search
    return probe
  }
}

extension Pagination {
  /// The pagination of an API without pages.
  fileprivate static var none: Pagination {
    Pagination(pageParameter: "", sizeParameter: "", items: "", defaultSize: 0, maximumSize: 0)
  }
}
