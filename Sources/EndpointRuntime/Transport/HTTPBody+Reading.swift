public import Foundation

extension HTTPBody {
  /// Returns the first bytes of the body and whether they are the whole body.
  ///
  /// - Parameter limit: The maximum number of bytes to read.
  /// - Throws: ``EndpointError/transport(_:)`` if the body fails.
  package func prefix(bytes limit: Int) async throws -> (
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

  /// Returns the first bytes of the body and whether they are the whole body.
  ///
  /// - Throws: ``EndpointError/transport(_:)`` if the body fails, or ``EndpointError/timeout(_:)``
  ///   at the deadline.
  func prefix(bytes size: Int, within limit: TimeLimit) async throws -> (
    data: Data, isComplete: Bool
  ) {
    if let data { return (data.prefix(size), data.count <= size) }
    return try await limit.wait { try await prefix(bytes: size) }
  }

  /// Whether the body is in memory, so that reading it takes no time.
  var isInMemory: Bool { data != nil }

  /// Returns the whole body.
  ///
  /// - Parameter limit: The maximum size in bytes.
  /// - Throws: ``EndpointError/transport(_:)`` if the body is larger or fails.
  public func collect(upTo limit: Int) async throws -> Data {
    let (data, isComplete) = try await prefix(bytes: limit)
    guard isComplete else {
      throw EndpointError.transport(
        TransportError(.invalidResponse, message: "the body has more than \(limit) bytes"))
    }
    return data
  }
}

extension HTTPBody: ExpressibleByStringLiteral {
  /// Creates a body of text in UTF-8.
  public init(_ text: String) { self.init(Data(text.utf8)) }

  /// Creates a body of text in UTF-8.
  public init(stringLiteral value: String) { self.init(value) }
}
