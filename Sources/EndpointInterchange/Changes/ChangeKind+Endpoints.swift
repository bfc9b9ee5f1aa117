extension ChangeKind {
  /// The rules of changes of endpoints.
  static let endpointRules: [ChangeKind: ChangeRule] = [
    .endpointAdded: .compatible(
      .both, "Nothing refers to it yet."),
    .endpointRemoved: .breaking(
      .both, "The request type is gone.",
      "Use another endpoint, or send the request as a raw one while the server still accepts it."),
    .endpointRenamed: .breaking(
      .swift, "The request type has another name.",
      "Use the new name."),
    .methodChanged: .breaking(
      .wire, "Requests have another method.",
      "Check that the server accepts the new method."),
    .pathChanged: .breaking(
      .wire, "Requests go to another path.",
      "Check that the server serves the new path."),
    .basePathChanged: .breaking(
      .wire, "Requests go to another path.",
      "Check that the server serves the new path."),
    .credentialsRequired: .breaking(
      .wire, "Requests without credentials are rejected.",
      "Give the client credentials."),
    .credentialsUnused: .compatible(
      .wire, "Requests are sent without credentials."),
    .versionChanged: .compatible(
      .wire,
      "Requests ask for another version of the resource; what differs in it is listed with its types.",
      "Check the behavior of the new version."),
    .tagChanged: .compatible(
      .swift, "The endpoint is listed under another tag."),
    .endpointDeprecated: .compatible(
      .swift, "The compiler warns where the endpoint is used.",
      "Use its replacement."),
    .endpointUndeprecated: .compatible(
      .swift, "The compiler does not warn any more."),
    .roleAdded: .compatible(
      .wire, "Another role permits the request."),
    .roleRemoved: .breaking(
      .wire, "A role does not permit the request any more.",
      "Grant one of the other roles."),
    .endpointPaginated: .breaking(
      .swift, "The response is a page of items.",
      "Iterate over the items with `items(of:)`."),
    .endpointUnpaginated: .breaking(
      .swift, "The response is not a page any more.",
      "Use the response itself in place of its items."),
    .waiterAdded: .compatible(
      .swift, "Nothing refers to it yet."),
    .waiterRemoved: .breaking(
      .swift, "The waiter is gone.",
      "Poll the endpoint, or use another waiter."),
    .waiterKindChanged: .breaking(
      .swift, "A deletion waiter returns nothing, another one the resource.",
      "Adapt to what the waiter returns."),
    .waiterConditionsChanged: .compatible(
      .wire, "The waiter ends in other states.",
      "Check what follows the waiter."),
    .waiterTimingChanged: .compatible(
      .wire, "The waiter polls at another interval or for another duration.",
      "Pass a timeout where the duration matters."),
    .optionalParameterAdded: .compatible(
      .both, "The argument is `nil` by default."),
    .requiredParameterAdded: .breaking(
      .both, "The initializer has a further argument without a default.",
      "Pass the argument."),
    .parameterRemoved: .breaking(
      .both, "The initializer has lost an argument.",
      "Remove the argument."),
    .parameterMadeRequired: .breaking(
      .both, "The argument has no default any more.",
      "Pass the argument."),
    .parameterMadeOptional: .compatible(
      .both, "Calls with the argument compile as before."),
    .parameterTypeChanged: .breaking(
      .both, "The argument has another type.",
      "Pass a value of the new type."),
    .parameterRenamed: .breaking(
      .swift, "The argument has another label.",
      "Use the new label."),
    .parameterLocationChanged: .breaking(
      .wire, "The value is sent elsewhere in the request.",
      "Check that the server reads the value there."),
    .parameterDefaultChanged: .compatible(
      .wire, "Without the argument, the server uses another value.",
      "Pass the former value where it matters."),
    .parameterConstraintTightened: .breaking(
      .both, "Values that were sent are rejected before anything is sent.",
      "Pass only values within the new constraint."),
    .parameterConstraintLoosened: .compatible(
      .both, "All values that were accepted still are."),
    .parameterUnitChanged: .breaking(
      .wire, "The number on the wire counts another unit.",
      "Check that the server expects the new unit."),
    .parameterListStyleChanged: .breaking(
      .wire, "The values of the list are sent in another form.",
      "Check that the server reads the new form."),
    .parametersReordered: .breaking(
      .swift, "The initializer has its arguments in another order.",
      "Reorder the arguments."),
    .parameterDeprecated: .compatible(
      .swift, "The parameter still works.",
      "Leave it out or use its replacement."),
    .requiredBodyAdded: .breaking(
      .both, "The initializer has a further argument.",
      "Pass the body."),
    .optionalBodyAdded: .compatible(
      .both, "The body is `nil` by default."),
    .bodyRemoved: .breaking(
      .both, "The initializer has lost its body.",
      "Remove the body."),
    .bodyMadeRequired: .breaking(
      .both, "The body has no default any more.",
      "Pass the body."),
    .bodyMadeOptional: .compatible(
      .both, "Calls with a body compile as before."),
    .bodyTypeChanged: .breaking(
      .both, "The body has another type.",
      "Pass a value of the new type."),
    .bodyMediaTypeChanged: .breaking(
      .wire, "The body is sent in another media type.",
      "Check that the server accepts the new media type."),
    .responseTypeChanged: .breaking(
      .both, "The response has another type.",
      "Use the new type."),
    .responseKindAdded: .breaking(
      .swift, "The response has a further case.",
      "Handle the case."),
    .responseKindRemoved: .breaking(
      .swift, "The response has lost a case.",
      "Remove the case from switches."),
    .responseRenamed: .breaking(
      .swift, "A case of the response has another name.",
      "Use the new name."),
    .responseMediaTypeChanged: .breaking(
      .wire, "The request asks for another media type.",
      "Check that the server returns the new media type."),
    .successStatusAdded: .compatible(
      .wire, "Another status indicates success."),
    .headerFieldAdded: .compatible(
      .swift, "Nothing refers to it yet."),
    .headerFieldRemoved: .breaking(
      .both, "The property of the response is gone.",
      "Read the field from the header fields of the response."),
    .headerFieldChanged: .breaking(
      .both, "The property of the response has another name or type.",
      "Use the new one."),
    .successStatusRemoved: .compatible(
      .wire, "The server does not return the status any more."),
  ]
}
