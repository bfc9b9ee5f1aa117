import EndpointDefinition

extension SwiftWriter {
  /// Writes the waiters of an endpoint.
  mutating func emitWaiters(of endpoint: EndpointModel, types: TypeIndex) {
    guard !endpoint.waiters.isEmpty else { return }
    line()
    block("extension Waiter where E == \(endpoint.name)") { writer in
      for (index, waiter) in endpoint.waiters.enumerated() {
        if index > 0 { writer.line() }
        writer.documentation([
          waiter.documentation.summary ?? "Waits for `\(waiter.name)`.",
          waiter.documentation.details, waiter.documentation.deprecationNote,
        ])
        writer.block("public static var \(SwiftName.escaped(waiter.name)): Self") { writer in
          writer.list("Self(", waiter.arguments(types), ")")
        }
      }
    }
  }
}

extension WaiterModel {
  fileprivate func arguments(_ types: TypeIndex) -> [String] {
    var arguments = [
      "name: \(name.swiftLiteral)", "interval: .seconds(\(interval))",
      "timeout: .seconds(\(timeout))",
    ]
    if !doneValues.isEmpty { arguments.append("doneValues: \(Self.literal(doneValues))") }
    if !failedValues.isEmpty { arguments.append("failedValues: \(Self.literal(failedValues))") }
    if !doneStatuses.isEmpty {
      let statuses = doneStatuses.map(String.init).joined(separator: ", ")
      arguments.append("doneStatuses: [\(statuses)]")
    }
    if let state = state(types) { arguments.append("state: { \(state) }") }
    return arguments
  }

  private static func literal(_ values: [String]) -> String {
    "[" + values.map(\.swiftLiteral).joined(separator: ", ") + "]"
  }

  /// The expression that gives the state of an answer, `$0`, as text.
  private func state(_ types: TypeIndex) -> String? {
    guard let last = path.last else { return nil }
    var expression = "$0"
    for step in path {
      let name = SwiftName.behindDot(step.field.swiftName ?? SwiftName.member(step.field.name))
      expression += (step.followsOptional ? "?" : "") + "." + name
    }
    let isOptional =
      path.contains { $0.followsOptional } || !last.field.isRequired || last.field.isNullable
    let isNullable = last.field.isNullable && !last.field.isRequired
    if isNullable { expression += "?.value" }
    switch types.underlying(last.field.type) {
    case .scalar(.string): return expression
    case .named: return expression + (isOptional ? "?" : "") + ".rawValue"
    default: return expression + (isOptional ? "?" : "") + ".parameterValue"
    }
  }
}
