import EndpointModel
import EndpointRuntime

/// Explains what to send to an endpoint, and what it returns.
struct EndpointExplanation {
  let api: AtlasAPI
  let catalog: EndpointCatalog
  let endpoint: EndpointDescriptor
  /// The number of columns.
  private let width: Int
  private let details: EndpointDetails
  private let flags: [EndpointFlag]

  /// Creates an explanation.
  init(
    of endpoint: EndpointDescriptor, in catalog: EndpointCatalog, api: AtlasAPI, width: Int = 80
  ) {
    self.api = api
    self.catalog = catalog
    self.endpoint = endpoint
    self.width = width
    details = catalog.details(of: endpoint.name) ?? .init()
    flags = EndpointFlags(endpoint, in: catalog).flags
  }

  /// The explanation for people.
  var text: String {
    var layout = TextLayout(width: width)
    layout.line("\(endpoint.name) (API \(api))")
    layout.paragraph(endpoint.summary, indentation: 2)
    if let text = details.documentation.details {
      layout.line()
      layout.paragraphs(text, indentation: 2)
    }
    if endpoint.isDeprecated {
      layout.line()
      let replacement = details.documentation.replacement.map { "; use \($0)" } ?? ""
      layout.paragraph(
        "Deprecated\(replacement). \(details.documentation.deprecation ?? "")", indentation: 2)
    }
    layout.line()
    layout.line("  \(endpoint.method) \(catalog.api.url(of: endpoint))")
    if !details.roles.isEmpty {
      layout.line()
      layout.paragraph("Roles: \(details.roles.joined(separator: ", "))")
    }
    writeParameters(to: &layout)
    writeBody(to: &layout)
    writeResponses(to: &layout)
    writeStates(to: &layout)
    writeExample(to: &layout)
    return layout.text
  }

  private func writeParameters(to layout: inout TextLayout) {
    guard !flags.isEmpty else { return }
    layout.line("\nParameters")
    let description = ValueDescription(types: catalog.types)
    for flag in flags.filter(\.parameter.isRequired) + flags.filter({ !$0.parameter.isRequired }) {
      let mark = flag.parameter.isRequired ? ", required" : ""
      layout.line("  \(flag.name)  \(flag.parameter.type)\(mark)")
      layout.paragraph(description.sentences(about: flag), indentation: 6)
    }
  }

  private func writeBody(to layout: inout TextLayout) {
    guard let body = endpoint.body else { return }
    let mark = details.body?.isRequired == false ? "optional" : "required"
    layout.line("\nBody: \(body), \(mark) (\(endpoint.bodyContentType))")
    guard let type = body.jsonType else { return }
    var outline = TypeOutline(types: catalog.types, direction: .request)
    outline.write(type, to: &layout)
  }

  private func writeResponses(to layout: inout TextLayout) {
    layout.line("\nResponses")
    for response in details.responses {
      var statuses = response.statuses.map(String.init).joined(separator: ", ")
      if response.matchesAnySuccess { statuses += statuses.isEmpty ? "any success" : ", others" }
      let type = response.type.map { type in
        endpoint.isPaginated ? "list of \(type)" : type.description
      }
      let content = type ?? response.contentType ?? "no content"
      layout.line("  \(statuses)  \(content)")
      if let summary = response.documentation.summary {
        layout.paragraph(summary, indentation: 6)
      }
    }
    if let name = endpoint.responseType.map({ $0.element.description }),
      catalog.types[name] != nil
    {
      layout.line("  'atlas-admin explain \(name)' lists the properties of \(name).")
    }
  }

  private func writeStates(to layout: inout TextLayout) {
    guard let plan = try? WaitPlan(for: endpoint, until: nil, in: catalog),
      let waiters = catalog.details(of: plan.endpoint.name)?.waiters
    else { return }
    layout.line("\nStates for --until (--wait is --until \(plan.waiter.name))")
    for waiter in waiters {
      layout.line("  \(waiter.name)")
      if let summary = waiter.documentation.summary { layout.paragraph(summary, indentation: 6) }
    }
  }

  private func writeExample(to layout: inout TextLayout) {
    layout.line("\nExample")
    let version = api == .v2 ? "" : " --api \(api)"
    var command = "atlas-admin call \(endpoint.name)\(version)"
    for flag in flags where flag.parameter.isRequired && flag.settingDefault == nil {
      command += " \(flag.name) …"
    }
    if endpoint.body?.jsonType != nil {
      layout.line("  atlas-admin explain \(endpoint.name)\(version) --example > body.json")
      command += " --body body.json"
    } else if endpoint.body != nil {
      command += " --body FILE"
    }
    if !endpoint.accept.contains(where: \.isJSONMediaType) { command += " --output-file FILE" }
    layout.line("  \(command)")
  }
}
