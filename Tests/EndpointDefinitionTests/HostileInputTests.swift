import EndpointDefinition
import Foundation
import TestSupport
import Testing

@Suite("Hostile input")
struct HostileInputTests {
  private func diagnostics(_ text: String) -> [String] {
    DefinitionReader().read(files: ["api.xml": Array(text.utf8)]).diagnostics.map(\.description)
  }

  @Test("expands no entities and reads no other files")
  func documentTypes() {
    let bomb = """
      <!DOCTYPE api [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
      <api xmlns="urn:endpoint-definitions:1" name="A" base-url="https://a.b"><summary>&b;&c;</summary></api>
      """
    #expect(
      diagnostics(bomb) == [
        "api.xml:1:1: error: a definition must not have a document type; remove the <!DOCTYPE …>"
      ])
    #expect(
      diagnostics("<!DOCTYPE api SYSTEM \"http://127.0.0.1:1/a.dtd\"><api/>") == [
        "api.xml:1:1: error: a definition must not have a document type; remove the <!DOCTYPE …>"
      ])
  }

  @Test("is limited in its nesting")
  func depth() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(
      diagnostics(deep) == [
        "api.xml:1:97: error: elements are nested deeper than 32 levels"
      ])
  }

  @Test(
    "names other encodings",
    arguments: [
      ("<a>\u{0}</a>", "api.xml:1:1: error: the file is in UTF-16 or UTF-32; save it as UTF-8"),
      (
        "<api>....\u{0}</api>",
        "api.xml:1:10: error: the file has a NUL character here; remove it"
      ),
      (
        "<?xml version=\"1.0\" encoding=\"latin1\"?><api/>",
        "api.xml:1:31: error: the file declares the encoding 'latin1'; save it as UTF-8 and declare 'UTF-8'"
      ),
      (
        "  \n ",
        "api.xml:1:1: error: the file is empty; begin it with <endpoints xmlns=\"urn:endpoint-definitions:1\">"
      ),
    ])
  func encodings(text: String, expected: String) {
    #expect(diagnostics(text) == [expected])
  }

  @Test("reports the first byte that is not UTF-8")
  func invalidUTF8() {
    let result = DefinitionReader().read(files: [
      "api.xml": Array("<api>\n<x>".utf8) + [0xFF, 0x20]
    ])
    #expect(
      result.diagnostics.map(\.description) == [
        "api.xml:2:4: error: this byte is not UTF-8; save the file as UTF-8"
      ])
  }

  @Test("rejects invalid file names")
  func fileNames() {
    let result = DefinitionReader().read(files: [
      "api.xml": Array(Samples.api.utf8), "a\n}import Foundation;//.xml": Array("<types/>".utf8),
    ])
    #expect(
      result.diagnostics.map(\.message).contains(
        "the name of a definition file can contain only ASCII letters, digits, '-', '_' and '.'; rename it"
      ))
  }

  @Test("gives a model or an error for any bytes")
  func randomMutations() async {
    var generator = SplitMix(state: 20_261_123)
    let original = Array((Samples.animals).utf8)
    for _ in 0..<2_000 {
      await Task.yield()
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        default: bytes.insert(contentsOf: bytes[index...].prefix(20), at: index)
        }
      }
      let result = DefinitionReader().read(files: [
        "api.xml": Array(Samples.api.utf8), "animals.xml": bytes,
      ])
      #expect(result.model != nil || result.diagnostics.contains { $0.severity == .error })
    }
  }

  @Test("is bounded in folders: links are not followed, and large files are rejected")
  func folders() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(
      DefinitionReader().read(folder: folder.path).diagnostics.map(\.message) == [
        "the folder has no definitions; put files ending in .xml into it"
      ])
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "loop"), withDestinationURL: folder)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "x.xml"), withIntermediateDirectories: true)
    try Data(count: 5 << 20).write(to: folder.appending(path: "large.xml"))
    try Data("<types>".utf8).write(to: folder.appending(path: "b a d.xml"))
    try Data("<types/>".utf8).write(to: folder.appending(path: "orders.XML"))
    let messages = DefinitionReader().read(folder: folder.path).diagnostics.map(\.message)
    #expect(messages.count == 5)
    #expect(messages.contains("this is a folder and not a definition file; rename it"))
    #expect(
      messages.contains("the file is ignored, because its name does not end in '.xml'; rename it"))
    #expect(messages.contains("the file is larger than 4 MiB; split it by tag"))
    #expect(messages.contains { $0.hasPrefix("the name of a definition file can contain only") })
    #expect(messages.contains { $0.contains("<types> is not closed") || $0.contains("</types>") })
  }
}
