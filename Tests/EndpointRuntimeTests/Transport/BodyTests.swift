import EndpointRuntime
import Foundation
import TestSupport
import Testing

@Suite("A body")
final class BodyTests {
  private let chunks = [Data("one ".utf8), Data("two ".utf8), Data("three".utf8)]
  private let folder: TemporaryFolder
  private let file: URL

  init() throws {
    folder = try TemporaryFolder()
    file = folder.url.appending(path: "log.gz")
  }

  deinit { folder.remove() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
  }

  @Test("is written to a file with progress, replacing an existing one")
  func write() async throws {
    try Data("old".utf8).write(to: file)
    var progress: [TransferProgress] = []
    try await HTTPBody(Chunks(chunks), length: 13).write(to: file) { progress.append($0) }
    #expect(try Data(contentsOf: file) == Data("one two three".utf8))
    #expect(progress.map(\.completed) == [4, 8, 13])
    #expect(progress.allSatisfy { $0.total == 13 })
    #expect(try names() == ["log.gz"])
  }

  @Test("leaves no file if it fails, and keeps the existing one", arguments: [nil, "old"])
  func broken(old: String?) async throws {
    try old.map { try Data($0.utf8).write(to: file) }
    let failing = AsyncThrowingStream<Data, any Error> { continuation in
      continuation.yield(Data("one".utf8))
      continuation.finish(throwing: TransportError(.interrupted, message: "the connection broke"))
    }
    let error = await failure {
      try await HTTPBody(failing).write(to: file)
    }
    #expect(error?.transport?.kind == .interrupted)
    #expect(try names() == (old == nil ? [] : ["log.gz"]))
    #expect((try? String(contentsOf: file, encoding: .utf8)) == old)
  }

  @Test("is written to a pipe without replacing it")
  func pipe() async throws {
    let path = folder.url.appending(path: "pipe").path
    #expect(mkfifo(path, 0o600) == 0)
    // Has both ends open, so that neither waits for the other.
    let descriptor = open(path, O_RDWR | O_NONBLOCK)
    defer { close(descriptor) }
    try await HTTPBody(Chunks(chunks)).write(to: URL(filePath: path))
    var output = [UInt8](repeating: 0, count: 13)
    #expect(read(descriptor, &output, output.count) == output.count)
    #expect(String(decoding: output, as: UTF8.self) == "one two three")
    #expect(try names() == ["pipe"])
  }

  @Test("is not read if its file is a folder")
  func folderAsFile() async throws {
    let unread = HTTPBody(replaying: {
      Issue.record("The body was read.")
      return Chunks([])
    })
    let error = await failure { try await unread.write(to: self.folder.url) }
    #expect(error?.transport?.message.hasSuffix("cannot be written: Is a directory") == true)
  }

  @Test("keeps the permissions of an existing file; new files are the owner's alone")
  func permissions() async throws {
    func permissions() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    }
    try await HTTPBody(Data("x".utf8)).write(to: file)
    #expect(try permissions() == 0o600)
    for mode in [0o640, 0o600, 0o444] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
      try await HTTPBody(Data("x".utf8)).write(to: file)
      #expect(try permissions() == mode)
    }
  }

  @Test("can have file names of the maximum length")
  func longName() async throws {
    let long = file.deletingLastPathComponent().appending(path: String(repeating: "a", count: 255))
    try await HTTPBody(Data("x".utf8)).write(to: long)
    #expect(try Data(contentsOf: long) == Data("x".utf8))
  }

  @Test("follows symbolic links")
  func links() async throws {
    let link = file.deletingLastPathComponent().appending(path: "link")
    try Data("abc".utf8).write(to: file)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    let text = try await HTTPBody(contentsOf: link).text
    #expect(text == "abc")
    try await HTTPBody(Data("new".utf8)).write(to: link)
    #expect(try Data(contentsOf: file) == Data("new".utf8))
  }

  @Test("leaves no file if it is longer than the limit")
  func limit() async throws {
    let error = await failure {
      try await HTTPBody(Chunks(chunks)).write(to: file, limit: 12)
    }
    #expect(error?.description.contains("more than 12 bytes") == true)
    #expect(try names().isEmpty)
    try await HTTPBody(Chunks(chunks)).write(to: file, limit: 13)
  }

  @Test("leaves no file if it ends before its length")
  func tooShort() async throws {
    let error = await failure {
      try await HTTPBody(Chunks(chunks), length: 14).write(to: file)
    }
    #expect(error?.transport?.kind == .interrupted)
    #expect(try names().isEmpty)
  }

  @Test("leaves no file if its reader is cancelled")
  func cancellation() async throws {
    let arrived = Signal()
    let (stream, continuation) = AsyncThrowingStream<Data, any Error>.makeStream()
    continuation.yield(Data("one".utf8))
    let writing = Task { [file] in
      await failure {
        try await HTTPBody(stream).write(to: file) { _ in arrived.send() }
      }
    }
    await arrived.wait()
    writing.cancel()
    #expect(await writing.value?.isCancelled == true)
    #expect(try names().isEmpty)
  }

  @Test("names the file if it cannot be written")
  func unwritable() async throws {
    let file = file.appending(path: "no/such/folder")
    let error = await failure {
      try await HTTPBody(Chunks(chunks)).write(to: file)
    }
    #expect(error?.description.contains(file.path) == true)
  }

  @Test("of chunks can be read once")
  func once() async throws {
    let body = HTTPBody(Chunks(chunks))
    #expect(!body.isReplayable)
    #expect(try await body.prefix(bytes: 100).data.count == 13)
    let error = await failure { try await body.prefix(bytes: 100) }
    #expect(error?.description.contains("only once") == true)
  }

  @Test("can be read in part")
  func prefix() async throws {
    for limit in 0...14 {
      let (data, isComplete) = try await HTTPBody(Chunks(chunks)).prefix(bytes: limit)
      #expect(data == Data("one two three".utf8).prefix(limit))
      #expect(isComplete == (limit >= 13))
    }
  }

  @Test("of a file is read again for every attempt")
  func ofFile() async throws {
    let bytes = Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    try bytes.write(to: file)
    let body = try HTTPBody(contentsOf: file)
    #expect(body.length == 200_000)
    for _ in 1...2 {
      let (data, isComplete) = try await body.prefix(bytes: 1 << 20)
      #expect(data == bytes)
      #expect(isComplete)
    }
  }

  @Test("names a missing file before anything is sent")
  func noFile() async throws {
    let folder = folder.url
    for url in [
      folder, folder.appending(path: "missing"), try #require(URL(string: "https://x/y")),
    ] {
      #expect {
        try HTTPBody(contentsOf: url)
      } throws: { ($0 as? EndpointError)?.invalidParameter == "body" }
    }
  }

  @Test("can be a literal, and collected as a whole or not at all")
  func collecting() async throws {
    let body: HTTPBody = "abc"
    #expect(try await body.collect(upTo: 3) == Data("abc".utf8))
    #expect(body.length == 3 && body.isReplayable)
    let chunks = HTTPBody(Chunks([Data("ab".utf8), Data("c".utf8)]))
    let error = await failure { try await chunks.collect(upTo: 2) }
    #expect(error?.description.contains("more than 2 bytes") == true)
    #expect(try await HTTPBody("é").collect(upTo: 2) == Data("é".utf8))
  }
}
