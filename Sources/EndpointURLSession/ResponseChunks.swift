import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The chunks of a response's body; a response that nobody holds any more is given up.
struct ResponseChunks: AsyncSequence, Sendable {
  typealias Element = Data

  private let reader: Reader
  private let idleTimeout: Duration?

  init(_ exchange: Exchange, idleTimeout: Duration?) {
    reader = Reader(exchange: exchange)
    self.idleTimeout = idleTimeout
  }

  fileprivate final class Reader: Sendable {
    let exchange: Exchange

    init(exchange: Exchange) { self.exchange = exchange }

    deinit { exchange.cancel() }
  }

  struct Iterator: AsyncIteratorProtocol {
    fileprivate let reader: Reader
    fileprivate let idleTimeout: Duration?

    func next() async throws -> Data? {
      guard let idleTimeout else { return try await reader.exchange.next() }
      let timer = Task { [exchange = reader.exchange] in
        try await Task.sleep(for: idleTimeout)
        exchange.stall(idleTimeout)
      }
      defer { timer.cancel() }
      return try await reader.exchange.next()
    }
  }

  func makeAsyncIterator() -> Iterator { Iterator(reader: reader, idleTimeout: idleTimeout) }
}

extension HTTPResponse {
  /// The head of a response; URLSession tells no reason phrase and no order of the fields.
  init(_ response: HTTPURLResponse) {
    var fields = HTTPFields()
    for case (let name as String, let value as String) in response.allHeaderFields {
      guard let name = HTTPField.Name(name) else { continue }
      fields.append(HTTPField(name: name, value: value))
    }
    self.init(status: .init(code: response.statusCode), headerFields: fields)
  }
}
