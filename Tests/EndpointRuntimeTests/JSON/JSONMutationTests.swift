@_spi(Generated) import EndpointRuntime
import Foundation
import TestSupport
import Testing
import Zoo

@Suite("A mutated JSON document")
struct JSONMutationTests {
  private static let seeds = [
    #"{"_id":"a\u00e9\ud83d\ude00","kind":"BIG_CAT","youngIds":["1",""],"labels":{"k":"v"},"notes":[1,-2.5e3,null]}"#,
    #"{"type":"leaves","tree":"fig","height":3,"x":{"y":[true,false,{}]}} "#,
    #"[0,-0,12345678901234567890.5,1e200,"é",{"a":1,"a":2},[[]],9223372036854775807]"#,
  ]
  private static let chunks = [
    "\"", "\\", "{", "}", "[", "]", ",", ":", " ", "0", "-", ".", "e", "1", "\\u", "\\ud800",
    "null",
    "true", "a", "é", "\n", "\"_id\":", "1.0", "99999999999999999999",
  ].map { Array($0.utf8) }

  @Test("is accepted with the same value, or rejected, as by JSONDecoder", arguments: seeds)
  func agreement(seed: String) throws {
    var random = SplitMix(state: 3)
    for _ in 0..<3_000 {
      var bytes = Array(seed.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let start = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, start + Int.random(in: 0...3, using: &random))
        let chunk = Bool.random(using: &random) ? Self.chunks.randomElement(using: &random) : nil
        bytes.replaceSubrange(start..<end, with: chunk ?? [])
      }
      // JSONDecoder accepts a comma after the last value. Only the reader accepts ISO 8859-1.
      let tokens = bytes.filter { !" \t\r\n".utf8.contains($0) }
      if zip(tokens, tokens.dropFirst()).contains(where: {
        $0 == 0x2C && ($1 == 0x5D || $1 == 0x7D)
      })
        || String(validating: bytes, as: UTF8.self) == nil
      {
        _ = try? JSON(document: Data(bytes))
        continue
      }
      compare(JSON.self, bytes)
      compare(Animal.self, bytes)
      compare([String: [Food]].self, bytes)
    }
  }

  private func compare<Value: JSONValue & Equatable>(_ type: Value.Type, _ bytes: [UInt8]) {
    let own = try? Value(document: Data(bytes))
    let other = try? JSONDecoder().decode(type, from: Data(bytes))
    let text = String(decoding: bytes, as: UTF8.self)
    // JSONDecoder does not read the value of a second member with the same name.
    let hasDuplicates = text.ranges(of: "\"a\":").count > 1
    if own != nil || !hasDuplicates { #expect(own == other, "\(text)") }
    guard let own else { return }
    #expect((try? Value(document: own.document)) == own)
  }
}
