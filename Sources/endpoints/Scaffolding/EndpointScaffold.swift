import EndpointModel
import EndpointDefinition

/// The beginning of an endpoint's definition, which its author completes.
struct EndpointScaffold {
  let name: String
  let method: String
  let path: String
  /// The definitions that it will be among, if they can be read.
  let known: APIModel?

  /// The path under which a scaffold that is in no file yet is checked, after all others.
  static let file = "\u{10FFFF}.xml"
  /// The API that a scaffold is checked with if there are no definitions.
  static let api =
    #"<api xmlns="urn:endpoint-definitions:1" name="API" base-url="https://example.com"/>"#

  /// The endpoint in canonical layout, as it is in a file.
  func text() throws -> String {
    do {
      let formatted = try DefinitionFormatter().format(Array(document.utf8), path: Self.file)
      let lines = formatted.split(separator: "\n", omittingEmptySubsequences: false)
      // Without the lines of the root's tags.
      return lines.dropFirst().dropLast(2).joined(separator: "\n") + "\n"
    } catch {
      let messages = error.diagnostics.map(\.message).joined(separator: "; ")
      throw ToolFailure(.failure, messages)
    }
  }

  /// A whole file with nothing but the endpoint.
  var document: String {
    let start =
      "<endpoint name=\"\(name.escapedForXML)\" method=\"\(method.escapedForXML)\" "
      + "path=\"\(path.escapedForXML)\">"
    let content =
      ["<summary>TODO: say in one sentence what it does.</summary>"] + placeholders.map(parameter)
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
    let summary = other?.documentation.summary ?? "TODO: say what it names."
    return """
      <path-param name="\(name.escapedForXML)" type="\(type.escapedForXML)">
      <summary>\(summary.escapedForXML)</summary>
      </path-param>
      """
  }
}

extension String {
  /// The text escaped for XML, in attributes too.
  var escapedForXML: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
