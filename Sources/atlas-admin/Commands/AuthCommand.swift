import ArgumentParser

/// Commands about credentials.
struct AuthCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "auth", abstract: "Check the credentials.",
    subcommands: [AuthCheckCommand.self])
}
