import EndpointDefinition
import EndpointGeneration
import Foundation
import Testing

@Suite("generation.xml")
struct GenerationTests {
  private static let api = """
    <api xmlns="urn:endpoint-definitions:1" name="Store" base-url="https://store.example.com">
      <error code="code" detail="detail"/>
    </api>
    """
  private static let orders = """
    <endpoints xmlns="urn:endpoint-definitions:1" tag="Orders">
      <endpoint name="ListOrders" method="GET" path="/orders" summary="Lists orders.">
        <response status="200" type="[Order]"/>
      </endpoint>
      <endpoint name="AddOrder" method="POST" path="/orders" summary="Adds an order.">
        <body type="NewOrder"/>
        <response status="201" type="Order"/>
      </endpoint>
      <struct name="Order"><field name="parts" type="[String: Part]"/></struct>
      <struct name="NewOrder"><field name="gift" type="Gift"/></struct>
      <union name="Gift" discriminator="kind"><variant value="card" type="Card"/></union>
      <struct name="Card"><field name="text" type="String"/></struct>
      <alias name="Part" type="[PartKind]"/>
      <enum name="PartKind"><case value="wheel"/></enum>
    </endpoints>
    """
  private static let shelves = """
    <endpoints xmlns="urn:endpoint-definitions:1" tag="Shelves">
      <endpoint name="GetShelf" method="GET" path="/shelf" summary="Returns the shelf.">
        <response status="200" type="Shelf"/>
      </endpoint>
      <struct name="Shelf"><field name="size" type="Int"/></struct>
    </endpoints>
    """
  private static let errors = """
    <errors xmlns="urn:endpoint-definitions:1">
      <error-code value="CLOSED" status="409"><hint>Open it.</hint></error-code>
      <error-codes status="404">GONE LOST</error-codes>
    </errors>
    """

  private func model(_ more: [String: String] = [:]) throws -> APIModel {
    let files = [
      "api.xml": Self.api, "errors.xml": Self.errors, "orders.xml": Self.orders,
      "shelves.xml": Self.shelves,
    ].merging(more) { _, new in new }
    return try #require(DefinitionReader().read(files: files.mapValues { Array($0.utf8) }).model)
  }

  private func read(_ content: String, _ attributes: String = "") -> (
    GenerationModel?, [String]
  ) {
    let text = """
      <generation xmlns="urn:endpoint-definitions:1"\(attributes)>
      \(content)
      </generation>
      """
    let (model, diagnostics) = GenerationReader().read(Array(text.utf8), path: "generation.xml")
    return (model, diagnostics.map(\.description))
  }

  @Test("keeps the included endpoints and the types that they need")
  func slices() throws {
    let (model, _) = read(#"<include endpoint="ListOrders"/><include tag="Shelves"/>"#)
    let (slice, diagnostics) = try self.model().slice(try #require(model).includes)
    #expect(diagnostics == [])
    #expect(slice.endpoints.map(\.name) == ["ListOrders", "GetShelf"])
    #expect(slice.types.map(\.name) == ["Order", "Part", "PartKind", "Shelf"])
    #expect(slice.errorCodes?.codes.map(\.value) == ["CLOSED"])
    #expect(slice.files.map(\.path) == ["api.xml", "errors.xml", "orders.xml", "shelves.xml"])
  }

  @Test("keeps everything without an include")
  func everything() throws {
    let (model, _) = read(#"<output kind="catalog"/>"#)
    let generation = try #require(model)
    let (slice, _) = try self.model().slice(generation.includes)
    #expect(slice.types.count == 7)
    #expect(slice.errorCodes?.codes.count == 3)
    #expect(generation.outputs == [.catalog])
    #expect(generation.access == .public)
  }

  @Test("chooses the access level", arguments: AccessLevel.allCases)
  func access(_ access: AccessLevel) throws {
    for kind in OutputKind.allCases where kind != .samples {
      let text = kind.files(for: try model(), access: access).map(\.contents).joined()
      #expect(text.contains("public ") == (access == .public))
      #expect(text.contains("package ") == (access == .package))
      #expect(text.contains("EndpointOperation") == (kind == .api))
      #expect(text.contains("Lists orders.\",") == (kind == .catalog))
    }
  }

  @Test("imports the runtime as the compiler counts its use", arguments: AccessLevel.allCases)
  func imports(_ access: AccessLevel) throws {
    let sizes = """
      <endpoints xmlns="urn:endpoint-definitions:1" tag="Sizes">
        <enum name="Size"><case value="S"/></enum>
      </endpoints>
      """
    let files = OutputKind.api.files(for: try model(["sizes.xml": sizes]), access: access)
    let text = try #require(files.first { $0.name.hasPrefix("sizes") }).contents
    let keyword = access == .public ? "public " : ""
    #expect(text.contains("\n@_spi(Generated) \(keyword)import EndpointRuntime\n"))
  }

  @Test(
    "reports mistakes at their locations with their fixes",
    arguments: [
      (
        "", #" acess="internal""#,
        "1:48: error: unknown attribute 'acess' on <generation>; did you mean 'access'?"
      ),
      (
        "", #" access="private""#,
        "1:56: error: unknown access level 'private'; write one of public, package, internal"
      ),
      (
        "", #" package="other""#,
        "1:48: error: the definitions of another package have a name; add definitions=\"…\""
      ),
      ("<include/>", "", "2:1: error: <include> names nothing; add endpoint=\"…\" or tag=\"…\""),
      (
        #"<include endpoint="A" tag="B"/>"#, "",
        "2:23: error: <include> names an endpoint or a tag; remove one"
      ),
      (
        #"<output kind="apis"/>"#, "",
        "2:15: error: unknown kind of output 'apis'; write one of api, catalog, samples; did you mean 'api'?"
      ),
      (
        #"<output kind="api"/><output kind="api"/>"#, "",
        "2:35: error: the output 'api' appears twice; remove one"
      ),
      (
        #"<inclde tag="A"/>"#, "",
        "2:1: error: unknown element <inclde> in <generation>; did you mean 'include'?"
      ),
    ])
  func mistakes(content: String, attributes: String, expected: String) {
    let (model, diagnostics) = read(content, attributes)
    #expect(model == nil)
    #expect(diagnostics == ["generation.xml:" + expected])
  }

  @Test("reports another root element")
  func root() {
    let text = #"<endpoints xmlns="urn:endpoint-definitions:1" tag="A"/>"#
    let (_, diagnostics) = GenerationReader().read(Array(text.utf8), path: "g.xml")
    #expect(
      diagnostics.map(\.description) == [
        "g.xml:1:1: error: the file begins with <generation>, not with <endpoints>"
      ])
  }

  @Test("suggests the name of a part that does not exist")
  func missing() throws {
    let (model, _) = read("<include endpoint=\"ListOrder\"/>\n<include tag=\"Shelve\"/>")
    let (_, diagnostics) = try self.model().slice(try #require(model).includes)
    #expect(
      diagnostics.map(\.description) == [
        "generation.xml:2:20: error: the definitions of Store have no endpoint 'ListOrder'; did you mean 'ListOrders'?",
        "generation.xml:3:15: error: the definitions of Store have no tag 'Shelve'; did you mean 'Shelves'?",
      ])
  }
}
