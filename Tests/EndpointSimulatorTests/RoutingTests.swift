import EndpointRuntime
import EndpointSimulator
import HTTPTypes
import Testing

@Suite("A route")
struct RoutingTests {
  @Test(
    "has several values in one segment",
    arguments: [
      ("/hosts/db.example.net:27017/logs/mongodb.gz", "db.example.net", "27017", "mongodb"),
      ("/hosts/a%2Fb%3Ac:27017/logs/m%20%C3%A9.gz", "a/b:c", "27017", "m é"),
      ("/hosts/::1:27017/logs/mongodb.gz.gz", "::1", "27017", "mongodb.gz"),
      ("/hosts/a:b:1/logs/..gz", "a:b", "1", "."),
    ])
  func severalValues(target: String, host: String, port: String, name: String) async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let response = try await call("GET", target, fields: ["X-Skip": "0"])
      #expect(response.status == 200)
      #expect(
        response.json == ["HOST": .string(host), "PORT": .string(port), "LOG-NAME": .string(name)])
    }
  }

  @Test(
    "matches nothing else",
    arguments: [
      "/hosts/a/logs/b.gz", "/hosts/:1/logs/b.gz", "/hosts/a:/logs/b.gz", "/hosts/a:1/logs/.gz",
      "/hosts/a:1/logs/b.gzip", "/hosts/a:1/logs/b", "/hosts/a:1/logs", "/hosts/a:1/logs/b/c.gz",
      "/pens/", "/pens//toys", "/cats", "//pens", "/PENS", "/",
    ])
  func misses(target: String) async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let response = try await call("GET", target)
      #expect(response.status == 404)
      let path = call.basePath + target
      #expect(
        response.json == [
          "errorCode": "RESOURCE_NOT_FOUND", "detail": .string("Cannot find resource \(path)."),
          "reason": "Not Found", "parameters": [.string(path)], "error": 404,
        ])
    }
  }

  @Test("prefers fixed text to placeholders")
  func specificity() async throws {
    try await SimulatedZoo.withSimulator { simulator, call in
      await simulator.store.insert(["id": "count"], into: "/pens")
      let count = try await call("GET", "/pens/count")
      #expect(count.json == ["count": 1])
      #expect(try await call("GET", "/pens/counts").status == 404)
      // Fixed text that is part of a segment counts as well: this is not a pen's path.
      #expect(try await call("POST", "/pens/1:clean", body: "{}").status == 202)
    }
  }

  @Test("is found only below the path of the base URL")
  func outsideBase() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      for path in ["/v11", "/v", ""] {
        let elsewhere = RawClient(baseURL: call.baseURL.replacing("/v1", with: path))
        let response = try await elsewhere("GET", "/pens")
        #expect(response.status == 404)
      }
    }
  }

  @Test("rejects other methods and names the valid ones")
  func methodNotAllowed() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let pens = try await call("DELETE", "/pens")
      #expect(pens.status == 405)
      #expect(pens.fields[.allow] == "GET, HEAD, POST")
      #expect(pens.json?["errorCode"] == "METHOD_NOT_ALLOWED")
      #expect(pens.json?["parameters"] == ["DELETE"])
      let pen = try await call("POST", "/pens/1", body: "{}")
      #expect(pen.fields[.allow] == "DELETE, GET, HEAD, PATCH, PUT")
    }
  }

  @Test("handles HEAD like GET without a body, and keeps the connection usable")
  func head() async throws {
    try await SimulatedZoo.withSimulator { simulator, call in
      await simulator.store.insert(["id": "1"], into: "/pens")
      let get = try await call("GET", "/pens/1")
      let head = try await call("HEAD", "/pens/1")
      #expect(head.status == 200)
      #expect(head.data.isEmpty)
      #expect(head.fields[.contentLength] == String(get.data.count))
      #expect(try await call("HEAD", "/pens/2").status == 404)
      #expect(try await call("GET", "/pens/1").json == get.json)
    }
  }
}

@Suite("A parameter")
struct ParameterTests {
  @Test(
    "is named in a 400 if it is missing or has another type",
    arguments: [
      ("", "MISSING_QUERY_PARAMETER", "limit"),
      ("?limit", "INVALID_QUERY_PARAMETER", "limit"),
      ("?limit=many", "INVALID_QUERY_PARAMETER", "limit"),
      ("?limit=1&limit=x", "INVALID_QUERY_PARAMETER", "limit"),
      ("?limit=9223372036854775808", "INVALID_QUERY_PARAMETER", "limit"),
      ("?limit=%FF", "INVALID_QUERY_PARAMETER", "limit"),
      ("?limit=1&since=yesterday", "INVALID_QUERY_PARAMETER", "since"),
      ("?limit=1&exact=TRUE", "INVALID_QUERY_PARAMETER", "exact"),
      ("?limit=1&weight=nan", "INVALID_QUERY_PARAMETER", "weight"),
      ("?limit=1&pretty=yes", "INVALID_QUERY_PARAMETER", "pretty"),
    ])
  func faults(query: String, code: String, name: String) async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let response = try await call("GET", "/search" + query)
      #expect(response.status == 400)
      #expect(response.json?["errorCode"] == .string(code))
      #expect(response.json?["parameters"]?.array?.first == .string(name))
      #expect(response.json?["detail"]?.string?.contains(" \(name) ") == true)
    }
  }

  @Test(
    "is validated in the path and the header as well",
    arguments: [
      ("/hosts/a:b/logs/c.gz", "0", "INVALID_PATH_PARAMETER", "PORT"),
      ("/hosts/a:65536/logs/c.gz", "0", "INVALID_PATH_PARAMETER", "PORT"),
      ("/hosts/a:1/logs/c.gz", nil, "MISSING_HEADER_FIELD", "X-Skip"),
      ("/hosts/a:1/logs/c.gz", "0, some", "INVALID_HEADER_FIELD", "X-Skip"),
    ])
  func otherPlaces(target: String, skip: String?, code: String, name: String) async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let response = try await call("GET", target, fields: skip.map { ["X-Skip": $0] } ?? [:])
      #expect(response.status == 400)
      #expect(response.json?["errorCode"] == .string(code))
      #expect(response.json?["parameters"]?.array?.first == .string(name))
    }
  }

  @Test("is accepted if it is valid, and ignored if it is unknown")
  func accepted() async throws {
    try await SimulatedZoo.withSimulator { _, call in
      let response = try await call(
        "GET",
        "/search?limit=-5&since=2026-01-31T12:00:00.5Z&exact=true&weight=1.5e3&colour=red&flag"
          + "&tag=a+b&tag=c%26d&tag=")
      #expect(response.status == 200)
      #expect(response.json == ["-5", "a b", "c&d", ""])
    }
  }
}
