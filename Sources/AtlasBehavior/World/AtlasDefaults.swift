import EndpointRuntime

/// What resources have without being asked for it.
enum AtlasDefaults {
  static let all: [String: [String: JSON]] = [
    "/orgs/{}": ["skipDefaultAlertsSettings": false],
    "/orgs/{}/invites/{}": ["groupRoleAssignments": [], "teamIds": []],
    "/orgs/{}/apiKeys/{}/accessList/{}": ["count": 0],
    "/groups/{}": ["tags": [], "withDefaultAlertsSettings": true],
    "/groups/{}/alertConfigs/{}": ["enabled": true, "matchers": []],
    "/groups/{}/databaseUsers/{}/{}": [
      "awsIAMType": "NONE", "labels": [], "ldapAuthType": "NONE", "oidcAuthType": "NONE",
      "scopes": [], "x509Type": "NONE",
    ],
    "/groups/{}/privateEndpoint/regionalMode": ["enabled": false],
    "/groups/{}/privateEndpoint/{}/endpointService/{}": ["errorMessage": .null],
    "/groups/{}/sampleDatasetLoad/{}": ["completeDate": .null, "errorMessage": .null],
    "/groups/{}/flexClusters/{}": flexCluster,
    "/groups/{}/clusters/{}": cluster,
    "/groups/{}/clusters/{}/backup/schedule": ["copySettings": []],
    "/groups/{}/clusters/{}/backup/snapshots/{}": [
      "copyRegions": [], "frequencyType": "ondemand", "policyItems": [], "storageSizeBytes": 0,
    ],
    "/groups/{}/clusters/{}/fts/indexes/{}": ["synonyms": [], "type": "search"],
    "/groups/{}/clusters/{}/onlineArchives/{}": [
      "collectionType": "STANDARD", "paused": false, "schedule": ["type": "DEFAULT"],
      "dataProcessRegion": ["cloudProvider": "AWS", "region": "US_EAST_1"],
      "partitionFields": [["fieldType": .null]],
    ],
    "/groups/{}/clusters/{}/processArgs": processArguments,
    "/groups/{}/clusters/{}/search/deployment": ["encryptionAtRestProvider": "NONE"],
  ]

  private static let cluster: [String: JSON] = [
    "clusterType": "REPLICASET", "mongoDBMajorVersion": "8.0", "paused": false, "diskSizeGB": 10,
    "terminationProtectionEnabled": false, "backupEnabled": false,
    "encryptionAtRestProvider": "NONE", "pitEnabled": false, "versionReleaseSystem": "LTS",
    "rootCertType": "ISRGROOTX1", "replicationFactor": 3, "labels": [], "tags": [],
    "advancedConfiguration": [
      "customOpensslCipherConfigTls12": [], "customOpensslCipherConfigTls13": [],
      "minimumEnabledTlsProtocol": "TLS1_2", "tlsCipherConfigMode": "DEFAULT",
    ],
    "biConnector": ["enabled": false, "readPreference": "secondary"], "connectionStrings": [:],
    "diskWarmingMode": "FULLY_WARMED", "globalClusterSelfManagedSharding": false,
    "replicationSpecs": [
      [
        "regionConfigs": [
          [
            "autoScaling": [
              "compute": ["enabled": false, "scaleDownEnabled": false],
              "diskGB": ["enabled": false],
            ]
          ]
        ]
      ]
    ],
  ]

  private static let flexCluster: [String: JSON] = [
    "backupSettings": ["enabled": true], "clusterType": "REPLICASET", "connectionStrings": [:],
    "mongoDBVersion": "8.0.4", "providerSettings": ["diskSizeGB": 5, "providerName": "FLEX"],
    "tags": [], "terminationProtectionEnabled": false, "versionReleaseSystem": "LTS",
  ]

  private static let processArguments: [String: JSON] = [
    "changeStreamOptionsPreAndPostImagesExpireAfterSeconds": .null,
    "chunkMigrationConcurrency": .null, "customOpensslCipherConfigTls12": [],
    "customOpensslCipherConfigTls13": [], "defaultMaxTimeMS": .null, "defaultReadConcern": .null,
    "defaultWriteConcern": "majority", "javascriptEnabled": true,
    "minimumEnabledTlsProtocol": "TLS1_2", "noTableScan": false, "oplogMinRetentionHours": .null,
    "oplogSizeMB": .null, "queryStatsLogVerbosity": .null,
    "sampleRefreshIntervalBIConnector": .null, "sampleSizeBIConnector": .null,
    "tlsCipherConfigMode": "DEFAULT", "transactionLifetimeLimitSeconds": .null,
  ]
}
