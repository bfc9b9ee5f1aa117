import EndpointRuntime
import EndpointSimulator
import Foundation
import Testing

@Suite("The state of a simulator")
struct SimulatorStateTests {
  private let start = Date(timeIntervalSince1970: 1_800_000_000)

  @Test("has all resources, the time, and the identifiers to come")
  func roundTrip() async throws {
    let first = ResourceStore(clock: .manual(at: start), seed: 7)
    await first.insert(["name": "Rex", "weight": 1.25], into: "/pens")
    await first.set(["isOpen": true], at: "/zoo")
    first.clock.advance(by: .seconds(90))

    let state = try SimulatorState(data: await first.state.data)
    let second = ResourceStore(clock: .manual(at: start), seed: 8)
    await second.insert(["name": "Gone"], into: "/pens")
    await second.restore(state)

    #expect(await second.list("/pens") == first.list("/pens"))
    #expect(await second.document(at: "/zoo") == ["isOpen": true])
    #expect(second.clock.date == start + 90)
    #expect(await second.newID() == first.newID())
    #expect(await second.state.data == first.state.data)
  }

  @Test(
    "rejects other data with the reason",
    arguments: [
      ("{", "it is not a JSON document"), ("[]", "'version' is not 1"),
      (#"{"version":1,"date":1e300}"#, "'date' is not a number of seconds"),
      (#"{"version":1,"date":1}"#, "'generator' is not a number in a string"),
      (
        #"{"version":1,"date":1,"generator":"1","collections":{"/pens":[{"members":{}}]}}"#,
        "a resource of '/pens' is not complete"
      ),
    ])
  func invalid(text: String, reason: String) {
    let error = #expect(throws: SimulatorStateError.self) {
      try SimulatorState(data: Data(text.utf8))
    }
    #expect(error?.reason == reason)
  }
}
