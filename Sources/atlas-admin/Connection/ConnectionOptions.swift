import ArgumentParser
import AtlasCore
import Foundation
import Logging

/// The options of the connection: the server, the source of the credentials, and the timeout.
///
/// There is none for a secret, since other users of the machine can see the arguments of a command.
struct ConnectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The profile of the Atlas CLI with the credentials, the project, and the organization.",
      discussion: "It precedes the environment, which precedes the profile 'default'.",
      valueName: "name"))
  var profile: String?

  @Option(
    help: ArgumentHelp(
      "The URL of the API or its host. Defaults to MONGODB_ATLAS_BASE_URL, the profile, or Atlas.",
      valueName: "url"))
  var baseURL: String?

  @Option(help: ArgumentHelp("The timeout of a request.", valueName: "seconds"))
  var timeout = 60

  @Flag(help: "Log each attempt to standard error, without keys and bodies.")
  var verbose = false

  /// Returns the settings of these options, the environment, and the configuration file.
  func settings() throws -> ConnectionSettings {
    try ConnectionSettings(
      profile: profile, baseURL: baseURL, environment: ProcessInfo.processInfo.environment)
  }

  /// Returns a client with settings.
  func client(_ settings: ConnectionSettings) throws -> AtlasClient {
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
      credentials: try settings.credentials().value, baseURL: settings.baseURL.value,
      configuration: configuration)
  }
}
