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
      ListSnapshots.descriptor.name: snapshots.list,
      GetSnapshot.descriptor.name: snapshots.get,
      TakeSnapshot.descriptor.name: snapshots.take,
      ListRestoreJobs.descriptor.name: jobs.list,
      GetRestoreJob.descriptor.name: jobs.get,
      CreateRestoreJob.descriptor.name: jobs.create,
      CancelRestoreJob.descriptor.name: jobs.cancel,
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
      GetSearchIndex.descriptor.name:
        StateBehavior(member: "status", states: ["IN_PROGRESS", "STEADY"]).get,
      GetOnlineArchive.descriptor.name:
        StateBehavior(member: "state", states: ["PENDING", "ACTIVE"]).get,
      GetLiveMigrationValidation.descriptor.name:
        StateBehavior(member: "status", states: ["PENDING", "SUCCESS"]).get,
      GetPrivateEndpointService.descriptor.name:
        StateBehavior(member: "status", states: ["INITIATING", "AVAILABLE"]).get,
      GetNetworkPeer.descriptor.name:
        StateBehavior(member: "statusName", states: ["INITIATING", "PENDING_ACCEPTANCE"]).get,
    ]
  }

  private static var accessLists: [String: Handler] {
    [
      CreateProjectAccessListEntries.descriptor.name: AccessListBehavior.add,
      GetProjectAccessListEntry.descriptor.name: AccessListBehavior.get,
      DeleteProjectAccessListEntry.descriptor.name: AccessListBehavior.remove,
      CreateAPIKeyAccessListEntries.descriptor.name: AccessListBehavior.add,
      GetAPIKeyAccessListEntry.descriptor.name: AccessListBehavior.get,
      DeleteAPIKeyAccessListEntry.descriptor.name: AccessListBehavior.remove,
    ]
  }

  private static var others: [String: Handler] {
    [
      GetProjectByName.descriptor.name: NameBehavior.get,
      GetTeamByName.descriptor.name: NameBehavior.get,
      GetUserByName.descriptor.name: NameBehavior.get,
      AssignProjectAPIKey.descriptor.name: APIKeyBehavior.assign,
      CreatePrivateEndpointService.descriptor.name: PrivateEndpointServiceBehavior.create,
      SetFederatedDatabaseQueryLimit.descriptor.name: QueryLimitBehavior.set,
    ]
  }
}
