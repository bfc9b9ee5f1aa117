import EndpointRuntime
import Foundation
import Testing

@Suite("A generated type")
struct CodingTests {
  private func roundTrip<Value: Codable>(_ json: String, as type: Value.Type) throws -> (
    Value, JSON
  ) {
    let value = try JSONCoding.decoder().decode(Value.self, from: Data(json.utf8))
    let encoded = try JSONCoding.encoder().encode(value)
    return (value, try JSONCoding.decoder().decode(JSON.self, from: encoded))
  }

  @Test("ignores members that it does not know, and leaves absent ones absent")
  func structs() throws {
    let (animal, json) = try roundTrip(
      #"{"_id":"a1","kind":"BIG_CAT","legs":4,"labels":{"k":"v"},"class":null}"#, as: Animal.self)
    #expect(animal == Animal(id: "a1", kind: .bigCat, tags: ["k": "v"]))
    #expect(json == ["_id": "a1", "kind": "BIG_CAT", "labels": ["k": "v"]])
  }

  @Test("keeps a value of an enum that it does not know")
  func enums() throws {
    let (animal, json) = try roundTrip(#"{"_id":"a1","kind":"bird"}"#, as: Animal.self)
    #expect(animal.kind == "bird")
    #expect(!animal.kind.isKnown)
    #expect(json["kind"] == "bird")
    #expect(Kind.allCases == [.bigCat, .in, .twoLegs])
  }

  @Test("tells the variants of a union by its discriminator and writes it")
  func discriminated() throws {
    let (food, json) = try roundTrip(#"{"type":"MEAT","kilos":2.5}"#, as: Food.self)
    #expect(food == .meat(Meat(kilos: 2.5)))
    #expect(json["type"] == "MEAT")
    #expect(json["kilos"] != nil)
  }

  @Test("tells the variants of a union by their shape, also inside another union")
  func shaped() throws {
    let (food, json) = try roundTrip(#"{"type":"leaves","tree":"fig","height":3}"#, as: Food.self)
    #expect(food == .leaves(.leaf(Leaf(tree: "fig", height: 3))))
    #expect(json == ["type": "leaves", "tree": "fig", "height": 3])
    let (root, _) = try roundTrip(#"{"depth":9007199254740993}"#, as: Plant.self)
    #expect(root == .root(Root(depth: 9_007_199_254_740_993)))
  }

  @Test("keeps a variant that it does not know as it came")
  func unknownVariants() throws {
    let text = #"{"type":"fish","sea":{"depth":12345678901234567890.5},"n":[1,null,true]}"#
    let (food, json) = try roundTrip(text, as: Food.self)
    guard case .unknown(let kept) = food else {
      Issue.record("the variant is known")
      return
    }
    #expect(kept == json)
    #expect(
      json["sea"]?["depth"] == .decimal(try #require(Decimal(string: "12345678901234567890.5"))))
  }
}
