import EndpointModel
import EndpointDefinition

/// The beginning of an endpoint's definition, which the author completes.
struct EndpointScaffold {
  let name: String
  let method: String
  let path: String
  /// The existing definitions; `nil` if they cannot be read.
  let known: APIModel?

  /// The path for checking an endpoint that has no file yet, after all others.
  static let file = "\u{10FFFF}.xml"
  /// The API for checking an endpoint if there are no definitions.
  static let api =
    #"<api xmlns="urn:endpoint-definitions:1" name="API" base-url="https://example.com"/>"#

  /// Returns the endpoint in canonical layout.
  func text() throws -> String {
    do {
      let formatted = try DefinitionFormatter().format(Array(document.utf8), path: Self.file)
      let lines = formatted.split(separator: "\n", omittingEmptySubsequences: false)
      // Without the tags of the root.
      return lines.dropFirst().dropLast(2).joined(separator: "\n") + "\n"
    } catch {
      let messages = error.diagnostics.map(\.message).joined(separator: "; ")
      throw ToolFailure(.failure, messages)
    }
  }

  /// Returns a file with only the endpoint.
  var document: String {
    let start =
      "<endpoint name=\"\(name.escapedForXML)\" method=\"\(method.escapedForXML)\" "
      + "path=\"\(path.escapedForXML)\" summary=\"TODO: one sentence.\">"
    let shared = known?.pathParameters.map(\.name) ?? []
    let content =
      placeholders.filter { !shared.contains($0) }.map(parameter)
      + (hasBody ? ["<body type=\"JSON\"/>"] : []) + [response]
    let lines =
      ["<endpoints xmlns=\"urn:endpoint-definitions:1\" tag=\"ScaffoldedEndpoints\">", start]
      + content + ["</endpoint>", "</endpoints>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private var hasBody: Bool { ["PATCH", "POST", "PUT"].contains(method) }

  private var response: String {
    switch method {
    case "DELETE", "HEAD", "OPTIONS": #"<response status="200 204"/>"#
    case "POST": #"<response status="200 201" type="JSON"/>"#
    default: #"<response status="200" type="JSON"/>"#
    }
  }

  /// The names of the path's placeholders, each once.
  private var placeholders: [String] {
    var names: [String] = []
    for match in path.matches(of: /\{([^{}\/]+)\}/) where !names.contains(String(match.1)) {
      names.append(String(match.1))
    }
    return names
  }

  private func parameter(_ name: String) -> String {
    let other = known?.endpoints.lazy.flatMap(\.parameters)
      .first { $0.parameterLocation == .path && $0.name == name }
    let type =
      other?.type.description ?? (name.uppercased().hasSuffix("ID") ? "ObjectID" : "String")
    let summary = other?.documentation.summary ?? "TODO: one sentence."
    return """
      <path-param name="\(name.escapedForXML)" type="\(type.escapedForXML)" \
      summary="\(summary.escapedForXML)"/>
      """
  }
}

extension String {
  /// The string escaped for XML, also in attributes.
  var escapedForXML: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
