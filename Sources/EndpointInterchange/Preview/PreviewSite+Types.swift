import EndpointDefinition
import EndpointGeneration
import EndpointModel

extension PreviewSite {
  /// Returns the article of a type.
  func article(_ type: TypeModel) -> HTML {
    var content: HTML = """
      <article id="\(type.name)" class="type" aria-labelledby="\(type.name)-title">
      <h3 id="\(type.name)-title"><span class="kind">\(type.kind)</span> \
      <a href="#\(type.name)">\(type.name)</a>\(badge(type.documentation))</h3>
      \(prose(type.documentation))
      """
    switch type {
    case .structure(let model):
      content +=
        "<ul class=\"members\">\n\(model.fields.map { item($0, of: model.name) }.joined())</ul>\n"
      content += examples(model.examples, of: nil)
    case .enumeration(let model):
      let items = model.cases.map { value in
        member(
          value.value, id: "\(model.name).\(value.value.asFragment)", type: "",
          isRequired: false, swiftName: value.swiftName ?? SwiftName.member(value.value), rules: [],
          value.documentation)
      }
      content += "<ul class=\"members\">\n\(items.joined())</ul>\n"
    case .union(let model): content += list(of: model)
    case .alias(let model): content += "<p>Another name of <code>\(link(model.type))</code>.</p>\n"
    }
    let users = users[type.name] ?? []
    if !users.isEmpty {
      let names = users.map { link($0.name) }
      content += "<p class=\"note\">Used by \(names.joined(separator: ", "))</p>\n"
    }
    return content + "</article>\n"
  }

  private func item(_ field: FieldModel, of owner: String) -> HTML {
    var rules = field.constraints.rules
    if let unit = field.unit { rules.append(unit.rawValue) }
    if field.isNullable { rules.append("can be null") }
    switch field.access {
    case .read: rules.append("only in responses")
    case .write: rules.append("only in requests")
    case nil: break
    }
    if field.isSensitive { rules.append("secret") }
    return member(
      field.name, id: "\(owner).\(field.name)", type: link(field.type),
      isRequired: field.isRequired, swiftName: field.swiftName ?? SwiftName.member(field.name),
      rules: rules, field.documentation)
  }

  private func list(of union: UnionModel) -> HTML {
    let selection: HTML =
      switch union.selection {
      case .discriminator(let field):
        "<p>The field <code>\(field)</code> selects the variant.</p>\n"
      case .shape: "<p>The required fields select the variant.</p>\n"
      }
    let items = union.variants.map { variant in
      member(
        variant.value ?? variant.type, id: "\(union.name).\(variant.value ?? variant.type)",
        type: link(.named(variant.type)), isRequired: false,
        swiftName: variant.swiftName ?? SwiftName.member(variant.value ?? variant.type), rules: [],
        variant.documentation)
    }
    return "\(selection)<ul class=\"members\">\n\(items.joined())</ul>\n"
  }

  /// Returns the entry of a parameter, a field, a case, or a variant.
  func member(
    _ name: String, id: String, type: HTML, isRequired: Bool, swiftName: String,
    rules: [String], _ documentation: Documentation
  ) -> HTML {
    var tags: HTML = type.isEmpty ? "" : " <code class=\"value\">\(type)</code>"
    if isRequired { tags += " <span class=\"required\">required</span>" }
    tags += badge(documentation)
    if swiftName != name { tags += " <span class=\"note\">Swift: <code>\(swiftName)</code></span>" }
    let details: HTML =
      rules.isEmpty
      ? ""
      : "<p class=\"rules\">\(rules.map { "<span class=\"rule\">\($0)</span>" as HTML }.joined(separator: " "))</p>\n"
    return """
      <li id="\(id.asFragment)"><code class="name">\(name)</code>\(tags)
      \(prose(documentation))\(details)</li>

      """
  }
}
