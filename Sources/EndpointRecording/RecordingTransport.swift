public import EndpointRuntime
public import Foundation
import HTTPTypes

/// A transport that records the exchanges of another one in a file, without secrets.
///
/// The file has one JSON object for each exchange (JSON Lines). ``ReplayTransport`` reads it.
/// Credentials, cookies, challenges, and the values of sensitive fields are removed; see
/// ``Redaction``. Responses that only ask for Digest credentials are not recorded, so that a replay
/// needs none.
///
/// ```swift
/// let recorder = try RecordingTransport(AtlasClient.defaultTransport, to: file)
/// let atlas = AtlasClient(credentials: credentials, transport: recorder)
/// ```
///
/// An exchange is recorded when its response has been read to the end. One whose response fails, or
/// has a body that is too large, is not recorded.
public struct RecordingTransport: HTTPTransport {
  private let base: any HTTPTransport
  private let file: RecordingFile
  private let redaction: Redaction
  private let maximumBodySize: Int

  /// Creates a transport.
  ///
  /// - Parameters:
  ///   - base: Sends the requests.
  ///   - file: The URL of the file, which is replaced if it exists. Only its owner can read it.
  ///   - redaction: Removes secrets.
  ///   - maximumBodySize: The maximum size of a recorded body in bytes. Defaults to 16 MiB.
  /// - Throws: `EndpointError.configuration` if the file cannot be created.
  public init(
    _ base: any HTTPTransport, to file: URL, redaction: Redaction = .standard,
    maximumBodySize: Int = 16 << 20
  ) throws {
    self.base = base
    self.file = try RecordingFile(file)
    self.redaction = redaction
    self.maximumBodySize = maximumBodySize
  }

  /// Sends a request and returns its response, which is recorded while it is read.
  public func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    let number = file.nextNumber()
    // A body that can be read once is left to the request.
    let sent =
      body?.isReplayable == true ? try await body?.prefix(bytes: maximumBodySize) : nil
    let response = try await base.send(request, body: body, timeout: timeout)
    guard !response.head.isDigestChallenge(for: request), sent?.isComplete ?? true else {
      return response
    }
    let line = line(number, request, sent?.data ?? Data(), response.head)
    if let data = response.body.data {
      if data.count <= maximumBodySize { try await record(data, of: line) }
      return response
    }
    let chunks = RecordedChunks(
      body: response.body, limit: maximumBodySize, record: { try await record($0, of: line) })
    return TransportResponse(
      head: response.head, body: HTTPBody(chunks, length: response.body.length))
  }

  private func line(
    _ number: Int, _ request: HTTPRequest, _ body: Data, _ head: HTTPResponse
  ) -> RecordedLine {
    var requestFields = redaction.redacted(request.headerFields)
    requestFields[.userAgent] = nil
    var responseFields = redaction.redacted(head.headerFields)
    // The recorded body has no content coding, and its length may change.
    for name in [HTTPField.Name.contentLength, .contentEncoding, .transferEncoding, .connection] {
      responseFields[name] = nil
    }
    let target = redaction.redacted(target: request.path ?? "/")
    return RecordedLine(
      number: number, method: request.method.rawValue,
      url: "\(request.scheme ?? "https")://\(request.authority ?? "")\(target)",
      requestFields: requestFields,
      requestBody: redaction.redacted(
        body, contentType: request.headerFields[.contentType]),
      status: head.status.code, responseFields: responseFields, responseBody: Data())
  }

  private func record(_ body: Data, of line: RecordedLine) async throws {
    var line = line
    line.responseBody = redaction.redacted(
      body, contentType: line.responseFields[.contentType])
    try await file.write(try line.data)
  }
}

extension HTTPResponse {
  /// Whether the response only asks for Digest credentials or for a new nonce, so that the client
  /// sends the request again.
  fileprivate func isDigestChallenge(for request: HTTPRequest) -> Bool {
    guard status == .unauthorized else { return false }
    return AuthenticationChallenge.parse(headerFields[values: .wwwAuthenticate]).contains {
      $0.isScheme("Digest")
        && (request.headerFields[.authorization] == nil || $0["stale"]?.lowercased() == "true")
    }
  }
}

/// The chunks of a body, which are recorded when all have been read.
private struct RecordedChunks: AsyncSequence, Sendable {
  typealias Element = Data

  let body: HTTPBody
  let limit: Int
  let record: @Sendable (Data) async throws -> Void

  struct Iterator: AsyncIteratorProtocol {
    var base: HTTPBody.Iterator
    let limit: Int
    let record: @Sendable (Data) async throws -> Void
    /// `nil` if the body is too large or has been recorded.
    var collected: Data? = Data()

    mutating func next() async throws -> Data? {
      guard let chunk = try await base.next() else {
        if let data = collected.take() { try await record(data) }
        return nil
      }
      if let count = collected?.count {
        if count + chunk.count <= limit { collected?.append(chunk) } else { collected = nil }
      }
      return chunk
    }
  }

  func makeAsyncIterator() -> Iterator {
    Iterator(base: body.makeAsyncIterator(), limit: limit, record: record)
  }
}
