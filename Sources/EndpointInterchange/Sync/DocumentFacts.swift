import EndpointDefinition
import EndpointModel

/// What an OpenAPI document says about each part of an API, in the terms of definitions.
///
/// The facts of the last import are kept beside the definitions, so that a later synchronization
/// can tell changes of the document from changes of the definitions.
package struct DocumentFacts: Hashable, Sendable {
  /// The attributes of a part by their names.
  typealias Attributes = [String: String]

  /// The name of the file in the folder of definitions.
  package static let fileName = ".openapi-facts"

  private(set) var parts: [String: Attributes] = [:]

  subscript(_ key: String) -> Attributes? { parts[key] }

  /// Whether there are facts about endpoints.
  package var isEmpty: Bool { parts.isEmpty }

  // MARK: Keys

  /// Returns the key of an endpoint by its whole path, in which placeholders have no names.
  ///
  /// - Parameter contentType: The media type that distinguishes it from others of its path.
  static func endpoint(_ method: String, _ path: String, _ contentType: String?) -> String {
    "\(method) \(path)" + (contentType.map { " as \($0)" } ?? "")
  }

  static func parameter(
    _ location: ParameterLocation, _ name: String, of endpoint: String
  ) -> String {
    "\(endpoint) \(location.rawValue):\(location == .header ? name.lowercased() : name)"
  }

  /// The key of what all endpoints share.
  static let api = "api"

  static func type(_ key: String) -> String { "type \(key)" }

  // MARK: Facts of a draft

  /// Collects the facts of a draft.
  init(_ draft: APIDraft) {
    let index = DraftIndex(draft)
    for parameter in draft.parameters {
      add(index.facts(of: parameter), to: Self.parameter(.query, parameter.name, of: Self.api))
    }
    for (endpoint, key) in index.endpoints {
      parts[key] = index.facts(of: endpoint)
      let placeholders = PathTemplate(endpoint.path).placeholders
      for parameter in endpoint.parameters {
        let position = placeholders.firstIndex(of: parameter.name).map(String.init)
        let name = parameter.location == .path ? position ?? "" : parameter.name
        add(index.facts(of: parameter), to: Self.parameter(parameter.location, name, of: key))
      }
      if let body = endpoint.body { parts["\(key) body"] = index.facts(of: body) }
      for (offset, response) in endpoint.responses.enumerated() {
        parts["\(key) response:\(offset)"] = index.facts(of: response)
        for field in response.headerFields {
          parts["\(key) header-field:\(field.name.lowercased())"] = index.facts(of: field)
        }
      }
    }
    for type in index.types.values {
      let key = Self.type(index.key(of: type.name))
      parts[key] = index.facts(of: type)
      switch type.form {
      case .structure(let fields, _):
        for field in fields { parts["\(key) .\(field.name)"] = index.facts(of: field) }
      case .enumeration(let cases):
        for value in cases {
          parts["\(key) =\(value.value)"] = index.facts(of: value.documentation)
        }
      case .union(_, let variants):
        for variant in variants {
          parts["\(key) |\(index.key(of: variant))"] = index.facts(of: variant)
        }
      case .alias: continue
      }
    }
  }

  /// Copies the facts of a type.
  mutating func copy(_ key: String, to other: String, members: Set<String>) {
    parts[other] = parts[key]
    for name in members { parts["\(other) \(name)"] = parts["\(key) \(name)"] }
  }

  private mutating func add(_ facts: Attributes, to key: String) { parts[key] = facts }

  // MARK: Text

  private static let heading =
    "# What the OpenAPI document said at the last 'endpoints import' or 'endpoints sync'. Do not edit."

  /// The facts as text: a line for each endpoint and type, and indented ones for their parts.
  package var text: String {
    var text = Self.heading + "\n"
    var owner: String?
    for (key, attributes) in parts.sorted(by: { $0.key < $1.key }) {
      var name = key
      if let owner, key.hasPrefix(owner + " ") {
        text += "\t"
        name = String(key.dropFirst(owner.count + 1))
      } else {
        owner = key
      }
      let cells = [name] + attributes.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
      text += cells.map(\.escapedForFacts).joined(separator: "\t") + "\n"
    }
    return text
  }

  /// Reads facts.
  package init(_ text: String) {
    var owner = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let isPart = line.hasPrefix("\t")
      let cells = (isPart ? line.dropFirst() : line)
        .split(separator: "\t", omittingEmptySubsequences: false).map(\.unescapedFromFacts)
      guard let name = cells.first else { continue }
      var attributes: Attributes = [:]
      for cell in cells.dropFirst() {
        guard let sign = cell.firstIndex(of: "=") else { continue }
        attributes[String(cell[..<sign])] = String(cell[cell.index(after: sign)...])
      }
      if !isPart { owner = name }
      parts[isPart ? "\(owner) \(name)" : name] = attributes
    }
  }
}

extension StringProtocol {
  fileprivate var escapedForFacts: String {
    guard contains(where: { "\\\t\n\r".contains($0) }) else { return String(self) }
    return reduce(into: "") { text, character in
      switch character {
      case "\\": text += "\\\\"
      case "\t": text += "\\t"
      case "\n", "\r", "\r\n": text += "\\n"
      default: text.append(character)
      }
    }
  }

  fileprivate var unescapedFromFacts: String {
    guard contains("\\") else { return String(self) }
    var text = ""
    var isEscaped = false
    for character in self {
      if isEscaped {
        text.append(character == "t" ? "\t" : character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}
