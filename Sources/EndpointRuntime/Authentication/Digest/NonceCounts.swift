/// The nonce counts of recently used nonces. A count never decreases.
///
/// A server can return to an earlier nonce, or send the same nonce to several requests. A count
/// that restarts at 1 would look like a replay.
struct NonceCounts: Sendable {
  /// The nonces, the most recently used at the end.
  private var entries: [(nonce: String, count: UInt32)] = []

  private static let capacity = 64

  init() {}

  /// Continues after the last count of a nonce.
  init(after count: UInt32, of nonce: String) { entries = [(nonce, count)] }

  /// Returns the next count for a nonce, from 1; `nil` if all are used.
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
