import ArgumentParser
import AtlasCore
import Foundation

/// The command-line client of the Atlas Administration API.
@main
struct AtlasAdminCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atlas-admin",
    abstract: "Call the MongoDB Atlas Administration API.",
    discussion: """
      Exit status: 0 for success, 1 for an error response of the API, 2 for invalid usage, \
      3 if the server could not be reached or rejected the credentials.
      """,
    version: "0.1.0",
    subcommands: [
      CallCommand.self, EndpointListCommand.self, DemoCommand.self, SimulateCommand.self,
    ]
  )

  /// Runs the command of the arguments. Usage errors exit with 2; ArgumentParser's status is 64.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as CommandFailure {
      exit(with: failure)
    } catch let error as EndpointError {
      exit(with: CommandFailure(error))
    } catch {
      let code = exitCode(for: error)
      guard code == .validationFailure else { exit(withError: error) }
      FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
      exit(withExitCode: .usage)
    }
  }

  private static func exit(with failure: CommandFailure) -> Never {
    FileHandle.standardError.write(Data("error: \(failure.message)\n".utf8))
    exit(withExitCode: failure.status)
  }

  private static func exit(withExitCode status: CommandFailure.Status) -> Never {
    exit(withError: ExitCode(status.rawValue))
  }
}
