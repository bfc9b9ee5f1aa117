@_spi(Generated) import EndpointRuntime
import Foundation
import Testing
@_spi(Generated) import Zoo

@Suite("An envelope")
struct EnvelopeTests {
  private func client(_ reply: Reply) -> EndpointClient<ZooAPI> {
    EndpointClient(ScriptedTransport { _, _ in reply })
  }

  @Test(
    "contains a single result under either name",
    arguments: [
      #"{"status":200,"content":{"id":"7"}}"#, #"{"status":200,"envelope":{"id":"7"}}"#,
      #"{"id":"7"}"#, #"{"id":"7","status":"x","content":1}"#,
    ])
  func single(body: String) async throws {
    let response = try await client(Reply(body)).response(to: GetPen(), options: .envelope)
    #expect(response.value == Pen(id: "7"))
    #expect(response.status == .ok)
  }

  @Test("can have an error in ISO 8859-1, also without a payload")
  func latin1() async {
    var reply = Reply(200)
    reply.body =
      Data(#"{"status":404,"content":{"errorCode":"X","detail":"caf"#.utf8) + [0xE9]
      + Data(#""}}"#.utf8)
    let deletion = await failure {
      try await client(reply).send(DeletePen(), options: .envelope)
    }
    let pen = await failure { try await client(reply).send(GetPen(), options: .envelope) }
    for error in [deletion, pen] {
      #expect(error?.apiError?.rawCode == "X")
      #expect(error?.apiError?.detail == "café")
      #expect(error?.statusCode == 404)
    }
  }

  @Test("can have an error instead of a stream")
  func stream() async throws {
    let request = try RequestBuilder.download()
    let json = [("Content-Type", "application/json")]
    let failing = client(Reply(200, json, #"{"status":404,"content":{"errorCode":"X"}}"#))
    let error = await failure { try await failing.rawStream(of: request, options: .envelope) }
    #expect(error?.statusCode == 404)
    #expect(error?.apiError?.rawCode == "X")
    let log = client(Reply(200, [("Content-Type", "application/gzip")], "log"))
    let response = try await log.rawStream(of: request, options: .envelope)
    let body = try await response.value.prefix(bytes: 9).data
    #expect(body == Data("log".utf8))
  }

  @Test("has the status of the response")
  func status() async throws {
    let reply = Reply(#"{"status":202,"content":{"id":"7"}}"#)
    #expect(
      try await client(reply).response(to: GetPen(), options: .envelope).status == .accepted)
  }

  @Test(
    "keeps the fields of a list beside the status",
    arguments: [
      #"{"status":200,"results":[{"id":"1"},{"id":"2"}],"totalCount":2}"#,
      #"{"status":200,"content":{"results":[{"id":"1"},{"id":"2"}],"totalCount":2}}"#,
      #"{"results":[{"id":"1"},{"id":"2"}],"totalCount":2}"#,
    ])
  func list(body: String) async throws {
    let page = try await client(Reply(body)).send(ListPens(), options: .envelope)
    #expect(page.items.map(\.id) == ["1", "2"])
    #expect(page.totalCount == 2)
  }

  @Test("can contain an array")
  func arrayInside() async throws {
    let page = try await client(Reply(#"{"status":200,"content":[{"id":"1"}]}"#))
      .send(ListPens(), options: .envelope)
    #expect(page.items.map(\.id) == ["1"])
  }

  @Test(
    "has the same errors as a response without it",
    arguments: [
      #"{"status":404,"content":{"detail":"No such pen.","error":404,"errorCode":"PEN_NOT_FOUND","parameters":["1"],"reason":"Not Found"}}"#,
      #"{"status":404,"detail":"No such pen.","error":404,"errorCode":"PEN_NOT_FOUND","parameters":["1"],"reason":"Not Found"}"#,
    ])
  func error(body: String) async {
    let error = await failure {
      try await client(Reply(body)).send(GetPen(), options: .envelope)
    }
    #expect(error?.api?.status == .notFound)
    #expect(error?.api?.rawCode == "PEN_NOT_FOUND")
    #expect(error?.api?.detail == "No such pen.")
    #expect(error?.api?.parameters == ["1"])
  }

  @Test("has errors of responses without a type")
  func errorForVoid() async {
    let error = await failure {
      try await client(Reply(#"{"status":400,"content":{"errorCode":"X"}}"#))
        .send(DeletePen(), options: .envelope)
    }
    #expect(error?.api?.rawCode == "X")
  }

  @Test("is a value if it was not requested")
  func notAskedFor() async throws {
    let reply = Reply(#"{"status":404,"content":1,"id":"5"}"#)
    #expect(try await client(reply).send(GetPen()).id == "5")
  }

  @Test("does not hide an error status outside")
  func errorOutside() async {
    let error = await failure {
      try await client(Reply(500, [], #"{"status":200,"content":{"id":"7"}}"#))
        .send(GetPen(), options: .envelope)
    }
    #expect(error?.api?.status == .internalServerError)
  }

  @Test("has rejections as authentication errors")
  func unauthorized() async {
    let error = await failure {
      try await client(Reply(#"{"status":401,"content":{"errorCode":"USER_UNAUTHORIZED"}}"#))
        .send(GetPen(), options: .envelope)
    }
    #expect(error?.authentication?.response?.rawCode == "USER_UNAUTHORIZED")
  }

  @Test("is kept in a raw response")
  func raw() async throws {
    let body = #"{"status":200,"content":{"id":"7"}}"#
    var request = RequestBuilder(GetPen.operation)
    request.setPathParameter("PEN-ID", to: "7")
    let response = try await client(Reply(body)).rawResponse(to: request, options: .envelope)
    #expect(String(decoding: response.value, as: UTF8.self) == body)
  }

  @Test("can be requested by a query parameter")
  func envelopeByQuery() async {
    let transport = ScriptedTransport { _, _ in
      Reply(#"{"status":404,"content":{"errorCode":"X"}}"#)
    }
    let error = await failure {
      var request = RequestBuilder(GetPen.operation)
      try GetPen().encode(into: &request)
      request.setQueryParameter("envelope", to: true)
      return try await EndpointClient<ZooAPI>(transport).rawResponse(to: request)
    }
    #expect(error?.api?.rawCode == "X")
  }
}
