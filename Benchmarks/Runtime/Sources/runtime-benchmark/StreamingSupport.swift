import AtlasCore
@_spi(Generated) import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation
import Synchronization

/// How far the memory of this process grows.
final class Memory: Sendable {
  private let start = Memory.resident
  private let peak = Atomic(0)

  /// The growth so far, in MiB.
  var growth: Double { Double(max(peak.load(ordering: .relaxed) - start, 0)) / Double(1 << 20) }

  /// Looks at the memory now and then.
  ///
  /// - Parameter count: The number of bytes of a body so far.
  func note(at count: Int) {
    guard count % (4 << 20) < 64 << 10 else { return }
    peak.max(Self.resident, ordering: .relaxed)
  }

  /// The resident memory in bytes; 0 where it is not known.
  static var resident: Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return 0
    }
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
  }
}

/// Chunks of 64 KiB.
struct Zeros: AsyncSequence, Sendable {
  let size: Int
  let memory: Memory

  private static let chunk = Data(count: 64 << 10)

  struct Iterator: AsyncIteratorProtocol {
    var rest: Int
    let memory: Memory

    mutating func next() async throws -> Data? {
      guard rest > 0 else { return nil }
      let chunk = Zeros.chunk.prefix(rest)
      rest -= chunk.count
      memory.note(at: rest)
      return chunk
    }
  }

  func makeAsyncIterator() -> Iterator { Iterator(rest: size, memory: memory) }
}

/// An endpoint with a large body, which Atlas does not have.
struct Upload: Endpoint {
  typealias API = AtlasAdminAPI
  typealias Response = Void

  let body: HTTPBody

  static let operation = EndpointOperation(
    "Upload", method: "PUT", path: "/upload", bodyContentType: "application/octet-stream")

  func encode(into request: inout RequestBuilder) throws { request.setBody(body) }

  static func == (a: Self, b: Self) -> Bool { a.body.length == b.body.length }
  func hash(into hasher: inout Hasher) { hasher.combine(body.length) }
}
