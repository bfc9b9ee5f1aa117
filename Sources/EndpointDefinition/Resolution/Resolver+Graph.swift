extension Resolver {
  /// A type that another contains, where it is written.
  private typealias Edge = TypeName

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
    _ start: String, finished: inout Set<String>, contained: (String) -> [Edge],
    message: (String, _ circle: String) -> String
  ) {
    // An explicit stack, since definitions can nest thousands of types.
    var stack: [(name: String, next: [Edge])] = [(start, contained(start))]
    var onPath: Set<String> = [start]
    while !stack.isEmpty {
      let top = stack.count - 1
      guard let edge = stack[top].next.popLast() else {
        finished.insert(stack[top].name)
        onPath.remove(stack[top].name)
        stack.removeLast()
        continue
      }
      if onPath.contains(edge.text) {
        let first = stack.firstIndex { $0.name == edge.text } ?? 0
        let circle = (stack[first...].map(\.name) + [edge.text]).joined(separator: " → ")
        report(message(edge.text, circle), at: edge.location)
      } else if !finished.contains(edge.text) {
        onPath.insert(edge.text)
        stack.append((edge.text, contained(edge.text)))
      }
    }
  }

  /// Returns the types whose values are stored in values of a type.
  private func contained(in name: String) -> [Edge] {
    let names: [TypeName?]
    switch types[name] {
    case .structure(let structure):
      names = fields(of: structure).map(\.declaration).map {
        $0.isIndirect ? nil : $0.type?.value.name
      }
    case .union(let union): names = union.variants.map { $0.isIndirect ? nil : $0.typeName }
    case .alias(let alias): names = [alias.type?.value.name]
    case .enumeration, nil: names = []
    }
    return edges(names)
  }

  /// Returns the types of which a value of a type requires a value that is stored indirectly or
  /// named by an alias; other required values are contained in it.
  private func required(by name: String) -> [Edge] {
    let names: [TypeName?]
    switch types[name] {
    case .structure(let structure):
      names = fields(of: structure).map(\.declaration).filter { $0.isRequired && !$0.isNullable }
        .map { $0.type?.value.name }
    case .alias(let alias): names = [alias.type?.value.name]
    case .union, .enumeration, nil: names = []
    }
    return edges(names)
  }

  private func edges(_ names: [TypeName?]) -> [Edge] {
    names.compactMap { $0 }.filter { types[$0.text] != nil }.reversed()
  }

  /// Warns about unused types.
  mutating func warnAboutUnusedTypes() {
    let known = usedTypes.union(misnamedTypes).union(files.flatMap(\.typesOfUnknownElements))
    for (name, type) in types where !known.contains(name) {
      warn("nothing uses the \(type.kind) '\(name)'; use it or remove it", at: type.location)
    }
  }
}
