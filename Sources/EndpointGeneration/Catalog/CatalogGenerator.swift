package import EndpointDefinition
import EndpointModel

/// Generates the catalog of an API for simulators and tools: one file for each definition file.
package struct CatalogGenerator: Sendable {
  private let access: AccessLevel

  /// Creates a generator.
  ///
  /// - Parameter access: The access level of the catalog.
  package init(access: AccessLevel = .public) { self.access = access }

  /// Returns the files of a model, in the order of its definition files.
  package func files(for api: APIModel) -> [GeneratedFile] {
    let types = TypeIndex(api)
    let names = api.documentNames
    return api.files.map { file in
      var writer = SwiftWriter(access: access)
      writer.line("// Generated from \(file.path). Edit the definition, not this file.")
      let content = file.content(of: api)
      if file.path == api.path || file.tagOfEndpoints != nil || !content.isEmpty { writer.line() }
      if file.path == api.path {
        writer.line("public import EndpointModel")
        writer.writeCatalog(of: api, types: types, names: names)
      } else if file.tagOfEndpoints != nil || !content.isEmpty {
        writer.line("import EndpointModel")
      }
      if let tag = file.tagOfEndpoints { writer.writeTag(tag, of: file, in: api, types: types) }
      if let name = names[file.path] { writer.writeDocument(content, named: name, in: api) }
      if let codes = file.errorCodes { writer.writeCodes(codes, of: api) }
      return GeneratedFile(
        name: GeneratedFile.name(forDefinition: file.path, suffix: ".catalog.swift"),
        contents: writer.text)
    }
  }
}

extension SwiftWriter {
  fileprivate mutating func writeCatalog(
    of api: APIModel, types: TypeIndex, names: [String: String]
  ) {
    let tags = api.files.compactMap(\.tagOfEndpoints)
    line()
    documentation(["The catalog of the API \(api.name)."])
    block("public enum \(api.catalogName)") { writer in
      writer.documentation(["The endpoints with their descriptions and examples."])
      writer.line("public static let catalog = EndpointCatalog(")
      writer.indented { writer in
        writer.lines(
          SwiftWriter.call(
            "api: APIDescriptor",
            api.descriptor(types: types).arguments(hasErrorCodes: api.errorCodes != nil)) + ",")
        writer.list(
          "tags: [", tags.map { SwiftName.behindDot(SwiftName.member($0)) }, "],",
          trailingComma: true)
        writer.list(
          "documents: [", api.files.compactMap { names[$0.path] }, "])", trailingComma: true)
      }
    }
  }

  fileprivate mutating func writeTag(
    _ tag: String, of file: FileModel, in api: APIModel, types: TypeIndex
  ) {
    line()
    block("extension \(api.catalogName)") { writer in
      writer.block("static var \(SwiftName.escapedProperty(tag)): EndpointCatalog.Tag") { writer in
        writer.line("EndpointCatalog.Tag(")
        writer.indented { writer in
          writer.line("name: \(tag.swiftLiteral),")
          writer.lines("summary: \((file.documentation.summary ?? "").swiftText()),")
          writer.line("endpoints: [")
          writer.indented { writer in
            for endpoint in file.endpoints {
              let descriptor = api.descriptor(of: endpoint, tag: tag, types: types)
              let closing = file.endpoints.count > 1 ? ")," : ")"
              writer.list("EndpointDescriptor(", descriptor.arguments, closing)
            }
          }
          writer.line("])")
        }
      }
    }
  }

  fileprivate mutating func writeDocument(
    _ content: CatalogDocument.Content, named name: String, in api: APIModel
  ) {
    line()
    block("extension \(api.catalogName)") { writer in
      writer.block("static var \(name): CatalogDocument") { writer in
        writer.line("CatalogDocument(")
        writer.indented { writer in
          let types = content.types.keys.sorted().joined(separator: " ")
          let endpoints = content.endpoints.keys.sorted().joined(separator: " ")
          if !types.isEmpty { writer.lines("types: \(types.swiftText()),") }
          if !endpoints.isEmpty { writer.lines("endpoints: \(endpoints.swiftText()),") }
          writer.lines("json: \(content.json.swiftDocument))")
        }
      }
    }
  }

  fileprivate mutating func writeCodes(_ model: ErrorCodesModel, of api: APIModel) {
    line()
    block("extension \(api.catalogName)") { writer in
      writer.block("enum ErrorCode") { $0.writeTables(of: model) }
    }
  }
}

extension APIModel {
  /// The name of the generated type with the catalog.
  fileprivate var catalogName: String { name + "Catalog" }
}

extension APIModel {
  /// The names of the properties with the documents of the files, by path.
  fileprivate var documentNames: [String: String] {
    var names: [String: String] = [:]
    for file in files where !file.content(of: self).isEmpty {
      let stem = SwiftName.member(
        "document/" + GeneratedFile.name(forDefinition: file.path, suffix: ""))
      let isTaken = names.values.contains(stem)
      names[file.path] = isTaken ? "\(stem)_\(names.count)" : stem
    }
    return names
  }
}

extension FileModel {
  fileprivate func content(of api: APIModel) -> CatalogDocument.Content {
    content(of: api, memberName: SwiftName.member)
  }
}

extension CatalogDocument.Content {
  fileprivate var isEmpty: Bool { types.isEmpty && endpoints.isEmpty && parameters.isEmpty }
}

extension FileModel {
  /// The tag of the file's endpoints; `nil` if it has none, as most files of a slice.
  fileprivate var tagOfEndpoints: String? { endpoints.isEmpty ? nil : tag }
}
