import EndpointDefinition
import EndpointInterchange
import Testing

/// Documents of styles that the project's own data does not have.
@Suite("Importing documents of other styles")
struct DocumentTests {
  /// A part of a document with what it becomes.
  struct Style: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// The path items and the components, in YAML.
    var document: String
    /// Lines of the definitions.
    var definitions: [String] = []
    /// What is left out, without locations.
    var leftOut: [String] = []
  }

  static let styles = [
    Style(
      testDescription: "a base with a discriminator that others extend",
      document: """
        paths:
          /animals:
            get:
              responses: {'200': {description: A., content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}}
        components:
          schemas:
            Animal:
              type: object
              required: [kind]
              discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat'}}
              properties: {kind: {type: string}, name: {type: string, nullable: true}}
            Cat:
              allOf:
                - $ref: '#/components/schemas/Animal'
                - {type: object, properties: {lives: {type: integer, minimum: 0, exclusiveMinimum: true}}}
        """,
      definitions: [
        #"<endpoint name="GetAnimals" method="GET" path="/animals">"#,
        #"<union name="Animal" discriminator="kind">"#, #"<variant value="cat" type="Cat"/>"#,
        #"<field name="name" type="String" nullable="true"/>"#,
        #"<field name="lives" type="Int" minimum="1"/>"#,
      ]),
    Style(
      testDescription: "alternatives without a discriminator",
      document: """
        paths:
          /sound:
            get:
              responses: {'200': {description: A., content: {application/json: {schema: {anyOf: [{$ref: '#/components/schemas/Loud'}, {$ref: '#/components/schemas/Soft'}]}}}}}
        components:
          schemas:
            Loud: {type: object, required: [volume], properties: {volume: {type: number}}}
            Soft: {type: object, required: [whisper], properties: {whisper: {type: boolean}}}
        """,
      definitions: [#"<variant type="Loud"/>"#, #"<variant type="Soft"/>"#]),
    Style(
      testDescription: "a cookie",
      document: """
        paths:
          /a:
            get:
              parameters: [{name: sid, in: cookie, schema: {type: string}}]
              responses: {'204': {description: A.}}
        """,
      definitions: [#"<response status="204"/>"#],
      leftOut: ["a parameter in 'cookie' cannot be expressed"]),
    Style(
      testDescription: "styles of parameters",
      document: """
        paths:
          /a:
            get:
              parameters:
                - {name: deep, in: query, style: deepObject, schema: {type: object, properties: {a: {type: string}}}}
                - {name: piped, in: query, style: pipeDelimited, schema: {type: array, items: {type: integer}}}
                - {name: comma, in: query, explode: false, schema: {type: array, items: {type: integer}}}
              responses: {'204': {description: A.}}
        """,
      definitions: [#"<query-param name="comma" type="[Int]" explode="false"/>"#],
      leftOut: [
        "a parameter that is an object or a list of lists cannot be expressed",
        "the style 'pipeDelimited' cannot be expressed",
      ]),
    Style(
      testDescription: "a server of its own",
      document: """
        paths:
          /a:
            servers: [{url: 'https://shop.example.com/other'}]
            get: {responses: {'204': {description: A.}}}
          /b:
            servers: [{url: 'https://elsewhere.example.com'}]
            get: {responses: {'204': {description: A.}}}
        """,
      definitions: [#"<endpoint name="GetA" method="GET" path="/a" base-path="/other">"#],
      leftOut: ["a server of its own cannot be expressed"]),
    Style(
      testDescription: "callbacks and links",
      document: """
        paths:
          /a:
            post:
              callbacks: {done: {'{$request.body#/url}': {post: {responses: {'200': {description: A.}}}}}}
              responses: {'201': {description: A., links: {self: {operationId: other}}}}
        """,
      definitions: [#"<response status="201"/>"#]),
    Style(
      testDescription: "bodies in parts and of bytes",
      document: """
        paths:
          /a:
            post:
              requestBody: {required: true, content: {multipart/form-data: {schema: {type: object}}}}
              responses: {'204': {description: A.}}
            put:
              requestBody: {required: true, content: {application/octet-stream: {schema: {type: string, format: binary}}}}
              responses: {'204': {description: A.}}
        """,
      definitions: [#"<body type="Data" content-type="application/octet-stream"/>"#],
      leftOut: ["an operation with a body in parts is left out"]),
    Style(
      testDescription: "a response in JSON, with an example, and in CSV",
      document: """
        paths:
          /a:
            get:
              operationId: listA
              responses:
                '200':
                  description: A.
                  content:
                    application/json: {schema: {type: array, items: {type: string}}, example: [x]}
                    text/csv: {schema: {type: string}}
        """,
      definitions: [
        #"<endpoint name="ListA" method="GET" path="/a">"#,
        #"<endpoint name="ListACSV" method="GET" path="/a">"#,
        #"<response status="200" type="String" content-type="text/csv"/>"#,
      ]),
    Style(
      testDescription: "schemas that contain themselves",
      document: """
        paths:
          /a:
            get: {responses: {'200': {description: A., content: {application/json: {schema: {$ref: '#/components/schemas/Node'}}}}}}
        components:
          schemas:
            Node: {type: object, required: [next], properties: {next: {$ref: '#/components/schemas/Node'}, all: {type: array, items: {$ref: '#/components/schemas/Node'}}, loop: {$ref: '#/components/schemas/Loop'}}}
            Loop: {allOf: [{$ref: '#/components/schemas/Loop'}]}
        """,
      definitions: [
        #"<field name="next" type="Node" indirect="true"/>"#, #"<field name="all" type="[Node]"/>"#,
      ],
      leftOut: ["the schema contains itself without an object between"]),
    Style(
      testDescription: "path items and responses of no form",
      document: """
        paths:
          /a:
          b: {}
          /c: {get: null}
          /d: {get: {parameters: [null, {name: q, in: query}], responses: {'200': {$ref: '#/none'}}}}
        """,
      leftOut: [
        "an operation without a response of success is left out",
        "an operation without a response of success is left out",
        "the parameter refers to nothing in this document",
      ]),
  ]

  @Test("yields valid definitions and reports what is left out", arguments: styles)
  func importsStyle(_ style: Style) throws {
    let result = try OpenAPIImporter(name: "Shop").importing(bytes(style), file: "shop.yaml")
    let text = result.files.values.joined()
    for line in style.definitions { #expect(text.contains(line), "\(line) in \(text)") }
    #expect(result.diagnostics.map(\.message).sorted() == style.leftOut.sorted())
    let errors = DefinitionReader().read(files: result.files.mapValues { Array($0.utf8) })
      .diagnostics.filter { $0.severity == .error }.map(\.description)
    #expect(errors.isEmpty, "\(errors)")
  }

  @Test("leaves nothing to synchronize, with and without facts", arguments: styles)
  func synchronizesStyle(_ style: Style) throws {
    let result = try OpenAPIImporter(name: "Shop").importing(bytes(style), file: "shop.yaml")
    let files = result.files.mapValues { Array($0.utf8) }
    let model = try #require(DefinitionReader().read(files: files).model)
    for base in [result.facts, nil] {
      let synchronized = try Synchronizer.synchronize(
        files: files, model: model, with: bytes(style), named: "shop.yaml", base: base)
      #expect(synchronized.changes.isEmpty, "\(synchronized.changes.map(\.description))")
      #expect(synchronized.facts == result.facts)
    }
  }

  private func bytes(_ style: Style) -> [UInt8] {
    let head = """
      openapi: 3.0.3
      info: {title: A shop., version: "1"}
      servers: [{url: 'https://{host}/{path}', variables: {host: {default: shop.example.com}, path: {default: v1}}}]

      """
    return Array((head + style.document).utf8)
  }
}
