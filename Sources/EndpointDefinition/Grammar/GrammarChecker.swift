/// Checks elements by the grammar and reports every violation.
///
/// Misspelled names are replaced by the intended ones, and other unknown attributes are removed, so
/// that a mistake is reported once.
struct GrammarChecker {
  /// Whether attributes of earlier versions of the language are valid.
  var acceptsReplacedAttributes = false
  /// The rules by element.
  var rules = Grammar.rules
  /// The valid root elements.
  var roots = Grammar.roots
  private(set) var diagnostics: [Diagnostic] = []

  /// Checks a file.
  ///
  /// - Returns: Whether the root element is known, so that the file can be resolved.
  mutating func check(root: XMLElement) -> Bool {
    guard root.namespace == Grammar.namespace else {
      report(
        "<\(root.name)> is not in the namespace of definitions; add xmlns=\"\(Grammar.namespace)\"",
        at: root.location)
      return false
    }
    guard roots.contains(root.name) else {
      let choice = roots.map { "<\($0)>" }.joined(separator: ", ")
      report(
        roots.count == 1
          ? "the file begins with \(choice), not with <\(root.name)>"
          : "a definition file begins with one of \(choice), not with <\(root.name)>"
            + Suggestion.among(roots, for: root.name), at: root.location)
      return false
    }
    check(root)
    return true
  }

  private mutating func check(_ element: XMLElement) {
    guard let rule = rules[element.name] else { return }
    checkAttributes(of: element, by: rule)
    if !rule.isText, let location = element.textLocation {
      report(
        "text cannot be directly in <\(element.name)>; did you mean summary=\"…\"?", at: location)
    }
    if rule.isText, element.textLocation == nil {
      report("<\(element.name)> is empty; write its text or remove it", at: element.location)
    }
    checkText(element)
    checkSummary(of: element, by: rule)
    var first: [String: XMLElement] = [:]
    for child in element.children {
      if !rule.children.contains(child.name) || child.namespace != Grammar.namespace {
        report(misplaced(child, in: element, allowed: rule.children), at: child.location)
        guard let meant = meant(by: child, in: element, rule: rule) else { continue }
        child.rename(to: meant)
      }
      if rule.single.contains(child.name), let first = first[child.name] {
        report(
          "<\(element.name)> has a second <\(child.name)>; remove one of them", at: child.location,
          notes: [Diagnostic(.note, "the first one is here", at: first.location)])
      }
      first[child.name] = first[child.name] ?? child
      check(child)
    }
  }

  private mutating func checkSummary(of element: XMLElement, by rule: Grammar.Rule) {
    guard rule.hasSummary, let attribute = element["summary"], let child = element.child("summary")
    else { return }
    report(
      "<\(element.name)> has a summary already; remove this <summary>", at: child.location,
      notes: [Diagnostic(.note, "the other one is here", at: attribute.location)])
  }

  private func misplaced(
    _ child: XMLElement, in element: XMLElement, allowed: [String]
  ) -> String {
    if child.namespace != Grammar.namespace {
      return "<\(child.name)> is not in the namespace \(Grammar.namespace); remove its own"
    }
    let parents = rules.filter { $0.value.children.contains(child.name) }.keys.sorted()
    if !parents.isEmpty {
      let places = parents.map { "<\($0)>" }.joined(separator: " or ")
      return "<\(child.name)> cannot be in <\(element.name)>; it belongs in \(places)"
    }
    return "unknown element <\(child.name)> in <\(element.name)>"
      + Suggestion.among(allowed, for: child.name)
  }

  /// Returns the intended name of a misspelled child; `nil` if no valid child is similar.
  private func meant(by child: XMLElement, in element: XMLElement, rule: Grammar.Rule) -> String? {
    guard child.namespace == Grammar.namespace, rules[child.name] == nil,
      let name = Suggestion.closest(to: child.name, among: rule.children)
    else { return nil }
    return rule.single.contains(name) && element.child(name) != nil ? nil : name
  }

  private mutating func checkAttributes(of element: XMLElement, by rule: Grammar.Rule) {
    let names = rule.attributes.map(\.name)
    var attributes: [XMLAttribute] = []
    var openings: [String] = []
    for var attribute in element.attributes {
      if let known = rule.attributes.first(where: { $0.name == attribute.name }) {
        if let problem = problem(with: attribute, by: known) {
          report(problem.message, at: problem.location)
        }
      } else if let replaced = Grammar.replacedAttributes[attribute.name], names.contains("type") {
        if !acceptsReplacedAttributes {
          report(
            "'\(attribute.name)' is no longer an attribute; \(replaced.fix)",
            at: attribute.location)
        }
        if attribute.value == "true" { openings.append(replaced.opening) }
        continue
      } else {
        let meant = Suggestion.closest(to: attribute.name, among: names)
        report(
          "unknown attribute '\(attribute.name)' on <\(element.name)>"
            + (meant.map { "; did you mean '\($0)'?" } ?? ""), at: attribute.location)
        guard let meant, element[meant] == nil, !attributes.contains(where: { $0.name == meant })
        else { continue }
        attribute.name = meant
      }
      attributes.append(attribute)
    }
    // What was meant, so that nothing else is reported about it.
    for opening in openings {
      guard let index = attributes.firstIndex(where: { $0.name == "type" }) else { continue }
      attributes[index].enclose(in: opening, "]")
    }
    if attributes.map(\.name) != element.attributes.map(\.name) {
      element.replaceAttributes(with: attributes)
    }
    for attribute in rule.attributes where attribute.isRequired && element[attribute.name] == nil {
      report(
        "<\(element.name)> has no attribute '\(attribute.name)'; add \(attribute.name)=\"…\"",
        at: element.location)
    }
  }

  private func problem(
    with attribute: XMLAttribute, by rule: any AttributeRule
  ) -> AttributeProblem? {
    let message: String
    if attribute.value.allSatisfy(\.isWhitespace) {
      message = "attribute '\(attribute.name)' is empty; give it a value"
    } else if attribute.value.unicodeScalars.contains(where: \.isInvisible) {
      message = "attribute '\(attribute.name)' has an invisible control character; remove it"
    } else {
      return rule.problem(with: attribute)
    }
    return AttributeProblem(message: message, location: attribute.valueLocation)
  }

  private mutating func checkText(_ element: XMLElement) {
    let hasControls = element.text.unicodeScalars.contains { scalar in
      scalar.isInvisible && !["\n", "\r", "\t"].contains(scalar)
    }
    if hasControls {
      report(
        "the text of <\(element.name)> has an invisible control character; remove it",
        at: element.textLocation ?? element.location)
    }
  }

  private mutating func report(
    _ message: String, at location: SourceLocation, notes: [Diagnostic] = []
  ) {
    diagnostics.append(Diagnostic(.error, message, at: location, notes: notes))
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a control character or reorders the text around it.
  var isInvisible: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
