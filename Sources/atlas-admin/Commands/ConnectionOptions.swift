import ArgumentParser
import AtlasAdmin
import Foundation
import Logging

/// The options of the connection: the server and the credentials.
struct ConnectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The URL of the API or its host. Defaults to Atlas. Also from MONGODB_ATLAS_BASE_URL.",
      valueName: "url"))
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "The public key. Also from MONGODB_ATLAS_PUBLIC_KEY.", valueName: "key"))
  var publicKey: String?

  @Option(
    help: ArgumentHelp(
      "The private key. Preferably in MONGODB_ATLAS_PRIVATE_KEY, which other users cannot see.",
      valueName: "key"))
  var privateKey: String?

  @Option(
    help: ArgumentHelp(
      "The client ID of a service account. Also from MONGODB_ATLAS_CLIENT_ID.", valueName: "id"))
  var clientID: String?

  @Option(
    help: ArgumentHelp(
      "The secret of the service account. Also from MONGODB_ATLAS_CLIENT_SECRET.",
      valueName: "secret"))
  var clientSecret: String?

  @Option(help: ArgumentHelp("The timeout of the request.", valueName: "seconds"))
  var timeout = 60

  @Flag(help: "Log each attempt to standard error, without keys and bodies.")
  var verbose = false

  /// Returns a client with these options.
  func client() throws -> AtlasClient {
    let credentials = try credentials()
    guard timeout > 0 else { throw CommandFailure(.usage, "--timeout must be at least one second") }
    var configuration = ClientConfiguration(
      timeout: .seconds(timeout), maximumResponseSize: .max,
      userAgent: "atlas-admin/\(AtlasAdminCommand.configuration.version)")
    if verbose {
      var logger = Logger(label: "atlas-admin") { StreamLogHandler.standardError(label: $0) }
      logger.logLevel = .trace
      configuration.middleware.append(LoggingMiddleware(logger, level: .trace))
    }
    return AtlasClient(
      credentials: credentials,
      baseURL: try baseURL.map { try BaseURL($0) }
        ?? BaseURL(environment: ProcessInfo.processInfo.environment) ?? .atlas,
      configuration: configuration)
  }

  /// The service account if one is given. Options precede the environment.
  private func credentials() throws -> Credentials {
    let isAccount =
      clientID != nil || (publicKey == nil && environment("MONGODB_ATLAS_CLIENT_ID") != nil)
    guard isAccount else {
      return .apiKey(
        publicKey: try value(publicKey, "MONGODB_ATLAS_PUBLIC_KEY", "--public-key"),
        privateKey: try value(privateKey, "MONGODB_ATLAS_PRIVATE_KEY", "--private-key"))
    }
    return .serviceAccount(
      clientID: try value(clientID, "MONGODB_ATLAS_CLIENT_ID", "--client-id"),
      clientSecret: try value(clientSecret, "MONGODB_ATLAS_CLIENT_SECRET", "--client-secret"))
  }

  private func value(_ option: String?, _ variable: String, _ flag: String) throws -> String {
    if let value = option ?? environment(variable), !value.isEmpty { return value }
    throw CommandFailure(.connection, "missing credentials: set \(variable) or give \(flag)")
  }

  private func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
