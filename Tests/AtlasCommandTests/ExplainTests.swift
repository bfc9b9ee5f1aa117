import EndpointHelp
import EndpointModel
import EndpointRuntime
import Foundation
import TestSupport
import Testing

@testable import atlas_admin

@Suite("atlas-admin explain")
struct ExplainTests {
  private let command = Command("atlas-admin")

  private func text(_ arguments: String...) async throws -> String {
    let result = try await command.run(arguments)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.error == "")
    return result.output
  }

  @Test("shows parameters, the body, responses, roles, and states")
  func sections() async throws {
    let text = try await text("explain", "CreateCluster")
    #expect(text.hasPrefix("CreateCluster (API v2)\n"))
    for part in [
      "\n  POST https://cloud.mongodb.com/api/atlas/v2/groups/{groupId}/clusters\n",
      "\nRoles: Project Owner\n", "\nParameters\n  --group-id  ObjectID, required\n",
      "Defaults to MONGODB_ATLAS_PROJECT_ID or the",
      "\nBody: ClusterRequest, required (application/vnd.atlas",
      "\n  name  String, required\n", "\n    regionConfigs  [ClusterRegionConfiguration]\n",
      "if providerName is AWS: ClusterRegion\n", "GEOSHARDED.",
      "readOnlySpecs  ClusterNodes (see above)\n", "\nResponses\n  200, 201, 202  Cluster\n",
      "\nStates for --until (--wait is --until idle)\n  idle\n",
      "\n  atlas-admin call CreateCluster --body body.json\n",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("shows units, values, limits, and defaults of parameters")
  func parameters() async throws {
    let access = try await text("explain", "GetClusterAccessHistory", "--api", "v1")
    #expect(access.contains("--start  Date\n"))
    #expect(
      access.sentences.contains("In milliseconds since 1970; dates in ISO 8601 are converted."))
    let alerts = try await text("explain", "ListAlerts")
    #expect(alerts.contains("--status  AlertStatus\n"))
    #expect(alerts.sentences.contains("One of TRACKING, OPEN, CLOSED, CANCELLED."))
    #expect(alerts.contains("--items-per-page  Int\n"))
    #expect(alerts.sentences.contains("From 1 to 500. Defaults to 100."))
  }

  @Test(
    "is the help about an endpoint",
    arguments: [
      ["help", "GetCluster"], ["call", "GetCluster", "--help"], ["call", "-h", "get-cluster"],
      ["call", "GetCluster", "--cluster-name", "x", "--api=v2", "--help"],
    ])
  func help(arguments: [String]) async throws {
    let result = try await command.run(arguments)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("GetCluster (API v2)\n"))
  }

  @Test("leaves the help of commands alone")
  func commandHelp() async throws {
    #expect(try await text("help", "call").contains("USAGE: atlas-admin call"))
    #expect(try await text("call", "--help").contains("--output-file <file>"))
    let unknown = try await command.run(["help", "GetClustr"])
    #expect(unknown.status == 2)
    #expect(unknown.error == "error: unknown endpoint 'GetClustr'; did you mean 'GetCluster'?\n")
  }

  @Test("shows a type")
  func types() async throws {
    let text = try await text("explain", "ClusterNodes")
    #expect(text.hasPrefix("ClusterNodes\n"))
    #expect(text.contains("\n  instanceSize  ClusterInstanceSize\n"))
    let cases = try await self.text("explain", "ClusterType")
    #expect(cases.contains("\n  REPLICASET\n"))
  }

  @Test("prints everything as JSON")
  func json() async throws {
    let text = try await text("explain", "CreateCluster", "--output", "json")
    let json = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    #expect(json["method"] == "POST")
    #expect(json["roles"] == ["Project Owner"])
    #expect(json["body"]?["type"] == "ClusterRequest")
    #expect(json["parameters"]?.array?.first?["flag"] == "--group-id")
    let nodes = json["types"]?["ClusterNodes"]?["properties"]?.array ?? []
    #expect(nodes.contains { $0["name"] == "instanceSize" })
  }

  @Test("prints a body to edit, with required properties first")
  func example() async throws {
    let text = try await text("explain", "CreateCluster", "--example")
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines[0] == "{")
    #expect(lines[1].hasPrefix(#""name": "#))
    #expect(lines[2].hasPrefix(#""clusterType": "#))
    #expect(JSONCoding.document(Data(text.utf8))?["replicationSpecs"] != nil)
    let none = try await command.run(["explain", "GetCluster", "--example"])
    #expect(none.status == 2)
    #expect(none.error == "error: GetCluster has no body\n")
  }

  @Test("explains every endpoint of both APIs", arguments: AtlasAPI.allCases)
  func everyEndpoint(api: AtlasAPI) throws {
    let catalog = api.catalog
    for endpoint in catalog.endpoints {
      let explanation = EndpointExplanation(of: endpoint, in: catalog, api: api)
      #expect(explanation.text.contains("\nExample\n"), "\(endpoint.name)")
      #expect(explanation.json["name"]?.string == endpoint.name)
      guard let type = endpoint.body?.jsonType else { continue }
      let example = BodyExample(catalog: catalog, endpoint: endpoint)
      let text = try #require(example.document, "\(endpoint.name)")
      let document = try #require(JSONCoding.document(Data(text.utf8)), "\(endpoint.name)")
      let missing = RequiredProperties(types: catalog.types).missing(in: document, type)
      #expect(missing == [], "\(endpoint.name)")
    }
  }
}

extension String {
  /// The text without line breaks.
  fileprivate var sentences: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
