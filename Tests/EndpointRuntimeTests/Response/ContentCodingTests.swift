import EndpointRuntime
import Foundation
import Testing
import Zoo

@Suite("A response with a content coding")
struct ContentCodingTests {
  @Test("is an error that names the coding")
  func success() async {
    let transport = ScriptedTransport { _, _ in Reply(200, [("Content-Encoding", "br")], "\u{1}") }
    let error = await failure {
      try await EndpointClient<ZooAPI>(transport).send(GetPen())
    }
    #expect(error?.transport?.kind == .invalidResponse)
    #expect(error?.description.contains("'br'") == true)
  }

  @Test("keeps its status without its body if it is an error")
  func apiError() async {
    let transport = ScriptedTransport { _, _ in Reply(404, [("Content-Encoding", "br")], "abc") }
    let error = await failure {
      try await EndpointClient<ZooAPI>(transport).send(GetPen())
    }
    #expect(error?.api?.status == .notFound)
    #expect(error?.api?.excerpt == "")
  }

  @Test("is accepted without a body", arguments: ["br", "identity", ""])
  func empty(coding: String) async throws {
    let transport = ScriptedTransport { _, _ in Reply(204, [("Content-Encoding", coding)]) }
    try await EndpointClient<ZooAPI>(transport).send(DeletePen())
  }

  @Test("is decoded if the coding is identity", arguments: ["identity", "Identity", ""])
  func identity(coding: String) async throws {
    let transport = ScriptedTransport { _, _ in
      Reply(200, [("Content-Encoding", coding)], #"{"id":"1"}"#)
    }
    #expect(try await EndpointClient<ZooAPI>(transport).send(GetPen()) == Pen(id: "1"))
  }
}
