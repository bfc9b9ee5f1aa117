@_spi(Tools) import EndpointGeneration
import FuzzSupport

/// Reads arbitrary bytes as a definition file beside a valid `api.xml`, and generates code if they are
/// valid.
///
/// Any bytes give errors or files, and the same files every time.
private func fuzzDefinitions(_ bytes: [UInt8]) {
  let definitions = ["api.xml": api, "input.xml": bytes]
  let result = GeneratorPipeline(definitions: definitions)
  guard result.errors.isEmpty else { return }
  precondition(result.files.count == 2, "a file is missing")
  precondition(
    result.files == GeneratorPipeline(definitions: definitions).files, "generated differently")
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
