/// A part of a list that one request asks for.
struct ListWindow: Equatable {
  /// The number of the page, counted from 0.
  var index: Int
  /// The number of items to ask for; `nil` leaves it to the server.
  var size: Int?

  /// The index of the window's first item in the list.
  var offset: Int { index * (size ?? 0) }

  /// The window that has the item before a position and as many items after it as possible, so that a
  /// list that has shifted is noticed.
  ///
  /// Pages begin at multiples of their size, so the size is varied until a page begins shortly before
  /// the position. It is larger than the size of the list's pages only if these are small.
  ///
  /// - Parameters:
  ///   - position: The index of the next item, at least 1.
  ///   - size: The size of the pages that the list is read in.
  ///   - limit: The largest size that the server accepts.
  /// - Returns: `nil` if no page has both the item before the position and the one at it.
  static func overlapping(_ position: Int, size: Int, limit: Int) -> ListWindow? {
    let preferred = size < 16 ? min(size + 4, limit) : min(size, limit)
    let smallest = max(2, size / 2)
    guard smallest <= limit else { return nil }
    let anchor = position - 1
    var best: (size: Int, new: Int) = (0, 0)
    for size in smallest...limit {
      if size > preferred, best.new > 0 { break }
      let new = size - 1 - anchor % size
      if new > best.new { best = (size, new) }
    }
    return best.new > 0 ? ListWindow(index: anchor / best.size, size: best.size) : nil
  }

  /// The window of a size that has the item at an index.
  static func around(_ index: Int, size: Int) -> ListWindow {
    ListWindow(index: index / size, size: size)
  }
}
