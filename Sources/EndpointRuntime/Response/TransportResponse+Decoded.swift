package import Foundation
package import HTTPTypes

extension TransportResponse {
  /// Creates a response of what an HTTP client read, which undoes some content codings itself.
  ///
  /// The fields that told of a coding are left out once it is undone.
  ///
  /// - Parameters:
  ///   - head: The head as it came.
  ///   - chunks: The body, decoded.
  ///   - method: The request's method; a response to HEAD has no body, whatever its fields say.
  ///   - codings: The content codings that the client undoes, in lower case.
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
  /// What the body is packed with, in lower case; `nil` if it is not.
  package var contentCoding: String? {
    guard let field = self[.contentEncoding] else { return nil }
    let coding = field.trimmingCharacters(in: .whitespaces).lowercased()
    return coding.isEmpty || coding == "identity" ? nil : coding
  }
}
