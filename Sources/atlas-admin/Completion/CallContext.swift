import EndpointHelp
import EndpointModel
import EndpointRuntime

/// What the arguments before the one to complete say.
struct CallContext {
  let command: CommandOutline
  /// The arguments after the name of the command.
  let words: [String]
  let catalog: EndpointCatalog
  /// The endpoint whose name is given; `nil` if there is none.
  let endpoint: EndpointDescriptor?
  /// Whether the name of an endpoint is given, even if there is no such endpoint.
  let hasName: Bool
  /// The flags of the endpoint.
  let flags: [EndpointFlag]
  /// The option before the argument to complete that needs a value; `nil` if there is none.
  let pendingOption: String?

  init(command: CommandOutline, words: [String]) {
    self.command = command
    self.words = words
    let catalog = (HelpRequest.api(in: words) ?? .v2).catalog
    let lookup = EndpointLookup(endpoints: catalog.endpoints)
    self.catalog = catalog
    var name: String?
    var pending: String?
    var flags: EndpointFlags?
    for word in words {
      if pending != nil {
        pending = nil
      } else if word.hasPrefix("-") {
        guard !word.contains("=") else { continue }
        if let option = command.option(word) {
          if option.takesValue { pending = word }
        } else if let flag = flags?.find(String(word.drop { $0 == "-" })), !flag.isSwitch {
          pending = word
        }
      } else if name == nil, ["call", "explain"].contains(command.commandName) {
        name = word
        flags = lookup.endpoint(word).map { EndpointFlags($0, in: catalog) }
      }
    }
    hasName = name != nil
    endpoint = name.flatMap(lookup.endpoint)
    self.flags = command.commandName == "call" ? flags?.flags ?? [] : []
    pendingOption = pending
  }

  /// Returns the flag with a name.
  func flag(_ name: String) -> EndpointFlag? { flags.first { $0.name == name } }

  /// The states for `--until`.
  var states: [Candidate] {
    guard let endpoint, let plan = try? WaitPlan(for: endpoint, until: nil, in: catalog),
      let waiters = catalog.details(of: plan.endpoint.name)?.waiters
    else { return [] }
    return waiters.map { Candidate(text: $0.name, summary: $0.documentation.summary ?? "") }
  }

  /// Returns the assignments to properties of the body that begin with a text.
  func assignments(beginning text: String) -> [Candidate] {
    guard let type = endpoint?.body?.jsonType else { return [] }
    let lookup = FieldLookup(types: catalog.types)
    if let sign = text.firstIndex(of: "=") {
      let name = String(text[..<sign])
      guard let path = try? FieldPath(name), let field = lookup.field(at: path, of: type) else {
        return []
      }
      let description = ValueDescription(types: catalog.types)
      let values =
        field.constraints.values.isEmpty
        ? field.type.element == .bool ? ["true", "false"] : description.cases(of: field.type)
        : field.constraints.values
      return values.map { Candidate(text: "\(name)=\($0)") }.filter { $0.text.hasPrefix(text) }
    }
    // The names after the last dot.
    let parent = text.lastIndex(of: ".").map { String(text[..<$0]) }
    let prefix = parent.map { $0 + "." } ?? ""
    var parentType = type
    if let parent {
      guard let path = try? FieldPath(parent), let field = lookup.field(at: path, of: type) else {
        return []
      }
      parentType = field.type
    }
    return fields(of: parentType).filter { $0.access != .read }.map { field in
      let isObject = !fields(of: field.type).isEmpty
      return Candidate(
        text: prefix + field.name + (isObject ? "." : "="),
        summary: field.documentation.summary ?? "")
    }.filter { $0.text.hasPrefix(text) }
  }

  private func fields(of type: TypeReference) -> [FieldDescriptor] {
    guard case .named(let name) = catalog.types.underlying(catalog.types.underlying(type).element)
    else { return [] }
    return FieldLookup(types: catalog.types).fields(of: name)
  }
}
