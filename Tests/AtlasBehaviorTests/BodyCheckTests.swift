import EndpointRuntime
import Testing

@Suite("A body that is not as the definition says")
struct BodyCheckTests {
  private static let settings =
    #""providerSettings":{"providerName":"AWS","instanceSizeName":"M10","regionName":"EU_WEST_1"}"#

  @Test(
    "is rejected with Atlas's code and the path of the field",
    arguments: [
      ("POST", "/clusters", "{\(settings)}", "MISSING_ATTRIBUTE", "name"),
      ("POST", "/clusters", #"{"name":"shop"}"#, "MISSING_ATTRIBUTE", "providerSettings"),
      ("POST", "/clusters", #"{"name":5,\#(settings)}"#, "INVALID_ATTRIBUTE", "name"),
      (
        "POST", "/clusters",
        #"{"name":"a","providerSettings":{"providerName":"AWZ","instanceSizeName":"M10"}}"#,
        "INVALID_ATTRIBUTE", "providerSettings.providerName"
      ),
      (
        "POST", "/clusters",
        #"{"name":"a","providerSettings":{"providerName":"AWS","instanceSizeName":"M999"}}"#,
        "INVALID_ENUM_VALUE", "providerSettings.instanceSizeName"
      ),
      (
        "POST", "/databaseUsers", #"{"username":5,"databaseName":"admin","roles":[]}"#,
        "INVALID_ATTRIBUTE", "username"
      ),
      ("POST", "/databaseUsers", #"{"username":"a","roles":{}}"#, "INVALID_ATTRIBUTE", "roles"),
      (
        "POST", "/databaseUsers", #"{"username":"a","roles":[{"roleName":7}]}"#,
        "INVALID_ATTRIBUTE", "roles[0].roleName"
      ),
      ("POST", "/alertConfigs", "{}", "MISSING_ATTRIBUTE", "eventTypeName"),
      (
        "PATCH", "/clusters/MyCluster", #"{"diskSizeGB":"forty"}"#, "INVALID_ATTRIBUTE",
        "diskSizeGB"
      ),
      (
        "POST", "/accessList", #"[{"ipAddress":"1.2.3.400"}]"#, "INVALID_ATTRIBUTE",
        "[0].ipAddress"
      ),
      (
        "POST", "/accessList", #"[{"cidrBlock":"10.0.0.0/33"}]"#, "INVALID_ATTRIBUTE",
        "[0].cidrBlock"
      ),
      (
        "POST", "/accessList", #"[{"ipAddress":"1.2.3.4","deleteAfterDate":"tomorrow"}]"#,
        "INVALID_ATTRIBUTE", "[0].deleteAfterDate"
      ),
      (
        "POST", "/clusters/MyCluster/backup/restoreJobs",
        #"{"deliveryType":"download","snapshotId":"x"}"#, "INVALID_ATTRIBUTE", "snapshotId"
      ),
      (
        "POST", "/clusters/MyCluster/backup/restoreJobs", #"{"deliveryType":"post"}"#,
        "INVALID_ATTRIBUTE", "deliveryType"
      ),
    ])
  func fields(method: String, path: String, body: String, code: String, field: String) async throws
  {
    try await RawAtlas.run { atlas in
      let response = try await atlas(method, atlas.project + path, body)
      #expect(response.status == 400)
      #expect(response.code == code)
      #expect(response.json["parameters"]?.array?.first == .string(field))
      #expect(response.json["detail"]?.string?.contains(field) == true)
      #expect(response.json["badRequestDetail"] == nil)
    }
  }

  @Test("lists all problems in API v2")
  func details() async throws {
    try await RawAtlas.run { atlas in
      let response = try await atlas(
        "POST", "/api/atlas/v2\(atlas.project)/databaseUsers", #"{"username":5,"roles":{}}"#)
      #expect(response.code == "MISSING_ATTRIBUTE")
      let fields = response.json["badRequestDetail"]?["fields"]?.array ?? []
      #expect(
        fields.compactMap { $0["field"]?.string }.sorted() == ["databaseName", "roles", "username"])
    }
  }

  @Test("is no JSON at all, or of another media type")
  func syntax() async throws {
    try await RawAtlas.run { atlas in
      let users = "\(atlas.project)/databaseUsers"
      for body in ["", "{", "[]", "null", #"{"username":"a"}}"#] {
        let response = try await atlas("POST", users, body)
        #expect(response.status == 400 && response.code == "INVALID_JSON", "\(body)")
      }
      let body = #"{"username":"a"}"#
      #expect(try await atlas("POST", users, body, type: "text/plain").status == 415)
      let versioned = "application/vnd.atlas.2023-01-01+json"
      #expect(try await atlas("POST", users, body, type: versioned).status == 201)
    }
  }

  @Test("can have unknown fields, and null for no value")
  func lenient() async throws {
    try await RawAtlas.run { atlas in
      let body = #"{"username":"ada","colour":"red","x509Type":null}"#
      let response = try await atlas("POST", "\(atlas.project)/databaseUsers", body)
      #expect(response.status == 201)
      #expect(response.json["username"] == "ada")
      #expect(response.json["colour"] == nil && response.json["x509Type"] == nil)
    }
  }

  @Test(
    "has a counterpart in the query",
    arguments: [
      ("/alerts?status=OPN", "status"), ("/alerts?pageNum=abc", "pageNum"),
      ("/clusters?pretty=maybe", "pretty"),
    ])
  func queries(query: String, name: String) async throws {
    try await RawAtlas.run { atlas in
      let response = try await atlas("GET", atlas.project + query)
      #expect(response.status == 400)
      #expect(response.code == "INVALID_QUERY_PARAMETER")
      #expect(response.json["parameters"]?.array?.first == .string(name))
    }
  }
}
