public import Foundation

extension HTTPBody {
  /// The first bytes of the body, and whether that is all of it; nothing beyond them is kept.
  ///
  /// - Parameter limit: How many bytes to read at most.
  /// - Throws: ``EndpointError/transport(_:)`` if the rest of the body does not come.
  public func prefix(bytes limit: Int) async throws -> (
    data: Data, isComplete: Bool
  ) {
    if let data { return (data.prefix(limit), data.count <= limit) }
    var collected = Data()
    for try await chunk in self {
      guard collected.count + chunk.count <= limit else {
        return (collected + chunk.prefix(limit - collected.count), false)
      }
      collected += chunk
    }
    return (collected, true)
  }
}
