import EndpointModel

extension Resolver {
  /// Returns the models of examples, each checked by the type; `nil` for content other than JSON.
  mutating func examples(
    _ declarations: [ExampleDeclaration], of type: TypeReference?
  ) -> [JSONExample] {
    declarations.compactMap { example in
      // The grammar reports empty examples.
      guard let location = example.textLocation else { return nil }
      guard let type else {
        report("only JSON has examples; remove this", at: example.location)
        return nil
      }
      do throws(JSONTextParser.Mistake) {
        let json = try JSONTextParser.parse(example.text)
        check(json, is: type, at: "", of: location)
        return JSONExample(name: example.name, json: json.compact)
      } catch {
        report(
          "the example is not JSON: \(error.message), at line \(error.line), column \(error.column) of the text",
          at: location)
        return nil
      }
    }
  }

  /// Reports values in a document that do not match its type. The recursion is bounded by the
  /// nesting of the document.
  private mutating func check(
    _ json: JSONText, is type: TypeReference, at path: String, of location: SourceLocation
  ) {
    switch (underlying(type), json) {
    case (.list(let element), .array(let values)):
      for (index, value) in values.enumerated() {
        check(value, is: element, at: "\(path)[\(index)]", of: location)
      }
    case (.map(let value), .object(let members)):
      for member in members {
        check(member.value, is: value, at: path + "." + member.name, of: location)
      }
    case (.named(let name), _):
      guard let declaration = types[name] else { return }
      check(json, is: declaration, named: name, at: path, of: location)
    case (.scalar(let scalar), .string(let text)) where scalar.form != nil:
      guard let form = scalar.form, !scalar.isForm(of: text) else { return }
      report(
        "the example\(path.described) has '\(text)' for \(form.article) \(scalar.rawValue); write \(form.words)",
        at: location)
    case (.scalar(let scalar), _) where scalar.accepts(json): return
    default: mismatch(json, type, at: path, of: location)
    }
  }

  private mutating func check(
    _ json: JSONText, is type: TypeDeclaration, named name: String, at path: String,
    of location: SourceLocation
  ) {
    switch (type, json) {
    case (.enumeration(let declaration), .string(let value)):
      let known = declaration.values
      if !known.contains(value), !declaration.hasUnknownChildren {
        warn(
          "the example\(path.described) has '\(value)', which is not a case of '\(name)'"
            + Suggestion.among(known, for: value), at: location)
      }
    case (.structure(let declaration), .object(let members)):
      check(members, of: declaration, named: name, at: path, of: location, ignoring: nil)
    case (.union(let declaration), .object(let members)):
      check(members, of: declaration, named: name, at: path, of: location)
    default: mismatch(json, .named(name), at: path, of: location)
    }
  }

  private mutating func check(
    _ members: [JSONText.Member], of structure: StructDeclaration, named name: String,
    at path: String, of location: SourceLocation, ignoring discriminator: String?
  ) {
    let fields = fields(of: structure)
    let names = fields.compactMap { $0.declaration.name?.value }
    var seen: Set<String> = []
    for field in fields {
      // A duplicate field is reported at its declaration.
      guard let name = field.declaration.name?.value, seen.insert(name).inserted else { continue }
      let isRequired = field.declaration.isRequired
      guard let value = members.first(where: { $0.name == name })?.value else {
        if isRequired {
          report("the example\(path.described) has no '\(name)', which is required", at: location)
        }
        continue
      }
      if value == .null, !isRequired || field.declaration.isNullable { continue }
      if field.declaration.unit.attribute != nil, case .number = value { continue }
      if let model = field.model {
        check(value, is: model.type, at: path + "." + name, of: location)
      }
    }
    // An unknown element may be intended as a field.
    if structure.hasUnknownChildren { return }
    for member in members where !names.contains(member.name) && member.name != discriminator {
      warn(
        "the example\(path.described) has '\(member.name)', which '\(name)' does not have"
          + Suggestion.among(names, for: member.name), at: location)
    }
  }

  private mutating func check(
    _ members: [JSONText.Member], of union: UnionDeclaration, named name: String, at path: String,
    of location: SourceLocation
  ) {
    let object = JSONText.object(members)
    let discriminator = union.discriminator?.value
    let variant = union.variants.first { variant in
      if let discriminator {
        return variant.value.map { .string($0.value) } == object[discriminator]
      }
      guard let name = variant.typeName?.text, case .structure(let structure) = types[name] else {
        return true
      }
      return fields(of: structure).map(\.declaration).allSatisfy { field in
        !field.isRequired || field.name.map { object[$0.value] != nil } ?? true
      }
    }
    guard let type = variant?.typeName?.text, let declaration = types[type] else {
      return warn("the example\(path.described) is not a known variant of '\(name)'", at: location)
    }
    if case .structure(let structure) = declaration {
      check(members, of: structure, named: type, at: path, of: location, ignoring: discriminator)
    } else {
      check(object, is: declaration, named: type, at: path, of: location)
    }
  }

  private mutating func mismatch(
    _ json: JSONText, _ type: TypeReference, at path: String, of location: SourceLocation
  ) {
    report("the example\(path.described) has \(json.kind) where \(type) is", at: location)
  }
}

extension String {
  /// The path into an example as part of a sentence.
  fileprivate var described: String { isEmpty ? "" : " at \(drop { $0 == "." })" }
}

extension ScalarType {
  /// The form of strings of the type; `nil` if any string is valid.
  fileprivate var form: (article: String, words: String)? {
    switch self {
    case .objectID: ("an", "24 hexadecimal digits")
    case .data: ("a", "Base64")
    case .date: ("a", "a date like 2026-01-31 or 2026-01-31T12:00:00Z")
    case .url: ("a", "it without white space")
    default: nil
    }
  }

  /// Whether a string has the form of the type.
  fileprivate func isForm(of text: String) -> Bool {
    switch self {
    case .objectID: text.wholeMatch(of: /[0-9A-Fa-f]{24}/) != nil
    case .data: text.utf8.count % 4 == 0 && text.wholeMatch(of: /[A-Za-z0-9+\/]*={0,2}/) != nil
    case .date:
      text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+(Z|[+\-][0-9]{2}:?[0-9]{2}))?/)
        != nil
    case .url: !text.contains(where: \.isWhitespace)
    default: true
    }
  }

  /// Whether a value is valid for the type.
  fileprivate func accepts(_ json: JSONText) -> Bool {
    switch (self, json) {
    case (.json, _), (.bool, .bool), (.string, .string),
      (.double, .number), (.decimal, .number), (.duration, .number):
      true
    case (.int, .number(let text)), (.int64, .number(let text)): Int64(text) != nil
    case (.date, .number): true
    default: false
    }
  }
}
