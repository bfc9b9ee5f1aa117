import EndpointRuntime
import Foundation
import HTTPTypes

/// A body in a form that URLSession accepts.
enum Upload: Sendable {
  case none
  case data(Data)
  case file(SpoolFile)

  /// Writes a streamed body to a file.
  ///
  /// - Throws: `TransportError` if the body fails, cannot be written, or is not allowed for the
  ///   method; `CancellationError`.
  init(_ body: HTTPBody?, method: HTTPRequest.Method) async throws {
    guard let body, body.length != 0 || body.data == nil else {
      self = .none
      return
    }
    guard method != .get else {
      throw TransportError(.invalidResponse, message: "URLSession sends no body with a GET request")
    }
    if let data = body.data {
      self = .data(data)
    } else {
      self = .file(try await SpoolFile(body))
    }
  }

  /// Removes the file when it will not be read again.
  func remove() {
    if case .file(let file) = self { file.remove() }
  }
}

/// A file that other users cannot read and that is removed with its last reference.
final class SpoolFile: Sendable {
  let url: URL

  init(_ body: HTTPBody) async throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "upload-\(UUID().uuidString)")
    guard
      FileManager.default.createFile(
        atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw TransportError(.other, message: "the body cannot be written to '\(url.path)'") }
    try await fill(with: body)
  }

  deinit { remove() }

  func remove() { try? FileManager.default.removeItem(at: url) }

  private func fill(with body: HTTPBody) async throws {
    do {
      let file = try FileHandle(forWritingTo: url)
      defer { try? file.close() }
      var size = 0
      for try await chunk in body {
        try Task.checkCancellation()
        try file.write(contentsOf: chunk)
        size += chunk.count
      }
      guard size == body.length ?? size else {
        throw TransportError(
          .other, message: "the body has \(size) bytes instead of \(body.length ?? 0)")
      }
    } catch EndpointError.transport(let failure) {
      throw failure
    } catch EndpointError.cancelled {
      throw CancellationError()
    } catch let error where error is TransportError || error is CancellationError {
      throw error
    } catch {
      throw TransportError(.other, message: "the body cannot be written to '\(url.path)': \(error)")
    }
  }
}
