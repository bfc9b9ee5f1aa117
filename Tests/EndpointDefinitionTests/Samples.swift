import EndpointDefinition

/// Definitions that tests begin with and change.
enum Samples {
  static let api = """
    <api xmlns="urn:endpoint-definitions:1" name="Zoo" base-url="https://zoo.example.com/v1">
      <query-param name="pretty" type="Bool" default="false"/>
      <envelope switch="pretty" status="status" content="content"/>
      <pagination page="page" size="size" items="items" default-size="10" max-size="100"/>
      <error code="code" detail="message"/>
    </api>
    """

  static let animals = """
    <endpoints xmlns="urn:endpoint-definitions:1" tag="Animals">
      <endpoint name="ListAnimals" method="GET" path="/cages/{CAGE-ID}/animals" paginated="true">
        <summary>Lists animals.</summary>
        <path-param name="CAGE-ID" type="ObjectID"/>
        <query-param name="kind" type="Kind" default="cat"/>
        <response status="200" type="[Animal]"/>
      </endpoint>
      <endpoint name="AddAnimal" method="POST" path="/cages/{CAGE-ID}/animals">
        <summary>Adds an animal.</summary>
        <path-param name="CAGE-ID" type="ObjectID"/>
        <body type="Animal"/>
        <response status="201 200" type="Animal"/>
      </endpoint>
      <struct name="Animal">
        <field name="name" type="String" required="true"/>
        <field name="kind" type="Kind"/>
        <field name="young" type="[Animal]"/>
      </struct>
      <enum name="Kind">
        <case value="cat"/>
        <case value="dog"/>
      </enum>
    </endpoints>
    """

  static let errors = """
    <errors xmlns="urn:endpoint-definitions:1">
      <error-code value="GONE" status="410"><hint>Look elsewhere.</hint></error-code>
      <error-code value="HUNGRY"/>
      <error-status value="503" code="HUNGRY"/>
    </errors>
    """

  /// Reads the sample with one text replaced by another.
  static func read(replacing old: String = "", with new: String = "") -> ReadResult {
    func bytes(_ text: String) -> [UInt8] {
      Array((old.isEmpty ? text : text.replacing(old, with: new, maxReplacements: 1)).utf8)
    }
    return DefinitionReader().read(files: [
      "api.xml": bytes(api), "animals.xml": bytes(animals), "errors.xml": bytes(errors),
    ])
  }
}
