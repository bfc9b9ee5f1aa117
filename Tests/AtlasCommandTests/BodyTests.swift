import AtlasAdminCatalog
import AtlasAdminV2Catalog
import EndpointHelp
import EndpointModel
import EndpointRuntime
import Foundation
import TestSupport
import Testing

@testable import atlas_admin

@Suite("A body from assignments")
struct BodyTests {
  private let catalog = AtlasAdminV2Catalog.catalog

  private func body(
    _ endpoint: String, _ assignments: [String], file: String? = nil
  ) throws -> JSON {
    let descriptor = try #require(catalog.endpoint(endpoint))
    let data = try #require(
      try BodySource(file: file, assignments: assignments).body(for: descriptor, in: catalog))
    return try JSONDecoder().decode(JSON.self, from: data)
  }

  @Test("has nested properties with the types of the definition")
  func types() throws {
    let region = "replicationSpecs[0].regionConfigs[0]"
    let cluster = try body(
      "CreateCluster",
      [
        "name=12", "clusterType=REPLICASET", "backupEnabled=true", "\(region).providerName=AWS",
        "\(region).priority=7", "\(region).electableSpecs.instanceSize=M10",
        "\(region).electableSpecs.diskSizeGB=10.5", "tags:=[{\"key\": \"a\", \"value\": \"b\"}]",
      ])
    #expect(
      cluster == [
        "name": "12", "clusterType": "REPLICASET", "backupEnabled": true,
        "tags": [["key": "a", "value": "b"]],
        "replicationSpecs": [
          [
            "regionConfigs": [
              [
                "providerName": "AWS", "priority": 7,
                "electableSpecs": ["instanceSize": "M10", "diskSizeGB": 10.5],
              ]
            ]
          ]
        ],
      ])
  }

  @Test("accepts other spellings of names, and leaves out the index of the first element")
  func spellings() throws {
    #expect(
      try body("CreateProjectAccessListEntries", ["ip-address=203.0.113.7", "comment=Office"])
        == [["ipAddress": "203.0.113.7", "comment": "Office"]])
    #expect(
      try body(
        "CreateProjectAccessListEntries", ["[0].cidrBlock=10.0.0.0/8", "[1].ipAddress=1.2.3.4"])
        == [["cidrBlock": "10.0.0.0/8"], ["ipAddress": "1.2.3.4"]])
  }

  @Test("adds values to a list")
  func lists() throws {
    #expect(
      try body(
        "CreateOrganizationAPIKey",
        ["desc=Backup", "roles=ORG_MEMBER", "roles=ORG_READ_ONLY"])
        == ["desc": "Backup", "roles": ["ORG_MEMBER", "ORG_READ_ONLY"]])
  }

  @Test("changes a file")
  func file() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write(
      #"{"name": "Orders", "replicationSpecs": [{"regionConfigs": [{"priority": 7}]}], "x": 1.50}"#,
      to: "cluster.json")
    let cluster = try body(
      "CreateCluster",
      ["name=Shop", "replicationSpecs.regionConfigs.priority=6", "paused:=null"], file: file.path)
    #expect(
      cluster == [
        "name": "Shop", "replicationSpecs": [["regionConfigs": [["priority": 6]]]], "x": 1.5,
        "paused": .null,
      ])
  }

  @Test(
    "rejects mistakes with the name of the property",
    arguments: [
      ("name", "--set 'name': write NAME=VALUE"), ("=x", "--set '=x': write NAME=VALUE"),
      ("nme=x", "--set nme: ClusterRequest has no property 'nme'; did you mean 'name'?"),
      ("zzz=x", "'atlas-admin explain ClusterRequest' lists its properties"),
      ("clusterType=REPLICSET", "not 'REPLICSET'; did you mean 'REPLICASET'?"),
      ("backupEnabled=yes", "--set backupEnabled must be true or false, not 'yes'"),
      ("replicationSpecs.regionConfigs.priority=8", "is greater than the maximum 7"),
      ("replicationSpecs=x", "an object; set its properties, or use := with JSON"),
      ("replicationSpecs[1].zoneName=x", "the list has 0 elements; the next index is [0]"),
      ("name.x=y", "--set name.x: a String has no properties"),
      ("name[0]=y", "a String has no properties"),
      ("tags:=[1,", "--set tags:= needs JSON: line 1, column 4: expected a value"),
      ("name..x=1", "'name..x' is not a path: column 6: expected a name"),
      ("name=-", "'-' does not match the pattern"),
      ("replicationSpecs.regionConfigs.electableSpecs.nodeCount=many", "must be of type Int"),
    ])
  func mistakes(assignment: String, message: String) {
    #expect {
      try body("CreateCluster", [assignment])
    } throws: { error in
      (error as? CommandFailure)?.message.contains(message) == true
    }
  }

  @Test("names missing properties, except of updates")
  func missing() throws {
    #expect {
      try body("CreateCluster", ["name=Orders"])
    } throws: { error in
      (error as? CommandFailure)?.message.hasPrefix(
        "the body of CreateCluster needs clusterType, replicationSpecs; set each with --set, or")
        == true
    }
    #expect(try body("UpdateCluster", ["backupEnabled=false"]) == ["backupEnabled": false])
  }

  @Test("can set every settable property of every body", arguments: AtlasAPI.allCases)
  func everyProperty(api: AtlasAPI) throws {
    let catalog = api.catalog
    for endpoint in catalog.endpoints {
      guard let type = endpoint.body?.jsonType,
        case .named(let name) = catalog.types.underlying(catalog.types.underlying(type).element)
      else { continue }
      let builder = BodyBuilder(types: catalog.types, type: type)
      for field in FieldLookup(types: catalog.types).fields(of: name) where field.access != .read {
        let assignment = try BodyAssignment("\(field.name):=1")
        let document = try builder.document(nil, setting: [assignment])
        #expect((document.array?.first ?? document)[field.name] == 1, "\(endpoint.name)")
      }
    }
  }
}
