import EndpointDefinition
import Foundation
import TestSupport
import Testing

@Suite("A file that cannot be read or written")
struct FileTests {
  @Test(
    "is reported by every command if it is a folder",
    arguments: [
      ["format", "zoo"], ["lint", "zoo"],
      ["new", "GetA", "--method", "GET", "--path", "/a", "--definitions", "zoo"],
      ["new", "GetA", "--method", "GET", "--path", "/a", "--file", "zoo/dir.xml"],
    ])
  func folder(arguments: [String]) async throws {
    try await Zoo.run { zoo in
      try FileManager.default.createDirectory(
        at: zoo.folder.url.appending(path: "zoo/dir.xml"), withIntermediateDirectories: true)
      let result = try await zoo.run(arguments)
      #expect(result.status == 1)
      #expect(result.error.contains("zoo/dir.xml"))
      #expect(result.error.contains("is a folder"))
      #expect(!result.error.contains("Cocoa"))
    }
  }

  @Test("is left unchanged if it is not UTF-8")
  func encoding() async throws {
    try await Zoo.run { zoo in
      let bytes = Data("<endpoints>".utf8) + [0xFF] + Data("</endpoints>".utf8)
      let file = zoo.folder.url.appending(path: "zoo/animals.xml")
      try bytes.write(to: file)
      let result = try await zoo.run(
        "new", "GetA", "--method", "GET", "--path", "/a", "--file", "zoo/animals.xml")
      #expect(result.status == 1)
      #expect(result.error == "error: 'zoo/animals.xml' is not UTF-8; save it as UTF-8\n")
      #expect(try Data(contentsOf: file) == bytes)
    }
  }

  @Test("is reported with the system's reason")
  func writing() async throws {
    try await Zoo.run { zoo in
      let result = try await zoo.run("index", zoo.path, "--output", "nowhere/a.md")
      #expect(result.status == 1)
      #expect(
        result.error == "error: 'nowhere/a.md' cannot be written: No such file or directory\n")
    }
  }

  @Test(
    "has a reason in the words of the system",
    arguments: [
      (CocoaError(.fileReadUnknown) as any Error, "Input/output error"),
      (CocoaError(.fileReadNoPermission), "Permission denied"),
      (
        CocoaError(.fileWriteUnknown, userInfo: [NSUnderlyingErrorKey: POSIXError(.ENOSPC)]),
        "No space left on device"
      ),
      (
        CocoaError(
          .fileReadUnknown,
          userInfo: [
            NSUnderlyingErrorKey: NSError(
              domain: "Other", code: 7, userInfo: [NSUnderlyingErrorKey: POSIXError(.EISDIR)])
          ]), "Is a directory"
      ), (NSError(domain: NSCocoaErrorDomain, code: 9999), "unknown error 9999"),
    ])
  func reasons(error: any Error, reason: String) {
    #expect(error.reason == reason)
  }
}
