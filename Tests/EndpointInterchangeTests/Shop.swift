import EndpointInterchange
import Testing

/// Definitions that examples of changes begin with.
enum Shop {
  static let files = [
    "api.xml": """
    <api xmlns="urn:endpoint-definitions:1" name="Shop" base-url="https://shop.example.com/v1"
        media-type="application/vnd.shop.{version}+json" version="2026-01-01" summary="A shop.">
      <authentication scheme="digest"/>
      <authentication scheme="basic"/>
      <query-param name="pretty" type="Bool"/>
      <query-param name="wrap" type="Bool"/>
      <envelope switch="wrap" status="status" content="content"/>
      <pagination page="page" size="size" items="items" default-size="10" max-size="100"/>
      <error code="code" detail="detail"/>
    </api>
    """,
    "errors.xml": """
    <errors xmlns="urn:endpoint-definitions:1">
      <error-code value="GONE" status="410"/>
      <error-code value="LOCKED" status="409"/>
      <error-status value="503" code="LOCKED"/>
    </errors>
    """,
    "items.xml": """
    <endpoints xmlns="urn:endpoint-definitions:1" tag="Items">
      <endpoint name="ListItems" method="GET" path="/items" paginated="true" summary="Lists items.">
        <role>Reader</role>
        <query-param name="color" type="[Color]"/>
        <query-param name="since" type="Date" unit="seconds"/>
        <query-param name="sort" type="String" default="name" max-length="20"/>
        <response status="200" type="[Item]"/>
      </endpoint>
      <endpoint name="GetItem" method="GET" path="/items/{id}" summary="Returns an item.">
        <path-param name="id" type="ObjectID"/>
        <header-param name="X-Trace" type="String"/>
        <response status="200" type="Item"/>
        <waiter name="sold" interval="5" timeout="60">
          <success field="state" value="SOLD"/>
        </waiter>
      </endpoint>
      <endpoint name="CreateItem" method="POST" path="/items" summary="Creates an item.">
        <query-param name="dryRun" type="Bool"/>
        <query-param name="notify" type="Bool"/>
        <body type="ItemRequest"/>
        <response status="200" type="Item"/>
        <response status="202"/>
      </endpoint>
      <endpoint name="ExportItems" method="POST" path="/items:export" summary="Exports items.">
        <body type="Filter" required="false"/>
        <response status="200" type="String" content-type="text/csv"/>
        <response status="201" type="Item" swift-name="created"/>
        <response status="202" type="Filter"/>
      </endpoint>
      <endpoint name="ClearItems" method="DELETE" path="/items" summary="Removes all items.">
        <deprecated>It is too much.</deprecated>
        <response status="204"/>
      </endpoint>
      <struct name="Item" summary="An item.">
        <field name="id" type="ObjectID" required="true"/>
        <field name="state" type="State"/>
        <field name="price" type="Decimal"/>
        <field name="age" type="Duration" unit="days"/>
        <field name="secret" type="String" access="read"/>
        <field name="tags" type="Tags"/>
        <field name="size" type="Size"/>
        <example>{"id": "0123456789abcdef01234567"}</example>
      </struct>
      <struct name="ItemRequest" summary="A new item.">
        <field name="name" type="String" required="true" max-length="64"/>
        <field name="color" type="Color"/>
        <field name="note" type="String"/>
        <field name="payment" type="Payment"/>
      </struct>
      <struct name="Filter">
        <field name="text" type="String"/>
      </struct>
      <enum name="Color">
        <case value="RED"/>
        <case value="BLUE"/>
      </enum>
      <enum name="State">
        <case value="NEW"/>
        <case value="SOLD"/>
      </enum>
      <union name="Payment" discriminator="kind">
        <variant value="card" type="Card"/>
        <variant value="cash" type="Cash"/>
      </union>
      <union name="Size">
        <variant type="Box"/>
        <variant type="Ball"/>
      </union>
      <struct name="Card"><field name="number" type="String" required="true"/></struct>
      <struct name="Cash"><field name="currency" type="String" required="true"/></struct>
      <struct name="Box"><field name="width" type="Int" required="true"/></struct>
      <struct name="Ball"><field name="radius" type="Int" required="true"/></struct>
      <alias name="Tags" type="[String]"/>
    </endpoints>
    """,
    "others.xml": """
    <endpoints xmlns="urn:endpoint-definitions:1" tag="Others">
      <endpoint name="Ping" method="GET" path="/ping" summary="Returns nothing.">
        <response status="204"/>
      </endpoint>
      <endpoint name="Touch" method="GET" path="/touch" summary="Returns a header field.">
          <response status="200"><header-field name="X-Age" type="Int"/></response>
        </endpoint>
      </endpoints>
    """,
  ]

  /// A further endpoint.
  static let endpoint = """
    <endpoint name="CountItems" method="GET" path="/items:count" summary="Counts items.">
    <response status="200" type="Int"/></endpoint>
    """
}

/// An edit of the shop's definitions and the kind of change that it is.
struct ChangeCase: Sendable, CustomTestStringConvertible {
  var kind: ChangeKind
  /// The kinds that follow from the edit.
  var also: [ChangeKind]
  var edits: [(file: String, text: String, replacement: String)]

  /// Whether the edited definitions are the old ones.
  var isReversed: Bool

  init(
    _ kind: ChangeKind, _ edits: (String, String, String)..., also: [ChangeKind] = [],
    isReversed: Bool = false
  ) {
    self.kind = kind
    self.isReversed = isReversed
    self.also = also
    self.edits = edits.map { (file: $0.0, text: $0.1, replacement: $0.2) }
  }

  var testDescription: String { kind.rawValue }

  /// Returns files with the edits.
  func applied(to files: [String: String]) -> [String: String] {
    var files = files
    for edit in edits {
      let text = files[edit.file] ?? ""
      precondition(text.contains(edit.text), "\(kind.rawValue): no \(edit.text)")
      files[edit.file] = text.replacing(edit.text, with: edit.replacement, maxReplacements: 1)
    }
    return files
  }
}
