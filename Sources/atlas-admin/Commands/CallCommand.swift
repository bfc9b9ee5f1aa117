import ArgumentParser
import EndpointModel
import EndpointRuntime

/// Sends the request of an endpoint, by its name.
struct CallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Send the request of an endpoint and print the response.",
    usage: "atlas-admin call <endpoint> [--<parameter> <value> …] [<options>]",
    discussion: """
      Each parameter of the endpoint is an option: --group-id, --groupId, and --GROUP-ID are the same. \
      'atlas-admin explain ENDPOINT' and 'atlas-admin call ENDPOINT --help' describe them.

        atlas-admin call ListClusters --all --output table
        atlas-admin call CreateCluster --body cluster.json --wait
        atlas-admin call CreateProjectAccessListEntries --set ipAddress=203.0.113.7
        atlas-admin call ListProjects --filter "$.results[?@.name=='Shop'].id" --output text
      """
  )

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp(
      "The name of the endpoint, such as ListClusters, and its parameters.",
      valueName: "endpoint"))
  var arguments: [String] = []

  @Option(help: "The version of the API.")
  var api: AtlasAPI = .v2

  @Option(
    help: ArgumentHelp("A file with the body, or - for standard input.", valueName: "file"),
    completion: .file())
  var body: String?

  @Option(
    help: ArgumentHelp(
      "Set a property of the body: name=value, a.b[0].c=value, or name:=JSON.",
      discussion: """
        Values are checked by the definition. It can be repeated, and changes a --body. Pass secrets by \
        --body -, since other users can see arguments.
        """,
      valueName: "name=value"))
  var set: [String] = []

  @Flag(help: "Read all pages of a list.")
  var all = false

  @OptionGroup(title: "Waiting") var waiting: WaitOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func validate() throws {
    guard let name = arguments.first else {
      throw ValidationError("The name of an endpoint is missing.")
    }
    guard !name.hasPrefix("-") else {
      throw ValidationError("Write the name of the endpoint before '\(name)'.")
    }
    if all, waiting.isWaiting { throw ValidationError("Give either --all or --wait, not both.") }
    if output.include, all || waiting.isWaiting || !output.isUnchanged {
      throw ValidationError(
        "--include prints one response as it is; leave out --all, --wait, --filter, and --output.")
    }
  }

  func run() async throws {
    let catalog = api.catalog
    let endpoint = try EndpointLookup(endpoints: catalog.endpoints).find(arguments.first ?? "")
    let call = try Call(
      endpoint, in: catalog, arguments: Array(arguments.dropFirst()), command: self)
    try await call.run()
  }
}
