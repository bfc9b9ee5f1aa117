import AtlasBehavior
import EndpointModel
import EndpointRuntime
import Foundation
import Testing

@Suite("A resource with states")
struct StateTests {
  /// An endpoint with a waiter, and a path of a resource.
  private struct Case {
    var base: String
    var endpoint: EndpointDescriptor
    var waiter: WaiterDescriptor
    var path: String
    var deletes: Bool

    func isReached(_ conditions: [WaiterDescriptor.Condition], by response: JSON) -> Bool {
      conditions.contains { condition in
        if condition.path.isEmpty { return response.object?["errorCode"] == nil }
        // In Swift the field `statusName` of some variants is `status`.
        let others = [condition.path.dropLast() + [(condition.path.last ?? "") + "Name"]]
        return ([condition.path[...]] + others).contains { path in
          var value: JSON? = response
          for name in path { value = value?[name] }
          guard let value, value != .null, value != [] else { return false }
          let text = value.string ?? value.bool.map { "\($0)" } ?? ""
          return condition.values.isEmpty || condition.values.contains(text)
        }
      }
    }
  }

  private func cases(of atlas: RawAtlas) -> [Case] {
    RawAtlas.catalogs.sorted { $0.key < $1.key }.flatMap { base, catalog in
      let deleted = Set(
        catalog.endpoints.filter { $0.method == "DELETE" }.map { $0.path.description })
      return catalog.endpoints.filter { $0.method == "GET" }.flatMap { endpoint in
        (catalog.details(of: endpoint.name)?.waiters ?? []).map { waiter in
          Case(
            base: base, endpoint: endpoint, waiter: waiter, path: path(of: endpoint, atlas),
            deletes: deleted.contains(endpoint.path.description))
        }
      }
    }
  }

  private func path(of endpoint: EndpointDescriptor, _ atlas: RawAtlas) -> String {
    endpoint.path.segments.map { parts in
      "/"
        + parts.map { part -> String in
          switch part {
          case .text(let text): return text
          case .placeholder(let name):
            let plain = name.lowercased().filter(\.isLetter)
            if plain == "groupid" { return atlas.world.groupID.rawValue }
            if plain == "clustername", !endpoint.path.description.contains("/serverless/") {
              return atlas.world.clusterName
            }
            if plain == "cloudprovider" { return "AWS" }
            if plain == "token" { return String(repeating: "a", count: 64) }
            return plain.hasSuffix("id") ? "5e2f0a1b9c8d7e6f5a4b7777" : "sample"
          }
        }.joined()
    }.joined()
  }

  /// Lets a resource begin in a new world that has the items that its path names.
  private func begin(_ sample: Case, _ atlas: RawAtlas) async {
    let store = atlas.simulator.store
    await store.reset()
    await atlas.world.insert(into: store)
    let segments = sample.path.split(separator: "/").map(String.init)
    for index in segments.indices.dropLast() {
      let value = segments[index]
      guard value == "sample" || value == "5e2f0a1b9c8d7e6f5a4b7777" else { continue }
      let collection = "/" + segments[..<index].joined(separator: "/")
      await store.insert(["id": .string(value), "name": .string(value)], into: collection)
    }
    // The state of a cluster's changes and of an entry of an access list follow from those.
    guard !["applied", "unconfigured"].contains(sample.waiter.name), segments.last != "status"
    else { return }
    await atlas.simulator.begin(
      sample.path.replacing("/shardedCluster", with: ""), with: ["deliveryType": "download"])
  }

  /// Sends the requests that the state of a waiter needs.
  private func request(_ sample: Case, _ atlas: RawAtlas) async throws {
    let path = sample.base + sample.path
    switch sample.waiter.name {
    case "started": _ = try await atlas("POST", path + ":start")
    case "stopped": _ = try await atlas("POST", path + ":stop")
    case "applied": _ = try await atlas("PATCH", atlas.cluster, #"{"diskSizeGB":40}"#)
    case "paused":
      atlas.wait(minutes: 60)
      _ = try await atlas("PATCH", path, #"{"paused":true}"#)
    default:
      guard sample.waiter.successStatuses.contains(404) else { return }
      // API v2 cannot delete serverless instances any more.
      let base = sample.deletes ? sample.base : "/api/atlas/v1.0"
      #expect(try await atlas("DELETE", base + sample.path).status < 300, "\(sample.path)")
    }
  }

  @Test("reaches the state of every waiter of both APIs")
  func success() async throws {
    try await RawAtlas.run { atlas in
      let cases = cases(of: atlas)
      #expect(cases.count > 120)
      for sample in cases {
        let (waiter, name) = (sample.waiter, "\(sample.base) \(sample.endpoint.name)")
        await begin(sample, atlas)
        try await request(sample, atlas)
        var polls = 0
        var last: JSON = [:]
        while polls < 20 {
          let response = try await atlas("GET", sample.base + sample.path)
          last = response.json
          let isGone =
            waiter.successStatuses.contains(response.status)
            && (waiter.successCodes.isEmpty || waiter.successCodes.contains(response.code ?? ""))
          if isGone || sample.isReached(waiter.success, by: response.json) { break }
          atlas.simulator.clock.advance(by: .seconds(waiter.interval))
          polls += 1
        }
        let isAtOnce =
          ["started", "stopped", "paused", "unconfigured"].contains(waiter.name)
          || waiter.success.contains { $0.path.isEmpty } || waiter.successStatuses.contains(200)
        #expect(isAtOnce ? polls == 0 : 1..<20 ~= polls, "\(name) until \(waiter.name): \(last)")
      }
    }
  }

  @Test("fails on request")
  func failure() async throws {
    try await RawAtlas.run { atlas in
      for sample in cases(of: atlas) where !sample.waiter.failure.isEmpty {
        await begin(sample, atlas)
        let path = sample.path.replacing("/shardedCluster", with: "")
        #expect(await atlas.simulator.fail(path), "\(path)")
        atlas.wait(minutes: 60)
        let response = try await atlas("GET", sample.base + sample.path)
        let others =
          RawAtlas.catalogs[sample.base]?.details(of: sample.endpoint.name)?.waiters ?? []
        #expect(
          others.contains { sample.isReached($0.failure, by: response.json) },
          "\(sample.endpoint.name): \(response.json)")
      }
      #expect(await !atlas.simulator.fail("/groups/none"))
    }
  }

  @Test("is created, changed, and deleted in time")
  func cluster() async throws {
    try await RawAtlas.run { atlas in
      let changed = try await atlas("PATCH", atlas.cluster, #"{"diskSizeGB":40}"#)
      #expect(changed.json["stateName"] == "UPDATING" && changed.json["diskSizeGB"] == 40)
      let status = try await atlas("GET", "\(atlas.cluster)/status")
      #expect(status.json["changeStatus"] == "PENDING")
      atlas.wait(minutes: 60)
      #expect(try await atlas("GET", atlas.cluster).json["stateName"] == "IDLE")
      #expect(try await atlas("DELETE", atlas.cluster).status == 202)
      #expect(try await atlas("GET", atlas.cluster).json["stateName"] == "DELETING")
      #expect(try await atlas("DELETE", atlas.cluster).code == "CLUSTER_ALREADY_REQUESTED_DELETION")
      atlas.wait(minutes: 60)
      #expect(try await atlas("GET", atlas.cluster).code == "CLUSTER_NOT_FOUND")
      #expect(
        try await atlas("GET", "\(atlas.cluster)/backup/snapshots").code == "CLUSTER_NOT_FOUND")
    }
  }

  @Test("need not be an item of a collection")
  func documents() async throws {
    try await RawAtlas.run { atlas in
      let outage = "\(atlas.cluster)/outageSimulation"
      #expect(try await atlas("GET", outage).status == 404)
      let body =
        #"{"outageFilters":[{"cloudProvider":"AWS","regionName":"EU_WEST_1","type":"REGION"}]}"#
      let started = try await atlas("POST", outage, body)
      #expect(started.json["state"] == "START_REQUESTED")
      atlas.wait(minutes: 60)
      #expect(try await atlas("GET", outage).json["state"] == "SIMULATING")
      _ = try await atlas("DELETE", outage)
      atlas.wait(minutes: 60)
      #expect(try await atlas("GET", outage).status == 404)
    }
  }

  @Test("does not change while the clock stands still, and runs at its speed")
  func clocks() async throws {
    let clock = SimulatedClock.manual()
    let begin = clock.date
    #expect(clock.date == begin)
    try await clock.sleep(for: .seconds(90))
    #expect(clock.date.timeIntervalSince(begin) == 90)
    clock.advance(by: .seconds(-5))
    #expect(clock.date.timeIntervalSince(begin) == 90)
    let fast = SimulatedClock(speed: 1_000_000, startingAt: begin)
    try await fast.sleep(for: .seconds(1000))
    #expect(fast.date.timeIntervalSince(begin) >= 1000)
  }
}
