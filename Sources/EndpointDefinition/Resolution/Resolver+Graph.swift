extension Resolver {
  /// Reports types that contain themselves other than through a list or a map, of which no value
  /// can exist.
  mutating func checkRecursion() {
    let reported = diagnostics.count
    var finished: Set<String> = []
    for name in types.keys.sorted() where !finished.contains(name) {
      visit(name, finished: &finished, contained: contained(in:)) { name, circle in
        "'\(name)' contains itself (\(circle)); break the cycle, make this a list, or add indirect=\"true\""
      }
    }
    guard diagnostics.count == reported else { return }
    finished = []
    for name in types.keys.sorted() where !finished.contains(name) {
      visit(name, finished: &finished, contained: required(by:)) { name, circle in
        "'\(name)' requires itself (\(circle)), so it has no value; make this optional or a list"
      }
    }
  }

  /// Walks the types that a type contains. The depth is bounded by the number of types.
  private mutating func visit(
    _ start: String, finished: inout Set<String>,
    contained: (String) -> [(String, XMLElement)], message: (String, _ circle: String) -> String
  ) {
    // An explicit stack, since definitions can nest thousands of types.
    var stack: [(name: String, next: [(String, XMLElement)])] = [(start, contained(start))]
    var onPath: Set<String> = [start]
    while !stack.isEmpty {
      let top = stack.count - 1
      guard let (name, element) = stack[top].next.popLast() else {
        finished.insert(stack[top].name)
        onPath.remove(stack[top].name)
        stack.removeLast()
        continue
      }
      if onPath.contains(name) {
        let first = stack.firstIndex { $0.name == name } ?? 0
        let circle = (stack[first...].map(\.name) + [name]).joined(separator: " → ")
        report(
          message(name, circle), at: element["type"]?.valueLocation ?? element.location)
      } else if !finished.contains(name) {
        onPath.insert(name)
        stack.append((name, contained(name)))
      }
    }
  }

  /// Returns the types whose values are stored in values of a type, with the elements that declare
  /// them.
  private func contained(in name: String) -> [(String, XMLElement)] {
    guard let declaration = types[name] else { return [] }
    let members =
      declaration.name == "alias"
      ? [declaration] : fields(of: declaration) + declaration.children("variant")
    return members.reversed().compactMap { member in
      guard !member.flag("list"), !member.flag("map"), !member.flag("indirect"),
        let type = member["type"]?.value, types[type] != nil
      else { return nil }
      return (type, member)
    }
  }

  /// Returns the types of which a value of a type requires a value that is stored indirectly or
  /// named by an alias; other required values are contained in it.
  private func required(by name: String) -> [(String, XMLElement)] {
    guard let declaration = types[name], declaration.name != "union" else { return [] }
    let members =
      declaration.name == "alias"
      ? [declaration]
      : fields(of: declaration).filter { $0.flag("required") && !$0.flag("nullable") }
    return members.reversed().compactMap { member in
      guard !member.flag("list"), !member.flag("map"), let type = member["type"]?.value,
        types[type] != nil
      else { return nil }
      return (type, member)
    }
  }

  /// Warns about unused types.
  mutating func warnAboutUnusedTypes() {
    let known = usedTypes.union(misnamedTypes)
      .union(documents.flatMap(\.root.typesOfUnknownElements))
    for (name, element) in types where !known.contains(name) {
      warn("nothing uses the \(element.name) '\(name)'; use it or remove it", at: element.location)
    }
  }
}

extension XMLElement {
  /// Returns the unknown types in the descendants of an element.
  fileprivate var typesOfUnknownElements: [String] {
    children.flatMap { child in
      let isKnown = Grammar.rules[child.name] != nil
      return (isKnown ? [] : [child["type"]?.value ?? ""]) + child.typesOfUnknownElements
    }
  }
}
