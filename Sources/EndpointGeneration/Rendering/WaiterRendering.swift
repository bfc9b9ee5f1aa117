import EndpointDefinition
import EndpointModel

extension SwiftWriter {
  /// Writes the waiters of an endpoint.
  mutating func writeWaiters(of endpoint: OperationModel, types: TypeIndex) {
    write(endpoint.waiters.filter { !$0.endsByStatus }, as: "Waiter", of: endpoint, types)
    write(endpoint.waiters.filter(\.endsByStatus), as: "DeletionWaiter", of: endpoint, types)
  }

  private mutating func write(
    _ waiters: [WaiterModel], as type: String, of endpoint: OperationModel, _ types: TypeIndex
  ) {
    guard !waiters.isEmpty else { return }
    line()
    block("extension \(type) where E == \(endpoint.name)") { writer in
      for (index, waiter) in waiters.enumerated() {
        if index > 0 { writer.line() }
        writer.documentation([
          waiter.documentation.summary ?? "Waits for `\(waiter.name)`.",
          waiter.documentation.details, waiter.documentation.deprecationNote,
        ])
        writer.block("public static var \(SwiftName.escaped(waiter.name)): Self") { writer in
          writer.call("Self", waiter.arguments(types))
        }
      }
    }
  }
}

extension WaiterModel {
  fileprivate var endsByStatus: Bool { !successStatuses.isEmpty }

  fileprivate func arguments(_ types: TypeIndex) -> [String] {
    var arguments = [
      "name: \(name.swiftLiteral), interval: .seconds(\(interval)), timeout: .seconds(\(timeout))"
    ]
    if endsByStatus {
      let statuses = successStatuses.map(String.init).joined(separator: ", ")
      arguments.append("statuses: [\(statuses)]")
      if !successCodes.isEmpty {
        arguments.append("codes: " + SwiftWriter.array(successCodes.map(\.swiftLiteral)))
      }
    }
    if !success.isEmpty { arguments.append("success: " + Self.literal(success, types)) }
    if !failure.isEmpty { arguments.append("failure: " + Self.literal(failure, types)) }
    return arguments
  }

  private static func literal(_ conditions: [Condition], _ types: TypeIndex) -> String {
    SwiftWriter.array(conditions.map { $0.expression(types) })
  }
}

extension WaiterModel.Condition {
  fileprivate func expression(_ types: TypeIndex) -> String {
    if path.isEmpty { return ".init(\"response\") { $0.map { _ in \"present\" } }" }
    let texts = values.map(\.swiftLiteral)
    let meant = texts.isEmpty ? "" : ", is: [\(texts.joined(separator: ", "))]"
    let head = ".init(\(member.swiftLiteral)\(meant)) {"
    let text = text(types) ?? "nil"
    // Conditions are indented by eight columns and followed by a comma.
    if head.count + text.count + 12 <= 100 { return "\(head) \(text) }" }
    if head.count + 8 <= 100 { return "\(head)\n  \(text)\n}" }
    return SwiftWriter.call(
      ".init", [member.swiftLiteral, "is: " + SwiftWriter.array(texts)]) + " { \(text) }"
  }

  /// Returns the expression of a field of a response, `$0`, as a string.
  private func text(_ types: TypeIndex) -> String? {
    guard let last = path.last else { return nil }
    var expression = "$0"
    for step in path {
      let name = SwiftName.behindDot(step.field.swiftName ?? SwiftName.member(step.field.name))
      expression += (step.followsOptional ? "?" : "") + "." + name
    }
    let isOptional =
      path.contains { $0.followsOptional } || !last.field.isRequired || last.field.isNullable
    if last.field.isNullable && !last.field.isRequired { expression += "?.value" }
    switch types.underlying(last.field.type) {
    case .scalar(.string): return expression
    case .list: return presence(ofElementsIn: isOptional ? "(\(expression) ?? [])" : expression)
    case .map: return presence(ofElementsIn: isOptional ? "(\(expression) ?? [:])" : expression)
    case .scalar(.json): return presence(of: expression, isOptional)
    case .named where !types.isEnumeration(last.field.type):
      return presence(of: expression, isOptional)
    case .named: return expression + (isOptional ? "?" : "") + ".rawValue"
    case .scalar: return expression + (isOptional ? "?" : "") + ".parameterValue"
    }
  }

  private func presence(ofElementsIn expression: String) -> String {
    "\(expression).isEmpty ? nil : \"present\""
  }

  /// A value without a string form is only checked for presence.
  private func presence(of expression: String, _ isOptional: Bool) -> String {
    isOptional ? expression + ".map { _ in \"present\" }" : "_ in \"present\""
  }
}
