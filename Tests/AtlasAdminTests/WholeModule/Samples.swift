// Recorded from the definitions: run `RECORD_SAMPLES=1 swift test --filter WholeModuleTests`.
import AtlasAdmin

struct Samples: SampleProvider {
  // Deprecated, as some of the endpoints are: it is called through its protocol.
  @available(*, deprecated)
  func request(
    _ name: String, _ arguments: SampleArguments
  ) throws -> (any Endpoint<AtlasAdminAPI>)? {
    switch name {
    case "GetClusterAccessHistory":
      return try GetClusterAccessHistory(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        start: arguments.value("start"),
        end: arguments.value("end"),
        nLogs: arguments.value("nLogs"),
        ipAddress: arguments.value("ipAddress"),
        authResult: arguments.value("authResult"),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "GetProcessAccessHistory":
      return try GetProcessAccessHistory(
        groupID: arguments.value("GROUP-ID"),
        hostname: arguments.value("HOSTNAME"),
        start: arguments.value("start"),
        end: arguments.value("end"),
        nLogs: arguments.value("nLogs"),
        ipAddress: arguments.value("ipAddress"),
        authResult: arguments.value("authResult"),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "ListAdvancedClusters":
      return try ListAdvancedClusters(
        groupID: arguments.value("GROUP-ID"),
        includeDeletedWithRetainedBackups: arguments.value("includeDeletedWithRetainedBackups"))
    case "GetAdvancedCluster":
      return try GetAdvancedCluster(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "CreateAdvancedCluster":
      return try CreateAdvancedCluster(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "UpdateAdvancedCluster":
      return try UpdateAdvancedCluster(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "DeleteAdvancedCluster":
      return try DeleteAdvancedCluster(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        retainBackups: arguments.value("retainBackups"))
    case "RestartAdvancedClusterPrimaries":
      return try RestartAdvancedClusterPrimaries(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "ListAlertMatcherFieldNames":
      return ListAlertMatcherFieldNames()
    case "ListAlertConfigurations":
      return try ListAlertConfigurations(
        groupID: arguments.value("GROUP-ID"))
    case "GetAlertConfiguration":
      return try GetAlertConfiguration(
        groupID: arguments.value("GROUP-ID"),
        alertConfigID: arguments.value("ALERT-CONFIG-ID"))
    case "CreateAlertConfiguration":
      return try CreateAlertConfiguration(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "ReplaceAlertConfiguration":
      return try ReplaceAlertConfiguration(
        groupID: arguments.value("GROUP-ID"),
        alertConfigID: arguments.value("ALERT-CONFIG-ID"),
        body: arguments.body())
    case "ToggleAlertConfiguration":
      return try ToggleAlertConfiguration(
        groupID: arguments.value("GROUP-ID"),
        alertConfigID: arguments.value("ALERT-CONFIG-ID"),
        body: arguments.body())
    case "DeleteAlertConfiguration":
      return try DeleteAlertConfiguration(
        groupID: arguments.value("GROUP-ID"),
        alertConfigID: arguments.value("ALERT-CONFIG-ID"))
    case "ListAlerts":
      return try ListAlerts(
        groupID: arguments.value("GROUP-ID"),
        status: arguments.value("status"))
    case "ListAlertConfigurationAlerts":
      return try ListAlertConfigurationAlerts(
        groupID: arguments.value("GROUP-ID"),
        alertConfigID: arguments.value("ALERT-CONFIG-ID"))
    case "GetAlert":
      return try GetAlert(
        groupID: arguments.value("GROUP-ID"),
        alertID: arguments.value("ALERT-ID"))
    case "AcknowledgeAlert":
      return try AcknowledgeAlert(
        groupID: arguments.value("GROUP-ID"),
        alertID: arguments.value("ALERT-ID"),
        body: arguments.body())
    case "ListProjectAPIKeys":
      return try ListProjectAPIKeys(
        groupID: arguments.value("GROUP-ID"))
    case "CreateProjectAPIKey":
      return try CreateProjectAPIKey(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "AssignProjectAPIKey":
      return try AssignProjectAPIKey(
        groupID: arguments.value("GROUP-ID"),
        apiKeyID: arguments.value("API-KEY-ID"),
        body: arguments.body())
    case "UnassignProjectAPIKey":
      return try UnassignProjectAPIKey(
        groupID: arguments.value("GROUP-ID"),
        apiKeyID: arguments.value("API-KEY-ID"))
    case "ListOrganizationAPIKeys":
      return try ListOrganizationAPIKeys(
        orgID: arguments.value("ORG-ID"))
    case "CreateOrganizationAPIKey":
      return try CreateOrganizationAPIKey(
        orgID: arguments.value("ORG-ID"),
        body: arguments.body())
    case "GetOrganizationAPIKey":
      return try GetOrganizationAPIKey(
        orgID: arguments.value("ORG-ID"),
        apiKeyID: arguments.value("API-KEY-ID"))
    case "UpdateOrganizationAPIKey":
      return try UpdateOrganizationAPIKey(
        orgID: arguments.value("ORG-ID"),
        apiKeyID: arguments.value("API-KEY-ID"),
        body: arguments.body())
    case "DeleteOrganizationAPIKey":
      return try DeleteOrganizationAPIKey(
        orgID: arguments.value("ORG-ID"),
        apiKeyID: arguments.value("API-KEY-ID"))
    case "ListAPIKeyAccessListEntries":
      return try ListAPIKeyAccessListEntries(
        orgID: arguments.value("ORG-ID"),
        apiKeyID: arguments.value("API-KEY-ID"))
    case "CreateAPIKeyAccessListEntries":
      return try CreateAPIKeyAccessListEntries(
        orgID: arguments.value("ORG-ID"),
        apiKeyID: arguments.value("API-KEY-ID"),
        body: arguments.body(),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "GetAPIKeyAccessListEntry":
      return try GetAPIKeyAccessListEntry(
        orgID: arguments.value("ORG-ID"),
        apiKeyID: arguments.value("API-KEY-ID"),
        accessListEntry: arguments.value("ACCESS-LIST-ENTRY"))
    case "DeleteAPIKeyAccessListEntry":
      return try DeleteAPIKeyAccessListEntry(
        orgID: arguments.value("ORG-ID"),
        apiKeyID: arguments.value("API-KEY-ID"),
        accessListEntry: arguments.value("ACCESS-LIST-ENTRY"))
    case "GetAuditingSettings":
      return try GetAuditingSettings(
        groupID: arguments.value("GROUP-ID"))
    case "UpdateAuditingSettings":
      return try UpdateAuditingSettings(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "GetAWSCustomDNS":
      return try GetAWSCustomDNS(
        groupID: arguments.value("GROUP-ID"))
    case "UpdateAWSCustomDNS":
      return try UpdateAWSCustomDNS(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "GetBackupCompliancePolicy":
      return try GetBackupCompliancePolicy(
        groupID: arguments.value("GROUP-ID"))
    case "ReplaceBackupCompliancePolicy":
      return try ReplaceBackupCompliancePolicy(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "ListExportBuckets":
      return try ListExportBuckets(
        groupID: arguments.value("GROUP-ID"))
    case "GetExportBucket":
      return try GetExportBucket(
        groupID: arguments.value("GROUP-ID"),
        bucketID: arguments.value("BUCKET-ID"))
    case "CreateExportBucket":
      return try CreateExportBucket(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "DeleteExportBucket":
      return try DeleteExportBucket(
        groupID: arguments.value("GROUP-ID"),
        bucketID: arguments.value("BUCKET-ID"))
    case "ListExportJobs":
      return try ListExportJobs(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "GetExportJob":
      return try GetExportJob(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        exportJobID: arguments.value("EXPORT-JOB-ID"))
    case "CreateExportJob":
      return try CreateExportJob(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body(),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "ListRestoreJobs":
      return try ListRestoreJobs(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "GetRestoreJob":
      return try GetRestoreJob(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        jobID: arguments.value("JOB-ID"))
    case "CreateRestoreJob":
      return try CreateRestoreJob(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "CancelRestoreJob":
      return try CancelRestoreJob(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        jobID: arguments.value("JOB-ID"))
    case "GetBackupSchedule":
      return try GetBackupSchedule(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "UpdateBackupSchedule":
      return try UpdateBackupSchedule(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "DeleteBackupSchedules":
      return try DeleteBackupSchedules(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "ListSnapshots":
      return try ListSnapshots(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "GetSnapshot":
      return try GetSnapshot(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        snapshotID: arguments.value("SNAPSHOT-ID"))
    case "TakeSnapshot":
      return try TakeSnapshot(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "DeleteSnapshot":
      return try DeleteSnapshot(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        snapshotID: arguments.value("SNAPSHOT-ID"))
    case "ListCloudProviderAccessRoles":
      return try ListCloudProviderAccessRoles(
        groupID: arguments.value("GROUP-ID"))
    case "GetCloudProviderAccessRole":
      return try GetCloudProviderAccessRole(
        groupID: arguments.value("GROUP-ID"),
        roleID: arguments.value("ROLE-ID"))
    case "CreateCloudProviderAccessRole":
      return try CreateCloudProviderAccessRole(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "AuthorizeCloudProviderAccessRole":
      return try AuthorizeCloudProviderAccessRole(
        groupID: arguments.value("GROUP-ID"),
        roleID: arguments.value("ROLE-ID"),
        body: arguments.body())
    case "DeauthorizeCloudProviderAccessRole":
      return try DeauthorizeCloudProviderAccessRole(
        groupID: arguments.value("GROUP-ID"),
        cloudProvider: arguments.value("CLOUD-PROVIDER"),
        roleID: arguments.value("ROLE-ID"))
    case "ListAllClusters":
      return ListAllClusters()
    case "ListClusters":
      return try ListClusters(
        groupID: arguments.value("GROUP-ID"),
        includeDeletedWithRetainedBackups: arguments.value("includeDeletedWithRetainedBackups"))
    case "GetCluster":
      return try GetCluster(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "CreateCluster":
      return try CreateCluster(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "UpdateCluster":
      return try UpdateCluster(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "DeleteCluster":
      return try DeleteCluster(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        retainBackups: arguments.value("retainBackups"))
    case "UpgradeSharedCluster":
      return try UpgradeSharedCluster(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "ListCloudProviderRegions":
      return try ListCloudProviderRegions(
        groupID: arguments.value("GROUP-ID"),
        providers: arguments.value("providers"),
        tier: arguments.value("tier"))
    case "CreateRollingIndex":
      return try CreateRollingIndex(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "GetClusterProcessArguments":
      return try GetClusterProcessArguments(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "UpdateClusterProcessArguments":
      return try UpdateClusterProcessArguments(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "RestartClusterPrimaries":
      return try RestartClusterPrimaries(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "GetClusterStatus":
      return try GetClusterStatus(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "ListCustomDatabaseRoles":
      return try ListCustomDatabaseRoles(
        groupID: arguments.value("GROUP-ID"))
    case "GetCustomDatabaseRole":
      return try GetCustomDatabaseRole(
        groupID: arguments.value("GROUP-ID"),
        roleName: arguments.value("ROLE-NAME"))
    case "CreateCustomDatabaseRole":
      return try CreateCustomDatabaseRole(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "UpdateCustomDatabaseRole":
      return try UpdateCustomDatabaseRole(
        groupID: arguments.value("GROUP-ID"),
        roleName: arguments.value("ROLE-NAME"),
        body: arguments.body())
    case "DeleteCustomDatabaseRole":
      return try DeleteCustomDatabaseRole(
        groupID: arguments.value("GROUP-ID"),
        roleName: arguments.value("ROLE-NAME"))
    case "ListDataFederationPrivateEndpoints":
      return try ListDataFederationPrivateEndpoints(
        groupID: arguments.value("GROUP-ID"))
    case "GetDataFederationPrivateEndpoint":
      return try GetDataFederationPrivateEndpoint(
        groupID: arguments.value("GROUP-ID"),
        endpointID: arguments.value("ENDPOINT-ID"))
    case "CreateDataFederationPrivateEndpoint":
      return try CreateDataFederationPrivateEndpoint(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "DeleteDataFederationPrivateEndpoint":
      return try DeleteDataFederationPrivateEndpoint(
        groupID: arguments.value("GROUP-ID"),
        endpointID: arguments.value("ENDPOINT-ID"))
    case "ListFederatedDatabaseInstances":
      return try ListFederatedDatabaseInstances(
        groupID: arguments.value("GROUP-ID"),
        type: arguments.value("type"))
    case "GetFederatedDatabaseInstance":
      return try GetFederatedDatabaseInstance(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"))
    case "CreateFederatedDatabaseInstance":
      return try CreateFederatedDatabaseInstance(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body(),
        skipRoleValidation: arguments.value("skipRoleValidation"))
    case "UpdateFederatedDatabaseInstance":
      return try UpdateFederatedDatabaseInstance(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"),
        body: arguments.body(),
        skipRoleValidation: arguments.value("skipRoleValidation"))
    case "DeleteFederatedDatabaseInstance":
      return try DeleteFederatedDatabaseInstance(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"))
    case "DownloadFederatedDatabaseQueryLogs":
      return try DownloadFederatedDatabaseQueryLogs(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"),
        startDate: arguments.value("startDate"),
        endDate: arguments.value("endDate"))
    case "ListFederatedDatabaseQueryLimits":
      return try ListFederatedDatabaseQueryLimits(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"))
    case "GetFederatedDatabaseQueryLimit":
      return try GetFederatedDatabaseQueryLimit(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"),
        limitName: arguments.value("LIMIT-NAME"))
    case "SetFederatedDatabaseQueryLimit":
      return try SetFederatedDatabaseQueryLimit(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"),
        limitName: arguments.value("LIMIT-NAME"),
        body: arguments.body())
    case "DeleteFederatedDatabaseQueryLimit":
      return try DeleteFederatedDatabaseQueryLimit(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"),
        limitName: arguments.value("LIMIT-NAME"))
    case "ListDataLakePipelines":
      return try ListDataLakePipelines(
        groupID: arguments.value("GROUP-ID"))
    case "GetDataLakePipeline":
      return try GetDataLakePipeline(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"))
    case "CreateDataLakePipeline":
      return try CreateDataLakePipeline(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "UpdateDataLakePipeline":
      return try UpdateDataLakePipeline(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"),
        body: arguments.body())
    case "DeleteDataLakePipeline":
      return try DeleteDataLakePipeline(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"))
    case "ListDataLakePipelineSchedules":
      return try ListDataLakePipelineSchedules(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"))
    case "ListDataLakePipelineSnapshots":
      return try ListDataLakePipelineSnapshots(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"),
        completedAfter: arguments.value("completedAfter"))
    case "ListDataLakePipelineRuns":
      return try ListDataLakePipelineRuns(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"),
        createdBefore: arguments.value("createdBefore"))
    case "GetDataLakePipelineRun":
      return try GetDataLakePipelineRun(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"),
        runID: arguments.value("RUN-ID"))
    case "ListDataLakes":
      return try ListDataLakes(
        groupID: arguments.value("GROUP-ID"))
    case "GetDataLake":
      return try GetDataLake(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"))
    case "CreateDataLake":
      return try CreateDataLake(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "UpdateDataLake":
      return try UpdateDataLake(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"),
        body: arguments.body())
    case "DeleteDataLake":
      return try DeleteDataLake(
        groupID: arguments.value("GROUP-ID"),
        name: arguments.value("NAME"))
    case "ListDatabaseUsers":
      return try ListDatabaseUsers(
        groupID: arguments.value("GROUP-ID"))
    case "GetDatabaseUser":
      return try GetDatabaseUser(
        groupID: arguments.value("GROUP-ID"),
        databaseName: arguments.value("DATABASE-NAME"),
        username: arguments.value("USERNAME"))
    case "CreateDatabaseUser":
      return try CreateDatabaseUser(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "UpdateDatabaseUser":
      return try UpdateDatabaseUser(
        groupID: arguments.value("GROUP-ID"),
        databaseName: arguments.value("DATABASE-NAME"),
        username: arguments.value("USERNAME"),
        body: arguments.body())
    case "DeleteDatabaseUser":
      return try DeleteDatabaseUser(
        groupID: arguments.value("GROUP-ID"),
        databaseName: arguments.value("DATABASE-NAME"),
        username: arguments.value("USERNAME"))
    case "GetEncryptionAtRest":
      return try GetEncryptionAtRest(
        groupID: arguments.value("GROUP-ID"))
    case "UpdateEncryptionAtRest":
      return try UpdateEncryptionAtRest(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "ListProjectEvents":
      return try ListProjectEvents(
        groupID: arguments.value("GROUP-ID"),
        clusterNames: arguments.value("clusterNames"),
        eventType: arguments.value("eventType"),
        minDate: arguments.value("minDate"),
        maxDate: arguments.value("maxDate"),
        includeRaw: arguments.value("includeRaw"))
    case "GetProjectEvent":
      return try GetProjectEvent(
        groupID: arguments.value("GROUP-ID"),
        eventID: arguments.value("EVENT-ID"),
        includeRaw: arguments.value("includeRaw"))
    case "ListOrganizationEvents":
      return try ListOrganizationEvents(
        orgID: arguments.value("ORG-ID"),
        clusterNames: arguments.value("clusterNames"),
        eventType: arguments.value("eventType"),
        minDate: arguments.value("minDate"),
        maxDate: arguments.value("maxDate"),
        includeRaw: arguments.value("includeRaw"))
    case "GetOrganizationEvent":
      return try GetOrganizationEvent(
        orgID: arguments.value("ORG-ID"),
        eventID: arguments.value("EVENT-ID"),
        includeRaw: arguments.value("includeRaw"))
    case "GetFederationSettings":
      return try GetFederationSettings(
        orgID: arguments.value("ORG-ID"))
    case "DeleteFederationSettings":
      return try DeleteFederationSettings(
        federationSettingsID: arguments.value("FEDERATION-SETTINGS-ID"))
    case "ListConnectedOrganizations":
      return try ListConnectedOrganizations(
        federationSettingsID: arguments.value("FEDERATION-SETTINGS-ID"))
    case "GetConnectedOrganization":
      return try GetConnectedOrganization(
        federationSettingsID: arguments.value("FEDERATION-SETTINGS-ID"),
        orgID: arguments.value("ORG-ID"))
    case "UpdateConnectedOrganization":
      return try UpdateConnectedOrganization(
        federationSettingsID: arguments.value("FEDERATION-SETTINGS-ID"),
        orgID: arguments.value("ORG-ID"),
        body: arguments.body())
    case "RemoveConnectedOrganization":
      return try RemoveConnectedOrganization(
        federationSettingsID: arguments.value("FEDERATION-SETTINGS-ID"),
        orgID: arguments.value("ORG-ID"))
    case "ListRoleMappings":
      return try ListRoleMappings(
        federationSettingsID: arguments.value("FEDERATION-SETTINGS-ID"),
        orgID: arguments.value("ORG-ID"))
    case "GetRoleMapping":
      return try GetRoleMapping(
        federationSettingsID: arguments.value("FEDERATION-SETTINGS-ID"),
        orgID: arguments.value("ORG-ID"),
        roleMappingID: arguments.value("ROLE-MAPPING-ID"))
    case "CreateRoleMapping":
      return try CreateRoleMapping(
        federationSettingsID: arguments.value("FEDERATION-SETTINGS-ID"),
        orgID: arguments.value("ORG-ID"),
        body: arguments.body())
    case "ReplaceRoleMapping":
      return try ReplaceRoleMapping(
        federationSettingsID: arguments.value("FEDERATION-SETTINGS-ID"),
        orgID: arguments.value("ORG-ID"),
        roleMappingID: arguments.value("ROLE-MAPPING-ID"),
        body: arguments.body())
    case "DeleteRoleMapping":
      return try DeleteRoleMapping(
        federationSettingsID: arguments.value("FEDERATION-SETTINGS-ID"),
        orgID: arguments.value("ORG-ID"),
        roleMappingID: arguments.value("ROLE-MAPPING-ID"))
    case "ListIdentityProviders":
      return try ListIdentityProviders(
        federationSettingsID: arguments.value("FEDERATION-SETTINGS-ID"))
    case "GetIdentityProvider":
      return try GetIdentityProvider(
        federationSettingsID: arguments.value("FEDERATION-SETTINGS-ID"),
        idpID: arguments.value("IDP-ID"))
    case "UpdateIdentityProvider":
      return try UpdateIdentityProvider(
        federationSettingsID: arguments.value("FEDERATION-SETTINGS-ID"),
        idpID: arguments.value("IDP-ID"),
        body: arguments.body())
    case "GetIdentityProviderMetadata":
      return try GetIdentityProviderMetadata(
        federationSettingsID: arguments.value("FEDERATION-SETTINGS-ID"),
        idpID: arguments.value("IDP-ID"))
    case "GetGlobalCluster":
      return try GetGlobalCluster(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "CreateClusterZoneMappings":
      return try CreateClusterZoneMappings(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "DeleteClusterZoneMappings":
      return try DeleteClusterZoneMappings(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "CreateClusterManagedNamespace":
      return try CreateClusterManagedNamespace(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "DeleteClusterManagedNamespace":
      return try DeleteClusterManagedNamespace(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        db: arguments.value("db"),
        collection: arguments.value("collection"),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "GetAdvancedGlobalCluster":
      return try GetAdvancedGlobalCluster(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "CreateAdvancedClusterZoneMappings":
      return try CreateAdvancedClusterZoneMappings(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "DeleteAdvancedClusterZoneMappings":
      return try DeleteAdvancedClusterZoneMappings(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "CreateAdvancedClusterManagedNamespace":
      return try CreateAdvancedClusterManagedNamespace(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "DeleteAdvancedClusterManagedNamespace":
      return try DeleteAdvancedClusterManagedNamespace(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        db: arguments.value("db"),
        collection: arguments.value("collection"))
    case "ListInvoices":
      return try ListInvoices(
        orgID: arguments.value("ORG-ID"))
    case "ListPendingInvoices":
      return try ListPendingInvoices(
        orgID: arguments.value("ORG-ID"))
    case "GetInvoice":
      return try GetInvoice(
        orgID: arguments.value("ORG-ID"),
        invoiceID: arguments.value("INVOICE-ID"))
    case "GetInvoiceCSV":
      return try GetInvoiceCSV(
        orgID: arguments.value("ORG-ID"),
        invoiceID: arguments.value("INVOICE-ID"))
    case "GetUserSecurity":
      return try GetUserSecurity(
        groupID: arguments.value("GROUP-ID"))
    case "UpdateUserSecurity":
      return try UpdateUserSecurity(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "DeleteLDAPUserMapping":
      return try DeleteLDAPUserMapping(
        groupID: arguments.value("GROUP-ID"))
    case "VerifyLDAPConfiguration":
      return try VerifyLDAPConfiguration(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "GetLDAPVerification":
      return try GetLDAPVerification(
        groupID: arguments.value("GROUP-ID"),
        requestID: arguments.value("REQUEST-ID"))
    case "ListBackupCheckpoints":
      return try ListBackupCheckpoints(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "GetBackupCheckpoint":
      return try GetBackupCheckpoint(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        checkpointID: arguments.value("CHECKPOINT-ID"))
    case "ListLegacySnapshots":
      return try ListLegacySnapshots(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        completed: arguments.value("completed"))
    case "GetLegacySnapshot":
      return try GetLegacySnapshot(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        snapshotID: arguments.value("SNAPSHOT-ID"))
    case "UpdateLegacySnapshot":
      return try UpdateLegacySnapshot(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        snapshotID: arguments.value("SNAPSHOT-ID"),
        body: arguments.body())
    case "DeleteLegacySnapshot":
      return try DeleteLegacySnapshot(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        snapshotID: arguments.value("SNAPSHOT-ID"))
    case "GetLegacySnapshotSchedule":
      return try GetLegacySnapshotSchedule(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "UpdateLegacySnapshotSchedule":
      return try UpdateLegacySnapshotSchedule(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "ListLegacyRestoreJobs":
      return try ListLegacyRestoreJobs(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        batchID: arguments.value("batchId"))
    case "GetLegacyRestoreJob":
      return try GetLegacyRestoreJob(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        jobID: arguments.value("JOB-ID"))
    case "CreateLegacyRestoreJob":
      return try CreateLegacyRestoreJob(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "ListLegacyPrivateEndpoints":
      return try ListLegacyPrivateEndpoints(
        groupID: arguments.value("GROUP-ID"))
    case "GetLegacyPrivateEndpoint":
      return try GetLegacyPrivateEndpoint(
        groupID: arguments.value("GROUP-ID"),
        privateLinkID: arguments.value("PRIVATE-LINK-ID"))
    case "CreateLegacyPrivateEndpoint":
      return try CreateLegacyPrivateEndpoint(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "DeleteLegacyPrivateEndpoint":
      return try DeleteLegacyPrivateEndpoint(
        groupID: arguments.value("GROUP-ID"),
        privateLinkID: arguments.value("PRIVATE-LINK-ID"))
    case "GetLegacyInterfaceEndpoint":
      return try GetLegacyInterfaceEndpoint(
        groupID: arguments.value("GROUP-ID"),
        privateLinkID: arguments.value("PRIVATE-LINK-ID"),
        interfaceEndpointID: arguments.value("INTERFACE-ENDPOINT-ID"))
    case "CreateLegacyInterfaceEndpoint":
      return try CreateLegacyInterfaceEndpoint(
        groupID: arguments.value("GROUP-ID"),
        privateLinkID: arguments.value("PRIVATE-LINK-ID"),
        body: arguments.body())
    case "DeleteLegacyInterfaceEndpoint":
      return try DeleteLegacyInterfaceEndpoint(
        groupID: arguments.value("GROUP-ID"),
        privateLinkID: arguments.value("PRIVATE-LINK-ID"),
        interfaceEndpointID: arguments.value("INTERFACE-ENDPOINT-ID"))
    case "CreateLinkToken":
      return try CreateLinkToken(
        orgID: arguments.value("ORG-ID"),
        body: arguments.body())
    case "DeleteLinkTokens":
      return try DeleteLinkTokens(
        orgID: arguments.value("ORG-ID"))
    case "CreateLiveMigration":
      return try CreateLiveMigration(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "GetLiveMigration":
      return try GetLiveMigration(
        groupID: arguments.value("GROUP-ID"),
        liveMigrationID: arguments.value("LIVE-MIGRATION-ID"))
    case "StartLiveMigrationCutover":
      return try StartLiveMigrationCutover(
        groupID: arguments.value("GROUP-ID"),
        liveMigrationID: arguments.value("LIVE-MIGRATION-ID"))
    case "ValidateLiveMigration":
      return try ValidateLiveMigration(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "GetLiveMigrationValidation":
      return try GetLiveMigrationValidation(
        groupID: arguments.value("GROUP-ID"),
        validationID: arguments.value("VALIDATION-ID"))
    case "DownloadLog":
      return try DownloadLog(
        groupID: arguments.value("GROUP-ID"),
        host: arguments.value("HOSTNAME"),
        logName: arguments.value("LOG-NAME"),
        startDate: arguments.value("startDate"),
        endDate: arguments.value("endDate"))
    case "GetMaintenanceWindow":
      return try GetMaintenanceWindow(
        groupID: arguments.value("GROUP-ID"))
    case "UpdateMaintenanceWindow":
      return try UpdateMaintenanceWindow(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "ResetMaintenanceWindow":
      return try ResetMaintenanceWindow(
        groupID: arguments.value("GROUP-ID"))
    case "DeferMaintenance":
      return try DeferMaintenance(
        groupID: arguments.value("GROUP-ID"))
    case "ToggleMaintenanceAutoDefer":
      return try ToggleMaintenanceAutoDefer(
        groupID: arguments.value("GROUP-ID"))
    case "ListProcesses":
      return try ListProcesses(
        groupID: arguments.value("GROUP-ID"))
    case "GetProcess":
      return try GetProcess(
        groupID: arguments.value("GROUP-ID"),
        host: arguments.value("HOST"),
        port: arguments.value("PORT"))
    case "GetProcessMeasurements":
      return try GetProcessMeasurements(
        groupID: arguments.value("GROUP-ID"),
        host: arguments.value("HOST"),
        port: arguments.value("PORT"),
        granularity: arguments.value("granularity"),
        period: arguments.value("period"),
        start: arguments.value("start"),
        end: arguments.value("end"),
        measurements: arguments.value("m"),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "ListProcessDatabases":
      return try ListProcessDatabases(
        groupID: arguments.value("GROUP-ID"),
        host: arguments.value("HOST"),
        port: arguments.value("PORT"))
    case "GetProcessDatabaseMeasurements":
      return try GetProcessDatabaseMeasurements(
        groupID: arguments.value("GROUP-ID"),
        host: arguments.value("HOST"),
        port: arguments.value("PORT"),
        databaseName: arguments.value("DATABASE-NAME"),
        granularity: arguments.value("granularity"),
        period: arguments.value("period"),
        start: arguments.value("start"),
        end: arguments.value("end"),
        measurements: arguments.value("m"),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "ListProcessDisks":
      return try ListProcessDisks(
        groupID: arguments.value("GROUP-ID"),
        host: arguments.value("HOST"),
        port: arguments.value("PORT"))
    case "GetProcessDiskMeasurements":
      return try GetProcessDiskMeasurements(
        groupID: arguments.value("GROUP-ID"),
        host: arguments.value("HOST"),
        port: arguments.value("PORT"),
        diskName: arguments.value("DISK-NAME"),
        granularity: arguments.value("granularity"),
        period: arguments.value("period"),
        start: arguments.value("start"),
        end: arguments.value("end"),
        measurements: arguments.value("m"),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "ListNetworkContainers":
      return try ListNetworkContainers(
        groupID: arguments.value("GROUP-ID"),
        providerName: arguments.value("providerName"))
    case "ListAllNetworkContainers":
      return try ListAllNetworkContainers(
        groupID: arguments.value("GROUP-ID"))
    case "GetNetworkContainer":
      return try GetNetworkContainer(
        groupID: arguments.value("GROUP-ID"),
        containerID: arguments.value("CONTAINER-ID"))
    case "CreateNetworkContainer":
      return try CreateNetworkContainer(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "UpdateNetworkContainer":
      return try UpdateNetworkContainer(
        groupID: arguments.value("GROUP-ID"),
        containerID: arguments.value("CONTAINER-ID"),
        body: arguments.body())
    case "DeleteNetworkContainer":
      return try DeleteNetworkContainer(
        groupID: arguments.value("GROUP-ID"),
        containerID: arguments.value("CONTAINER-ID"))
    case "ListNetworkPeers":
      return try ListNetworkPeers(
        groupID: arguments.value("GROUP-ID"),
        providerName: arguments.value("providerName"))
    case "GetNetworkPeer":
      return try GetNetworkPeer(
        groupID: arguments.value("GROUP-ID"),
        peerID: arguments.value("PEER-ID"))
    case "CreateNetworkPeer":
      return try CreateNetworkPeer(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "UpdateNetworkPeer":
      return try UpdateNetworkPeer(
        groupID: arguments.value("GROUP-ID"),
        peerID: arguments.value("PEER-ID"),
        body: arguments.body())
    case "DeleteNetworkPeer":
      return try DeleteNetworkPeer(
        groupID: arguments.value("GROUP-ID"),
        peerID: arguments.value("PEER-ID"))
    case "GetPrivateIPMode":
      return try GetPrivateIPMode(
        groupID: arguments.value("GROUP-ID"))
    case "UpdatePrivateIPMode":
      return try UpdatePrivateIPMode(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "ListOnlineArchives":
      return try ListOnlineArchives(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "GetOnlineArchive":
      return try GetOnlineArchive(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        archiveID: arguments.value("ARCHIVE-ID"))
    case "CreateOnlineArchive":
      return try CreateOnlineArchive(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "UpdateOnlineArchive":
      return try UpdateOnlineArchive(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        archiveID: arguments.value("ARCHIVE-ID"),
        body: arguments.body())
    case "DeleteOnlineArchive":
      return try DeleteOnlineArchive(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        archiveID: arguments.value("ARCHIVE-ID"))
    case "DownloadOnlineArchiveQueryLogs":
      return try DownloadOnlineArchiveQueryLogs(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        startDate: arguments.value("startDate"),
        endDate: arguments.value("endDate"),
        archiveOnly: arguments.value("archiveOnly"))
    case "ListOrganizationInvitations":
      return try ListOrganizationInvitations(
        orgID: arguments.value("ORG-ID"),
        username: arguments.value("username"))
    case "CreateOrganizationInvitation":
      return try CreateOrganizationInvitation(
        orgID: arguments.value("ORG-ID"),
        body: arguments.body())
    case "UpdateOrganizationInvitationByUsername":
      return try UpdateOrganizationInvitationByUsername(
        orgID: arguments.value("ORG-ID"),
        body: arguments.body())
    case "GetOrganizationInvitation":
      return try GetOrganizationInvitation(
        orgID: arguments.value("ORG-ID"),
        invitationID: arguments.value("INVITATION-ID"))
    case "UpdateOrganizationInvitation":
      return try UpdateOrganizationInvitation(
        orgID: arguments.value("ORG-ID"),
        invitationID: arguments.value("INVITATION-ID"),
        body: arguments.body())
    case "DeleteOrganizationInvitation":
      return try DeleteOrganizationInvitation(
        orgID: arguments.value("ORG-ID"),
        invitationID: arguments.value("INVITATION-ID"))
    case "ListOrganizations":
      return try ListOrganizations(
        name: arguments.value("name"),
        includeDeletedOrgs: arguments.value("includeDeletedOrgs"))
    case "CreateOrganization":
      return try CreateOrganization(
        body: arguments.body())
    case "GetOrganization":
      return try GetOrganization(
        orgID: arguments.value("ORG-ID"))
    case "UpdateOrganization":
      return try UpdateOrganization(
        orgID: arguments.value("ORG-ID"),
        body: arguments.body())
    case "DeleteOrganization":
      return try DeleteOrganization(
        orgID: arguments.value("ORG-ID"))
    case "ListOrganizationProjects":
      return try ListOrganizationProjects(
        orgID: arguments.value("ORG-ID"),
        name: arguments.value("name"))
    case "GetOutageSimulation":
      return try GetOutageSimulation(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "StartOutageSimulation":
      return try StartOutageSimulation(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "EndOutageSimulation":
      return try EndOutageSimulation(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "ListPerformanceAdvisorNamespaces":
      return try ListPerformanceAdvisorNamespaces(
        groupID: arguments.value("GROUP-ID"),
        processID: arguments.value("PROCESS-ID"),
        since: arguments.value("since"),
        duration: arguments.value("duration"))
    case "ListSlowQueries":
      return try ListSlowQueries(
        groupID: arguments.value("GROUP-ID"),
        processID: arguments.value("PROCESS-ID"),
        since: arguments.value("since"),
        duration: arguments.value("duration"),
        namespaces: arguments.value("namespaces"),
        nLogs: arguments.value("nLogs"))
    case "ListSuggestedIndexes":
      return try ListSuggestedIndexes(
        groupID: arguments.value("GROUP-ID"),
        processID: arguments.value("PROCESS-ID"),
        since: arguments.value("since"),
        duration: arguments.value("duration"),
        namespaces: arguments.value("namespaces"),
        nIndexes: arguments.value("nIndexes"),
        nExamples: arguments.value("nExamples"))
    case "EnableManagedSlowOperationThreshold":
      return try EnableManagedSlowOperationThreshold(
        groupID: arguments.value("GROUP-ID"))
    case "DisableManagedSlowOperationThreshold":
      return try DisableManagedSlowOperationThreshold(
        groupID: arguments.value("GROUP-ID"))
    case "ListPrivateEndpointServices":
      return try ListPrivateEndpointServices(
        groupID: arguments.value("GROUP-ID"),
        cloudProvider: arguments.value("CLOUD-PROVIDER"))
    case "GetPrivateEndpointService":
      return try GetPrivateEndpointService(
        groupID: arguments.value("GROUP-ID"),
        cloudProvider: arguments.value("CLOUD-PROVIDER"),
        endpointServiceID: arguments.value("ENDPOINT-SERVICE-ID"))
    case "CreatePrivateEndpointService":
      return try CreatePrivateEndpointService(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "DeletePrivateEndpointService":
      return try DeletePrivateEndpointService(
        groupID: arguments.value("GROUP-ID"),
        cloudProvider: arguments.value("CLOUD-PROVIDER"),
        endpointServiceID: arguments.value("ENDPOINT-SERVICE-ID"))
    case "GetPrivateEndpoint":
      return try GetPrivateEndpoint(
        groupID: arguments.value("GROUP-ID"),
        cloudProvider: arguments.value("CLOUD-PROVIDER"),
        endpointServiceID: arguments.value("ENDPOINT-SERVICE-ID"),
        endpointID: arguments.value("ENDPOINT-ID"))
    case "CreatePrivateEndpoint":
      return try CreatePrivateEndpoint(
        groupID: arguments.value("GROUP-ID"),
        cloudProvider: arguments.value("CLOUD-PROVIDER"),
        endpointServiceID: arguments.value("ENDPOINT-SERVICE-ID"),
        body: arguments.body())
    case "DeletePrivateEndpoint":
      return try DeletePrivateEndpoint(
        groupID: arguments.value("GROUP-ID"),
        cloudProvider: arguments.value("CLOUD-PROVIDER"),
        endpointServiceID: arguments.value("ENDPOINT-SERVICE-ID"),
        endpointID: arguments.value("ENDPOINT-ID"))
    case "GetRegionalPrivateEndpointMode":
      return try GetRegionalPrivateEndpointMode(
        groupID: arguments.value("GROUP-ID"))
    case "UpdateRegionalPrivateEndpointMode":
      return try UpdateRegionalPrivateEndpointMode(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "ListProjectAccessListEntries":
      return try ListProjectAccessListEntries(
        groupID: arguments.value("GROUP-ID"))
    case "GetProjectAccessListEntry":
      return try GetProjectAccessListEntry(
        groupID: arguments.value("GROUP-ID"),
        accessListEntry: arguments.value("ACCESS-LIST-ENTRY"))
    case "GetProjectAccessListEntryStatus":
      return try GetProjectAccessListEntryStatus(
        groupID: arguments.value("GROUP-ID"),
        accessListEntry: arguments.value("ACCESS-LIST-ENTRY"))
    case "CreateProjectAccessListEntries":
      return try CreateProjectAccessListEntries(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body(),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "DeleteProjectAccessListEntry":
      return try DeleteProjectAccessListEntry(
        groupID: arguments.value("GROUP-ID"),
        accessListEntry: arguments.value("ACCESS-LIST-ENTRY"))
    case "ListProjectInvitations":
      return try ListProjectInvitations(
        groupID: arguments.value("GROUP-ID"),
        username: arguments.value("username"))
    case "CreateProjectInvitation":
      return try CreateProjectInvitation(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "UpdateProjectInvitationByUsername":
      return try UpdateProjectInvitationByUsername(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "GetProjectInvitation":
      return try GetProjectInvitation(
        groupID: arguments.value("GROUP-ID"),
        invitationID: arguments.value("INVITATION-ID"))
    case "UpdateProjectInvitation":
      return try UpdateProjectInvitation(
        groupID: arguments.value("GROUP-ID"),
        invitationID: arguments.value("INVITATION-ID"),
        body: arguments.body())
    case "DeleteProjectInvitation":
      return try DeleteProjectInvitation(
        groupID: arguments.value("GROUP-ID"),
        invitationID: arguments.value("INVITATION-ID"))
    case "ListProjects":
      return ListProjects()
    case "CreateProject":
      return try CreateProject(
        body: arguments.body(),
        projectOwnerID: arguments.value("projectOwnerId"))
    case "GetProjectByName":
      return try GetProjectByName(
        groupName: arguments.value("GROUP-NAME"))
    case "GetProject":
      return try GetProject(
        groupID: arguments.value("GROUP-ID"))
    case "UpdateProject":
      return try UpdateProject(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "DeleteProject":
      return try DeleteProject(
        groupID: arguments.value("GROUP-ID"))
    case "GetProjectSettings":
      return try GetProjectSettings(
        groupID: arguments.value("GROUP-ID"))
    case "UpdateProjectSettings":
      return try UpdateProjectSettings(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "GetSystemStatus":
      return GetSystemStatus()
    case "LoadSampleDataset":
      return try LoadSampleDataset(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "GetSampleDatasetLoad":
      return try GetSampleDatasetLoad(
        groupID: arguments.value("GROUP-ID"),
        sampleDatasetID: arguments.value("SAMPLE-DATASET-ID"))
    case "ListSearchIndexes":
      return try ListSearchIndexes(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        databaseName: arguments.value("DATABASE-NAME"),
        collectionName: arguments.value("COLLECTION-NAME"))
    case "GetSearchIndex":
      return try GetSearchIndex(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        indexID: arguments.value("INDEX-ID"),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "CreateSearchIndex":
      return try CreateSearchIndex(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body(),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "UpdateSearchIndex":
      return try UpdateSearchIndex(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        indexID: arguments.value("INDEX-ID"),
        body: arguments.body(),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "DeleteSearchIndex":
      return try DeleteSearchIndex(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        indexID: arguments.value("INDEX-ID"))
    case "ListSearchAnalyzers":
      return try ListSearchAnalyzers(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "ReplaceSearchAnalyzers":
      return try ReplaceSearchAnalyzers(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body(),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "ListSearchMetrics":
      return try ListSearchMetrics(
        groupID: arguments.value("GROUP-ID"),
        processID: arguments.value("PROCESS-ID"))
    case "GetSearchHostMeasurements":
      return try GetSearchHostMeasurements(
        groupID: arguments.value("GROUP-ID"),
        processID: arguments.value("PROCESS-ID"),
        granularity: arguments.value("granularity"),
        period: arguments.value("period"),
        start: arguments.value("start"),
        end: arguments.value("end"),
        metrics: arguments.value("metrics"))
    case "ListSearchIndexMeasurements":
      return try ListSearchIndexMeasurements(
        groupID: arguments.value("GROUP-ID"),
        processID: arguments.value("PROCESS-ID"),
        databaseName: arguments.value("DATABASE-NAME"),
        collectionName: arguments.value("COLLECTION-NAME"),
        granularity: arguments.value("granularity"),
        period: arguments.value("period"),
        start: arguments.value("start"),
        end: arguments.value("end"),
        metrics: arguments.value("metrics"))
    case "GetSearchIndexMeasurements":
      return try GetSearchIndexMeasurements(
        groupID: arguments.value("GROUP-ID"),
        processID: arguments.value("PROCESS-ID"),
        databaseName: arguments.value("DATABASE-NAME"),
        collectionName: arguments.value("COLLECTION-NAME"),
        indexName: arguments.value("INDEX-NAME"),
        granularity: arguments.value("granularity"),
        period: arguments.value("period"),
        start: arguments.value("start"),
        end: arguments.value("end"),
        metrics: arguments.value("metrics"))
    case "ListServerlessSnapshots":
      return try ListServerlessSnapshots(
        groupID: arguments.value("GROUP-ID"),
        instanceName: arguments.value("INSTANCE-NAME"))
    case "GetServerlessSnapshot":
      return try GetServerlessSnapshot(
        groupID: arguments.value("GROUP-ID"),
        instanceName: arguments.value("INSTANCE-NAME"),
        snapshotID: arguments.value("SNAPSHOT-ID"))
    case "ListServerlessRestoreJobs":
      return try ListServerlessRestoreJobs(
        groupID: arguments.value("GROUP-ID"),
        instanceName: arguments.value("INSTANCE-NAME"))
    case "GetServerlessRestoreJob":
      return try GetServerlessRestoreJob(
        groupID: arguments.value("GROUP-ID"),
        instanceName: arguments.value("INSTANCE-NAME"),
        jobID: arguments.value("JOB-ID"))
    case "CreateServerlessRestoreJob":
      return try CreateServerlessRestoreJob(
        groupID: arguments.value("GROUP-ID"),
        instanceName: arguments.value("INSTANCE-NAME"),
        body: arguments.body())
    case "ListServerlessInstances":
      return try ListServerlessInstances(
        groupID: arguments.value("GROUP-ID"))
    case "GetServerlessInstance":
      return try GetServerlessInstance(
        groupID: arguments.value("GROUP-ID"),
        instanceName: arguments.value("INSTANCE-NAME"))
    case "CreateServerlessInstance":
      return try CreateServerlessInstance(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "UpdateServerlessInstance":
      return try UpdateServerlessInstance(
        groupID: arguments.value("GROUP-ID"),
        instanceName: arguments.value("INSTANCE-NAME"),
        body: arguments.body())
    case "DeleteServerlessInstance":
      return try DeleteServerlessInstance(
        groupID: arguments.value("GROUP-ID"),
        instanceName: arguments.value("INSTANCE-NAME"))
    case "ListServerlessPrivateEndpoints":
      return try ListServerlessPrivateEndpoints(
        groupID: arguments.value("GROUP-ID"),
        instanceName: arguments.value("INSTANCE-NAME"))
    case "GetServerlessPrivateEndpoint":
      return try GetServerlessPrivateEndpoint(
        groupID: arguments.value("GROUP-ID"),
        instanceName: arguments.value("INSTANCE-NAME"),
        endpointID: arguments.value("ENDPOINT-ID"))
    case "CreateServerlessPrivateEndpoint":
      return try CreateServerlessPrivateEndpoint(
        groupID: arguments.value("GROUP-ID"),
        instanceName: arguments.value("INSTANCE-NAME"),
        body: arguments.body())
    case "UpdateServerlessPrivateEndpoint":
      return try UpdateServerlessPrivateEndpoint(
        groupID: arguments.value("GROUP-ID"),
        instanceName: arguments.value("INSTANCE-NAME"),
        endpointID: arguments.value("ENDPOINT-ID"),
        body: arguments.body())
    case "DeleteServerlessPrivateEndpoint":
      return try DeleteServerlessPrivateEndpoint(
        groupID: arguments.value("GROUP-ID"),
        instanceName: arguments.value("INSTANCE-NAME"),
        endpointID: arguments.value("ENDPOINT-ID"))
    case "ListSharedTierSnapshots":
      return try ListSharedTierSnapshots(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "GetSharedTierSnapshot":
      return try GetSharedTierSnapshot(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        snapshotID: arguments.value("SNAPSHOT-ID"))
    case "DownloadSharedTierSnapshot":
      return try DownloadSharedTierSnapshot(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "ListSharedTierRestoreJobs":
      return try ListSharedTierRestoreJobs(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"))
    case "GetSharedTierRestoreJob":
      return try GetSharedTierRestoreJob(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        restoreID: arguments.value("RESTORE-ID"))
    case "CreateSharedTierRestoreJob":
      return try CreateSharedTierRestoreJob(
        groupID: arguments.value("GROUP-ID"),
        clusterName: arguments.value("CLUSTER-NAME"),
        body: arguments.body())
    case "ListProjectTeams":
      return try ListProjectTeams(
        groupID: arguments.value("GROUP-ID"))
    case "AddProjectTeams":
      return try AddProjectTeams(
        groupID: arguments.value("GROUP-ID"),
        body: arguments.body())
    case "UpdateProjectTeamRoles":
      return try UpdateProjectTeamRoles(
        groupID: arguments.value("GROUP-ID"),
        teamID: arguments.value("TEAM-ID"),
        body: arguments.body())
    case "RemoveProjectTeam":
      return try RemoveProjectTeam(
        groupID: arguments.value("GROUP-ID"),
        teamID: arguments.value("TEAM-ID"))
    case "ListTeams":
      return try ListTeams(
        orgID: arguments.value("ORG-ID"))
    case "CreateTeam":
      return try CreateTeam(
        orgID: arguments.value("ORG-ID"),
        body: arguments.body())
    case "GetTeamByName":
      return try GetTeamByName(
        orgID: arguments.value("ORG-ID"),
        teamName: arguments.value("TEAM-NAME"))
    case "GetTeam":
      return try GetTeam(
        orgID: arguments.value("ORG-ID"),
        teamID: arguments.value("TEAM-ID"))
    case "RenameTeam":
      return try RenameTeam(
        orgID: arguments.value("ORG-ID"),
        teamID: arguments.value("TEAM-ID"),
        body: arguments.body())
    case "DeleteTeam":
      return try DeleteTeam(
        orgID: arguments.value("ORG-ID"),
        teamID: arguments.value("TEAM-ID"))
    case "ListTeamUsers":
      return try ListTeamUsers(
        orgID: arguments.value("ORG-ID"),
        teamID: arguments.value("TEAM-ID"))
    case "AddTeamUsers":
      return try AddTeamUsers(
        orgID: arguments.value("ORG-ID"),
        teamID: arguments.value("TEAM-ID"),
        body: arguments.body())
    case "RemoveTeamUser":
      return try RemoveTeamUser(
        orgID: arguments.value("ORG-ID"),
        teamID: arguments.value("TEAM-ID"),
        userID: arguments.value("USER-ID"))
    case "ListThirdPartyIntegrations":
      return try ListThirdPartyIntegrations(
        groupID: arguments.value("GROUP-ID"))
    case "GetThirdPartyIntegration":
      return try GetThirdPartyIntegration(
        groupID: arguments.value("GROUP-ID"),
        integrationType: arguments.value("INTEGRATION-TYPE"))
    case "CreateThirdPartyIntegration":
      return try CreateThirdPartyIntegration(
        groupID: arguments.value("GROUP-ID"),
        integrationType: arguments.value("INTEGRATION-TYPE"),
        body: arguments.body(),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "ReplaceThirdPartyIntegration":
      return try ReplaceThirdPartyIntegration(
        groupID: arguments.value("GROUP-ID"),
        integrationType: arguments.value("INTEGRATION-TYPE"),
        body: arguments.body(),
        pageNum: arguments.value("pageNum"),
        itemsPerPage: arguments.value("itemsPerPage"),
        includeCount: arguments.value("includeCount"))
    case "DeleteThirdPartyIntegration":
      return try DeleteThirdPartyIntegration(
        groupID: arguments.value("GROUP-ID"),
        integrationType: arguments.value("INTEGRATION-TYPE"))
    case "ListProjectUsers":
      return try ListProjectUsers(
        groupID: arguments.value("GROUP-ID"),
        flattenTeams: arguments.value("flattenTeams"),
        includeOrgUsers: arguments.value("includeOrgUsers"))
    case "RemoveProjectUser":
      return try RemoveProjectUser(
        groupID: arguments.value("GROUP-ID"),
        userID: arguments.value("USER-ID"))
    case "ListOrganizationUsers":
      return try ListOrganizationUsers(
        orgID: arguments.value("ORG-ID"))
    case "CreateUser":
      return try CreateUser(
        body: arguments.body())
    case "GetUserByName":
      return try GetUserByName(
        userName: arguments.value("USER-NAME"))
    case "GetUser":
      return try GetUser(
        userID: arguments.value("USER-ID"))
    case "UpdateUserRoles":
      return try UpdateUserRoles(
        userID: arguments.value("USER-ID"),
        body: arguments.body())
    case "ListDatabaseUserCertificates":
      return try ListDatabaseUserCertificates(
        groupID: arguments.value("GROUP-ID"),
        username: arguments.value("USERNAME"))
    case "CreateDatabaseUserCertificate":
      return try CreateDatabaseUserCertificate(
        groupID: arguments.value("GROUP-ID"),
        username: arguments.value("USERNAME"),
        body: arguments.body())
    case "DisableCustomerX509":
      return try DisableCustomerX509(
        groupID: arguments.value("GROUP-ID"))
    default: return nil
    }
  }
}
