import AtlasAdminCatalog
import AtlasAdminV2Catalog
import AtlasBehavior
import EndpointModel
import EndpointRuntime
import Foundation
import Testing

@Suite("The simulated world")
struct WorldTests {
  private static let shop = #"""
    {"name":"shop","providerBackupEnabled":true,"providerSettings":
     {"providerName":"AWS","instanceSizeName":"M10","regionName":"EU_WEST_1"}}
    """#

  @Test(
    "has no items below unknown projects and clusters, in both APIs",
    arguments: ["/api/atlas/v1.0", "/api/atlas/v2"])
  func unknownParents(base: String) async throws {
    try await RawAtlas.run { atlas in
      let unknown = "5e2f0a1b9c8d7e6f5a4bffff"
      for path in [
        "", "/clusters", "/databaseUsers", "/clusters/shop/backup/restoreJobs", "/peers",
      ] {
        let response = try await atlas("GET", "\(base)/groups/\(unknown)\(path)")
        #expect(response.status == 404 && response.code == "GROUP_NOT_FOUND", "\(path)")
        #expect(response.json["parameters"] == [.string(unknown)])
      }
      for path in [
        "", "/backup/snapshots", "/backup/schedule", "/fts/indexes/5e2f0a1b9c8d7e6f5a4b3c2d",
      ] {
        let response = try await atlas("GET", "\(base)\(atlas.project)/clusters/Nope\(path)")
        #expect(response.status == 404 && response.code == "CLUSTER_NOT_FOUND", "\(path)")
        #expect(
          response.json["detail"]
            == .string("No cluster named Nope exists in group \(atlas.world.groupID)."))
      }
      #expect(try await atlas("GET", "\(base)/orgs/\(unknown)/teams").code == "ORG_NOT_FOUND")
    }
  }

  @Test(
    "rejects identifiers of another form with a code of their own",
    arguments: [
      ("/groups/xyz/clusters", "INVALID_GROUP_ID"), ("/orgs/1", "INVALID_ORG_ID"),
      (
        "/groups/5e2f0a1b9c8d7e6f5a4b3c2d/clusters/MyCluster/backup/restoreJobs/7",
        "INVALID_JOB_ID"
      ),
    ])
  func invalidIdentifiers(path: String, code: String) async throws {
    try await RawAtlas.run { atlas in
      let response = try await atlas("GET", path)
      #expect(response.status == 404 && response.code == code)
    }
  }

  @Test(
    "restores only into projects and clusters that exist",
    arguments: [
      ("5e2f0a1b9c8d7e6f5a4bffff", "MyCluster", "GROUP_NOT_FOUND"),
      ("5e2f0a1b9c8d7e6f5a4b3c2d", "Nope", "CLUSTER_NOT_FOUND"),
    ])
  func restoreTargets(group: String, cluster: String, code: String) async throws {
    try await RawAtlas.run { atlas in
      let response = try await atlas(
        "POST", "\(atlas.project)/clusters/MyCluster/backup/restoreJobs",
        #"""
        {"deliveryType":"automated","snapshotId":"\#(atlas.world.snapshotID)",
         "targetGroupId":"\#(group)","targetClusterName":"\#(cluster)"}
        """#)
      #expect(response.status == 404 && response.code == code)
    }
  }

  @Test(
    "has events of changes, the newest first",
    arguments: [
      ("", ["CLUSTER_DELETE_SUBMITTED", "CLUSTER_CREATED"]),
      ("?eventType=CLUSTER_CREATED", ["CLUSTER_CREATED"]),
      ("?excludedEventType=CLUSTER_CREATED", ["CLUSTER_DELETE_SUBMITTED"]),
      ("?clusterNames=other", []),
      ("?minDate=2026-03-03T12:30:00Z", ["CLUSTER_DELETE_SUBMITTED"]),
    ] as [(String, [String])])
  func events(query: String, types: [String]) async throws {
    try await RawAtlas.run { atlas in
      let created = try await atlas("POST", "\(atlas.project)/clusters", Self.shop)
      #expect(created.status == 201)
      atlas.wait(minutes: 60)
      let deleted = try await atlas("DELETE", "\(atlas.project)/clusters/shop")
      #expect(deleted.status == 202)
      let response = try await atlas("GET", "/api/atlas/v2\(atlas.project)/events\(query)")
      let events = response.json["results"]?.array ?? []
      #expect(events.map { $0["eventTypeName"]?.string } == types)
      #expect(events.allSatisfy { $0["clusterName"] == "shop" })
    }
  }

  @Test("names the path with the base path of the API in errors")
  func paths() async throws {
    try await RawAtlas.run { atlas in
      let path = "\(atlas.project)/pipelines/none"
      let missing = try await atlas("GET", path)
      #expect(missing.json["detail"] == .string("Cannot find resource /api/atlas/v1.0\(path)."))
    }
  }

  @Test("has an organization with a project, and rejects projects elsewhere")
  func organizations() async throws {
    try await RawAtlas.run { atlas in
      let organization = atlas.world.organizationID
      let all = try await atlas("GET", "/orgs")
      #expect(all.json["results"]?.array?.map { $0["id"] } == [.string("\(organization)")])
      #expect(try await atlas("GET", "/orgs/\(organization)").status == 200)
      let stray = try await atlas(
        "POST", "/groups", #"{"name":"x","orgId":"5e2f0a1b9c8d7e6f5a4bffff"}"#)
      #expect(stray.status == 404 && stray.code == "ORG_NOT_FOUND")
      let created = try await atlas("POST", "/groups", #"{"name":"x","orgId":"\#(organization)"}"#)
      #expect(created.status == 200)
      #expect(created.json["clusterCount"] == 0)
      #expect(created.json["regionUsageRestrictions"] == nil)
      let projects = try await atlas("GET", "/orgs/\(organization)/groups")
      #expect(projects.json["totalCount"] == 2)
      #expect(try await atlas("DELETE", "/orgs/\(organization)").code == "ORG_NOT_EMPTY")
    }
  }

  @Test("does not delete a project with a cluster")
  func projectWithCluster() async throws {
    try await RawAtlas.run { atlas in
      #expect(try await atlas("GET", atlas.project).json["clusterCount"] == 1)
      let rejected = try await atlas("DELETE", atlas.project)
      #expect(rejected.status == 409)
      #expect(rejected.code == "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS")
      #expect(try await atlas("DELETE", atlas.cluster).status == 202)
      atlas.wait(minutes: 60)
      #expect(try await atlas("DELETE", atlas.project).status < 300)
      #expect(try await atlas("GET", atlas.cluster).code == "GROUP_NOT_FOUND")
    }
  }

  @Test("creates clusters with backups, schedules, processes, and logs")
  func newCluster() async throws {
    try await RawAtlas.run { atlas in
      let created = try await atlas("POST", "\(atlas.project)/clusters", Self.shop)
      #expect(created.status == 201)
      #expect(created.json["stateName"] == "CREATING")
      #expect(created.json["connectionStrings"] == [:])
      atlas.wait(minutes: 60)
      let shop = "\(atlas.project)/clusters/shop"
      let cluster = try await atlas("GET", shop).json
      #expect(cluster["stateName"] == "IDLE")
      #expect(
        cluster["connectionStrings"]?["standardSrv"]?.string?.hasPrefix("mongodb+srv://shop.")
          == true)
      let taken = try await atlas(
        "POST", "\(shop)/backup/snapshots", #"{"description":"d","retentionInDays":2}"#)
      #expect(taken.json["status"] == "queued")
      let id = taken.json["id"]?.string ?? ""
      atlas.wait(minutes: 60)
      let v2 = "/api/atlas/v2\(shop)/backup"
      let snapshot = try await atlas("GET", "\(v2)/snapshots/\(id)").json
      #expect(snapshot["status"] == "completed")
      let job = try await atlas(
        "POST", "\(v2)/restoreJobs", #"{"deliveryType":"download","snapshotId":"\#(id)"}"#)
      #expect(job.status == 200)
      let jobs = try await atlas("GET", "\(shop)/backup/restoreJobs").json["results"]?.array
      #expect(jobs?.map { $0["id"] } == [job.json["id"]])
      let schedule = try await atlas("GET", "\(shop)/backup/schedule").json
      #expect(schedule["clusterName"] == "shop" && schedule["clusterId"] == cluster["id"])
      let processes = try await atlas("GET", "\(atlas.project)/processes").json["results"]?.array
      #expect(processes?.count == 6)
      let host =
        processes?.compactMap { $0["hostname"]?.string }.first { $0.hasPrefix("shop") } ?? ""
      let log = try await atlas("GET", "\(atlas.project)/clusters/\(host)/logs/mongodb.gz")
      #expect(log.status == 200 && log.data.starts(with: [0x1F, 0x8B]))
      let stray = try await atlas("GET", "\(atlas.project)/clusters/none/logs/mongodb.gz")
      #expect(stray.status == 404 && stray.code == "HOST_NOT_FOUND")
      let measured = try await atlas(
        "GET",
        "\(atlas.project)/processes/\(host):27017/measurements?granularity=PT5M&period=PT1H&m=CONNECTIONS"
      )
      #expect(measured.json["measurements"]?.array?.first?["dataPoints"]?.array?.count == 12)
    }
  }

  @Test("does not rename clusters, but projects")
  func renaming() async throws {
    try await RawAtlas.run { atlas in
      let other = try await atlas("PATCH", atlas.cluster, #"{"name":"renamed"}"#)
      #expect(other.status == 400 && other.code == "ATTRIBUTE_READ_ONLY")
      #expect(try await atlas("GET", atlas.cluster).status == 200)
      #expect(try await atlas("PATCH", atlas.project, #"{"name":"New"}"#).json["name"] == "New")
      let again = try await atlas("POST", "\(atlas.project)/clusters", Self.shop)
      #expect(again.status == 201)
      let twice = try await atlas("POST", "\(atlas.project)/clusters", Self.shop)
      #expect(twice.status == 400 && twice.code == "DUPLICATE_CLUSTER_NAME")
    }
  }

  @Test("returns what was sent and what the server sets, never a password")
  func responses() async throws {
    try await RawAtlas.run { atlas in
      let body = #"""
        {"username":"ada","password":"correct horse","databaseName":"admin",
         "roles":[{"roleName":"read","databaseName":"shop"}]}
        """#
      let user = try await atlas("POST", "\(atlas.project)/databaseUsers", body)
      #expect(user.status == 201)
      #expect(!String(decoding: user.data, as: UTF8.self).contains("correct horse"))
      let names = Set((user.json.object ?? [:]).keys)
      #expect(names.isDisjoint(with: ["password", "deleteAfterDate"]))
      let known: Set = [
        "username", "databaseName", "roles", "groupId", "links", "labels", "scopes", "awsIAMType",
        "ldapAuthType", "oidcAuthType", "x509Type",
      ]
      #expect(names.isSubset(of: known), "\(names)")
      let cluster = try await atlas("POST", "\(atlas.project)/clusters", Self.shop)
      let text = String(decoding: cluster.data, as: UTF8.self)
      #expect(!text.contains(#""text""#) && !text.contains("2026-01-31"))
      #expect(cluster.json["createDate"] == "2026-03-03T12:00:00Z")
      #expect(cluster.json["terminationProtectionEnabled"] == false)
      #expect(cluster.json["acceptDataRisksAndForceReplicaSetReconfig"] == nil)
    }
  }

  @Test("shows the secrets of keys and service accounts once")
  func secrets() async throws {
    try await RawAtlas.run { atlas in
      let keys = "/orgs/\(atlas.world.organizationID)/apiKeys"
      let key = try await atlas("POST", keys, #"{"desc":"d","roles":["ORG_READ_ONLY"]}"#).json
      #expect(key["privateKey"]?.string?.count == 36)
      #expect(key["roles"]?.array?.first?["roleName"] == "ORG_READ_ONLY")
      let read = try await atlas("GET", "\(keys)/\(key["id"]?.string ?? "")").json
      #expect(read["publicKey"] == key["publicKey"] && read["privateKey"] == nil)
      let accounts = "/api/atlas/v2/orgs/\(atlas.world.organizationID)/serviceAccounts"
      let account = try await atlas(
        "POST", accounts,
        #"{"name":"a","description":"d","roles":["ORG_MEMBER"],"secretExpiresAfterHours":8}"#
      ).json
      let secret = account["secrets"]?.array?.first?["secret"]?.string
      #expect(secret?.hasPrefix("mdb_sa_sk_") == true)
      let all = try await atlas("GET", accounts)
      #expect(!String(decoding: all.data, as: UTF8.self).contains(secret ?? "?"))
    }
  }

  @Test("is the same for the same seed")
  func seeds() async throws {
    var found: [String: Set<Data>] = [:]
    for (name, seed) in [("a", 7), ("a", 7), ("b", 8)] as [(String, UInt64)] {
      try await RawAtlas.run(seed: seed) { atlas in
        var data = try await atlas("POST", "\(atlas.project)/clusters", Self.shop).json
        if case .object(var members) = data {
          // The port differs.
          members["links"] = nil
          data = .object(members)
        }
        found[name, default: []].insert(try JSONCoding.encode(data))
      }
    }
    #expect(found["a"]?.count == 1)
    #expect(found["a"] != found["b"])
  }

  @Test("has handlers for endpoints of its APIs only")
  func handlers() {
    let names = Set(RawAtlas.catalogs.values.flatMap { $0.endpoints.map(\.name) })
    #expect(Set(SimulatedBehavior.atlas.handlers.keys).subtracting(names) == [])
  }
}
