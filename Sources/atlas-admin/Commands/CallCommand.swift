import ArgumentParser
@_spi(Generated) import AtlasAdmin
@_spi(Generated) import AtlasAdminV2
@_spi(Generated) import EndpointRuntime
import EndpointModel
import Foundation

/// Sends the request of an endpoint, by its name.
struct CallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Send the request of an endpoint and print the response.",
    discussion: """
      'atlas-admin endpoints' lists the names and the parameters. For example:

        atlas-admin call CancelRestoreJob --param groupId=… --param clusterName=MyCluster \
      --param restoreJobId=…
      """
  )

  @Argument(help: "The name of the endpoint, such as CancelRestoreJob.")
  var name: String

  @Option(help: "The version of the API.")
  var api: AtlasAPI = .v2

  @Option(
    name: .customLong("param"), help: ArgumentHelp("A path parameter.", valueName: "name=value"),
    transform: Assignment.init(parsing:))
  var pathValues: [Assignment] = []

  @Option(
    name: .customLong("query"), help: ArgumentHelp("A query parameter.", valueName: "name=value"),
    transform: Assignment.init(parsing:))
  var query: [Assignment] = []

  @Option(
    name: .customLong("header"), help: ArgumentHelp("A header field.", valueName: "name=value"),
    transform: Assignment.init(parsing:))
  var headerFields: [Assignment] = []

  @Option(help: "A file with the body, or - for standard input.")
  var body: String?

  @Flag(help: "Request the response in an envelope.")
  var envelope = false

  @Flag(help: "Request indented JSON.")
  var pretty = false

  @Flag(help: "Print the status line and the header fields before the body.")
  var include = false

  @Option(
    help: ArgumentHelp(
      "The file for the response. Defaults to standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var connection: ConnectionOptions

  func validate() throws {
    for (isSet, name) in [(pretty, "pretty"), (envelope, "envelope")]
    where isSet && query.contains(where: { $0.name.plainName == name }) {
      throw ValidationError("Give either --\(name) or --query \(name)=…, not both.")
    }
    if output == "" { throw ValidationError("--output needs a file name.") }
    if include, output != nil {
      throw ValidationError("--include prints to standard output; leave out --output.")
    }
  }

  func run() async throws {
    switch api {
    case .v1:
      try await run(
        RequestOptions<AtlasAdminAPI>(
          pretty: pretty ? true : nil, envelope: envelope ? true : nil))
    case .v2:
      try await run(
        RequestOptions<AtlasAdminV2API>(
          pretty: pretty ? true : nil, envelope: envelope ? true : nil))
    }
  }

  private func run<API: EndpointAPI>(_ options: RequestOptions<API>) async throws
  where API.Service == Atlas {
    let catalog = api.catalog
    let descriptor = try EndpointLookup(endpoints: catalog.endpoints).find(name)
    let arguments = RequestAssembly.Arguments(
      path: pathValues, query: query, header: headerFields,
      body: try body.map { try BodyInput(file: $0).read() })
    let assembly = RequestAssembly(api: catalog.api, endpoint: descriptor)
    let request = try assembly.request(with: arguments)
    let client = try connection.client()
    let output = ResponseOutput(file: output, includesHead: include)
    if descriptor.accept.contains(where: \.isJSONMediaType) {
      let response = try await client.rawResponse(
        to: request, of: API.self, options: options)
      try ResponseCheck(endpoint: descriptor).check(response)
      try await output.write(response)
    } else {
      try output.checkTerminal(for: descriptor)
      try await output.write(
        try await client.rawStream(of: request, of: API.self, options: options))
    }
  }
}

/// `NAME=VALUE`.
struct Assignment {
  let name: String
  let value: String

  /// - Throws: If there is no `=` after a name.
  init(parsing text: String) throws {
    guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
      throw ValidationError("write NAME=VALUE, such as groupId=5e2f0a1b9c8d7e6f5a4b3c2d")
    }
    name = String(text[..<sign])
    value = String(text[text.index(after: sign)...])
  }
}
