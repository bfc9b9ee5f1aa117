import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The pieces of an answer's body; an answer that nobody holds any more is given up.
struct ResponsePieces: AsyncSequence, Sendable {
  typealias Element = Data

  private let reader: Reader

  init(_ exchange: Exchange) { reader = Reader(exchange: exchange) }

  fileprivate final class Reader: Sendable {
    let exchange: Exchange

    init(exchange: Exchange) { self.exchange = exchange }

    deinit { exchange.cancel() }
  }

  struct Iterator: AsyncIteratorProtocol {
    fileprivate let reader: Reader

    func next() async throws -> Data? { try await reader.exchange.next() }
  }

  func makeAsyncIterator() -> Iterator { Iterator(reader: reader) }
}

extension HTTPResponse {
  /// The head of an answer; URLSession tells no reason phrase and no order of the fields.
  init(_ response: HTTPURLResponse) {
    var fields = HTTPFields()
    for case (let name as String, let value as String) in response.allHeaderFields {
      guard let name = HTTPField.Name(name) else { continue }
      fields.append(HTTPField(name: name, value: value))
    }
    self.init(status: .init(code: response.statusCode), headerFields: fields)
  }
}
