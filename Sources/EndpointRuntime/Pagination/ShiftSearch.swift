/// Searches a shifted list for the end of the known items: backwards in steps that double, then
/// between the two closest windows.
struct ShiftSearch {
  private let size: Int
  private var step: Int
  /// The index after the known items.
  private var known = 0
  /// The index of the first window without a known item.
  private var unknown = Int.max
  private var probes = 0

  init(size: Int) {
    self.size = size
    step = size
  }

  /// Returns the next window after one at an offset without a known item.
  mutating func missed(_ offset: Int) -> ListWindow {
    unknown = min(unknown, offset)
    probes += 1
    // A list that changes faster than the search is read from its beginning.
    guard probes < 64 else { return ListWindow(index: 0, size: size) }
    if known > 0 { return between }
    let target = max(unknown - step, 0)
    step = step > Int.max / 4 ? step : 2 * step
    return .around(target, size: size)
  }

  /// Returns the next window after one with known items only; `nil` if the search is over.
  mutating func found(upTo position: Int) -> ListWindow? {
    known = max(known, position)
    probes += 1
    guard probes < 64, unknown != .max, unknown - known > size else { return nil }
    return between
  }

  private var between: ListWindow { .around(known + max(unknown - known, 0) / 2, size: size) }
}
