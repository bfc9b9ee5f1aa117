import EndpointRuntime
import Foundation
import HTTPTypes
import Testing

@testable import atlas_admin

@Suite("What is typed")
struct RequestAssemblyTests {
  private let api = APIDescriptor(
    name: "Zoo", baseURL: "https://zoo.example.com",
    parameters: [.query("pretty", "Bool", default: "false")])

  private let endpoint = EndpointDescriptor(
    name: "SendPhoto", group: "Photos", method: "POST", path: "/{HOST}:{PORT}/photos",
    bodyContentType: "image/png",
    parameters: [
      .path("HOST", "String"), .path("PORT", "Int"),
      .query("tags", "[String]", list: .commaSeparated), .query("sizes", "[Int]", list: .repeated),
      .header("X-Camera", "String", required: true),
      .header("X-Lens", "[Int]", list: .commaSeparated),
    ], bodyType: "Data")

  private func assemble(_ arguments: RequestAssembly.Arguments) throws -> EndpointRequest {
    try RequestAssembly(api: api, endpoint: endpoint).request(with: arguments)
  }

  private func assignments(_ texts: String...) throws -> [Assignment] {
    try texts.map { try #require(Assignment(argument: $0)) }
  }

  @Test("becomes a request with path, query, header fields and any body")
  func everything() throws {
    let body = Data([0x89, 0xFF, 0x0A])
    let request = try assemble(
      .init(
        path: try assignments("host=a=b", "PORT=1"),
        query: try assignments("tags=x", "sizes=1", "tags=y", "sizes=2", "pretty=true"),
        header: try assignments("x-camera=Old one", "X-Lens=35", "X-Lens=50"), body: body))
    #expect(request.pathValues == ["HOST": "a=b", "PORT": "1"])
    #expect(
      request.query.map { "\($0.name)=\($0.value)" } == [
        "tags=x,y", "sizes=1", "sizes=2", "pretty=true",
      ])
    #expect(try request.headerFields[#require(HTTPField.Name("X-Camera"))] == "Old one")
    #expect(try request.headerFields[#require(HTTPField.Name("X-Lens"))] == "35, 50")
    #expect(request.headerFields[.contentType] == "image/png")
    #expect(request.body?.data == body)
  }

  @Test(
    "is held against the definition",
    arguments: [
      (["HOST=a"], [], ["X-Camera=a"], "SendPhoto needs --param PORT=… (Int)"),
      (["HOST=a", "PORT=b"], [], ["X-Camera=a"], "--param PORT must be of type Int, not 'b'"),
      (["HOST=a", "PORT=1"], [], [], "SendPhoto needs --header X-Camera=… (String)"),
      (["HOST=a", "PORT=1"], ["sizes=x"], ["X-Camera=a"], "--query sizes must be of type Int"),
      (
        ["HOST=a", "PORT=1"], [], ["X-Camera=a", "X-Lens=x"], "--header X-Lens must be of type Int"
      ),
      (["HOST=a", "PORT=1"], [], ["X-Camera=a"], "SendPhoto needs image/png: give --body FILE"),
    ])
  func mistakes(path: [String], query: [String], header: [String], message: String) throws {
    #expect {
      try assemble(
        .init(
          path: path.compactMap(Assignment.init), query: query.compactMap(Assignment.init),
          header: header.compactMap(Assignment.init)))
    } throws: { error in
      guard let failure = error as? CommandFailure else { return false }
      return failure.status == .usage && failure.message.contains(message)
    }
  }
}
