import EndpointModel
import EndpointRuntime
import Foundation
import HTTPTypes

/// The reader of standard output has closed the pipe.
struct ClosedPipe: Error {}

/// Writes a response to standard output or to a file.
struct ResponseOutput {
  /// The path of the file; `nil` for standard output.
  var file: String?
  /// Whether the status line and the header fields are written before the body.
  var includesHead = false
  /// Whether standard output is a terminal.
  var isTerminal = isatty(STDOUT_FILENO) != 0

  /// Rejects binary output to a terminal before the request.
  ///
  /// - Throws: A usage failure.
  func checkTerminal(for endpoint: EndpointDescriptor) throws {
    guard file == nil, isTerminal, !endpoint.accept.contains(where: { $0.hasPrefix("text/") })
    else { return }
    throw CommandFailure(
      .usage,
      "\(endpoint.name) responds with \(endpoint.accept.joined(separator: ", ")), which a terminal "
        + "cannot show; write it to a file with --output-file FILE or > FILE")
  }

  /// Writes a response in memory.
  func write(_ response: EndpointResponse<Data>) async throws {
    var body = response.value
    // A line feed after other bytes, such as those of an archive, would corrupt them.
    let isJSON = response.headerFields[.contentType]?.isJSONMediaType ?? false
    if isJSON, let last = body.last, last != UInt8(ascii: "\n") { body.append(UInt8(ascii: "\n")) }
    try await write(HTTPBody(body), response.status, response.headerFields)
  }

  /// Writes a streamed response.
  func write(_ response: EndpointResponse<HTTPBody>) async throws {
    try await write(response.value, response.status, response.headerFields)
  }

  /// Writes a text.
  func write(_ text: String) async throws {
    try await write(HTTPBody(Data(text.utf8)), .ok, [:])
  }

  private func write(
    _ body: HTTPBody, _ status: HTTPResponse.Status, _ fields: HTTPFields
  ) async throws {
    if let file { return try await write(body, to: URL(filePath: file)) }
    if includesHead {
      var text = "HTTP/1.1 \(status.code) \(status.reasonPhrase)\n"
      for field in fields { text += "\(field.name): \(field.value)\n" }
      try Self.write(Data((text + "\n").utf8))
    }
    for try await chunk in body { try Self.write(chunk) }
  }

  private func write(_ body: HTTPBody, to file: URL) async throws {
    // Bytes in memory are written at once.
    guard body.data == nil else { return try await body.write(to: file) }
    let bar = ProgressBar(name: file.lastPathComponent)
    let line = StatusLine()
    var last = TransferProgress(completed: 0, total: body.length)
    try await body.write(to: file) { progress in
      last = progress
      line.show(bar.line(progress))
    }
    line.show(bar.line(last), isFinal: true)
  }

  /// Writes bytes to standard output.
  ///
  /// - Throws: ``ClosedPipe`` if the reader has closed the pipe, or a failure with the system's reason.
  static func write(_ data: Data) throws {
    do {
      try OpenFile.standardOutput.write(data)
    } catch let error as FileError where error.code == EPIPE {
      throw ClosedPipe()
    } catch {
      throw CommandFailure(.connection, "standard output cannot be written to: \(error)")
    }
  }
}
