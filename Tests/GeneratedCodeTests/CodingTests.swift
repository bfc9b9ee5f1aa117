import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation
import Testing
@_spi(Generated) import Zoo

@Suite("A generated type")
struct CodingTests {
  private func roundTrip<Value: JSONValue & Equatable>(_ json: String, as type: Value.Type) throws
    -> (
      Value, JSON
    )
  {
    let value = try JSONCoding.decode(type, from: Data(json.utf8))
    // The other way of reading and writing has the same result.
    #expect(try JSONDecoder().decode(type, from: Data(json.utf8)) == value)
    let encoded = try JSONCoding.encode(value)
    let tree = try JSONDecoder().decode(JSON.self, from: try JSONEncoder().encode(value))
    #expect(try JSONCoding.decode(JSON.self, from: encoded) == tree)
    return (value, tree)
  }

  @Test("ignores unknown fields, and keeps missing ones missing")
  func structs() throws {
    let (animal, json) = try roundTrip(
      #"{"_id":"a1","kind":"BIG_CAT","legs":4,"labels":{"k":"v"},"class":null}"#, as: Animal.self)
    #expect(animal == Animal(id: "a1", kind: .bigCat, tags: ["k": "v"]))
    #expect(json == ["_id": "a1", "kind": "BIG_CAT", "labels": ["k": "v"]])
  }

  @Test("has properties with long names")
  func longNames() throws {
    let text = #"{"isVisitorExplorerGeneratedSampleAdmissionPassingEnabled":true,"kind":"DAY"}"#
    let (admission, json) = try roundTrip(text, as: OutstandingAdmission.self)
    #expect(admission.isVisitorExplorerGeneratedSampleAdmissionPassingEnabled == true)
    #expect(json["isVisitorExplorerGeneratedSampleAdmissionPassingEnabled"] == true)
  }

  @Test("keeps unknown values of enums")
  func enums() throws {
    let (animal, json) = try roundTrip(#"{"_id":"a1","kind":"bird"}"#, as: Animal.self)
    #expect(animal.kind == "bird")
    #expect(!animal.kind.isKnown)
    #expect(json["kind"] == "bird")
    #expect(Kind.allCases == [.bigCat, .in, .twoLegs])
  }

  @Test("selects the variant of a union by its discriminator")
  func discriminated() throws {
    let (food, json) = try roundTrip(#"{"type":"MEAT","kilos":2.5}"#, as: Food.self)
    #expect(food == .meat(Meat(kilos: 2.5)))
    #expect(json["type"] == "MEAT")
    #expect(json["kilos"] != nil)
  }

  @Test("selects the variant of a union by its shape, also inside another union")
  func shaped() throws {
    let (food, json) = try roundTrip(#"{"type":"leaves","tree":"fig","height":3}"#, as: Food.self)
    #expect(food == .leaves(.leaf(Leaf(tree: "fig", height: 3))))
    #expect(json == ["type": "leaves", "tree": "fig", "height": 3])
    let (root, _) = try roundTrip(#"{"depth":9007199254740993}"#, as: Plant.self)
    #expect(root == .root(Root(depth: 9_007_199_254_740_993)))
  }

  @Test("keeps unknown variants unchanged")
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

  @Test("distinguishes a missing field from null")
  func nullable() throws {
    let (visit, json) = try roundTrip(
      #"{"id":1,"guide":{"name":"Ann"},"checked":null,"note":null,"rating":"good"}"#,
      as: Visit.self)
    #expect(visit.note == .null)
    #expect(visit.rating == .value(.good))
    #expect(json["note"] == .null)
    #expect(json["checked"] == .null)
    let (other, absent) = try roundTrip(
      #"{"id":1,"guide":{"name":"Ann"},"checked":true}"#, as: Visit.self)
    #expect(other.note == nil)
    #expect(absent["note"] == nil)
    #expect(absent["checked"] == true)
  }

  @Test("has times in their units and exact decimals")
  func numbers() throws {
    let (visit, json) = try roundTrip(
      #"{"id":9007199254740993,"guide":{"name":"A"},"checked":true,"minutes":1.5,"at":1767225600,"price":0.1}"#,
      as: Visit.self)
    #expect(visit.minutes == .seconds(90))
    #expect(visit.at == Date(timeIntervalSince1970: 1_767_225_600))
    #expect(visit.price == Decimal(string: "0.1"))
    #expect(json["minutes"] == .decimal(1.5))
    #expect(json["at"] == 1_767_225_600)
    #expect(json["price"] == .decimal(try #require(Decimal(string: "0.1"))))
    #expect(json["id"] == .integer(9_007_199_254_740_993))
  }

  @Test(
    "rejects times out of range",
    arguments: ["1e300", "-1e300", "99999999999999999999"])
  func hugeTimes(number: String) {
    let json = #"{"id":1,"guide":{"name":"A"},"checked":true,"minutes":\#(number)}"#
    #expect(throws: DecodingError.self) {
      try JSONCoding.decode(Visit.self, from: Data(json.utf8))
    }
  }

  @Test("can contain itself, and has bytes in Base64")
  func recursion() throws {
    let text =
      #"{"id":1,"checked":true,"guide":{"name":"A","guide":{"name":"B","guide":{"name":"C"}}},"ticket":"AQID","weather":{"kind":"OUTER","inner":{"kind":"OUTER","inner":{"kind":"LEAF"}}}}"#
    let (visit, json) = try roundTrip(text, as: Visit.self)
    #expect(visit.guide.guide?.guide == Guide(name: "C"))
    #expect(visit.ticket == Data([1, 2, 3]))
    #expect(visit.weather == .outer(Outer(inner: .outer(Outer(inner: .leaf(Calm()))))))
    #expect(json == (try JSONCoding.decode(JSON.self, from: Data(text.utf8))))
  }

  @Test("decodes and encodes the examples of its definition without loss")
  func examples() throws {
    let text = try #require(ZooCatalog.catalog.endpoint("GetVisit")?.responseExample)
    let (visit, json) = try roundTrip(text, as: GetVisit.Response.self)
    #expect(visit.tags == ["rain", "café \"x\""])
    #expect(json == (try JSONCoding.decode(JSON.self, from: Data(text.utf8))))
  }

  @Test("has dates in ISO 8601, regardless of the coder's strategy")
  func dates() throws {
    let json =
      #"{"checks":{"gate":["2026-01-02T00:00:00Z"]},"day":"Monday","id":1,"soldAt":null,"usedAt":"2026-01-01T00:00:00.500Z"}"#
    for (reading, writing) in [
      (JSONDecoder.DateDecodingStrategy.deferredToDate, JSONEncoder.DateEncodingStrategy.iso8601),
      (.secondsSince1970, .deferredToDate), (.iso8601, .millisecondsSince1970),
    ] {
      let (decoder, encoder) = (JSONDecoder(), JSONEncoder())
      decoder.dateDecodingStrategy = reading
      encoder.dateEncodingStrategy = writing
      encoder.outputFormatting = .sortedKeys
      let ticket = try decoder.decode(DayTicket.self, from: Data(json.utf8))
      #expect(ticket.usedAt == Date(timeIntervalSince1970: 1_767_225_600.5))
      #expect(ticket.checks == ["gate": [Date(timeIntervalSince1970: 1_767_312_000)]])
      #expect(try String(decoding: encoder.encode(ticket), as: UTF8.self) == json)
    }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(
        DayTicket.self, from: Data(#"{"day":"Monday","id":1,"usedAt":"yesterday"}"#.utf8))
    }
  }

  @Test("is equal to another, with the same hash, if all properties are equal")
  func equality() {
    let visit = Visit(id: 1, guide: Guide(name: "Ann", guide: Guide(name: "Bob")), checked: nil)
    var other = visit
    #expect(visit == other && Set([visit, other]).count == 1)
    other.guide.guide?.name = "Cid"
    #expect(visit != other && Set([visit, other]).count == 2)
    other = visit
    other.note = .null
    #expect(visit != other)
    // Values that have no form in JSON can be compared too.
    #expect(Meat(kilos: .infinity) == Meat(kilos: .infinity))
    #expect(Meat(kilos: .infinity) != Meat(kilos: 1))
  }

  @Test("is equal to another of any size, and distinguishes values that JSON rounds")
  func exactEquality() throws {
    let many = JSON.array((0..<200).map { .integer($0) })
    var animal = Animal(id: "1", kind: "BIG_CAT")
    animal.notes = ["numbers": many, "text": "a"]
    animal.tags = ["a": "b", "c": "d"]
    var other = animal
    #expect(animal == other && animal.hashValue == other.hashValue)
    other.notes = ["numbers": many, "text": "b"]
    #expect(animal != other)
    other.notes = ["numbers": many]
    #expect(animal != other && other != animal)
    other = animal
    other.notes = ["numbers": many, "text": ["a"]]
    #expect(animal != other)
    let time = Date(timeIntervalSince1970: 1_767_225_600)
    let tickets = [time, time + 1e-5].map { DayTicket(day: "Monday", id: 1, usedAt: $0) }
    #expect(tickets[0] != tickets[1] && tickets[0] == tickets[0])
  }

  @Test("has properties with any name, including names of its own code")
  func awkwardNames() throws {
    let text = try #require(ZooCatalog.catalog.endpoint("TraceVisit")?.responseExample)
    let (trace, json) = try roundTrip(text, as: Trace.self)
    #expect(trace.fields == ["f"])
    #expect(trace.selfValue == "s")
    #expect(json == (try JSONCoding.decode(JSON.self, from: Data(text.utf8))))
  }

  @Test("keeps strings that look like code")
  func injection() throws {
    let text = try #require(ZooCatalog.catalog.endpoint("BreakOut")?.responseExample)
    let (nasty, json) = try roundTrip(text, as: Nasty.self)
    #expect(nasty.aB?.rawValue == "\"\"\"# \\( */")
    #expect(NastyKind.allCases.map(\.rawValue) == ["\"\"\"# \\( */"])
    #expect(json == (try JSONCoding.decode(JSON.self, from: Data(text.utf8))))
    let breakOut = try #require(ZooCatalog.catalog.endpoint("BreakOut"))
    #expect(breakOut.summary.hasPrefix(##"*/ """ \( #"x"# ` } // end{ <b> \u{0} $0"##))
    #expect(breakOut.parameters[1].name == #"\") } ; //"#)
    #expect(breakOut.parameters[1].defaultValue == #"\(x)""""#)
  }

  @Test("names the errors of its API with their hints")
  func errorCodes() {
    #expect(ErrorCode.allCases == [.gone, .hungry, .other, .userUnauthorized, .versionGone])
    #expect(ZooAPI.descriptor.errorHints["HUNGRY"] == "Feed it.")
    #expect(ZooAPI.descriptor.errorCodes == [507: "HUNGRY"])
  }
}
