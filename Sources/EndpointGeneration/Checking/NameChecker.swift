package import EndpointDefinition
import EndpointModel

/// Finds names that differ in the definition but are equal in Swift.
struct NameChecker {
  private(set) var diagnostics: [Diagnostic] = []

  /// A name in Swift with its origin.
  fileprivate struct Name {
    var swift: String
    var wire: String
    /// The key by which the reader reports duplicates itself.
    var identity: String?
    var location: SourceLocation
  }

  mutating func check(_ api: APIModel) {
    checkFileNames(of: api)
    for endpoint in api.endpoints { check(typeName: endpoint.name, at: endpoint.location, of: api) }
    for type in api.types { check(typeName: type.name, at: type.location, of: api) }
    check(
      api.parameters.map(Name.init), reserved: SwiftName.optionProperties, in: "the API's options")
    for endpoint in api.endpoints { check(endpoint) }
    for type in api.types { check(type) }
    if let codes = api.errorCodes {
      check(
        codes.codes.map { code in
          Name(
            swift: code.swiftName ?? SwiftName.member(code.value), wire: code.value,
            identity: code.value, location: code.location)
        }, reserved: ["allCases", "hints", "statusCodes"], in: "ErrorCode")
    }
  }

  /// Reports definition files whose Swift files would have the same name.
  private mutating func checkFileNames(of api: APIModel) {
    var first: [String: String] = [:]
    for file in api.files {
      // Some file systems ignore case.
      let name = GeneratedFile.name(forDefinition: file.path).lowercased()
      if let other = first[name] {
        report(
          "'\(file.path)' and '\(other)' would both be '\(name)'; rename one",
          at: SourceLocation(file: file.path, line: 1, column: 1))
      } else {
        first[name] = file.path
      }
    }
  }

  private mutating func check(typeName name: String, at location: SourceLocation, of api: APIModel)
  {
    if name == api.name || name == api.swiftName {
      report("'\(name)' is the name of the API; choose another name", at: location)
    } else if SwiftName.takenTypes.contains(name) {
      report(
        "'\(name)' is a type that generated code uses; choose another name", at: location)
    } else if SwiftName.platformTypes.contains(name) {
      diagnostics.append(
        Diagnostic(
          .warning,
          "'\(name)' is also a type of SwiftUI or Foundation; choose a name that says more, such as "
            + "'\(api.name)\(name)'", at: location))
    }
  }

  private mutating func check(_ endpoint: OperationModel) {
    var names = endpoint.parameters.map(Name.init)
    if endpoint.body != nil {
      names.append(Name(swift: "body", wire: "body", location: endpoint.location))
    }
    if endpoint.isPaginated {
      names.append(Name(swift: "page", wire: "page", location: endpoint.location))
    }
    check(names, reserved: [], in: "'\(endpoint.name)'")
    let responses = ResponseRenderer(endpoint).cases.map { name, model in
      Name(
        swift: name, wire: name,
        identity: "\(model.statuses.first ?? 0) \(model.contentType ?? "")",
        location: model.location)
    }
    check(responses, reserved: [], in: "the responses of '\(endpoint.name)'")
    let fields = endpoint.responseHeaderFields.map {
      Name(
        swift: $0.memberName, wire: $0.name, identity: $0.name.lowercased(), location: $0.location)
    }
    check(
      fields, reserved: ["name", "operation", "decode"],
      in: "the header fields of '\(endpoint.name)'")
  }

  private mutating func check(_ type: TypeModel) {
    switch type {
    case .structure(let model):
      let names = model.fields.map { field in
        Name(
          swift: field.swiftName ?? SwiftName.member(field.name), wire: field.name,
          identity: field.name, location: field.location)
      }
      check(names, reserved: ["hashValue"], in: "'\(model.name)'")
    case .enumeration(let model):
      let names = model.cases.map {
        Name(swift: $0.memberName, wire: $0.value, identity: $0.value, location: $0.location)
      }
      check(names, reserved: ["allCases"], in: "'\(model.name)'")
    case .union(let model):
      let names = model.variants.map {
        Name(
          swift: $0.caseName, wire: $0.value ?? $0.type, identity: $0.value ?? $0.type,
          location: $0.location)
      }
      check(names, reserved: ["unknown", "hashValue"], in: "'\(model.name)'")
    case .alias: return
    }
  }

  private mutating func check(_ names: [Name], reserved: Set<String>, in location: String) {
    var first: [String: Name] = [:]
    // An empty swift-name is reported by the reader.
    for name in names where !name.swift.isEmpty {
      if name.swift == "_" {
        report(
          "'\(name.wire)' cannot be converted to a name in Swift; add swift-name=\"…\"",
          at: name.location)
      } else if reserved.contains(name.swift) {
        report(
          "'\(name.wire)' is '\(name.swift)' in Swift, which is taken in \(location); add swift-name=\"…\"",
          at: name.location)
      } else if let other = first[name.swift] {
        if let identity = name.identity, identity == other.identity { continue }
        let both =
          name.wire == other.wire
          ? "there are two '\(name.wire)' in \(location)"
          : "'\(name.wire)' and '\(other.wire)' are both '\(name.swift)' in Swift"
        report(
          "\(both); add swift-name=\"…\" to one",
          at: name.location, notes: [Diagnostic(.note, "the other is here", at: other.location)])
      } else {
        first[name.swift] = name
      }
    }
  }

  private mutating func report(
    _ message: String, at location: SourceLocation, notes: [Diagnostic] = []
  ) {
    diagnostics.append(Diagnostic(.error, message, at: location, notes: notes))
  }
}

extension NameChecker.Name {
  fileprivate init(_ parameter: ParameterModel) {
    self.init(
      swift: parameter.swiftName ?? SwiftName.member(parameter.name), wire: parameter.name,
      identity: parameter.parameterLocation.rawValue
        + (parameter.parameterLocation == .header ? parameter.name.lowercased() : parameter.name),
      location: parameter.location)
  }
}

extension ReadResult {
  /// Returns the result with the diagnostics for names in Swift.
  package func checkedForSwift() -> ReadResult {
    guard let draft else { return self }
    return adding(SwiftGenerator().diagnostics(for: draft))
  }
}
