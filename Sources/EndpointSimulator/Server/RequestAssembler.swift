import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1

/// A request that is not valid HTTP, or larger than allowed.
struct RequestProblem: Error {
  var status: Int
  var detail: String

  init(_ status: Int, _ detail: String) {
    self.status = status
    self.detail = detail
  }

  /// Creates the problem of bytes that are not HTTP.
  init(_ error: HTTPParserError) {
    switch error {
    case .headerOverflow: self = .headerTooLarge
    case .invalidVersion: self.init(505, "The HTTP version is not supported; use HTTP/1.1.")
    case .invalidMethod: self.init(400, "The method is not valid.")
    case .invalidURL: self.init(400, "The request-target is not valid.")
    case .invalidEOFState: self.init(400, "The connection ended before the request.")
    default: self.init(400, "The request is not valid HTTP.")
    }
  }

  static let headerTooLarge = RequestProblem(
    431, "The header fields have more than \(RequestAssembler.headerSize) bytes.")
}

/// Assembles requests of their parts.
struct RequestAssembler {
  enum Message {
    /// The client waits for 100 (Continue) before it sends the body.
    case continueExpected
    case request(AssembledRequest)
    case invalid(RequestProblem)
  }

  /// A request with the properties of its connection.
  struct AssembledRequest {
    var request: IncomingRequest
    var version: HTTPVersion
    /// Whether the connection can be used for another request.
    var isKeptAlive: Bool
    /// Whether the body has not been read.
    var hasUnreadBody = false
  }

  /// The maximum size of the request-target and of the header fields in bytes.
  static let headerSize = 32 << 10

  let scheme: String
  private var head: HTTPRequestHead?
  private var body = ByteBuffer()
  private var isTooLarge = false

  init(scheme: String) { self.scheme = scheme }

  /// Returns what follows from the next part of a request; `nil` if more parts are needed.
  mutating func receive(_ part: HTTPServerRequestPart) -> Message? {
    switch part {
    case .head(let head): return receive(head)
    case .body(let chunk):
      guard head != nil else { return nil }
      if body.readableBytes + chunk.readableBytes > IncomingRequest.bodySize { isTooLarge = true }
      // The rest of a body that is too large is read, so that the connection can be reused.
      if isTooLarge { body = ByteBuffer() } else { body.writeImmutableBuffer(chunk) }
      return nil
    case .end:
      guard let head = head.take() else { return nil }
      defer { body = ByteBuffer() }
      return .request(
        assembled(head, body: isTooLarge ? nil : Data(body.readableBytesView)))
    }
  }

  private mutating func receive(_ head: HTTPRequestHead) -> Message? {
    isTooLarge = false
    do throws(RequestProblem) {
      try check(head)
      guard let expectation = head.headers.first(name: "expect"), !head.version.isOld else {
        self.head = head
        return nil
      }
      guard expectation.lowercased() == "100-continue" else {
        throw RequestProblem(417, "The only supported expectation is 100-continue.")
      }
      let length = head.headers.first(name: "content-length").flatMap { Int($0) }
      if let length, length > IncomingRequest.bodySize {
        var request = assembled(head, body: nil)
        request.isKeptAlive = false
        request.hasUnreadBody = true
        return .request(request)
      }
      self.head = head
      return length == 0 ? nil : .continueExpected
    } catch {
      return .invalid(error)
    }
  }

  private func check(_ head: HTTPRequestHead) throws(RequestProblem) {
    let isASCII =
      head.uri.utf8.allSatisfy { $0 < 0x80 }
      && head.headers.allSatisfy { $0.value.utf8.allSatisfy { $0 < 0x80 } }
    guard isASCII else {
      throw RequestProblem(400, "The request-target and header fields must be ASCII.")
    }
    let size = head.headers.reduce(head.uri.utf8.count) {
      $0 + $1.name.utf8.count + $1.value.utf8.count
    }
    guard size <= Self.headerSize else { throw RequestProblem.headerTooLarge }
    guard head.version.major == 1 else {
      throw RequestProblem(505, "The HTTP version is not supported; use HTTP/1.1.")
    }
    guard head.version.isOld || head.headers["host"].count == 1 else {
      throw RequestProblem(400, "The request must have one Host field.")
    }
  }

  private func assembled(_ head: HTTPRequestHead, body: Data?) -> AssembledRequest {
    var fields = HTTPFields()
    for (name, value) in head.headers {
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    // Bytes after an upgrade request would not be parsed.
    let isUpgrade = head.headers.contains(name: "upgrade") || head.method == .CONNECT
    return AssembledRequest(
      request: IncomingRequest(
        method: head.method.rawValue, target: Self.originForm(head.uri), scheme: scheme,
        host: head.headers.first(name: "host") ?? "", headerFields: fields, body: body),
      version: head.version, isKeptAlive: head.isKeepAlive && !isUpgrade)
  }

  /// Returns a request-target without the scheme and the authority of the absolute form.
  private static func originForm(_ target: String) -> String {
    guard !target.hasPrefix("/"), let authority = target.firstRange(of: "://") else {
      return target
    }
    let rest = target[authority.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }
}

extension HTTPVersion {
  /// Whether the version is 1.0, which has no persistent connections and no chunks by default.
  var isOld: Bool { minor == 0 }
}
