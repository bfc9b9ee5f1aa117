import ArgumentParser
import AtlasAdmin
import Foundation

/// Calls one endpoint by its name.
struct CallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Call an endpoint and print the JSON that it answers.",
    discussion: """
      'atlas-admin endpoints' lists the names and the parameters. For example:

        atlas-admin call CancelRestoreJob --param GROUP-ID=… --param CLUSTER-NAME=MyCluster \
      --param JOB-ID=…
      """
  )

  @Argument(help: "The endpoint's name, such as CancelRestoreJob.")
  var name: String

  @Option(name: .customLong("param"), help: "A value in the path.")
  var pathValues: [Assignment] = []

  @Option(name: .customLong("query"), help: "A value in the query.")
  var query: [Assignment] = []

  @Option(name: .customLong("header"), help: "A value in the header.")
  var headerFields: [Assignment] = []

  @Option(help: "A file with the JSON document to send, or - for standard input.")
  var body: String?

  @Flag(help: "Ask for an answer in an envelope that repeats its status.")
  var envelope = false

  @Flag(help: "Ask for indented JSON.")
  var pretty = false

  @Flag(help: "Print the status line and the header fields before the JSON.")
  var include = false

  @OptionGroup var connection: ConnectionOptions

  func run() async throws {
    let descriptor = try EndpointLookup(endpoints: AtlasAdminAPI.endpoints).find(name)
    let arguments = RequestAssembly.Arguments(
      path: pathValues, query: query, header: headerFields, body: try readBody())
    let assembly = RequestAssembly(api: AtlasAdminAPI.descriptor, endpoint: descriptor)
    let client: AtlasAdmin
    let request: EndpointRequest
    do {
      request = try assembly.request(with: arguments)
      client = try connection.client()
    } catch let error as EndpointError {
      throw CommandFailure(error)
    }
    do {
      let options = RequestOptions<AtlasAdminAPI>(
        pretty: pretty ? true : nil, envelope: envelope ? true : nil)
      let answer = try await client.rawResponse(to: request, options: options)
      try AnswerCheck(endpoint: descriptor).check(answer)
      AnswerPrinter(includesHead: include).print(answer)
    } catch let error as EndpointError {
      throw CommandFailure(error)
    }
  }

  private func readBody() throws -> Data? {
    guard let body else { return nil }
    if body == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
    do {
      return try Data(contentsOf: URL(filePath: body))
    } catch {
      throw CommandFailure(.usage, "the body's file '\(body)' cannot be read")
    }
  }
}

/// `NAME=VALUE`.
struct Assignment: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else { return nil }
    name = String(argument[..<sign])
    value = String(argument[argument.index(after: sign)...])
  }

  var defaultValueDescription: String { "\(name)=\(value)" }
  static var defaultCompletionKind: CompletionKind { .default }
}
