import Foundation
import Testing
import Zoo

@testable import EndpointRuntime

@Suite("A JSON document")
struct JSONDocumentTests {
  private func value(_ text: String) throws -> JSON {
    try JSONCoding.decode(from: Data(text.utf8))
  }

  @Test(
    "is rejected where its grammar is violated",
    arguments: [
      "", " ", "[", "{", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", #"{"a"}"#, #"{"a":}"#,
      #"{"a":1,}"#, #"{"a" 1}"#, "{1:2}", "{]", "[}", "[1]]", "[1] x", "01", "-", "1.", ".5", "1e",
      "1e+", "+1", "0x1", "nul", "nulls", "True", "NaN", #"""#, #""\"#, #""\x""#, #""\u12""#,
      #""\u12G4""#, #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, "\"a\nb\"", "\"\u{1}\"",
      "\u{FEFF}", "[1]\u{0}", "'a'", "/**/1",
    ])
  func grammar(text: String) {
    #expect(throws: DecodingError.self) { try value(text) }
  }

  @Test("has values of all kinds, with spaces between its tokens")
  func kinds() throws {
    let text = " { \"a\" :\t[ null , true,false,\r\n0, -12.50e1,\"\" ,{ } , [ ] ] }\n"
    #expect(try value(text) == ["a": [nil, true, false, 0, -125, "", [:], []]])
    #expect(try value("\u{FEFF}\"x\"") == "x")
  }

  @Test("has strings with escape sequences, of any length and at any offset")
  func strings() throws {
    #expect(
      try value(#""\"\\\/\b\f\n\r\t\u00e9\u0000\ud83d\ude00é😀""#)
        == "\"\\/\u{8}\u{c}\n\r\t\u{e9}\0😀é😀")
    for length in 0..<40 {
      let plain = String(repeating: "x", count: length)
      for suffix in ["", "\\\"", "é", "😀", "\\u00e9"] {
        let expected = plain + suffix.replacing("\\\"", with: "\"").replacing("\\u00e9", with: "é")
        #expect(try value("[\"\(plain)\(suffix)\"]") == .array([.string(expected)]))
      }
    }
  }

  @Test(
    "is converted from ISO 8859-1 if it is not in UTF-8",
    arguments: [
      [0xE9], [0xC3, 0x28], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
      [0x80], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xE0, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func latin1(bytes: [UInt8]) throws {
    let document = [0x22] + bytes + [0x22]
    #expect(throws: DecodingError.self) { try JSONIndex(utf8: document) }
    let text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    #expect(try JSONCoding.decode(JSON.self, from: Data(document)) == .string(text))
  }

  @Test("can be nested to the limit, and not deeper", arguments: ["[]", #"{"a":}"#])
  func depth(pair: String) throws {
    let middle = pair.index(before: pair.endIndex)
    let (opening, closing) = (pair[..<middle], pair[middle...])
    func nested(_ depth: Int) -> String {
      String(repeating: String(opening), count: depth) + "0"
        + String(repeating: String(closing), count: depth)
    }
    #expect(throws: Never.self) { try value(nested(JSONIndex.depthLimit)) }
    #expect(throws: DecodingError.self) { try value(nested(JSONIndex.depthLimit + 1)) }
    #expect(throws: DecodingError.self) { try value(nested(100_000)) }
    // Values that are too deep to be read are not written either.
    var json: JSON = 0
    for _ in 0..<JSONIndex.depthLimit { json = opening == "[" ? [json] : ["a": json] }
    #expect(try value(String(decoding: JSONCoding.encode(json), as: UTF8.self)) == json)
    #expect(throws: EncodingError.self) { try JSONCoding.encode([json] as JSON) }
  }

  @Test("has the first of several fields with the same name")
  func duplicates() throws {
    #expect(try value(#"{"a":1,"b":2,"a":3,"\u0061":4}"#) == ["a": 1, "b": 2])
    for text in [
      #"{"x":0,"id":"1","id":"2"}"#, #"{"id":"1","x":0,"id":"2"}"#, #"{"\u0069d":"1","id":"2"}"#,
    ] {
      #expect(try JSONCoding.decode(Pen.self, from: Data(text.utf8)).id == "1")
      #expect(try JSONDecoder().decode(Pen.self, from: Data(text.utf8)).id == "1")
    }
  }

  @Test(
    "has exact numbers",
    arguments: [
      ("9223372036854775807", 9_223_372_036_854_775_807), ("-9223372036854775808", .min),
      ("1.0", 1), ("1e3", 1000), ("-0", 0), ("9007199254740993.0", 9_007_199_254_740_993),
    ] as [(String, Int64)])
  func integers(text: String, number: Int64) throws {
    #expect(try JSONCoding.decode(Int64.self, from: Data(text.utf8)) == number)
    #expect(try value(text) == .integer(number))
  }

  @Test(
    "has no integers out of range",
    arguments: ["9223372036854775808", "-9223372036854775809", "1.5", "1e30", "1e400", "1e-1"])
  func outOfRange(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONCoding.decode(Int.self, from: Data(text.utf8))
    }
  }

  @Test("has the nearest floating-point numbers")
  func doubles() throws {
    let numbers = [
      0.1, 1e22, 1e23, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -123.456,
      9_007_199_254_740_992,
    ]
    for number in numbers {
      let text = try String(decoding: JSONCoding.encode(number), as: UTF8.self)
      #expect(try JSONCoding.decode(Double.self, from: Data(text.utf8)) == number)
    }
    #expect(try JSONCoding.decode(Double.self, from: Data("-0".utf8)).sign == .minus)
    for text in ["1e400", "1e-400"] {
      #expect(throws: DecodingError.self) {
        try JSONCoding.decode(Double.self, from: Data(text.utf8))
      }
    }
    for number in [Double.infinity, .nan] {
      #expect(throws: EncodingError.self) { try JSONCoding.encode(number) }
    }
  }

  @Test("reports the path to a value of another type, as a decoder does")
  func paths() throws {
    typealias Value = [String: [Nullable<Pen>]]
    for text in [
      #"{"a":[null,{"id":"1"},{"id":2}]}"#, #"{"a":[null,{"id":"1"},{"x":[{}]}]}"#,
      #"{"a":[{"id":"1"},{"id":null}]}"#, #"{"a":[{"id":"1"},7]}"#, #"{"a":{"id":"1"}}"#, "[]",
    ] {
      let own = try #require(throws: DecodingError.self) {
        try JSONCoding.decode(Value.self, from: Data(text.utf8))
      }
      let other = try #require(throws: DecodingError.self) {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
      }
      #expect(own.path == other.path, "\(text)")
    }
  }

  @Test("is written on lines on request")
  func pretty() throws {
    let json: JSON = ["a": [1, "x,{\"}"], "b": [:], "c": []]
    let text = try String(decoding: JSONCoding.encode(json, pretty: true), as: UTF8.self)
    #expect(
      text == """
        {
          "a" : [
            1,
            "x,{\\"}"
          ],
          "b" : {},
          "c" : []
        }
        """)
    #expect(try value(text) == json)
  }

  @Test("has sorted names")
  func order() throws {
    let json: JSON = ["b": 1, "é": 2, "a10": 3, "a9": 4, "B": 5, "😀": 6, "\u{FFFF}": 7]
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(try JSONCoding.encode(json) == encoder.encode(json))
  }
}

extension DecodingError {
  /// The kind of the problem and the path to it.
  fileprivate var path: [String] {
    let (kind, name, context): (String, String, Context) =
      switch self {
      case .keyNotFound(let key, let context): ("missing", key.stringValue, context)
      case .valueNotFound(_, let context): ("null", "", context)
      case .typeMismatch(_, let context): ("type", "", context)
      case .dataCorrupted(let context): ("invalid", "", context)
      @unknown default: ("", "", Context(codingPath: [], debugDescription: ""))
      }
    return [kind, name] + context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
  }
}
