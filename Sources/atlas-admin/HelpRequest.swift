import ArgumentParser
import EndpointModel

/// Requests for help about an endpoint: `help ENDPOINT` and `call ENDPOINT --help`.
enum HelpRequest {
  /// Returns the arguments, with `explain ENDPOINT` in place of a request for help about an endpoint.
  static func expanded(_ arguments: [String]) -> [String] {
    switch arguments.first {
    case "help":
      guard arguments.count > 1, !subcommands.contains(arguments[1]) else { return arguments }
      return ["explain"] + arguments.dropFirst()
    case "call":
      let isHelp = arguments.contains("--help") || arguments.contains("-h")
      guard isHelp, let api = api(in: arguments),
        let name = arguments.dropFirst().first(where: {
          EndpointLookup(endpoints: api.catalog.endpoints).endpoint($0) != nil
        })
      else { return arguments }
      return ["explain", name, "--api", api.rawValue]
    default: return arguments
    }
  }

  /// Returns the version of the API that arguments ask for; `nil` for an invalid one.
  static func api(in arguments: [String]) -> AtlasAPI? {
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--api=") { return AtlasAPI(rawValue: String(argument.dropFirst(6))) }
      if argument == "--api", index + 1 < arguments.count {
        return AtlasAPI(rawValue: arguments[index + 1])
      }
    }
    return .v2
  }

  private static var subcommands: [String] {
    AtlasAdminCommand.configuration.subcommands.map { $0._commandName } + ["help"]
  }
}
