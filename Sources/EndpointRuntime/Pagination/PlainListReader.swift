/// Reads a list by page numbers, where requests cannot overlap.
///
/// The list ends after an empty page, a repeated page, or a page that is shorter than one before.
/// If reading began at the first page, a total that was not reached is an error.
struct PlainListReader<Item: Hashable & Sendable> {
  /// The window to fetch next; `nil` at the end.
  private(set) var next: ListWindow?
  private let isFromStart: Bool
  private var seen: Set<ItemIdentity>
  private var count: Int
  private var longest = 0
  private var last: [ItemIdentity]?

  init(
    startingAt index: Int, size: Int?, isFromStart: Bool, seen: Set<ItemIdentity> = []
  ) {
    next = ListWindow(index: index, size: size)
    self.isFromStart = isFromStart
    self.seen = seen
    count = seen.count
  }

  /// Continues after a first page.
  init(after first: [ItemIdentity], total: Int?, size: Int?) {
    self.init(startingAt: 1, size: size, isFromStart: true, seen: Set(first))
    count = first.count
    longest = first.count
    last = first
    if total == count { next = nil }
  }

  /// Processes a page.
  ///
  /// - Returns: The new elements; `nil` if there are none.
  /// - Throws: ``EndpointError/decoding(_:)`` if the server ends the list early or repeats a page.
  mutating func accept(_ page: Page<Item>, endpoint: String) throws -> [PageElement<Item>]? {
    let index = next?.index ?? 0
    let elements = page.elements
    let identities = elements.map(\.identity)
    let isFirst = last == nil
    let isRepeated = identities == last
    let fresh = isRepeated ? [] : take(elements, identities)
    last = identities
    let isShort = identities.count < longest
    longest = max(longest, identities.count)
    // A total that is only the size of the page is ignored.
    let isComplete =
      isFromStart && page.totalCount == count && count > identities.count
    if identities.isEmpty || isRepeated || isShort || isComplete || index == .max {
      next = nil
      if isFromStart, let total = page.totalCount, total > count {
        throw EndpointError.decoding(
          ResponseDecodingError(
            endpoint: endpoint, codingPath: "",
            problem: "the list ends after \(count) items, but the server reports \(total)"))
      }
    } else {
      next?.index += 1
    }
    return fresh.isEmpty && !isFirst ? nil : fresh
  }

  private mutating func take(
    _ elements: [PageElement<Item>], _ identities: [ItemIdentity]
  ) -> [PageElement<Item>] {
    let fresh = zip(elements, identities).filter { seen.insert($1).inserted || !$1.isUnique }
    count += fresh.count
    return fresh.map(\.0)
  }
}
