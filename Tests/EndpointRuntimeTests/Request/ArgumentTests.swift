import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation
import HTTPTypes
import Testing
import Zoo

@Suite("The arguments of a request")
struct ArgumentTests {
  private let client = EndpointClient<ZooAPI>(
    ScriptedTransport { _, _ in Reply(#"{"results":[]}"#) })

  @Test("are rejected if the page is invalid", arguments: [0, -1, 501, Int.max])
  func pageSize(size: Int) async {
    let error = await failure { try await client.send(ListPens(page: .init(size: size))) }
    #expect(error?.invalidParameter == "itemsPerPage")
    let items = await failure {
      for try await _ in client.items(of: ListPens(page: .init(size: size))) {}
    }
    #expect(items?.invalidParameter == "itemsPerPage")
    let number = await failure { try await client.send(ListPens(page: .init(number: 0))) }
    #expect(number?.invalidParameter == "pageNum")
  }

  @Test(
    "are rejected if they do not have the type of the parameter",
    arguments: [
      ("id", "5e2f 0a1b", false), ("id", " 5e2f0a1b9c8d7e6f5a4b3c2d", false), ("id", "x-1", true),
      ("since", "yesterday", false), ("since", "2026-01-31T12:00:00Z", true),
      ("start", "2026-01-31T12:00:00Z", false), ("start", "1769860800000", true),
      ("limit", "soon", false), ("limit", "1.5", true), ("code", "a1", false), ("code", "1", true),
      ("kind", "NEW-KIND", true), ("start", "nan", false), ("start", "0x10", false),
      ("limit", "inf", false), ("count", "nan", false), ("count", "-1e1", true),
      ("pen", "5e2f 0a1b", false), ("pens", "5e2f 0a1b", false),
    ])
  func values(name: String, value: String, isValid: Bool) async {
    var request = RequestBuilder(
      EndpointOperation(
        "Find", method: "GET", path: "/pens",
        parameters: [
          .query("id", .objectID), .query("since", .date),
          .query("start", .date, unit: .milliseconds),
          .query("limit", .duration, unit: .minutes),
          .query("code", .string, constraints: .init(pattern: "^[0-9]+$")),
          .query("kind", .named("Kind"), cases: ["CAT"]),
          .query("count", .double, constraints: .init(maximum: 9)),
          .query("pen", .objectID),
          .query("pens", .list(.objectID), list: .repeated),
        ]))
    request.setQueryParameter(name, to: value)
    let error: EndpointError?
    do {
      _ = try await client.rawResponse(to: request)
      error = nil
    } catch let failure {
      error = failure as? EndpointError
    }
    #expect((error == nil) == isValid)
    #expect(isValid || error?.invalidParameter == name)
  }

  @Test("keep the content coding of a streamed response")
  func stream() async throws {
    let transport = ScriptedTransport { _, number in
      number < 3 ? Reply("chunks") : Reply(404, [], #"{"errorCode":"X"}"#)
    }
    let client = EndpointClient<ZooAPI>(transport)
    let request = try RequestBuilder.download()
    let response = try await client.rawStream(of: request)
    var body = Data()
    for try await chunk in response.value { body += chunk }
    #expect(body == Data("chunks".utf8))
    #expect(try await client.rawResponse(to: request).value == body)
    #expect(transport.requests.allSatisfy { $0.headerFields[.acceptEncoding] == "identity" })
    let error = await failure { try await client.rawStream(of: request) }
    #expect(error?.apiError?.rawCode == "X")
  }
}
