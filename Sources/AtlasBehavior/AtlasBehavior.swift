@_exported public import EndpointSimulator

extension SimulatedBehavior {
  /// The behavior of Atlas beyond what follows from the definitions of its APIs, for all their versions.
  public static var atlas: SimulatedBehavior {
    SimulatedBehavior(
      handlers: handlers, missing: AtlasErrors.missing, duplicates: AtlasErrors.duplicates,
      defaults: AtlasDefaults.all, statuses: AtlasStatuses.usual,
      computedFields: computedFields, detailedAPIs: ["AtlasAdminV2"],
      openEnums: ["DatabaseUserRoleName"],
      prepare: { request, store throws(SimulatedError) in
        try await FlexBehavior.check(request, store)
        await ProcessBehavior.prepare(request, store)
      })
  }

  private static var handlers: [String: Handler] {
    let handlers = [
      ProjectBehavior.handlers, ClusterBehavior.handlers, ProcessBehavior.handlers,
      SnapshotBehavior.handlers, RestoreJobBehavior.handlers, AccessListBehavior.handlers,
      APIKeyBehavior.handlers, ServiceAccountBehavior.handlers, NameBehavior.handlers,
      PrivateEndpointServiceBehavior.handlers, LimitBehavior.handlers,
      CertificateBehavior.handlers, StreamProcessorBehavior.handlers,
      OnlineArchiveBehavior.handlers, CloudProviderAccessBehavior.handlers,
      UserBehavior.handlers, SystemStatusBehavior.handlers,
      EventBehavior.handlers,
    ].reduce(into: [:]) { all, handlers in all.merge(handlers) { $1 } }
    return EventBehavior.recording(handlers)
  }

  private static var computedFields: [String: ComputedFields] {
    [
      "/orgs/{}/invites/{}": UserBehavior.invitationFields,
      "/orgs/{}/apiKeys/{}/accessList/{}": AccessListBehavior.computedFields,
      "/groups/{}": ProjectBehavior.computedFields,
      "/groups/{}/accessList/{}": AccessListBehavior.computedFields,
      "/groups/{}/processes/{}": ProcessBehavior.computedFields,
      "/groups/{}/clusters/{}/search/deployment": ClusterBehavior.searchFields,
      "/groups/{}/clusters/{}": ClusterBehavior.computedFields,
      "/groups/{}/flexClusters/{}": ClusterBehavior.flexComputedFields,
      "/groups/{}/clusters/{}/backup/schedule": ScheduleBehavior.computedFields,
      "/groups/{}/clusters/{}/backup/snapshots/{}": SnapshotBehavior.computedFields,
      "/groups/{}/clusters/{}/backup/restoreJobs/{}": RestoreJobBehavior.computedFields,
    ]
  }
}
