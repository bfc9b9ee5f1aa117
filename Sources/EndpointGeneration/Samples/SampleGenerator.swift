package import EndpointDefinition

/// Generates a function that creates a request of each endpoint with given arguments, for tests of a
/// whole module.
///
/// The module `SampleSupport` declares the protocol `SampleProvider` and the type `SampleArguments`.
package struct SampleGenerator: Sendable {
  /// Creates a generator.
  package init() {}

  /// Returns the generated file.
  package func file(for api: APIModel) -> GeneratedFile {
    var writer = SwiftWriter()
    writer.line("// Generated from the definitions of \(api.name).")
    writer.line()
    writer.line("import \(api.name)")
    writer.line("import EndpointRuntime")
    writer.line("import SampleSupport")
    writer.line()
    writer.block("struct Samples: SampleProvider") { writer in
      writer.line("// Deprecated, as some endpoints are; the protocol hides it.")
      writer.line("@available(*, deprecated)")
      writer.line("func request(")
      writer.line("  _ name: String, _ arguments: SampleArguments")
      writer.block(") throws -> (any Endpoint<\(api.swiftName)>)?") { writer in
        writer.line("switch name {")
        let types = TypeIndex(api)
        for endpoint in api.endpoints { writer.writeSample(of: endpoint, in: api, types: types) }
        writer.line("default: return nil")
        writer.line("}")
      }
    }
    return GeneratedFile(name: "Samples.generated.swift", contents: writer.text)
  }
}

extension SwiftWriter {
  fileprivate mutating func writeSample(
    of endpoint: OperationModel, in api: APIModel, types: TypeIndex
  ) {
    let properties = EndpointRenderer(endpoint, in: "", of: api, types: types).properties
    let arguments = properties.filter { $0.type != "PageRequest" }.map { property in
      let isBody = property.wireName == "body" && endpoint.body != nil
      let label = property.argument.prefix { $0 != ":" }
      return "\(label): arguments.\(isBody ? "body()" : "value(\(property.wireName.swiftLiteral))")"
    }
    line("case \(endpoint.name.swiftLiteral):")
    indented { writer in
      writer.list("return \(arguments.isEmpty ? "" : "try ")\(endpoint.name)(", arguments, ")")
    }
  }
}
