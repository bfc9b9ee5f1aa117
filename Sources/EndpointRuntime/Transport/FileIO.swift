import EndpointModel
package import Foundation

/// Runs blocking file operations outside of the cooperative thread pool.
///
/// A slow disk would otherwise block all tasks, including deadlines.
enum FileIO {
  private static let queue = DispatchQueue(
    label: "EndpointRuntime.FileIO", qos: .utility, attributes: .concurrent)

  /// Runs a blocking operation.
  static func run<Value: Sendable>(
    _ operation: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result(catching: operation)) }
    }
  }
}

/// An open file.
package struct OpenFile: Sendable {
  private let descriptor: Int32

  /// The standard output of the process.
  package static let standardOutput = OpenFile(descriptor: STDOUT_FILENO)

  private init(descriptor: Int32) { self.descriptor = descriptor }

  /// Opens a file for reading.
  init(reading path: String) throws { try self.init(open(path, O_RDONLY | O_CLOEXEC)) }

  /// Creates a file to write; it must not exist.
  init(creating path: String, permissions: mode_t) throws {
    try self.init(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600))
    // open() would apply the umask.
    guard fchmod(descriptor, permissions) == 0 else {
      let error = FileError.last
      close()
      throw error
    }
  }

  /// Opens a device, a pipe, or another special file for writing; returns `nil` for a regular file
  /// or a missing one.
  init?(writingSpecial path: String) throws {
    var information = stat()
    guard stat(path, &information) == 0, information.st_mode & S_IFMT != S_IFREG else { return nil }
    try self.init(open(path, O_WRONLY | O_CLOEXEC))
  }

  private init(_ descriptor: Int32) throws {
    guard descriptor >= 0 else { throw FileError.last }
    self.descriptor = descriptor
  }

  /// Reads up to a number of bytes; returns none at the end of the file.
  func read(_ count: Int) throws -> Data {
    var data = Data(count: count)
    while true {
      let result = data.withUnsafeMutableBytes { bytes in
        Foundation.read(descriptor, bytes.baseAddress, bytes.count)
      }
      if result >= 0 { return data.prefix(result) }
      if errno != EINTR { throw FileError.last }
    }
  }

  /// Writes bytes.
  ///
  /// - Throws: ``FileError``.
  package func write(_ data: Data) throws {
    try data.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let slice = UnsafeRawBufferPointer(rebasing: rest)
        let result = Foundation.write(descriptor, slice.baseAddress, slice.count)
        if result >= 0 {
          rest = rest.dropFirst(result)
        } else if errno != EINTR {
          throw FileError.last
        }
      }
    }
  }

  /// Flushes the file to the disk.
  func synchronize() throws {
    guard fsync(descriptor) == 0 else { throw FileError.last }
  }

  func close() { _ = Foundation.close(descriptor) }
}

/// An error of the operating system.
package struct FileError: Error, CustomStringConvertible {
  package let code: Int32

  /// The error of the last system call of the thread.
  static var last: FileError { FileError(code: errno) }

  package var description: String { String(cString: strerror(code)) }
}
