/// The part of a list that a request asks for.
struct ListWindow: Equatable {
  /// The number of the page, from 0.
  var index: Int
  /// The number of items; `nil` for the server's default.
  var size: Int?

  /// The index of the first item in the list.
  var offset: Int { index * (size ?? 0) }

  /// Returns the window with the item before a position and as many items after it as possible, so
  /// that a shift of the list is detected.
  ///
  /// Pages begin at multiples of their size, so the size is varied until a page begins shortly
  /// before the position. It exceeds the size of the list's pages only if these are small.
  ///
  /// - Parameters:
  ///   - position: The index of the next item, at least 1.
  ///   - size: The size of the list's pages.
  ///   - limit: The largest size that the server accepts.
  /// - Returns: `nil` if no page contains the item before the position and the one at it.
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

  /// Returns the window of a size with the item at an index.
  static func around(_ index: Int, size: Int) -> ListWindow {
    ListWindow(index: index / size, size: size)
  }
}
