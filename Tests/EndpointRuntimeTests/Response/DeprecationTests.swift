import EndpointRuntime
import Foundation
import HTTPTypes
import Logging
import Testing
import Zoo

@Suite("Deprecated endpoints")
struct DeprecationTests {
  private let fields = [
    ("Deprecation", "Mon, 5 Aug 2024 00:00:00 GMT"), ("Sunset", "Thu, 1 Jul 2027 00:00:00 GMT"),
  ]

  @Test("are logged once each, at notice level")
  func logged() async throws {
    let lines = LogLines()
    let transport = ScriptedTransport { [fields] request, _ in
      request.method == .delete ? Reply(204, fields) : Reply(200, fields, #"{"id":"1"}"#)
    }
    let client = EndpointClient<ZooAPI>(
      transport,
      configuration: ClientConfiguration(
        timeout: .seconds(86_400), logger: Logger(label: "test") { _ in lines }))
    for _ in 1...3 { try await client.send(GetPen()) }
    try await client.send(DeletePen())
    let logged = lines.text.split(separator: "\n")
    #expect(logged.count == 2)
    for part in ["notice", "GetPen", "2024-08-05", "2027-07-01"] {
      #expect(logged.first?.contains(part) == true)
    }
    #expect(logged.last?.contains("DeletePen") == true)
  }

  @Test(
    "are not reported without valid fields", arguments: ["", "no", "@x", "?0"])
  func unlogged(value: String) async throws {
    let lines = LogLines()
    let transport = ScriptedTransport { _, _ in
      Reply(200, value.isEmpty ? [] : [("Deprecation", value), ("Sunset", value)], #"{"id":"1"}"#)
    }
    let client = EndpointClient<ZooAPI>(
      transport,
      configuration: ClientConfiguration(
        timeout: .seconds(86_400), logger: Logger(label: "test") { _ in lines }))
    let response = try await client.response(to: GetPen())
    #expect(lines.text.isEmpty)
    #expect(response.deprecation == nil && response.sunset == nil)
  }

  @Test("have their dates in the response, in the forms of servers")
  func dates() async throws {
    let transport = ScriptedTransport { [fields] _, number in
      Reply(200, number == 1 ? fields : [("Deprecation", "@1722816000")], #"{"id":"1"}"#)
    }
    let client = EndpointClient<ZooAPI>(transport)
    let first = try await client.response(to: GetPen())
    #expect(first.deprecation == Date(timeIntervalSince1970: 1_722_816_000))
    #expect(first.sunset == Date(timeIntervalSince1970: 1_814_400_000))
    #expect(try await client.response(to: GetPen()).deprecation == first.deprecation)
  }
}
