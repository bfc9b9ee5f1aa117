import EndpointDefinition
import TestSupport
import Testing

@Suite("The formatter")
struct FormatterTests {
  private static let sample = """
    <?xml version="1.0" encoding="UTF-8"?><!-- a
      b --><endpoints xmlns="urn:endpoint-definitions:1" tag='G'><!-- c --> <?p i?>
      <summary>One &lt; two.<!-- d --> <![CDATA[ <x>  &y; ]]></summary>
      <endpoint name="GetA" method="GET"\tpath="/{A}:{B}/a&amp;b"><summary>Gets é 𝄞.</summary>
        <description>First.

        Second &#x41;.</description><!-- e --><path-param name='A' type="String"/>
        <path-param name="B" type="String" swift-name = "say&quot;'b"
        /><response status="200" type="A"><example> {"a": "x  y"
           } </example></response>
      </endpoint>   <struct name="A"/><!-- f --><struct name="B">


      <field name="a" type="String"/></struct>
    </endpoints><!-- g -->
    """

  private let formatter = DefinitionFormatter()

  @Test("is idempotent and never changes the meaning of a file")
  func randomMutations() async {
    var generator = SplitMix(state: 20_261_124)
    let original = Array(Self.sample.utf8)
    let chunks = ["\n", "  ", "\n\n", "<!-- x -->", "<?p?>", "&amp;", "\t", "\"", "'", "\r\n", "é"]
      .map { Array($0.utf8) }
    var accepted = 0
    for _ in 0..<3_000 {
      await Task.yield()
      var bytes = original
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(contentsOf: bytes[index...].prefix(12), at: index)
        default:
          bytes.insert(contentsOf: chunks.randomElement(using: &generator) ?? [], at: index)
        }
      }
      do {
        let once = try formatter.format(bytes, path: "a.xml")
        accepted += 1
        let twice = try formatter.format(Array(once.utf8), path: "a.xml")
        #expect(once == twice, "of \(String(decoding: bytes, as: UTF8.self))")
      } catch {
        let rejection = error.diagnostics.map(\.message).joined()
        #expect(
          !rejection.contains("without changing"), "of \(String(decoding: bytes, as: UTF8.self))")
      }
    }
    #expect(accepted > 300)
  }

  @Test("rejects files that exceed the reader's limits")
  func bounds() {
    let deep = String(repeating: "<a>", count: 100_000)
    for text in [deep, String(repeating: " ", count: 5 << 20) + Self.sample] {
      #expect(throws: DefinitionFormatter.Failure.self) {
        try formatter.format(Array(text.utf8), path: "a.xml")
      }
    }
  }
}
