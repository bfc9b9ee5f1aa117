import EndpointModel
import EndpointRuntime
import EndpointSimulator
import Foundation
import HTTPTypes
import Testing

@Suite("A resource")
struct StoreTests {
  @Test("can be posted, fetched, listed, patched, replaced, and deleted")
  func lifecycle() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let created = try await call("POST", "/pens", body: #"{"name":"Rex","tags":["a"]}"#)
      #expect(created.status == 201)
      let id = try #require(created.json?["id"]?.string)
      #expect(id.count == 24 && id.allSatisfy(\.isHexDigit))
      #expect(try await call("GET", "/pens/\(id)").json == created.json)
      #expect(try await call("GET", "/pens").json?["results"]?.array == [created.json ?? nil])

      let patched = try await call("PATCH", "/pens/\(id)", body: #"{"age":3}"#)
      #expect(patched.json == ["id": .string(id), "name": "Rex", "tags": ["a"], "age": 3])
      #expect(try await call("GET", "/pens/\(id)").json == patched.json)

      let replaced = try await call("PUT", "/pens/\(id)", body: #"{"id":"x","name":"Rover"}"#)
      #expect(replaced.json == ["id": .string(id), "name": "Rover"])
      #expect(try await call("GET", "/pens/\(id)").json == replaced.json)

      // The definition has no 204, which is usual, but a 200.
      let deleted = try await call("DELETE", "/pens/\(id)")
      #expect(deleted.status == 200)
      #expect(deleted.data.isEmpty)
      #expect(try await call("GET", "/pens").json?["results"] == [])
      for (method, body) in [("GET", nil), ("DELETE", nil), ("PATCH", "{}"), ("PUT", "{}")] {
        #expect(try await call(method, "/pens/\(id)", body: body).status == 404, "\(method)")
      }
    }
  }

  @Test("is identified by its name as well, and by both only once")
  func names() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let rex = #"{"name":"Rex & Co/1"}"#
      #expect(try await call("POST", "/pens", body: rex).status == 201)
      #expect(try await call("GET", "/pens/Rex%20%26%20Co%2F1").json?["name"] == "Rex & Co/1")
      let again = try await call("POST", "/pens", body: rex)
      #expect(again.status == 409)
      #expect(again.json?["parameters"] == ["Rex & Co/1"])
      #expect(try await call("GET", "/pens/count").json == ["count": 1])
    }
  }

  @Test("belongs to the path that it was posted to")
  func collections() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      for pen in ["a", "b"] { _ = try await call("POST", "/pens", body: #"{"id":"\#(pen)"}"#) }
      let added = try await call("POST", "/pens/a/toys", body: #"{"id":"ball"}"#)
      #expect(added.status == 200)
      #expect(try await call("GET", "/pens/a/toys").json == [["id": "ball"]])
      #expect(try await call("GET", "/pens/b/toys").json == [])
      #expect(try await call("GET", "/pens/c/toys").status == 404)
    }
  }

  @Test(
    "is a JSON object",
    arguments: [nil, "", "{", "[1]", "null", "{\"a\":1}x", "{\"a\":\u{FF}}"])
  func badBodies(body: String?) async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let response = try await call("POST", "/pens", body: body)
      #expect(response.status == 400)
      #expect(response.json?["errorCode"] == "INVALID_JSON")
      #expect(try await call("GET", "/pens/count").json == ["count": 0])
    }
  }

  @Test("is limited in size")
  func largeBodies() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let name = String(repeating: "x", count: 2 << 20)
      let stored = try await call("POST", "/pens", body: #"{"id":"1","name":"\#(name)"}"#)
      #expect(stored.status == 201)
      #expect(stored.json?["name"]?.string?.count == name.count)
      let tooLarge = String(repeating: " ", count: 17 << 20) + "{}"
      let rejected = try await call("POST", "/pens", body: tooLarge)
      #expect(rejected.status == 413)
      #expect(rejected.json?["errorCode"] == "BODY_TOO_LARGE")
      #expect(try await call("GET", "/pens/count").json == ["count": 1])
    }
  }

  @Test("keeps its numbers exact")
  func numbers() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let body = #"{"id":"1","age":9007199254740993,"weight":0.1}"#
      _ = try await call("POST", "/pens", body: body)
      let text = try await call("GET", "/pens/1").text
      #expect(text.contains("9007199254740993") && text.contains(":0.1"))
    }
  }

  @Test("is the definition's example if it cannot be posted")
  func examples() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let newer = RawClient(baseURL: call.baseURL.replacing("/v1", with: "/v1.5"))
      let weather = try await newer("GET", "/weather")
      #expect(weather.status == 200)
      #expect(weather.json?["sky"] == "blue")
      #expect(try await call("GET", "/weather").status == 404)
      #expect(try await call("GET", "/weather/explanation").status == 200)
    }
  }

  @Test("need not be JSON")
  func bytes() async throws {
    let handlers: [String: Handler] = [
      "GetPhoto": { request, _ throws(SimulatedError) in
        .data(Data([0x89, 0x50, 0x0A]), contentType: "image/png")
      }
    ]
    try await SimulatedZoo.withSimulator(handlers: handlers) { _, call in
      let photo = try await call("GET", "/photos/a.png?envelope=true")
      #expect(photo.data == Data([0x89, 0x50, 0x0A]))
      #expect(photo.fields[.contentType] == "image/png")
      let sent = try await call("PUT", "/photos/a", body: "{no JSON")
      #expect(sent.status == 202)
      #expect(sent.data.isEmpty)
    }
  }

  @Test("can have a handler, whose errors are the API's")
  func handlers() async throws {
    let handlers: [String: Handler] = [
      "GetPen": { request, _ throws(SimulatedError) in
        throw SimulatedError(
          status: 410, code: "PEN_GONE", detail: "It has run away.",
          parameters: [.string(request.pathValues["PEN-ID"] ?? "")])
      }
    ]
    try await SimulatedZoo.withSimulator(handlers: handlers) { _, call in
      let response = try await call("GET", "/pens/rex")
      #expect(response.status == 410)
      #expect(response.json?["errorCode"] == "PEN_GONE")
      #expect(response.json?["reason"] == "Gone")
      #expect(response.json?["parameters"] == ["rex"])
    }
  }
}
