/// The counts of the nonces that a session has used recently; each count only grows.
///
/// A server may return to an earlier nonce, or give several requests the same one. A count that
/// started again at 1 would look like a replay to it.
struct NonceCounts: Sendable {
  /// The nonces, the one used last at the end.
  private var entries: [(nonce: String, count: UInt32)] = []

  private static let capacity = 64

  init() {}

  /// Continues after the count that a nonce has been used with last.
  init(after count: UInt32, of nonce: String) { entries = [(nonce, count)] }

  /// Returns the next count for a nonce, from 1, or `nil` if all of them have been used.
  mutating func next(for nonce: String) -> UInt32? {
    if let last = entries.indices.last, entries[last].nonce == nonce {
      guard entries[last].count < .max else { return nil }
      entries[last].count += 1
      return entries[last].count
    }
    let index = entries.lastIndex { $0.nonce == nonce }
    let used = index.map { entries.remove(at: $0).count } ?? 0
    if entries.count == Self.capacity { entries.removeFirst() }
    entries.append((nonce, used))
    return next(for: nonce)
  }
}
