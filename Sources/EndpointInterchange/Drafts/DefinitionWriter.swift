import EndpointDefinition
import EndpointModel

/// Writes drafts as canonical definition files.
///
/// This is the only place that knows how definitions are spelled.
struct DefinitionWriter {
  private static let namespace = (name: "xmlns", value: "urn:endpoint-definitions:1")

  /// Returns the text of `api.xml`.
  func text(of api: APIDraft) -> String {
    var root = MarkupElement(name: "api", attributes: [Self.namespace])
    root.set("name", api.name)
    root.set("base-url", api.baseURL)
    root.set("service", api.service)
    root.set("media-type", api.mediaType)
    root.set("version", api.version)
    root.add(api.documentation)
    for scheme in api.authentication {
      root.add(MarkupElement("authentication", [("scheme", scheme)]))
    }
    for parameter in SharedPathParameters(of: api).api { root.add(element(parameter)) }
    for parameter in api.parameters { root.add(element(parameter)) }
    if let envelope = api.envelope {
      root.add(
        MarkupElement(
          "envelope",
          [
            ("switch", envelope.switchParameter), ("status", envelope.status),
            ("content", envelope.content),
          ]))
    }
    if let pagination = api.pagination { root.add(element(pagination)) }
    if let error = api.error {
      root.add(
        MarkupElement(
          "error",
          [
            ("code", error.code), ("detail", error.detail), ("reason", error.reason),
            ("parameters", error.parameters),
          ]))
    }
    return text(of: root)
  }

  /// Returns the text of another file.
  func text(of file: FileDraft, in api: APIDraft) -> String {
    let name = file.errors != nil ? "errors" : file.tag == nil ? "types" : "endpoints"
    var root = MarkupElement(name: name, attributes: [Self.namespace])
    root.set("tag", file.tag)
    root.add(file.documentation)
    for code in file.errors?.codes ?? [] { root.add(element(code)) }
    for status in file.errors?.statuses ?? [] {
      root.add(
        MarkupElement("error-status", [("value", String(status.status)), ("code", status.code)]))
    }
    let shared = SharedPathParameters(of: api)
    for parameter in shared.parameters(of: file) { root.add(element(parameter)) }
    for endpoint in file.endpoints {
      root.add(element(endpoint, sharing: shared.visible(in: file)))
    }
    for type in file.types { root.add(element(type)) }
    return text(of: root)
  }

  private func text(of root: MarkupElement) -> String {
    var writer = MarkupWriter()
    writer.document([
      .verbatim(.init(text: #"<?xml version="1.0" encoding="UTF-8"?>"#)), .element(root),
    ])
    return writer.text
  }

  // MARK: The API

  private func element(_ pagination: Pagination) -> MarkupElement {
    MarkupElement(
      "pagination",
      [
        ("page", pagination.pageParameter), ("size", pagination.sizeParameter),
        ("count", pagination.countParameter), ("items", pagination.items),
        ("total", pagination.total),
        ("first-page", pagination.firstPage == 1 ? nil : String(pagination.firstPage)),
        ("default-size", String(pagination.defaultSize)),
        ("max-size", String(pagination.maximumSize)),
      ])
  }

  private func element(_ code: ErrorsDraft.Code) -> MarkupElement {
    var element = MarkupElement(
      "error-code",
      [
        ("value", code.value), ("status", code.status.map(String.init)),
        ("swift-name", code.swiftName),
      ])
    element.add(code.documentation)
    if let hint = code.hint { element.add(text: hint, as: "hint") }
    return element
  }
}
