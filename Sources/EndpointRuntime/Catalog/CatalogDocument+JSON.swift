package import EndpointModel
import Foundation

extension CatalogDocument.Content {
  /// Decodes a document; what is not as the generator writes it is left out.
  package init(_ json: String) {
    let document = JSONCoding.document(Data(json.utf8)) ?? .null
    let types = document.list("types").compactMap(TypeDescriptor.init)
    let endpoints = document.list("endpoints").compactMap { endpoint in
      endpoint["name"]?.string.map { ($0, EndpointDetails(endpoint)) }
    }
    self.init(
      types: Dictionary(types.map { ($0.name, $0) }) { first, _ in first },
      endpoints: Dictionary(endpoints) { first, _ in first },
      parameters: document.list("parameters").compactMap(ParameterDetails.init))
  }
}

extension JSON {
  fileprivate func list(_ name: String) -> [JSON] { self[name]?.array ?? [] }
  fileprivate func strings(_ name: String) -> [String] { list(name).compactMap(\.string) }
  fileprivate func numbers(_ name: String) -> [Int] {
    list(name).compactMap { $0.integer.map(Int.init) }
  }
  fileprivate func number(_ name: String) -> Int? { self[name]?.integer.map(Int.init) }
  fileprivate func flag(_ name: String) -> Bool { self[name]?.bool ?? false }

  fileprivate var documentation: Documentation {
    Documentation(
      summary: self["summary"]?.string, details: self["details"]?.string,
      deprecation: self["deprecation"]?.string, replacement: self["replacement"]?.string)
  }
}

extension TypeDescriptor {
  fileprivate init?(_ json: JSON) {
    guard let name = json["name"]?.string, let kind = Kind(json) else { return nil }
    self.init(name: name, documentation: json.documentation, kind: kind)
  }
}

extension TypeDescriptor.Kind {
  fileprivate init?(_ json: JSON) {
    if let fields = json["fields"]?.array {
      self = .structure(fields.compactMap(FieldDescriptor.init))
    } else if let cases = json["cases"]?.array {
      self = .enumeration(
        cases.compactMap { json in
          json["value"]?.string.map {
            CaseDescriptor(value: $0, documentation: json.documentation)
          }
        })
    } else if let variants = json["variants"]?.array {
      self = .union(
        UnionDescriptor(
          discriminator: json["discriminator"]?.string,
          variants: variants.compactMap { json in
            json["type"]?.string.map {
              UnionDescriptor.Variant(
                value: json["value"]?.string, type: $0, documentation: json.documentation)
            }
          }))
    } else if let type = json["alias"]?.string {
      self = .alias(TypeReference(type))
    } else {
      return nil
    }
  }
}

extension FieldDescriptor {
  fileprivate init?(_ json: JSON) {
    guard let name = json["name"]?.string, let type = json["type"]?.string else { return nil }
    self.init(
      name: name, swiftName: json["swiftName"]?.string ?? name, type: TypeReference(type),
      unit: json["unit"]?.string.flatMap(TimeUnit.init), isRequired: json.flag("required"),
      isNullable: json.flag("nullable"), access: json["access"]?.string.flatMap(FieldAccess.init),
      isSensitive: json.flag("sensitive"),
      constraints: json["constraints"].map(ParameterConstraints.init) ?? .init(),
      documentation: json.documentation)
  }
}

extension ParameterConstraints {
  fileprivate init(_ json: JSON) {
    self.init(
      pattern: json["pattern"]?.string, minimum: json["minimum"]?.double,
      maximum: json["maximum"]?.double, minLength: json.number("minLength"),
      maxLength: json.number("maxLength"), minItems: json.number("minItems"),
      maxItems: json.number("maxItems"), uniqueItems: json.flag("uniqueItems"),
      values: json.strings("values"))
  }
}

extension EndpointDetails {
  fileprivate init(_ json: JSON) {
    self.init(
      documentation: json.documentation, roles: json.strings("roles"),
      parameters: json.list("parameters").compactMap(ParameterDetails.init),
      body: json["body"].map { body in
        BodyDetails(
          isRequired: body.flag("required"),
          examples: body.list("examples").compactMap(JSONExample.init))
      },
      responses: json.list("responses").map(ResponseDetails.init),
      waiters: json.list("waiters").compactMap(WaiterDescriptor.init))
  }
}

extension ParameterDetails {
  fileprivate init?(_ json: JSON) {
    guard let name = json["name"]?.string,
      let location = json["location"]?.string.flatMap(ParameterLocation.init)
    else { return nil }
    self.init(
      location: location, name: name, swiftName: json["swiftName"]?.string ?? name,
      documentation: json.documentation)
  }
}

extension ResponseDetails {
  fileprivate init(_ json: JSON) {
    self.init(
      statuses: json.numbers("statuses"), matchesAnySuccess: json.flag("anySuccess"),
      type: json["type"]?.string.map { TypeReference($0) },
      contentType: json["contentType"]?.string, documentation: json.documentation,
      examples: json.list("examples").compactMap(JSONExample.init))
  }
}

extension JSONExample {
  fileprivate init?(_ json: JSON) {
    guard let document = json["json"]?.string else { return nil }
    self.init(name: json["name"]?.string, json: document)
  }
}

extension WaiterDescriptor {
  fileprivate init?(_ json: JSON) {
    guard let name = json["name"]?.string else { return nil }
    self.init(
      name: name, documentation: json.documentation,
      success: json.list("success").map(Condition.init),
      successStatuses: json.numbers("successStatuses"),
      successCodes: json.strings("successCodes"), failure: json.list("failure").map(Condition.init),
      interval: json.number("interval") ?? 0, timeout: json.number("timeout") ?? 0)
  }
}

extension WaiterDescriptor.Condition {
  fileprivate init(_ json: JSON) {
    self.init(
      path: json.strings("path"), values: json.strings("values"),
      statuses: json.numbers("statuses"))
  }
}
