import ArgumentParser
import EndpointRuntime
import Foundation

/// The command-line client of the Atlas Administration API.
@main
struct AtlasAdminCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atlas-admin",
    abstract: "Call the MongoDB Atlas Administration API.",
    discussion: """
      'atlas-admin endpoints' lists what can be called, 'atlas-admin explain ENDPOINT' says what to \
      send, and 'atlas-admin call ENDPOINT' sends it.

      Credentials are read from MONGODB_ATLAS_PUBLIC_KEY and MONGODB_ATLAS_PRIVATE_KEY (or \
      …_PUBLIC_API_KEY and …_PRIVATE_API_KEY), from MONGODB_ATLAS_CLIENT_ID and \
      MONGODB_ATLAS_CLIENT_SECRET, or from a profile of the Atlas CLI. MONGODB_ATLAS_PROJECT_ID and \
      MONGODB_ATLAS_ORG_ID are the defaults of the project and the organization.

      Exit status: 0 for success, 1 for an error response of the API, 2 for invalid usage, \
      3 if the server could not be reached or rejected the credentials, 4 if --wait ended without \
      the state.
      """,
    version: "0.1.0",
    subcommands: [
      CallCommand.self, ExplainCommand.self, EndpointListCommand.self, AuthCommand.self,
      CompletionCommand.self, SimulateCommand.self,
    ]
  )

  /// Runs the command of the arguments. Usage errors exit with 2; ArgumentParser's status is 64.
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == CompletionCommand.requestName {
      return CompletionCommand.complete(Array(arguments.dropFirst()))
    }
    do {
      var command = try parseAsRoot(HelpRequest.expanded(arguments))
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      exit(with: error, format: ErrorFormat(arguments: arguments))
    }
  }

  private static func exit(with error: any Error, format: ErrorFormat) -> Never {
    let failure: CommandFailure
    switch error {
    case is ClosedPipe: exit()
    case let error as CommandFailure: failure = error
    case let error as EndpointError: failure = CommandFailure(error)
    default:
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      guard format == .json else {
        FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
        exit(withError: ExitCode(CommandFailure.Status.usage.rawValue))
      }
      failure = CommandFailure(.usage, message(for: error))
    }
    FileHandle.standardError.write(Data((format.message(of: failure) + "\n").utf8))
    exit(withError: ExitCode(failure.status.rawValue))
  }
}
