import EndpointModel
import EndpointRuntime

/// Completes the last of some arguments.
struct Completer {
  /// The names of the profiles of the Atlas CLI.
  var profileNames: () -> [String] = { [] }

  /// Returns what can complete the last argument.
  ///
  /// - Parameter words: The arguments of the command; the last one can be empty.
  func completion(of words: [String]) -> Completion {
    guard var command = CommandOutline.root, let current = words.last else {
      return .candidates([])
    }
    var path: [String] = []
    for word in words.dropLast() {
      guard let next = command.subcommands?.first(where: { $0.commandName == word }) else { break }
      command = next
      path.append(word)
    }
    let rest = Array(words.dropLast().dropFirst(path.count))
    if path.first == "help" { return .candidates(helpTopics(beginning: current)) }
    if let subcommands = command.subcommands, !subcommands.isEmpty {
      return .candidates(
        subcommands.filter { $0.shouldDisplay && $0.commandName.hasPrefix(current) }
          .map { Candidate(text: $0.commandName, summary: $0.abstract ?? "") })
    }
    return completion(of: current, after: rest, in: command)
  }

  private func helpTopics(beginning text: String) -> [Candidate] {
    let commands = CommandOutline.root?.subcommands ?? []
    return commands.filter { $0.shouldDisplay && $0.commandName.hasPrefix(text) }
      .map { Candidate(text: $0.commandName, summary: $0.abstract ?? "") }
      + endpoints(beginning: text, in: AtlasAPI.v2.catalog)
  }

  private func completion(
    of current: String, after words: [String], in command: CommandOutline
  ) -> Completion {
    let context = CallContext(command: command, words: words)
    if let sign = current.firstIndex(of: "="), current.hasPrefix("--") {
      let name = String(current[..<sign])
      let value = String(current[current.index(after: sign)...])
      return values(of: name, beginning: value, context).prefixed(with: name + "=")
    }
    if let option = context.pendingOption {
      return values(of: option, beginning: current, context)
    }
    guard !current.hasPrefix("-") else {
      return .candidates(options(beginning: current, context))
    }
    switch (command.commandName, context.endpoint) {
    case ("call", nil), ("explain", nil):
      return .candidates(
        context.hasName ? [] : endpoints(beginning: current, in: context.catalog))
    case ("call", _?) where current.isEmpty:
      return .candidates(options(beginning: current, context))
    default:
      let values = command.arguments?.first { $0.kind == "positional" }?.allValues ?? []
      return .candidates(values.filter { $0.hasPrefix(current) }.map { Candidate(text: $0) })
    }
  }

  private func endpoints(beginning text: String, in catalog: EndpointCatalog) -> [Candidate] {
    catalog.endpoints.filter { $0.name.lowercased().hasPrefix(text.lowercased()) }
      .map { Candidate(text: $0.name, summary: $0.summary) }
  }

  /// The flags of the endpoint that are not given, required ones first, then the options.
  private func options(beginning text: String, _ context: CallContext) -> [Candidate] {
    let flags = context.flags.filter { flag in
      !context.words.contains { $0 == flag.name || $0.hasPrefix(flag.name + "=") }
        || flag.parameter.listStyle != nil
    }
    let required = flags.filter { $0.parameter.isRequired }
    let others = flags.filter { !$0.parameter.isRequired }
    let candidates =
      (required + others).map { Candidate(text: $0.name, summary: $0.summary ?? "") }
      + context.command.options
    return candidates.filter { $0.text.hasPrefix(text) }
  }

  private func values(of option: String, beginning text: String, _ context: CallContext)
    -> Completion
  {
    func matching(_ values: [String]) -> Completion {
      .candidates(values.filter { $0.hasPrefix(text) }.map { Candidate(text: $0) })
    }
    switch option {
    case "--profile": return matching(profileNames())
    case "--tag": return matching(context.catalog.tags.map(\.name))
    case "--until": return .candidates(context.states.filter { $0.text.hasPrefix(text) })
    case "--set": return .candidates(context.assignments(beginning: text))
    default:
      if let argument = context.command.option(option) {
        return argument.completionKind?.isFile == true ? .files : matching(argument.allValues ?? [])
      }
      return matching(context.flag(option)?.values ?? [])
    }
  }
}

extension CommandOutline {
  /// The options and flags as candidates.
  fileprivate var options: [Candidate] {
    (arguments ?? []).filter { $0.kind != "positional" && $0.shouldDisplay }.compactMap {
      argument in
      let name = argument.names?.first { $0.kind == "long" } ?? argument.names?.first
      return name.map { Candidate(text: $0.text, summary: argument.abstract ?? "") }
    }
  }
}

extension Completion {
  /// The completion of `--name=value` as one argument.
  fileprivate func prefixed(with prefix: String) -> Completion {
    guard case .candidates(let candidates) = self else { return self }
    return .candidates(
      candidates.map { Candidate(text: prefix + $0.text, summary: $0.summary) })
  }
}
