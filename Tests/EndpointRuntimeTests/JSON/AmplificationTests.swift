import Foundation
import Testing

@_spi(Generated) @testable import EndpointRuntime

@Suite("The memory of a document's values")
struct AmplificationTests {
  /// A value of 4 KiB.
  private struct Large: JSONValue {
    typealias Row = (Int, Int, Int, Int, Int, Int, Int, Int)
    typealias Block = (Row, Row, Row, Row, Row, Row, Row, Row)
    var blocks: (Block, Block, Block, Block, Block, Block, Block, Block)?

    init(json: JSONReader) {
      _ = json.string()
      blocks = nil
    }

    func write(to json: inout JSONWriter) {}
  }

  @Test("does not depend on the number of elements before the first invalid one")
  func elements() throws {
    let document = Data("[0\(String(repeating: ",0", count: 1 << 20))]".utf8)
    let before = AddressSpace.peak
    #expect(throws: DecodingError.self) { try JSONCoding.decode([Large].self, from: document) }
    // The index takes 16 bytes for each value.
    #expect(AddressSpace.peak - before < 1 << 30)
  }
}

private enum AddressSpace {
  /// The largest size of the address space so far, in bytes; 0 where it is unknown.
  static var peak: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmPeak:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) << 10
  }
}
