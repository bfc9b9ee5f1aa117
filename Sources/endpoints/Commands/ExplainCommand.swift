import ArgumentParser
import EndpointDefinition

/// Explains an endpoint, a type, or an error code.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain an endpoint, a type or an error code on the wire.",
    discussion: """
      Of an endpoint: its request with parameters and an example body, and what success looks like. \
      Of a type: its members and an example.
      """)

  @Argument(help: "The name of an endpoint, a type or an error code.")
  var name: String

  @Option(help: ArgumentHelp("The folder of the definitions.", valueName: "folder"))
  var definitions: String?

  func run() throws {
    let api = try Definitions(option: definitions).model()
    Console.print(try explanation(in: api).joined(separator: "\n"))
  }

  private func explanation(in api: APIModel) throws -> [String] {
    func isNamed(_ other: String) -> Bool { other.lowercased() == name.lowercased() }
    for file in api.files {
      if let endpoint = file.endpoints.first(where: { isNamed($0.name) }) {
        return EndpointExplanation(api: api, endpoint: endpoint, tag: file.tag ?? "").lines
      }
      if let type = file.types.first(where: { isNamed($0.name) }) {
        return TypeExplanation(api: api, type: type).lines
      }
      if let code = file.errorCodes?.codes.first(where: { isNamed($0.value) }) {
        return ErrorCodeExplanation(code: code).lines
      }
    }
    let names =
      api.endpoints.map(\.name) + api.types.map(\.name)
      + (api.errorCodes?.codes.map(\.value) ?? [])
    throw ToolFailure(
      .usage, "unknown name '\(name)'" + Suggestion.among(names, for: name))
  }
}
