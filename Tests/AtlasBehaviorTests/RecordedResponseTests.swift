import EndpointRuntime
import Foundation
import Testing

/// The simulator against recorded responses of Atlas's API v2.
@Suite("A simulated response")
struct RecordedResponseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// The operation in the record.
    var operation: String
    var status = 200
    var method = "GET"
    /// The path after that of the project.
    var path: String
    var body: String?
    /// The paths of fields that the simulator lacks.
    var lacks: Set<String> = []

    var testDescription: String { operation }
  }

  private static let cluster = "/clusters/MyCluster"

  @Test(
    "has the status and the fields of recorded ones",
    arguments: [
      Case(operation: "getGroup", path: ""),
      Case(operation: "getCluster", path: cluster),
      Case(operation: "listClusters", path: "/clusters"),
      Case(
        operation: "createCluster", status: 201, method: "POST", path: "/clusters",
        body: #"""
          {"name":"new","clusterType":"REPLICASET","replicationSpecs":[{"zoneName":"Zone 1",
           "regionConfigs":[{"providerName":"AWS","regionName":"EU_WEST_1","priority":7,
            "electableSpecs":{"instanceSize":"M10","nodeCount":3}}]}]}
          """#),
      Case(operation: "listGroupProcesses", path: "/processes"),
      Case(
        operation: "takeSnapshots", method: "POST", path: "\(cluster)/backup/snapshots",
        body: #"{"description":"x","retentionInDays":3}"#),
      Case(operation: "getBackupSchedule", path: "\(cluster)/backup/schedule"),
      Case(
        operation: "createAccessListEntry", status: 201, method: "POST", path: "/accessList",
        body: #"[{"ipAddress":"192.0.2.15","comment":"x"}]"#),
      Case(
        operation: "createFlexCluster", status: 201, method: "POST", path: "/flexClusters",
        body: #"""
          {"name":"flex","providerSettings":
           {"backingProviderName":"AWS","regionName":"US_EAST_1"}}
          """#, lacks: [".connectionStrings.standardSrv"]),
      Case(operation: "getGroupSettings", path: "/settings"),
      Case(operation: "autoScalingConfiguration", path: "\(cluster)/autoScalingConfiguration"),
      Case(operation: "getProcessArgs", path: "\(cluster)/processArgs"),
      Case(
        operation: "createOnlineArchive", method: "POST", path: "\(cluster)/onlineArchives",
        body: #"""
          {"collName":"c","dbName":"d","criteria":{"type":"DATE","dateField":"f",
           "dateFormat":"ISODATE","expireAfterDays":3},
           "partitionFields":[{"fieldName":"f","order":0}]}
          """#),
      Case(
        operation: "createClusterFtsIndex", method: "POST", path: "\(cluster)/fts/indexes",
        body: #"{"collectionName":"c","database":"d","name":"i","mappings":{"dynamic":true}}"#),
      Case(
        operation: "createClusterSearchDeployment", status: 201, method: "POST",
        path: "\(cluster)/search/deployment",
        body: #"{"specs":[{"instanceSize":"S20_HIGHCPU_NVME","nodeCount":2}]}"#, lacks: [".id"]),
      Case(
        operation: "requestSampleDatasetLoad", status: 201, method: "POST",
        path: "/sampleDatasetLoad/MyCluster"),
      Case(operation: "getRegionalEndpointMode", path: "/privateEndpoint/regionalMode"),
      Case(operation: "getCluster", status: 404, path: "/clusters/Nope"),
      Case(
        operation: "deleteDataFederation", status: 404, method: "DELETE", path: "/dataFederation/x"),
    ])
  func fields(_ test: Case) async throws {
    let records = try Self.records().filter {
      $0["operation"]?.string == test.operation && $0["status"]?.integer == Int64(test.status)
    }
    let always = try #require(
      records.compactMap { $0["body"].map(Self.paths) }
        .reduce(nil as Set<String>?) { $0?.intersection($1) ?? $1 })
    try await RawAtlas.run { atlas in
      let response = try await atlas(
        test.method, "/api/atlas/v2\(atlas.project)\(test.path)", test.body)
      #expect(response.status == test.status, "\(String(decoding: response.data, as: UTF8.self))")
      let missing = always.subtracting(Self.paths(of: response.json))
      #expect(missing == test.lacks)
    }
  }

  @Test("rejects flex clusters among others, and others among flex clusters")
  func flexClusters() async throws {
    try await RawAtlas.run { atlas in
      let base = "/api/atlas/v2\(atlas.project)"
      let body = #"""
        {"name":"flex","providerSettings":{"backingProviderName":"AWS","regionName":"US_EAST_1"}}
        """#
      #expect(try await atlas("POST", "\(base)/flexClusters", body).status == 201)
      let flex = try await atlas("GET", "\(base)/clusters/flex")
      #expect(flex.status == 400 && flex.code == "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API")
      let other = try await atlas("GET", "\(base)/flexClusters/MyCluster/backup/restoreJobs")
      #expect(other.status == 400 && other.code == "CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API")
    }
  }

  private static func records() throws -> [JSON] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../AtlasAdminV2Tests/Responses.jsonl").standardized
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
      .map { try JSONDecoder().decode(JSON.self, from: $0) }
  }

  /// The paths of all fields that are not null, except those of links.
  private static func paths(of value: JSON) -> Set<String> {
    switch value {
    case .object(let members):
      members.reduce(into: []) { paths, member in
        guard member.key != "links", member.value != .null else { return }
        paths.insert(".\(member.key)")
        paths.formUnion(Self.paths(of: member.value).map { ".\(member.key)\($0)" })
      }
    case .array(let elements):
      elements.reduce(into: []) { $0.formUnion(paths(of: $1).map { "[]\($0)" }) }
    default: []
    }
  }
}
