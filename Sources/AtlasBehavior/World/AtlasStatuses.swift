/// The usual statuses of endpoints, where they are not those of their methods.
enum AtlasStatuses {
  static let usual: [String: Int] = Dictionary(
    uniqueKeysWithValues: names.flatMap { status, names in names.map { ($0, status) } })

  private static let names: [(Int, [String])] = [
    (
      200,
      [
        "AddOrganizationUserRole", "AddProjectTeams", "AddProjectUserRole", "AddTeamUsers",
        "AddUserToTeam", "CreateAPIKeyAccessListEntries",
        "CreateCloudProviderAccessRole", "CreateClusterManagedNamespace",
        "CreateClusterZoneMappings", "CreateExportBucket", "CreateExportJob",
        "CreateFederatedDatabaseInstance", "CreateFlexRestoreJob", "CreateIdentityProvider",
        "CreateLegacyRestoreJob", "CreateNetworkContainer", "CreateNetworkPeer",
        "CreateOnlineArchive", "CreateOrganizationAPIKey", "CreateOrganizationInvitation",
        "CreateOrganizationServiceAccountAccessListEntries", "CreatePrivateEndpoint",
        "CreatePrivateEndpointService", "CreateProject", "CreateProjectAPIKey",
        "CreateProjectInvitation",
        "CreateProjectServiceAccountAccessListEntries", "CreatePushBasedLogExport",
        "CreateRestoreJob", "CreateRoleMapping", "CreateSampleStreamWorkspace", "CreateSearchIndex",
        "CreateServerlessRestoreJob", "CreateStreamConnection", "CreateStreamPrivateLinkConnection",
        "CreateStreamProcessor", "CreateStreamWorkspace", "CreateTeam",
        "CreateThirdPartyIntegration", "DeferMaintenance", "DeleteBackupSchedules",
        "DeleteClusterManagedNamespace", "DeleteClusterZoneMappings", "DeletePushBasedLogExport",
        "DeleteResourcePolicy", "DownloadFlexSnapshot", "EndOutageSimulation",
        "InviteProjectServiceAccount", "MigrateProject", "RemoveOrganizationUserRole",
        "RemoveProjectUserRole", "RemoveUserFromTeam", "ResetProjectModelGroupRateLimits",
        "ResetProjectModelRateLimits", "RestartClusterPrimaries", "SetServerlessAutoIndexing",
        "StartOutageSimulation", "StartStreamProcessor", "StartStreamProcessorWithOptions",
        "StopStreamProcessor", "TakeSnapshot", "ToggleMaintenanceAutoDefer",
        "UpgradeClusterToServerless", "UpgradeFlexCluster", "UpgradeSharedCluster",
        "ValidateClusterConfigurations", "ValidateLiveMigration", "ValidateResourcePolicies",
        "VerifyLDAPConfiguration",
      ]
    ),
    (
      202,
      [
        "UpdateAuditingSettings", "AcceptStreamVPCPeeringConnection", "CreateCostExplorerQuery",
        "CreateCustomDatabaseRole",
        "CreateEncryptionAtRestPrivateEndpoint", "CreateRollingIndex", "DeleteCluster",
        "DeleteLDAPUserMapping", "DeleteNetworkPeer", "DeleteStreamConnection",
        "DeleteStreamPrivateLinkConnection", "DeleteStreamVPCPeeringConnection",
        "DeleteStreamWorkspace", "DisableCustomerX509", "RejectStreamVPCPeeringConnection",
        "StartLiveMigrationCutover", "UpdateUserSecurity",
      ]
    ),
    (
      204,
      [
        "AddProjectAPIKey", "EnableManagedSlowOperationThreshold", "GrantMongoDBEmployeeAccess",
        "PinFeatureCompatibilityVersion", "RevokeMongoDBEmployeeAccess",
        "UnpinFeatureCompatibilityVersion",
      ]
    ),
  ]
}
