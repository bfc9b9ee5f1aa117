public import EndpointRuntime
public import Foundation
import HTTPTypes
import Synchronization

/// A transport that responds with the exchanges of a recording and contacts no server.
///
/// The host of a request is not compared, and neither are its header fields, so that a recording of
/// one server can be replayed for another, with other credentials.
public struct ReplayTransport: HTTPTransport {
  /// How the response to a request is chosen.
  public enum Mode: Sendable {
    /// The requests must be those of the recording, in its order, with the same methods, paths,
    /// queries, and bodies.
    case strict
    /// A request gets the next response that was recorded for its method and path; the last one
    /// repeats.
    case loose
  }

  private let state: ReplayState

  /// Creates a transport.
  ///
  /// - Parameters:
  ///   - file: The URL of a file that ``RecordingTransport`` has written.
  ///   - mode: How the response to a request is chosen.
  ///   - redaction: The redaction of the recording, which is applied to requests before they are
  ///     compared.
  /// - Throws: `EndpointError.configuration` if the file cannot be read, or a line
  ///   is invalid.
  public init(
    contentsOf file: URL, mode: Mode = .strict, redaction: Redaction = .standard
  ) throws {
    state = ReplayState(try Self.lines(of: file), mode: mode, redaction: redaction)
  }

  /// The requests whose responses have not been used, as `GET /path`, in their order.
  public var unusedRequests: [String] { state.unusedRequests }

  /// Returns the recorded response to a request.
  ///
  /// - Throws: ``ReplayError`` if there is none.
  public func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    let line = try state.line(for: request, body: try await body?.collect(upTo: .max) ?? Data())
    return TransportResponse(
      head: HTTPResponse(
        status: .init(code: line.status), headerFields: line.responseFields),
      body: HTTPBody(line.responseBody))
  }

  private static func lines(of file: URL) throws -> [RecordedLine] {
    func problem(_ text: String) -> EndpointError {
      .configuration(setting: "recording", reason: "'\(file.path)' \(text)")
    }
    let data: Data
    do {
      data = try Data(contentsOf: file)
    } catch {
      throw problem("cannot be read: \(error.localizedDescription)")
    }
    var lines: [RecordedLine] = []
    for (index, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      do throws(RecordedLine.Problem) {
        lines.append(try RecordedLine(Data(line)))
      } catch {
        throw problem("is not a valid recording: line \(index + 1) \(error.text)")
      }
    }
    // Lines are written when responses end, which is not the order of the requests.
    return lines.sorted { $0.number < $1.number }
  }
}

/// A request that a recording has no response for.
public struct ReplayError: Error, Hashable, Sendable, CustomStringConvertible, LocalizedError {
  /// The request, as `GET /path`.
  public var request: String
  /// The request that the recording has instead; `nil` if it has none.
  public var expected: String?

  /// A description of the problem and how to fix it.
  public var description: String {
    let reason = expected.map { "expects \($0)" } ?? "has no response for it"
    return "\(request) does not match the recording, which \(reason); record it again"
  }

  /// The same as the description.
  public var errorDescription: String? { description }
}

/// The responses of a recording that have not been used.
private final class ReplayState: Sendable {
  private let mode: ReplayTransport.Mode
  private let redaction: Redaction
  private let lines: Mutex<[RecordedLine]>

  init(_ lines: [RecordedLine], mode: ReplayTransport.Mode, redaction: Redaction) {
    self.mode = mode
    self.redaction = redaction
    self.lines = Mutex(lines)
    repeated = Mutex([:])
  }

  /// The last response of each method and path that has been used.
  private let repeated: Mutex<[String: RecordedLine]>

  var unusedRequests: [String] {
    lines.withLock { lines in lines.map { "\($0.method) \($0.target)" } }
  }

  /// Returns the response to a request.
  func line(for request: HTTPRequest, body: Data) throws(ReplayError) -> RecordedLine {
    let target = redaction.redacted(target: request.path ?? "/")
    let method = request.method.rawValue
    switch mode {
    case .strict:
      let body = redaction.redacted(body, contentType: request.headerFields[.contentType])
      return try lines.withLock { lines throws(ReplayError) in
        guard let next = lines.first else {
          throw ReplayError(request: "\(method) \(target)", expected: nil)
        }
        guard next.method == method, next.target == target else {
          throw ReplayError(
            request: "\(method) \(target)", expected: "\(next.method) \(next.target)")
        }
        guard Self.areEqual(next.requestBody, body) else {
          throw ReplayError(
            request: "\(method) \(target)", expected: "the same request with another body")
        }
        return lines.removeFirst()
      }
    case .loose:
      let path = String(target.prefix { $0 != "?" })
      let next = lines.withLock { lines in
        lines.firstIndex { $0.method == method && $0.path == path }.map { lines.remove(at: $0) }
      }
      return try repeated.withLock { repeated throws(ReplayError) in
        if let next { repeated["\(method) \(path)"] = next }
        guard let line = repeated["\(method) \(path)"] else {
          throw ReplayError(request: "\(method) \(target)", expected: nil)
        }
        return line
      }
    }
  }

  /// Whether bodies are the same bytes or the same JSON documents.
  private static func areEqual(_ one: Data, _ other: Data) -> Bool {
    if one == other { return true }
    guard let document = Redaction.document(one) else { return false }
    return document == Redaction.document(other)
  }
}
