import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation
import HTTPTypes
import Testing

@testable import atlas_admin

@Suite("The options --wait and --until")
struct WaitTests {
  private let catalog = AtlasAPI.v2.catalog

  private func plan(
    _ name: String, until state: String? = nil, api: AtlasAPI = .v2
  ) throws -> WaitPlan {
    let endpoint = try #require(api.catalog.endpoint(name))
    return try WaitPlan(for: endpoint, until: state, in: api.catalog)
  }

  @Test(
    "find the resource and the state",
    arguments: [
      ("CreateCluster", nil, .v2, "GetCluster", "idle"),
      ("UpdateCluster", nil, .v2, "GetCluster", "idle"),
      ("GetCluster", nil, .v2, "GetCluster", "idle"),
      ("GetCluster", "IDLE", .v2, "GetCluster", "idle"),
      ("GetCluster", "deleted", .v2, "GetCluster", "deleted"),
      ("GetCluster", "updating", .v2, "GetCluster", "UPDATING"),
      ("DeleteCluster", nil, .v2, "GetCluster", "deleted"),
      ("TakeSnapshot", nil, .v2, "GetSnapshot", "completed"),
      ("TakeSnapshot", nil, .v1, "GetSnapshot", "completed"),
      ("CreateRestoreJob", nil, .v2, "GetRestoreJob", "downloadable or finished"),
      ("CreateRestoreJob", "finished", .v1, "GetRestoreJob", "finished"),
    ] as [(String, String?, AtlasAPI, String, String)])
  func plans(name: String, state: String?, api: AtlasAPI, polled: String, waiter: String) throws {
    let plan = try plan(name, until: state, api: api)
    #expect(plan.endpoint.name == polled)
    #expect(plan.waiter.name == waiter)
  }

  @Test(
    "reject what cannot be waited for",
    arguments: [
      ("ListProjects", nil, "nothing can be waited for after ListProjects"),
      ("ListSnapshots", "idle", "nothing can be waited for after ListSnapshots"),
      ("GetCluster", "idel", "--until must be one of idle, deleted, IDLE, CREATING"),
      ("GetCluster", "idel", "not 'idel'; did you mean 'idle'?"),
      ("TakeSnapshot", "complete", "did you mean 'completed'?"),
    ] as [(String, String?, String)])
  func mistakes(name: String, state: String?, message: String) {
    #expect {
      try plan(name, until: state)
    } throws: { error in
      (error as? CommandFailure)?.message.contains(message) == true
    }
  }

  @Test("identify a created resource by its response")
  func identifiers() throws {
    let endpoint = try #require(catalog.endpoint("TakeSnapshot"))
    var request = RequestBuilder(endpoint.operation)
    request.setPathParameter("groupId", to: "1")
    request.setPathParameter("clusterName", to: "Orders")
    let plan = try plan("TakeSnapshot")
    let poll = try plan.poll(after: request, ["id": "7"])
    #expect(poll.pathValues == ["groupId": "1", "clusterName": "Orders", "snapshotId": "7"])
    #expect(throws: EndpointError.self) { try plan.poll(after: request, ["x": "7"]) }
  }

  @Test("find the state of every creation whose resource has states", arguments: AtlasAPI.allCases)
  func everyCreation(api: AtlasAPI) throws {
    let catalog = api.catalog
    let names = Set(
      catalog.endpoints.compactMap { endpoint in
        (try? WaitPlan(for: endpoint, until: nil, in: catalog))?.endpoint.name
      })
    for endpoint in catalog.endpoints
    where catalog.details(of: endpoint.name).map({ !$0.waiters.isEmpty }) ?? false {
      #expect(names.contains(endpoint.name), "\(endpoint.name)")
    }
  }

  /// Waits for a state that responses in order lead to.
  private func wait(
    _ plan: WaitPlan, timeout: Duration = .seconds(1_000_000),
    responses: [Result<JSON, EndpointError>]
  ) async throws -> (result: JSON?, states: [String]) {
    var rest = responses[...]
    var states: [String] = []
    let poller = StatePoller(
      plan: plan, interval: .zero, timeout: timeout,
      send: { _, _ in try (rest.popFirst() ?? .failure(.cancelled)).get() },
      progress: { state, _ in states.append(state) })
    let result = try await poller.wait(polling: RequestBuilder(plan.endpoint.operation))
    return (result, states)
  }

  private func error(_ status: Int, _ code: String? = nil) -> Result<JSON, EndpointError> {
    .failure(.api(APIError(status: .init(code: status), rawCode: code, endpoint: "GetCluster")))
  }

  @Test("poll until the state, and survive transient failures")
  func polling() async throws {
    let outcome = try await wait(
      plan("GetCluster"),
      responses: [
        .success(["stateName": "CREATING"]), error(503), error(429),
        .failure(.transport(TransportError(.connection, message: "x"))),
        .success(["stateName": "IDLE", "name": "Orders"]),
      ])
    #expect(outcome.result?["name"] == "Orders")
    #expect(outcome.states.first == "CREATING" && outcome.states.last == "IDLE")
    #expect(outcome.states.count == 5)
  }

  @Test("end at the deletion, and show the state before")
  func deletion() async throws {
    let outcome = try await wait(
      plan("DeleteCluster"),
      responses: [.success(["stateName": "DELETING"]), error(404, "CLUSTER_NOT_FOUND")])
    #expect(outcome.result == nil)
    #expect(outcome.states == ["DELETING"])
  }

  @Test("throw errors that do not pass, failures, and timeouts")
  func failures() async throws {
    await #expect {
      try await wait(plan("GetCluster"), responses: [error(403)])
    } throws: { error in
      if case EndpointError.api = error { true } else { false }
    }
    await #expect {
      try await wait(plan("TakeSnapshot"), responses: [.success(["status": "failed"])])
    } throws: { error in
      (error as? EndpointError).map { CommandFailure($0).status == .state } ?? false
    }
    await #expect {
      try await wait(
        plan("GetCluster"), timeout: .zero, responses: [.success(["stateName": "CREATING"])])
    } throws: { error in
      guard let error = error as? EndpointError else { return false }
      let failure = CommandFailure(error)
      return failure.status == .state && failure.message.contains("CREATING")
    }
  }
}
