extension ChangeKind {
  /// The rules of changes of the API, its error codes, and documentation.
  static let apiRules: [ChangeKind: ChangeRule] = [
    .apiRenamed: .breaking(
      .swift, "The generated module and its types have the name of the API.",
      "Import the module under its new name."),
    .baseURLChanged: .breaking(
      .wire, "Requests go to another host or path.",
      "Check that the server at the new URL serves the API, and update overrides of the base URL."),
    .serviceChanged: .breaking(
      .swift, "Requests belong to another service in Swift, so other clients send them.",
      "Send the requests with a client of the new service."),
    .authenticationAdded: .compatible(
      .both, "Credentials of the other schemes are accepted as before."),
    .authenticationRemoved: .breaking(
      .both, "Credentials of the scheme are not accepted any more.",
      "Create clients with credentials of another scheme."),
    .mediaTypeChanged: .breaking(
      .wire, "Requests ask for JSON in another media type.",
      "Check that the server knows the new media type."),
    .sharedParameterAdded: .compatible(
      .swift, "The option is `nil` by default."),
    .sharedParameterRemoved: .breaking(
      .swift, "`RequestOptions` has lost a property.",
      "Remove the option from calls."),
    .sharedParameterChanged: .breaking(
      .both, "A property of `RequestOptions` has another type.",
      "Pass a value of the new type."),
    .envelopeAdded: .compatible(
      .wire, "Responses have an envelope only if it is requested."),
    .envelopeChanged: .breaking(
      .wire, "Enveloped responses have other fields.",
      "Update code that reads enveloped responses itself."),
    .envelopeRemoved: .breaking(
      .wire, "Responses are not enveloped any more.",
      "Remove the option that requests the envelope."),
    .paginationChanged: .breaking(
      .wire, "Pages are requested by other parameters or have other fields.",
      "Update code that reads pages itself; iteration over items works as before."),
    .pageSizeMaximumLowered: .breaking(
      .wire, "Pages of the former size are rejected.",
      "Request smaller pages."),
    .pageSizeMaximumRaised: .compatible(
      .wire, "All sizes that were accepted still are."),
    .pageSizeDefaultChanged: .compatible(
      .wire, "Pages that are requested without a size have another number of items.",
      "Pass a size where the number matters."),
    .errorShapeChanged: .breaking(
      .wire, "The fields of errors are read from other members.",
      "Update code that reads the JSON of errors itself."),
    .errorCodeAdded: .compatible(
      .swift, "Unknown codes were kept before.",
      "Handle the code by its name where it matters."),
    .errorCodeRemoved: .breaking(
      .swift, "`ErrorCode` has lost a member.",
      "Compare with `ErrorCode(rawValue:)` if servers still send the code."),
    .errorCodeRenamed: .breaking(
      .swift, "A member of `ErrorCode` has another name.",
      "Use the new name."),
    .errorCodeStatusChanged: .compatible(
      .wire, "The code comes with another status.",
      "Update code that looks at the status of this error."),
    .errorStatusCodeChanged: .compatible(
      .swift, "Responses without a code are reported with another code.",
      "Update code that compares with the former code."),
    .errorCodeDeprecated: .compatible(
      .swift, "The code still has a name.",
      "Use its replacement."),
    .documentationChanged: ChangeRule(
      effect: .documentation, audience: .swift, reason: "Only documentation differs."),
    .examplesChanged: ChangeRule(
      effect: .documentation, audience: .swift, reason: "Only examples differ."),
  ]
}
