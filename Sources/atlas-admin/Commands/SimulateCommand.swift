import ArgumentParser
import AtlasAdmin
import AtlasSimulator
import Foundation

/// Runs the simulator until it is interrupted.
struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Run a simulated Atlas on loopback.")

  @Option(help: "The port. 0 is a free port.")
  var port: UInt16 = 0

  @Option(help: ArgumentHelp("The accepted public key.", valueName: "key"))
  var publicKey = "abcdefgh"

  @Option(help: ArgumentHelp("The accepted private key.", valueName: "key"))
  var privateKey = "00000000-1111-2222-3333-444444444444"

  @Option(help: "The number of simulated seconds in a second, for clusters and other states.")
  var speed = 60.0

  @Option(help: "The seed of identifiers and generated values. Defaults to a random one.")
  var seed: UInt64?

  @Option(help: "The Digest algorithm: MD5 or SHA-256.")
  var algorithm = "MD5"

  @Flag(help: "Serve a page that shows the requests, and that controls the simulator.")
  var console = false

  func validate() throws {
    guard ["MD5", "SHA-256"].contains(algorithm) else {
      throw ValidationError("--algorithm is MD5 or SHA-256, not '\(algorithm)'.")
    }
    guard speed > 0, speed.isFinite else {
      throw ValidationError("--speed must be a positive number, such as 60.")
    }
  }

  func run() async throws {
    let atlas = AtlasSimulator(
      publicKey: publicKey, privateKey: privateKey, authentication: .init(algorithm: algorithm),
      port: port, options: .init(isConsoleEnabled: console), clock: SimulatedClock(speed: speed),
      seed: seed)
    let baseURL: BaseURL
    do {
      baseURL = try await atlas.start()
    } catch let failure as ListeningFailure {
      throw CommandFailure(
        .connection, failure.description + (failure.isPortInUse ? " with --port" : ""))
    }
    print(
      """
      Atlas is simulated at \(baseURL) until you press Ctrl-C.

        export MONGODB_ATLAS_BASE_URL=\(baseURL)
        export MONGODB_ATLAS_PUBLIC_KEY=\(publicKey)
        export MONGODB_ATLAS_PRIVATE_KEY=\(privateKey)

      project   \(atlas.groupID)
      cluster   \(atlas.clusterName)
      snapshot  \(atlas.snapshotID)\(console ? "\nconsole   \(baseURL)/__simulator/console" : "")

        curl --digest --user \(publicKey):\(privateKey) \\
          --header 'Accept: application/vnd.atlas.2023-01-01+json' \\
          '\(baseURL)/api/atlas/v2/groups/\(atlas.groupID)/clusters/\(atlas.clusterName)/backup/snapshots?pretty=true'

      """)
    fflush(nil)
    while !Task.isCancelled { try await Task.sleep(for: .seconds(3600)) }
  }
}
