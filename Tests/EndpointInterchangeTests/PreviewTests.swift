import EndpointDefinition
import EndpointInterchange
import Foundation
import Testing

@Suite("The reference of an API in HTML")
struct PreviewTests {
  private static let script = "&lt;script>alert(1)&lt;/script> &amp; &quot;more&quot;"
  private static let escaped = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;"

  private static let files = [
    "api.xml": """
    <api xmlns="urn:endpoint-definitions:1" name="Shop" base-url="https://shop.example.com/v1"
        summary="\(script)">
      <authentication scheme="digest"/>
      <query-param name="pretty" type="Bool" default="false" summary="\(script)"/>
      <pagination page="page" size="size" items="results" default-size="10" max-size="100"/>
      <error code="code" detail="detail"/>
    </api>
    """,
    "errors.xml": """
    <errors xmlns="urn:endpoint-definitions:1">
      <error-code value="GONE" status="410" summary="\(script)"><hint>\(script)</hint></error-code>
    </errors>
    """,
    "items.xml": """
    <endpoints xmlns="urn:endpoint-definitions:1" tag="Items" summary="\(script)">
      <endpoint name="ListItems" method="GET" path="/items" paginated="true" summary="\(script)">
        <description>\(script)

        See `size`.</description>
        <deprecated replacement="GetItem">\(script)</deprecated>
        <role>\(script)</role>
        <query-param name="q" type="String" pattern="^&lt;b>$" max-length="5" summary="\(script)"/>
        <response status="200" type="[Item]" summary="\(script)">
          <example name="\(script)">[{"id": "&lt;/code>&lt;script>"}]</example>
        </response>
      </endpoint>
      <endpoint name="GetItem" method="GET" path="/items/{ITEM-ID}" summary="Returns an item.">
        <path-param name="ITEM-ID" type="String" summary="The item."/>
        <response status="200" type="Item"/>
        <waiter name="sold" field="state" interval="5" timeout="60" summary="\(script)">
          <success value="&lt;sold>"/>
          <failure value="lost"/>
        </waiter>
      </endpoint>
      <struct name="Item" summary="\(script)">
        <field name="id" type="String" required="true" access="read" summary="\(script)"/>
        <field name="state" type="String" summary="\(script)"/>
        <field name="tags" type="[String: [Tag]]" summary="The tags."/>
      </struct>
      <enum name="Tag" summary="A tag.">
        <case value="&lt;img src=x>" swift-name="image" summary="\(script)"/>
      </enum>
    </endpoints>
    """,
  ]

  private func pages() throws -> [String: String] {
    let result = DefinitionReader().read(files: Self.files.mapValues { Array($0.utf8) })
    return PreviewSite(
      try #require(result.model, "\(result.diagnostics.map(\.description))")
    ).pages
  }

  @Test("has a page for the API, each tag, and the error codes")
  func hasPages() throws {
    #expect(try pages().keys.sorted() == ["errors.html", "index.html", "items.html"])
  }

  @Test("escapes all text", arguments: ["index.html", "items.html", "errors.html"])
  func escapes(_ name: String) throws {
    let page = try #require(pages()[name])
    #expect(page.contains(Self.escaped))
    // The style sheet, the index, and the script are the only markup of these kinds.
    #expect(page.ranges(of: "<script").count == 2)
    #expect(page.ranges(of: "</script>").count == 2)
    #expect(!page.contains("<img") && !page.contains("alert(1)</script>"))
    #expect(!page.contains("<b>"))
  }

  @Test("has the parts of an endpoint")
  func hasEndpoint() throws {
    let page = try #require(pages()["items.html"])
    for part in [
      #"<article id="ListItems" class="endpoint""#, #"<span class="method get">GET</span>"#,
      #"<code>/<wbr>items/<wbr>{ITEM-ID}</code>"#, #"<li id="ListItems.q">"#,
      #"<span class="rule">pattern ^&lt;b&gt;$</span>"#, "at most 5 characters",
      #"Use <a href="items.html#GetItem">GetItem</a>."#, "See <code>size</code>.",
      #"<code>[<a href="items.html#Item">Item</a>]</code>"#, "The response is a page of a list",
      #"<li id="GetItem.until.sold">"#,
      "success: <code>state</code> is <code>&lt;sold&gt;</code>",
      "failure: <code>state</code> is <code>lost</code>", "&quot;&lt;/code&gt;&lt;script&gt;&quot;",
    ] {
      #expect(page.contains(part), "\(part)")
    }
  }

  @Test("has the parts of types, with links between them")
  func hasTypes() throws {
    let page = try #require(pages()["items.html"])
    for part in [
      #"<article id="Item" class="type""#, #"<li id="Item.id"><code class="name">id</code>"#,
      #"<span class="required">required</span>"#, "only in responses",
      #"[String: [<a href="items.html#Tag">Tag</a>]]"#,
      #"<code class="name">&lt;img src=x&gt;</code>"#, "Swift: <code>image</code>",
      #"Used by <a href="items.html#ListItems">ListItems</a>"#,
    ] {
      #expect(page.contains(part), "\(part)")
    }
  }

  @Test("refers to nothing outside of its folder", arguments: ["index.html", "items.html"])
  func isSelfContained(_ name: String) throws {
    let page = try #require(pages()[name])
    #expect(page.contains("default-src 'none'"))
    let links = page.matches(of: /(?:href|src)="([^"]*)"/).map { String($0.1) }
    #expect(!links.isEmpty)
    #expect(links.allSatisfy { $0.hasPrefix("#") || $0.contains(/^[a-z]+\.html/) }, "\(links)")
  }

  @Test("has an index for its search")
  func hasIndex() throws {
    let page = try #require(pages()["index.html"])
    let match = try #require(
      page.firstMatch(of: /<script type="application\/json" id="index">(.*?)<\/script>/))
    let index = try JSONSerialization.jsonObject(with: Data(match.1.utf8)) as? [[Any]]
    #expect(index?.compactMap { $0.first as? String }.sorted() == ["errors.html", "items.html"])
    let items = index?.first { $0.first as? String == "items.html" }?.last as? [[String]]
    #expect(
      items == [
        ["ListItems", "GET /items"], ["GetItem", "GET /items/{ITEM-ID}"], ["Item", "struct"],
        ["Tag", "enum"],
      ])
  }

  @Test("has landmarks, labels, and a title", arguments: ["index.html", "items.html"])
  func isAccessible(_ name: String) throws {
    let page = try #require(pages()[name])
    for part in [
      #"<html lang="en">"#, "<header>", #"<nav aria-label="Pages">"#, #"<main id="content""#,
      #"<label for="search">Search</label>"#, #"<div role="search">"#, #"class="skip""#,
      #"aria-current="page""#, #"<meta name="viewport""#, "<h1>",
    ] {
      #expect(page.ranges(of: part).count == 1, "\(part)")
    }
    #expect(page.contains(name == "index.html" ? "<title>Shop</title>" : "<title>Items · Shop"))
  }

  @Test("gives names to pages that no two have")
  func namesPages() throws {
    var files = Self.files
    files["index.xml"] = """
      <endpoints xmlns="urn:endpoint-definitions:1" tag="Index" summary="The index.">
        <endpoint name="GetIndex" method="GET" path="/index" summary="Returns the index.">
          <response status="200" type="String"/>
        </endpoint>
      </endpoints>
      """
    let model = try #require(
      DefinitionReader().read(files: files.mapValues { Array($0.utf8) }).model)
    let pages = PreviewSite(model).pages
    #expect(pages.keys.contains("index-2.html"))
    #expect(pages["index.html"]?.contains(#"<a href="index-2.html#GetIndex">"#) == true)
  }
}
