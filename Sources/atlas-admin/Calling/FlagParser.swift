import EndpointModel

/// A flag with its value.
struct FlagValue {
  let flag: EndpointFlag
  let value: String
}

/// Parses the arguments of `call` that its own options do not take: the flags of the endpoint.
struct FlagParser {
  let endpoint: String
  let flags: EndpointFlags

  /// Returns the flags with their values, in order.
  ///
  /// - Throws: A usage failure for an unknown flag or a missing value.
  func parse(_ arguments: [String]) throws -> [FlagValue] {
    var values: [FlagValue] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--"), argument.count > 2 else {
        throw CommandFailure(
          .usage, "unexpected argument '\(argument)'; write parameters as --name value")
      }
      let parts = argument.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      if let flag = flags.find(name) {
        let inline = parts.count > 1 ? String(parts[1]) : nil
        values.append(
          FlagValue(flag: flag, value: try inline ?? Self.value(of: flag, in: &rest)))
      } else if parts.count == 1, let flag = negated(name) {
        values.append(FlagValue(flag: flag, value: "false"))
      } else {
        throw unknown("--" + name)
      }
    }
    return values
  }

  /// Returns the value after a flag.
  private static func value(
    of flag: EndpointFlag, in rest: inout ArraySlice<String>
  ) throws -> String {
    if flag.isSwitch {
      guard let next = rest.first, ["true", "false"].contains(next) else { return "true" }
      return rest.removeFirst()
    }
    guard let next = rest.first, !next.hasPrefix("--") else {
      let hint = rest.first.map { "; if '\($0)' is the value, write \(flag.name)=\($0)" } ?? ""
      throw CommandFailure(.usage, "\(flag.name) needs a value (\(flag.parameter.type))\(hint)")
    }
    return rest.removeFirst()
  }

  /// Returns the switch that `--no-…` turns off.
  private func negated(_ name: String) -> EndpointFlag? {
    guard name.hasPrefix("no-"), let flag = flags.find(String(name.dropFirst(3))), flag.isSwitch
    else { return nil }
    return flag
  }

  private func unknown(_ name: String) -> CommandFailure {
    let options = EndpointFlags.reservedNames.map { "--" + $0 }
    let suggestion = NearestName.find(name, among: flags.flags.map(\.name) + options.sorted())
      .map { "did you mean '\($0)'?" }
    return CommandFailure(
      .usage,
      "\(endpoint) has no parameter '\(name)'; "
        + (suggestion ?? "'atlas-admin explain \(endpoint)' lists its parameters"))
  }
}
