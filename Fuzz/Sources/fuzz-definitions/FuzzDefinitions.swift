import EndpointDefinition
import EndpointGeneration

/// Reads arbitrary bytes as a definition file beside a good `api.xml`, and generates code from what
/// turns out to be valid.
///
/// Whatever the bytes, there is a model or an error; and what is generated is the same every time.
private func fuzzDefinitions(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let result = DefinitionReader().read(files: ["api.xml": api, "input.xml": bytes])
    .checkedForSwift()
  guard let model = result.model else {
    precondition(result.diagnostics.contains { $0.severity == .error }, "refused without a word")
    return 0
  }
  let files = SwiftGenerator().files(for: model)
  precondition(files == SwiftGenerator().files(for: model), "generated differently")
  precondition(files.count == 2, "a file is missing")
  return 0
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
  static func main() {
    var count = CommandLine.argc
    var arguments = Optional(CommandLine.unsafeArgv)
    _ = runFuzzer(&count, &arguments) { fuzzDefinitions($0, $1) }
  }
}

/// The loop of libFuzzer, for programs with a `main` of their own.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
