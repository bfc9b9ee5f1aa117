import Foundation

/// Reads a body from a file or from standard input.
struct BodyInput {
  /// The path of the file; `-` for standard input.
  let file: String

  /// Returns the bytes.
  ///
  /// - Throws: A usage failure with the reason.
  func read() throws -> Data {
    if file == "-" { return try read(STDIN_FILENO, name: "standard input") }
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      // JSON in place of a file name can also be too long or contain a slash.
      if [ENOENT, ENAMETOOLONG, ENOTDIR].contains(errno), isJSON {
        throw CommandFailure(
          .usage, "--body must be a file name; to pass JSON directly, pipe it to --body -")
      }
      throw failure("the body's file '\(file)'")
    }
    defer { close(descriptor) }
    return try read(descriptor, name: "the body's file '\(file)'")
  }

  /// Whether JSON was given instead of the name of a file.
  private var isJSON: Bool {
    guard let first = file.first(where: { !$0.isWhitespace }) else { return false }
    return ["{", "[", "\""].contains(first)
  }

  private func read(_ descriptor: Int32, name: String) throws -> Data {
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      switch Foundation.read(descriptor, &buffer, buffer.count) {
      case 0: return data
      case let count where count > 0: data += buffer[..<count]
      default: if errno != EINTR { throw failure(name) }
      }
    }
  }

  private func failure(_ name: String) -> CommandFailure {
    CommandFailure(.usage, "\(name) cannot be read: \(String(cString: strerror(errno)))")
  }
}
