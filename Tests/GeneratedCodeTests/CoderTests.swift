@_spi(Generated) import EndpointRuntime
import Foundation
import Testing

@Suite("Coders of generated types")
struct CoderTests {
  /// A type of any fields, as the generator writes it.
  private struct Record: JSONModel {
    var labels: [String: String]?
    var target: URL?
    var next: [Record]?

    init(fields: inout FieldReader) {
      labels = fields.optional("labels")
      target = fields.optional("target")
      next = fields.optional(list: "next")
    }

    func write(fields: inout JSONWriter) {
      fields.set("labels", labels)
      fields.set(list: "next", next)
      fields.set("target", target)
    }
  }

  @Test("keep the names of maps, whatever the strategy for keys is")
  func keys() throws {
    let text = #"{"labels":{"my_name":"x"}}"#
    let (decoder, encoder) = (JSONDecoder(), JSONEncoder())
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let record = try decoder.decode(Record.self, from: Data(text.utf8))
    #expect(record.labels == ["my_name": "x"])
    let upper = try decoder.decode(Record.self, from: Data(#"{"labels":{"myName":"x"}}"#.utf8))
    #expect(
      try String(decoding: encoder.encode(upper), as: UTF8.self) == #"{"labels":{"myName":"x"}}"#)
  }

  @Test("read and write open enums as strings")
  func openEnums() throws {
    let text = #"["LIONS","UNKNOWN"]"#
    let values = try JSONDecoder().decode([Kind].self, from: Data(text.utf8))
    #expect(values == [.lions, "UNKNOWN"])
    #expect(try String(decoding: JSONEncoder().encode(values), as: UTF8.self) == text)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Kind].self, from: Data("[1]".utf8))
    }
  }

  /// An open enum, as the generator writes it.
  private struct Kind: OpenEnum {
    static var lions: Self { Self(rawValue: "LIONS") }
    static var allCases: [Self] { [.lions] }
    var rawValue: String
    init(rawValue: String) { self.rawValue = rawValue }
  }

  @Test("do not report invalid values, which can be secrets")
  func secrets() throws {
    for text in [#"{"target":"http://u:secret@[::1"}"#, #"{"target":"secret:// [%"}"#] {
      let errors = [
        #expect(throws: DecodingError.self) {
          try JSONCoding.decode(Record.self, from: Data(text.utf8))
        },
        #expect(throws: DecodingError.self) {
          try JSONDecoder().decode(Record.self, from: Data(text.utf8))
        },
      ]
      for error in errors { #expect(!"\(String(describing: error))".contains("secret"), "\(text)") }
    }
  }

  @Test("limit the nesting of types that contain themselves")
  func nesting() throws {
    func nested(_ depth: Int) -> Data {
      Data(
        (String(repeating: #"{"next":["#, count: depth) + String(repeating: "]}", count: depth))
          .utf8)
    }
    for (depth, isValid) in [(32, true), (33, false), (200, false)] {
      let own = try? JSONCoding.decode(Record.self, from: nested(depth))
      let other = try? JSONDecoder().decode(Record.self, from: nested(depth))
      #expect((own != nil) == isValid && (other != nil) == isValid, "\(depth)")
    }
  }
}
