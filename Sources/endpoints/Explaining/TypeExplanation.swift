import EndpointDefinition
import EndpointModel

/// Explains a type in JSON.
struct TypeExplanation {
  let api: APIModel
  let type: TypeModel

  var lines: [String] { heading.lines + content + example + uses }

  private var heading: Heading {
    let (kind, documentation): (String, Documentation) =
      switch type {
      case .structure(let model): ("a JSON object", model.documentation)
      case .enumeration(let model): ("a string enumeration", model.documentation)
      case .union(let model): ("one of several JSON objects", model.documentation)
      case .alias(let model): ("an alias of \(model.type)", model.documentation)
      }
    return Heading(
      name: type.name, kind: kind, documentation: documentation, location: type.location)
  }

  private var content: [String] {
    var table = TextTable()
    switch type {
    case .structure(let model):
      for field in model.fields {
        table.add(
          field.name, field.type.description, field.rules, field.documentation.summary ?? "")
      }
      return table.isEmpty ? [] : ["", "Members"] + table.lines(indentedBy: 2)
    case .enumeration(let model):
      for value in model.cases { table.add(value.value, value.documentation.summary ?? "") }
      return ["", "Values"] + table.lines(indentedBy: 2)
    case .union(let model):
      for variant in model.variants {
        table.add(variant.sign(in: model), variant.type, variant.documentation.summary ?? "")
      }
      return ["", "Variants"] + table.lines(indentedBy: 2)
    case .alias: return []
    }
  }

  private var example: [String] {
    if case .enumeration = type { return [] }
    return ["", "Example"]
      + JSONExample(json: ExampleMaker(api).example(of: .named(type.name))).lines
  }

  private var uses: [String] {
    let uses = api.endpoints.compactMap { endpoint -> String? in
      let isSent = endpoint.body?.payload.jsonType?.mentions(type.name) ?? false
      let isReturned = endpoint.responses.contains {
        $0.payload?.jsonType?.mentions(type.name) ?? false
      }
      switch (isSent, isReturned) {
      case (true, true): return "  \(endpoint.name) sends and returns it"
      case (true, false): return "  \(endpoint.name) sends it"
      case (false, true): return "  \(endpoint.name) returns it"
      case (false, false): return nil
      }
    }
    return uses.isEmpty ? [] : ["", "Used by"] + uses
  }
}

/// Explains an error code.
struct ErrorCodeExplanation {
  let code: ErrorCodesModel.Code

  var lines: [String] {
    let heading = Heading(
      name: code.value, kind: "an error code" + (code.status.map { ", with status \($0)" } ?? ""),
      documentation: code.documentation, location: code.location)
    return heading.lines + (code.hint.map { ["", "What to do: \($0)"] } ?? [])
  }
}

extension FieldModel {
  fileprivate var rules: String {
    var rules: [String] = []
    if isRequired { rules.append("required") }
    if isNullable { rules.append("may be null") }
    if let unit { rules.append("in \(unit.rawValue)") }
    if isSensitive { rules.append("secret") }
    switch access {
    case .read: rules.append("only in responses")
    case .write: rules.append("only in requests")
    case nil: break
    }
    return (rules + constraints.rules).joined(separator: ", ")
  }
}

extension UnionModel.Variant {
  /// How the variant is selected.
  fileprivate func sign(in union: UnionModel) -> String {
    switch union.selection {
    case .discriminator(let name): "\(name) is \(value ?? "")"
    case .shape:
      requiredFields.isEmpty ? "otherwise" : "has \(requiredFields.joined(separator: ", "))"
    }
  }
}

extension TypeReference {
  /// Whether it is a named type or a collection of it.
  fileprivate func mentions(_ name: String) -> Bool {
    switch self {
    case .scalar: false
    case .named(let other): other == name
    case .list(let element), .map(let element): element.mentions(name)
    }
  }
}
