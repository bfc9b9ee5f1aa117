import EndpointInterchange

extension ChangeCase {
  static let all = api + errors + endpoints + parameters + contents + types + fields + variants

  private static let api: [ChangeCase] = [
    .init(.apiRenamed, ("api.xml", #"name="Shop""#, #"name="Store""#)),
    .init(.baseURLChanged, ("api.xml", "shop.example.com", "store.example.com")),
    .init(.serviceChanged, ("api.xml", #"version="2"#, #"service="Core.Shop" version="2"#)),
    .init(
      .authenticationAdded, ("api.xml", #"<query"#, #"<authentication scheme="bearer"/><query"#)),
    .init(.authenticationRemoved, ("api.xml", #"<authentication scheme="basic"/>"#, "")),
    .init(.mediaTypeChanged, ("api.xml", "vnd.shop", "vnd.store")),
    .init(
      .sharedParameterAdded,
      ("api.xml", "<envelope", #"<query-param name="lang" type="String"/><envelope"#)),
    .init(.sharedParameterRemoved, ("api.xml", #"<query-param name="pretty" type="Bool"/>"#, "")),
    .init(
      .sharedParameterChanged,
      ("api.xml", #"name="pretty" type="Bool""#, #"name="pretty" type="Int""#)),
    .init(
      .envelopeAdded,
      ("api.xml", #"<envelope switch="wrap" status="status" content="content"/>"#, ""),
      isReversed: true),
    .init(.envelopeChanged, ("api.xml", #"content="content""#, #"content="data""#)),
    .init(
      .envelopeRemoved,
      ("api.xml", #"<envelope switch="wrap" status="status" content="content"/>"#, "")),
    .init(.paginationChanged, ("api.xml", #"items="items""#, #"items="results""#)),
    .init(.pageSizeMaximumLowered, ("api.xml", #"max-size="100""#, #"max-size="50""#)),
    .init(.pageSizeMaximumRaised, ("api.xml", #"max-size="100""#, #"max-size="500""#)),
    .init(.pageSizeDefaultChanged, ("api.xml", #"default-size="10""#, #"default-size="20""#)),
    .init(.errorShapeChanged, ("api.xml", #"detail="detail""#, #"detail="message""#)),
    .init(.documentationChanged, ("items.xml", "Lists items.", "Lists all items.")),
    .init(.examplesChanged, ("items.xml", "01234567\"}", "01234568\"}")),
  ]

  private static let errors: [ChangeCase] = [
    .init(
      .errorCodeAdded, ("errors.xml", "<error-status", #"<error-code value="NEW"/><error-status"#)),
    .init(.errorCodeRemoved, ("errors.xml", #"<error-code value="GONE" status="410"/>"#, "")),
    .init(.errorCodeRenamed, ("errors.xml", #"value="GONE""#, #"value="GONE" swift-name="lost""#)),
    .init(.errorCodeStatusChanged, ("errors.xml", #"status="410""#, #"status="404""#)),
    .init(.errorStatusCodeChanged, ("errors.xml", #"code="LOCKED"/>"#, #"code="GONE"/>"#)),
    .init(
      .errorCodeDeprecated,
      ("errors.xml", #"status="410"/>"#, #"status="410"><deprecated>No.</deprecated></error-code>"#)
    ),
  ]

  private static let endpoints: [ChangeCase] = [
    .init(
      .endpointAdded,
      ("items.xml", #"<struct name="Item""#, Shop.endpoint + #"<struct name="Item""#)),
    .init(
      .endpointRemoved,
      (
        "others.xml",
        #"<endpoint name="Ping" method="GET" path="/ping" summary="Returns nothing.">"#,
        #"<endpoint name="Pong" method="GET" path="/pong" summary="Returns nothing.">"#
      ), also: [.endpointAdded]),
    .init(.endpointRenamed, ("others.xml", #"name="Ping""#, #"name="CheckHealth""#)),
    .init(.methodChanged, ("others.xml", #"method="GET""#, #"method="HEAD""#)),
    .init(.pathChanged, ("others.xml", "/ping", "/health")),
    .init(.basePathChanged, ("others.xml", #"path="/ping""#, #"path="/ping" base-path="/v2""#)),
    .init(
      .credentialsRequired,
      ("others.xml", #"path="/ping""#, #"path="/ping" authentication="none""#),
      isReversed: true),
    .init(
      .credentialsUnused, ("others.xml", #"path="/ping""#, #"path="/ping" authentication="none""#)),
    .init(.versionChanged, ("others.xml", #"path="/ping""#, #"path="/ping" version="2026-02-01""#)),
    .init(.tagChanged, ("others.xml", #"tag="Others""#, #"tag="Checks""#)),
    .init(
      .endpointDeprecated,
      (
        "others.xml", "<response",
        #"<deprecated replacement="GetItem">It is old.</deprecated><response"#
      )),
    .init(.endpointUndeprecated, ("items.xml", "<deprecated>It is too much.</deprecated>", "")),
    .init(.roleAdded, ("items.xml", "<role>", "<role>Owner</role><role>")),
    .init(.roleRemoved, ("items.xml", "<role>Reader</role>", "")),
    .init(.endpointPaginated, ("items.xml", #" paginated="true""#, ""), isReversed: true),
    .init(.endpointUnpaginated, ("items.xml", #" paginated="true""#, "")),
    .init(
      .waiterAdded,
      (
        "items.xml", "<waiter",
        #"<waiter name="new" interval="5" timeout="60"><success field="state" value="NEW"/></waiter><waiter"#
      )),
    .init(
      .waiterRemoved, ("items.xml", #"waiter name="sold""#, #"waiter name="gone""#),
      also: [.waiterAdded]),
    .init(
      .waiterKindChanged,
      ("items.xml", #"<success field="state" value="SOLD"/>"#, #"<success status="404"/>"#)),
    .init(.waiterConditionsChanged, ("items.xml", #"value="SOLD""#, #"value="NEW""#)),
    .init(.waiterTimingChanged, ("items.xml", #"timeout="60""#, #"timeout="90""#)),
  ]

  private static let parameters: [ChangeCase] = [
    .init(
      .optionalParameterAdded,
      ("others.xml", "<response", #"<query-param name="echo" type="String"/><response"#)),
    .init(
      .requiredParameterAdded,
      (
        "others.xml", "<response",
        #"<query-param name="echo" type="String" required="true"/><response"#
      )),
    .init(
      .parameterRemoved,
      ("items.xml", #"<query-param name="since" type="Date" unit="seconds"/>"#, "")),
    .init(
      .parameterMadeRequired,
      ("items.xml", #"name="dryRun" type="Bool""#, #"name="dryRun" type="Bool" required="true""#)),
    .init(
      .parameterMadeOptional,
      ("items.xml", "/items/{id}", "/items/one"),
      (
        "items.xml", #"<path-param name="id" type="ObjectID"/>"#,
        #"<query-param name="id" type="ObjectID"/>"#
      ),
      also: [.parameterLocationChanged, .pathChanged]),
    .init(
      .parameterTypeChanged,
      ("items.xml", #"name="notify" type="Bool""#, #"name="notify" type="Int""#)),
    .init(
      .parameterRenamed, ("items.xml", #"name="dryRun""#, #"name="dryRun" swift-name="isDryRun""#)),
    .init(
      .parameterLocationChanged,
      (
        "items.xml", #"<header-param name="X-Trace" type="String"/>"#,
        #"<query-param name="X-Trace" type="String"/>"#
      )),
    .init(.parameterDefaultChanged, ("items.xml", #"default="name""#, #"default="price""#)),
    .init(.parameterConstraintTightened, ("items.xml", #"max-length="20""#, #"max-length="10""#)),
    .init(.parameterConstraintLoosened, ("items.xml", #"max-length="20""#, #"max-length="40""#)),
    .init(.parameterUnitChanged, ("items.xml", #"unit="seconds""#, #"unit="milliseconds""#)),
    .init(
      .parameterListStyleChanged,
      ("items.xml", #"type="[Color]""#, #"type="[Color]" explode="false""#)),
    .init(
      .parametersReordered,
      (
        "items.xml",
        #"<query-param name="dryRun" type="Bool"/>\#n    <query-param name="notify" type="Bool"/>"#,
        #"<query-param name="notify" type="Bool"/><query-param name="dryRun" type="Bool"/>"#
      )),
    .init(
      .parameterDeprecated,
      (
        "items.xml", #"name="dryRun" type="Bool"/>"#,
        #"name="dryRun" type="Bool"><deprecated>No.</deprecated></query-param>"#
      )),
  ]

  private static let contents: [ChangeCase] = [
    .init(
      .requiredBodyAdded, ("others.xml", #"method="GET""#, #"method="PUT""#),
      ("others.xml", "<response", #"<body type="Filter"/><response"#), also: [.methodChanged]),
    .init(
      .optionalBodyAdded, ("others.xml", #"method="GET""#, #"method="PUT""#),
      ("others.xml", "<response", #"<body type="Filter" required="false"/><response"#),
      also: [.methodChanged]),
    .init(.bodyRemoved, ("items.xml", #"<body type="Filter" required="false"/>"#, "")),
    .init(
      .bodyMadeRequired,
      ("items.xml", #"<body type="Filter" required="false"/>"#, #"<body type="Filter"/>"#)),
    .init(
      .bodyMadeOptional,
      ("items.xml", #"<body type="ItemRequest"/>"#, #"<body type="ItemRequest" required="false"/>"#)
    ),
    .init(
      .bodyTypeChanged,
      ("items.xml", #"<body type="ItemRequest"/>"#, #"<body type="[ItemRequest]"/>"#)),
    .init(
      .bodyMediaTypeChanged,
      (
        "items.xml", #"<body type="ItemRequest"/>"#,
        #"<body type="ItemRequest" content-type="application/json"/>"#
      )),
    .init(
      .responseTypeChanged,
      (
        "items.xml", #"<response status="202" type="Filter"/>"#,
        #"<response status="202" type="[Filter]"/>"#
      )),
    .init(
      .responseKindAdded,
      ("others.xml", "<response", #"<response status="200" type="Int"/><response"#)),
    .init(.responseKindRemoved, ("items.xml", #"<response status="202" type="Filter"/>"#, "")),
    .init(.responseRenamed, ("items.xml", #"swift-name="created""#, #"swift-name="stored""#)),
    .init(
      .responseMediaTypeChanged, ("items.xml", "text/csv", "text/plain")),
    .init(
      .headerFieldAdded,
      ("others.xml", "<header-field", #"<header-field name="X-New" type="Int"/><header-field"#)),
    .init(.headerFieldRemoved, ("others.xml", #"<header-field name="X-Age" type="Int"/>"#, "")),
    .init(
      .headerFieldChanged,
      ("others.xml", #"name="X-Age" type="Int""#, #"name="X-Age" type="String""#)),
    .init(.successStatusAdded, ("others.xml", #"status="204""#, #"status="200 204""#)),
    .init(
      .successStatusRemoved, ("others.xml", #"status="204""#, #"status="200""#),
      also: [.successStatusAdded]),
  ]

  private static let types: [ChangeCase] = [
    .init(.typeAdded, ("others.xml", "</endpoints>", #"<struct name="Pulse"/></endpoints>"#)),
    .init(
      .typeRemoved, ("items.xml", #"<alias name="Tags" type="[String]"/>"#, ""),
      ("items.xml", #"type="Tags""#, #"type="[String]""#), also: [.fieldTypeChanged]),
    .init(
      .typeRenamed, ("items.xml", #"<struct name="Card">"#, #"<struct name="CreditCard">"#),
      ("items.xml", #"type="Card""#, #"type="CreditCard""#)),
    .init(
      .typeKindChanged,
      ("items.xml", #"<alias name="Tags" type="[String]"/>"#, #"<struct name="Tags"/>"#)),
    .init(
      .typeDeprecated,
      (
        "items.xml", #"<struct name="Filter">"#,
        #"<struct name="Filter"><deprecated>No.</deprecated>"#
      )),
    .init(
      .aliasTypeChanged,
      ("items.xml", #"<alias name="Tags" type="[String]"/>"#, #"<alias name="Tags" type="[Int]"/>"#)
    ),
  ]

  private static let fields: [ChangeCase] = [
    .init(
      .optionalFieldAdded,
      ("items.xml", #"<field name="text""#, #"<field name="limit" type="Int"/><field name="text""#)),
    .init(
      .requiredFieldAddedToRequest,
      (
        "items.xml", #"<field name="name""#,
        #"<field name="count" type="Int" required="true"/><field name="name""#
      )),
    .init(
      .requiredFieldAddedToResponse,
      (
        "items.xml", #"<field name="id""#,
        #"<field name="count" type="Int" required="true"/><field name="id""#
      ),
      ("items.xml", #"{"id""#, #"{"count": 1, "id""#), also: [.examplesChanged]),
    .init(.fieldRemoved, ("items.xml", #"<field name="note" type="String"/>"#, "")),
    .init(.fieldRenamed, ("items.xml", #"name="note""#, #"name="note" swift-name="remark""#)),
    .init(
      .fieldTypeChanged,
      ("items.xml", #"name="price" type="Decimal""#, #"name="price" type="Double""#)),
    .init(
      .fieldMadeOptional, ("items.xml", #"type="ObjectID" required="true""#, #"type="ObjectID""#)),
    .init(
      .fieldMadeOptionalInRequest,
      (
        "items.xml", #"type="String" required="true" max-length="64""#,
        #"type="String" max-length="64""#
      )),
    .init(
      .fieldMadeRequired,
      ("items.xml", #"name="note" type="String""#, #"name="note" type="String" required="true""#)),
    .init(
      .fieldNullabilityChanged,
      ("items.xml", #"name="note" type="String""#, #"name="note" type="String" nullable="true""#)),
    .init(.fieldUnitChanged, ("items.xml", #"unit="days""#, #"unit="hours""#)),
    .init(
      .fieldAccessRestricted,
      ("items.xml", #"name="price" type="Decimal""#, #"name="price" type="Decimal" access="read""#)),
    .init(.fieldAccessExtended, ("items.xml", #" access="read""#, "")),
    .init(.fieldConstraintTightened, ("items.xml", #"max-length="64""#, #"max-length="32""#)),
    .init(.fieldConstraintLoosened, ("items.xml", #" max-length="64""#, "")),
    .init(
      .fieldsReordered,
      (
        "items.xml",
        #"<field name="color" type="Color"/>\#n    <field name="note" type="String"/>"#,
        #"<field name="note" type="String"/><field name="color" type="Color"/>"#
      )),
    .init(
      .fieldDeprecated,
      (
        "items.xml", #"<field name="note" type="String"/>"#,
        #"<field name="note" type="String"><deprecated>No.</deprecated></field>"#
      )),
  ]

  private static let variants: [ChangeCase] = [
    .init(
      .caseAdded,
      ("items.xml", #"<case value="RED"/>"#, #"<case value="RED"/><case value="GREEN"/>"#)),
    .init(.caseRemoved, ("items.xml", #"<case value="RED"/>"#, "")),
    .init(
      .caseRenamed,
      ("items.xml", #"<case value="RED"/>"#, #"<case value="RED" swift-name="crimson"/>"#)),
    .init(
      .caseDeprecated,
      (
        "items.xml", #"<case value="RED"/>"#,
        #"<case value="RED"><deprecated>No.</deprecated></case>"#
      )),
    .init(
      .variantAdded,
      (
        "items.xml", #"<variant value="cash""#,
        #"<variant value="gift" type="Box"/><variant value="cash""#
      )),
    .init(
      .variantRemoved,
      ("items.xml", #"<variant value="cash" type="Cash"/>"#, "")),
    .init(
      .variantRenamed,
      ("items.xml", #"<variant value="cash""#, #"<variant value="cash" swift-name="coins""#)),
    .init(
      .variantTypeChanged, ("items.xml", #"value="cash" type="Cash""#, #"value="cash" type="Card""#)
    ),
    .init(.discriminatorChanged, ("items.xml", #"discriminator="kind""#, #"discriminator="type""#)),
    .init(
      .variantOrderChanged,
      (
        "items.xml", #"<variant type="Box"/>\#n    <variant type="Ball"/>"#,
        #"<variant type="Ball"/><variant type="Box"/>"#
      )),
  ]
}
