package import Foundation
package import HTTPTypes

extension TransportResponse {
  /// Creates a response from the output of an HTTP client that decodes some content codings.
  ///
  /// The header fields of a decoded content coding are removed.
  ///
  /// - Parameters:
  ///   - head: The received head.
  ///   - chunks: The decoded body.
  ///   - method: The method of the request. A response to HEAD has no body, whatever its header
  ///     fields indicate.
  ///   - codings: The content codings that the client decodes, in lower case.
  package init<Chunks: AsyncSequence & Sendable>(
    head: HTTPResponse, chunks: Chunks, method: HTTPRequest.Method, undoing codings: Set<String>
  ) where Chunks.Element == Data, Chunks.AsyncIterator: SendableMetatype {
    var head = head
    let isEmpty = method == .head || head.status == .noContent || head.status == .notModified
    if !isEmpty, let coding = head.headerFields.contentCoding, codings.contains(coding) {
      head.headerFields[.contentEncoding] = nil
      head.headerFields[.contentLength] = nil
    }
    let length = isEmpty ? 0 : head.headerFields[.contentLength].flatMap { Int($0) }
    self.init(head: head, body: HTTPBody(chunks, length: length))
  }
}

extension HTTPFields {
  /// The content coding of the body, in lower case; `nil` if there is none.
  package var contentCoding: String? {
    guard let field = self[.contentEncoding] else { return nil }
    let coding = field.trimmingCharacters(in: .whitespaces).lowercased()
    return coding.isEmpty || coding == "identity" ? nil : coding
  }
}
