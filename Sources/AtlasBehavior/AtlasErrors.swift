import EndpointSimulator

/// The error codes of Atlas for missing items and for items that exist already.
enum AtlasErrors {
  static let missing: [String: SimulatedBehavior.MissingItem] = [
    "/groups/{}": .init(
      "GROUP_NOT_FOUND", "No group with ID {0} exists.", invalid: "INVALID_GROUP_ID"),
    "/groups/byName/{}": .init("GROUP_NAME_NOT_FOUND", "No group with name {0} exists."),
    "/groups/{}/clusters/{}": .init(
      "CLUSTER_NOT_FOUND", "No cluster named {1} exists in group {0}."),
    "/groups/{}/clusters/{}/backup/snapshots/{}": .init(
      "SNAPSHOT_NOT_FOUND", "No snapshot with ID {2} exists.", invalid: "INVALID_SNAPSHOT_ID"),
    "/groups/{}/clusters/{}/backup/restoreJobs/{}": .init(
      "RESTORE_JOB_NOT_FOUND", "No restore job with ID {2} exists.", invalid: "INVALID_JOB_ID"),
    "/groups/{}/serverless/{}": .init(
      "SERVERLESS_INSTANCE_NOT_FOUND", "No serverless instance named {1} exists in group {0}."),
    "/groups/{}/flexClusters/{}": .init(
      "CLUSTER_NOT_FOUND", "No cluster named {1} exists in group {0}."),
    "/groups/{}/dataFederation/{}": .init(
      "DATA_FEDERATION_TENANT_NOT_FOUND_FOR_NAME",
      "Data Federation tenant for project {0} and name {1} not found."),
    "/groups/{}/accessList/{}": .init(
      "ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND",
      "IP address {1} is not on the access list of group {0}."),
    "/groups/{}/databaseUsers/{}/{}": .init(
      "USERNAME_NOT_FOUND", "No user with username {2} exists."),
    "/orgs/{}": .init(
      "ORG_NOT_FOUND", "No organization with ID {0} exists.", invalid: "INVALID_ORG_ID"),
    "/orgs/{}/apiKeys/{}": .init("API_KEY_NOT_FOUND", "No API key with ID {1} exists."),
    "{TEAM-ID}": .init("TEAM_NOT_FOUND", invalid: "INVALID_TEAM_ID"),
    "{USER-ID}": .init("USER_NOT_FOUND", invalid: "INVALID_USER_ID"),
    "{ALERT-ID}": .init("ALERT_NOT_FOUND", invalid: "INVALID_ALERT_ID"),
    "{ALERT-CONFIG-ID}": .init("ALERT_CONFIG_NOT_FOUND", invalid: "INVALID_ALERT_CONFIG_ID"),
    "{PEER-ID}": .init("PEER_NOT_FOUND", invalid: "INVALID_PEER_ID"),
    "{CONTAINER-ID}": .init("CLOUD_PROVIDER_CONTAINER_NOT_FOUND"),
    "{INVOICE-ID}": .init("INVOICE_NOT_FOUND"),
  ]

  static let duplicates: [String: SimulatedBehavior.DuplicateItem] = [
    "/groups": .init("GROUP_ALREADY_EXISTS"),
    "/groups/{}/clusters": .init("DUPLICATE_CLUSTER_NAME", status: 400),
    "/groups/{}/databaseUsers": .init("USER_ALREADY_EXISTS"),
  ]
}
