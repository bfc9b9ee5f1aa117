import AtlasAdmin
import AtlasSimulator
import EndpointRuntime
import Foundation
import TestSupport

/// A simulated Atlas and the command that calls it.
struct Atlas {
  let simulated: AtlasSimulator
  var command: Command

  static let publicKey = "abcdefgh"
  static let privateKey = "a-very-private-key"

  /// What every call about the cluster needs.
  var cluster: [String] {
    ["--group-id", "\(simulated.groupID)", "--cluster-name", simulated.clusterName]
  }

  /// A body that orders a download.
  var download: String {
    #"{"deliveryType": "download", "snapshotId": "\#(simulated.snapshotID)"}"#
  }

  /// Calls an endpoint of the cluster.
  func call(_ name: String, _ arguments: String..., input: String = "") async throws
    -> Command.Outcome
  {
    try await command.run(["call", name, "--api", "v1"] + cluster + arguments, input: input)
  }

  /// Runs the command for API v2 with the project in the environment.
  func run(_ arguments: String..., input: String = "", in folder: URL? = nil) async throws
    -> Command.Outcome
  {
    var command = command
    command.environment["MONGODB_ATLAS_PROJECT_ID"] = simulated.groupID.rawValue
    return try await command.run(arguments, input: input, in: folder)
  }

  /// The methods and statuses of what was responded.
  var log: [String] {
    get async { await simulated.simulator.log.map { "\($0.method) \($0.status)" } }
  }

  /// Runs a test against an Atlas of its own, whose keys and URL are in the command's environment.
  static func run(
    handlers: [String: Handler] = [:], _ test: (Atlas) async throws -> Void
  ) async throws {
    try await withServerLimit {
      let simulated = AtlasSimulator(
        publicKey: publicKey, privateKey: privateKey, handlers: handlers)
      let command = Command(
        "atlas-admin",
        environment: [
          "MONGODB_ATLAS_BASE_URL": try await simulated.start().description,
          "MONGODB_ATLAS_PUBLIC_KEY": publicKey, "MONGODB_ATLAS_PRIVATE_KEY": privateKey,
          // No configuration file of the Atlas CLI.
          "XDG_CONFIG_HOME": "/nonexistent",
        ])
      do {
        try await test(Atlas(simulated: simulated, command: command))
      } catch {
        await simulated.stop()
        throw error
      }
      await simulated.stop()
    }
  }
}

extension Command.Outcome {
  /// The JSON document on standard output.
  var json: JSON? { try? JSONDecoder().decode(JSON.self, from: Data(output.utf8)) }
}
