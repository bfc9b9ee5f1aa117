import ArgumentParser
import AtlasCore
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

  @Option(
    name: .customLong("client-id"),
    help: ArgumentHelp("The accepted client ID of a service account.", valueName: "id"))
  var clientID = "mdb_sa_id_5e2f0a1b9c8d7e6f5a4b0000"

  @Option(help: ArgumentHelp("The accepted client secret.", valueName: "secret"))
  var clientSecret = "mdb_sa_sk_0000000000000000000000000000000000000000"

  @Option(help: "The number of simulated seconds in a second, for clusters and other states.")
  var speed = 60.0

  @Option(help: "The seed of identifiers and generated values. Defaults to a random one.")
  var seed: UInt64?

  @Option(help: "The Digest algorithm: MD5 or SHA-256.")
  var algorithm = "MD5"

  @Option(
    name: .customLong("fault"),
    help: ArgumentHelp(
      "A fault, such as 'status=503;times=3' or 'latency=2s;endpoint=GetCluster'. Can be repeated.",
      valueName: "fault"),
    transform: { try Fault(parsing: $0) })
  var faults: [Fault] = []

  @Option(
    help: ArgumentHelp(
      "The rate limit of each project, such as 100/1m. Defaults to none.",
      valueName: "requests/period"),
    transform: RateLimitSyntax.limit)
  var rateLimit: SimulatedRateLimit?

  @Option(help: "A file with a certificate chain in PEM, to serve TLS.", completion: .file())
  var certificate: String?

  @Option(help: "The file with the private key of the certificate, in PEM.", completion: .file())
  var certificateKey: String?

  @Option(
    help: "A file that keeps the resources. It is read at the start and written at the end.",
    completion: .file())
  var state: String?

  @Flag(help: "Serve a page that shows the requests, and that controls the simulator.")
  var console = false

  func validate() throws {
    guard ["MD5", "SHA-256"].contains(algorithm) else {
      throw ValidationError("--algorithm is MD5 or SHA-256, not '\(algorithm)'.")
    }
    guard speed > 0, speed.isFinite else {
      throw ValidationError("--speed must be a positive number, such as 60.")
    }
    guard (certificate == nil) == (certificateKey == nil) else {
      throw ValidationError("--certificate and --certificate-key belong together; add the other.")
    }
  }

  func run() async throws {
    let signals = TerminationSignals()
    let file = state.map { StateFile(URL(filePath: $0)) }
    let atlas = AtlasSimulator(
      publicKey: publicKey, privateKey: privateKey, clientID: clientID, clientSecret: clientSecret,
      authentication: .init(algorithm: algorithm), port: port, options: try options(file),
      clock: SimulatedClock(speed: speed), seed: seed)
    let baseURL: BaseURL
    do {
      baseURL = try await atlas.start()
    } catch let failure as ListeningFailure {
      throw CommandFailure(
        .connection, failure.description + (failure.isPortInUse ? " with --port" : ""))
    } catch let failure as CertificateFailure {
      throw CommandFailure(.usage, failure.description)
    }
    print(introduction(to: atlas, at: baseURL))
    fflush(nil)
    try await withThrowingTaskGroup { group in
      group.addTask { await signals.first() }
      if let file { group.addTask { try await file.keep(atlas.simulator.store) } }
      try await group.next()
      group.cancelAll()
    }
    await atlas.simulator.stop(within: .seconds(2))
    try await file?.write(atlas.simulator.store)
  }

  private func options(_ file: StateFile?) throws -> SimulatorOptions {
    var options = SimulatorOptions(
      faults: faults, rateLimit: rateLimit, isConsoleEnabled: console, state: try file?.read())
    if let certificate, let certificateKey {
      options.certificate = ServerCertificate(
        certificateChain: URL(filePath: certificate), privateKey: URL(filePath: certificateKey))
    }
    return options
  }

  /// What a client needs to know.
  private func introduction(to atlas: AtlasSimulator, at baseURL: BaseURL) -> String {
    let page = console ? "\nconsole   \(baseURL)/__simulator/console" : ""
    let trust = certificate.map { "\n  export SSL_CERT_FILE=\($0)" } ?? ""
    let snapshots =
      "/api/atlas/v2/groups/\(atlas.groupID)/clusters/\(atlas.clusterName)/backup/snapshots"
    return """
      Atlas is simulated at \(baseURL) until you press Ctrl-C.

        export MONGODB_ATLAS_BASE_URL=\(baseURL)\(trust)
        export MONGODB_ATLAS_PUBLIC_KEY=\(publicKey)
        export MONGODB_ATLAS_PRIVATE_KEY=\(privateKey)

      or, for a service account, instead of the keys:

        export MONGODB_ATLAS_CLIENT_ID=\(clientID)
        export MONGODB_ATLAS_CLIENT_SECRET=\(clientSecret)

      project   \(atlas.groupID)
      cluster   \(atlas.clusterName)
      snapshot  \(atlas.snapshotID)\(page)

        curl --digest --user \(publicKey):\(privateKey) \\
          --header 'Accept: application/vnd.atlas.2023-01-01+json' \\
          '\(baseURL)\(snapshots)?pretty=true'

      """
  }
}

/// A rate limit as text: `100/1m`.
private enum RateLimitSyntax {
  @Sendable static func limit(_ text: String) throws -> SimulatedRateLimit {
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count == 2, let requests = Int(parts[0]), requests > 0,
      let period = Duration(simulatorText: parts[1]), period > .zero
    else {
      throw ValidationError(
        "'\(text)' is not a number of requests and a period, such as 100/1m.")
    }
    return SimulatedRateLimit(requests: requests, per: period, placeholder: "GROUP-ID")
  }
}
