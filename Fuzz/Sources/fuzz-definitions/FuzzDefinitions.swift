import EndpointDefinition
import EndpointGeneration
import FuzzSupport

/// Reads arbitrary bytes as a definition file beside a good `api.xml`, and generates code from what
/// turns out to be valid.
///
/// Whatever the bytes, there is a model or an error; and what is generated is the same every time.
private func fuzzDefinitions(_ bytes: [UInt8]) {
  let result = DefinitionReader().read(files: ["api.xml": api, "input.xml": bytes])
    .checkedForSwift()
  guard let model = result.model else {
    precondition(result.diagnostics.contains { $0.severity == .error }, "rejected without a word")
    return
  }
  let files = SwiftGenerator().files(for: model)
  precondition(files == SwiftGenerator().files(for: model), "generated differently")
  precondition(files.count == 2, "a file is missing")
}

private let api = Array(
  """
  <api xmlns="urn:endpoint-definitions:1" name="A" base-url="https://a.b" media-type="application/vnd.a.{version}+json" version="1">
    <authentication scheme="digest"/>
    <query-param name="pretty" type="Bool"/>
    <envelope switch="pretty" status="status" content="content"/>
    <pagination page="page" size="size" items="items" default-size="10" max-size="100"/>
    <error code="code" detail="detail"/>
  </api>
  """.utf8)

@main
private struct FuzzDefinitions {
  static func main() { Fuzzer.run { (bytes: [UInt8]) in fuzzDefinitions(bytes) } }
}
