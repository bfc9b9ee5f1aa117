@_spi(Generated) import AtlasAdmin
@_spi(Generated) import EndpointRuntime
import EndpointModel
import EndpointSimulator

extension AtlasSimulator {
  /// The handlers of endpoints whose behavior does not follow from their paths and methods.
  static func handlers(for project: SimulatedProject) -> [String: Handler] {
    let snapshots = SnapshotBehavior(project: project)
    let jobs = RestoreJobBehavior(project: project)
    let backups: [String: Handler] = [
      ListSnapshots.name: snapshots.list,
      GetSnapshot.name: snapshots.get,
      TakeSnapshot.name: snapshots.take,
      ListRestoreJobs.name: jobs.list,
      GetRestoreJob.name: jobs.get,
      CreateRestoreJob.name: jobs.create,
      CancelRestoreJob.name: jobs.cancel,
    ]
    return backups.merging(states) { $1 }.merging(accessLists) { $1 }.merging(others) { $1 }
  }

  /// The error codes of missing items, where Atlas has specific ones.
  static var notFoundCodes: [String: String] {
    [
      "{CLUSTER-NAME}": "CLUSTER_NOT_FOUND", "{PEER-ID}": "PEER_NOT_FOUND",
      "{GROUP-ID}": "GROUP_NOT_FOUND", "{ORG-ID}": "ORG_NOT_FOUND", "{TEAM-ID}": "TEAM_NOT_FOUND",
      "{USER-ID}": "USER_NOT_FOUND", "{ALERT-ID}": "ALERT_NOT_FOUND",
      "{ALERT-CONFIG-ID}": "ALERT_CONFIG_NOT_FOUND",
      "{INSTANCE-NAME}": "SERVERLESS_INSTANCE_NOT_FOUND",
      "{CONTAINER-ID}": "CLOUD_PROVIDER_CONTAINER_NOT_FOUND", "{INVOICE-ID}": "INVOICE_NOT_FOUND",
    ]
  }

  private static var states: [String: Handler] {
    [
      GetSearchIndex.name:
        StateBehavior(member: "status", states: ["IN_PROGRESS", "STEADY"]).get,
      GetOnlineArchive.name:
        StateBehavior(member: "state", states: ["PENDING", "ACTIVE"]).get,
      GetLiveMigrationValidation.name:
        StateBehavior(member: "status", states: ["PENDING", "SUCCESS"]).get,
      GetPrivateEndpointService.name:
        StateBehavior(member: "status", states: ["INITIATING", "AVAILABLE"]).get,
      GetNetworkPeer.name:
        StateBehavior(member: "statusName", states: ["INITIATING", "PENDING_ACCEPTANCE"]).get,
      "GetClusterSearchIndex": StateBehavior(member: "status", states: ["PENDING", "READY"]).get,
      "GetEncryptionAtRestPrivateEndpoint":
        StateBehavior(member: "status", states: ["INITIATING", "ACTIVE"]).get,
      "GetExportJob": StateBehavior(member: "state", states: ["Queued", "Successful"]).get,
      "GetFederatedDatabaseInstance":
        StateBehavior(member: "state", states: ["UNVERIFIED", "ACTIVE"]).get,
      "GetFlexCluster": StateBehavior(member: "stateName", states: ["CREATING", "IDLE"]).get,
      "GetFlexRestoreJob": StateBehavior(member: "status", states: ["PENDING", "COMPLETED"]).get,
      "GetPrivateEndpoint":
        StateBehavior(member: "connectionStatus", states: ["NONE", "AVAILABLE"]).get,
      "GetSearchIndexByName": StateBehavior(member: "status", states: ["PENDING", "READY"]).get,
      "GetStreamConnection": StateBehavior(member: "state", states: ["PENDING", "READY"]).get,
    ]
  }

  private static var accessLists: [String: Handler] {
    [
      CreateProjectAccessListEntries.name: AccessListBehavior.add,
      GetProjectAccessListEntry.name: AccessListBehavior.get,
      DeleteProjectAccessListEntry.name: AccessListBehavior.remove,
      CreateAPIKeyAccessListEntries.name: AccessListBehavior.add,
      GetAPIKeyAccessListEntry.name: AccessListBehavior.get,
      DeleteAPIKeyAccessListEntry.name: AccessListBehavior.remove,
    ]
  }

  private static var others: [String: Handler] {
    [
      GetProjectByName.name: NameBehavior.get,
      GetTeamByName.name: NameBehavior.get,
      GetUserByName.name: NameBehavior.get,
      AssignProjectAPIKey.name: APIKeyBehavior.assign,
      CreatePrivateEndpointService.name: PrivateEndpointServiceBehavior.create,
      SetFederatedDatabaseQueryLimit.name: QueryLimitBehavior.set,
      "DeleteSnapshot": { request, store in
        let id = request.id ?? ""
        guard await store.remove(id, from: SnapshotBehavior.collection) else {
          throw SimulatedError(
            status: 404, code: "SNAPSHOT_NOT_FOUND", detail: "No snapshot with ID \(id) exists.")
        }
        return .empty()
      },
      "UpdateOnlineArchive": { request, store in
        let response = try await DefaultBehavior.handler(request, store)
        guard let isPaused = request.body?["paused"]?.bool else { return response }
        await store.update(
          request.id ?? "", in: request.collection,
          with: ["state": isPaused ? "PAUSED" : "ACTIVE"])
        return response
      },
    ]
  }
}
