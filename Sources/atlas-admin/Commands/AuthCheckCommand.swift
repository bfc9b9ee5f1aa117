import ArgumentParser
import AtlasCore
import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation

/// Reports which credentials and defaults are used, where they come from, and whether they work.
struct AuthCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report which credentials are used, where they come from, and whether they work.",
    discussion: "It requests the root of the API. The credentials themselves are not printed.")

  /// The output format.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: "The version of the API whose root is requested.")
  var api: AtlasAPI = .v2

  @Option(help: "The output format.")
  var output: Format = .text

  @Option(help: "The format of errors on standard error.")
  var errorFormat: ErrorFormat = .text

  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func run() async throws {
    let settings = try connection.settings()
    let credentials = try settings.credentials()
    let items: [(name: String, setting: Setting<String>?)] = [
      (
        "credentials", Setting(value: credentials.value.method, source: credentials.source)
      ),
      (
        "server",
        Setting(value: "\(settings.baseURL.value)", source: settings.baseURL.source)
      ),
      ("project", settings.projectID), ("organization", settings.organizationID),
    ]
    // The settings are printed first, since they explain why the request fails.
    if output == .text { for item in items { try report(item.name, item.setting) } }
    let roles = try await roles(settings)
    guard output == .json else {
      for role in roles { try report("role", Setting(value: role, source: "the server")) }
      return try report("The server accepts the credentials.")
    }
    var members = Dictionary(items.map { ($0.name, $0.setting?.json ?? .null) }) { $1 }
    members["roles"] = .strings(roles)
    try report(try JSON.object(members).document(pretty: true))
  }

  /// Requests the root of the API and returns the roles of the credentials that it reports.
  private func roles(_ settings: ConnectionSettings) async throws -> [String] {
    let endpoint = try EndpointLookup(endpoints: api.catalog.endpoints).find("GetSystemStatus")
    let sender = RequestSender(api: api, client: try connection.client(settings))
    let status = try await sender.json(of: endpoint, RequestBuilder(endpoint.operation))
    return (status["apiKey"]?["roles"]?.array ?? []).compactMap { assignment in
      let scope = assignment["groupId"]?.string ?? assignment["orgId"]?.string
      return assignment["roleName"]?.string.map { role in
        scope.map { "\(role) of \($0)" } ?? role
      }
    }
  }

  private func report(_ name: String, _ setting: Setting<String>?) throws {
    let name = name.padding(toLength: 14, withPad: " ", startingAt: 0)
    let text = setting.map { "\($0.value) (from \($0.source))" } ?? "none"
    try report(name + text)
  }

  private func report(_ line: String) throws {
    try ResponseOutput.write(Data((line + "\n").utf8))
  }
}

extension Setting<String> {
  fileprivate var json: JSON { ["value": .string(value), "source": .string(source)] }
}
