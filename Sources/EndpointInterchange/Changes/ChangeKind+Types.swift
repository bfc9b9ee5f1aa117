extension ChangeKind {
  /// The rules of changes of types.
  static let typeRules: [ChangeKind: ChangeRule] = [
    .typeAdded: .compatible(
      .swift, "Nothing refers to it yet."),
    .typeRemoved: .breaking(
      .swift, "The type is gone.",
      "Use the types of the endpoints that had it."),
    .typeRenamed: .breaking(
      .swift, "The type has another name.",
      "Use the new name."),
    .typeKindChanged: .breaking(
      .both, "Values of the type are used in another way.",
      "Rewrite code that creates or reads values of the type."),
    .typeDeprecated: .compatible(
      .swift, "The compiler warns where the type is used.",
      "Use its replacement."),
    .aliasTypeChanged: .breaking(
      .both, "The name stands for another type.",
      "Use values of the new type."),
    .optionalFieldAdded: .compatible(
      .both, "The argument of the initializer is `nil` by default."),
    .requiredFieldAddedToRequest: .breaking(
      .both, "The initializer has a further argument without a default.",
      "Pass the value."),
    .requiredFieldAddedToResponse: .compatible(
      .both, "Responses have a further property.",
      "Pass the value where values of the type are created, as in tests."),
    .fieldRemoved: .breaking(
      .both, "The property is gone.",
      "Remove its uses."),
    .fieldRenamed: .breaking(
      .swift, "The property has another name.",
      "Use the new name."),
    .fieldTypeChanged: .breaking(
      .both, "The property has another type.",
      "Use values of the new type."),
    .fieldMadeOptional: .breaking(
      .swift, "The property can be `nil`.",
      "Unwrap the value."),
    .fieldMadeOptionalInRequest: .compatible(
      .both, "Values that were accepted still are."),
    .fieldMadeRequired: .breaking(
      .both, "The initializer has no default for the property, which is not optional any more.",
      "Pass the value, and read it without unwrapping."),
    .fieldNullabilityChanged: .breaking(
      .both, "Null is a value of its own in one version only.",
      "Adapt to the type of the property."),
    .fieldUnitChanged: .breaking(
      .wire, "The number on the wire counts another unit.",
      "Check that the server uses the new unit."),
    .fieldAccessRestricted: .breaking(
      .wire, "The field is in one direction only.",
      "Do not set a field that only responses have, and do not read one that only requests have."),
    .fieldAccessExtended: .compatible(
      .wire, "The field is in both directions."),
    .fieldConstraintTightened: .breaking(
      .wire, "The server rejects values that it accepted.",
      "Send only values within the new constraint."),
    .fieldConstraintLoosened: .compatible(
      .wire, "All values that were accepted still are."),
    .fieldsReordered: .breaking(
      .swift, "The initializer has its arguments in another order.",
      "Reorder the arguments."),
    .fieldDeprecated: .compatible(
      .swift, "The property still works.",
      "Use its replacement."),
    .caseAdded: .compatible(
      .both, "Enums are open: unknown values were kept before."),
    .caseRemoved: .breaking(
      .swift, "The static member is gone.",
      "Use `init(rawValue:)` if servers still know the value."),
    .caseRenamed: .breaking(
      .swift, "The static member has another name.",
      "Use the new name."),
    .caseDeprecated: .compatible(
      .swift, "The value still works.",
      "Use its replacement."),
    .variantAdded: .breaking(
      .swift, "Switches over the union do not cover the new case.",
      "Handle the case; values of it were unknown before."),
    .variantRemoved: .breaking(
      .both, "The case is gone, and its values are unknown.",
      "Remove the case from switches."),
    .variantRenamed: .breaking(
      .swift, "The case has another name.",
      "Use the new name."),
    .variantTypeChanged: .breaking(
      .both, "The case has a value of another type.",
      "Use values of the new type."),
    .discriminatorChanged: .breaking(
      .wire, "Variants are selected by another field.",
      "Check that the server uses the new field."),
    .variantOrderChanged: .compatible(
      .wire, "Objects that match several variants can become another one.",
      "Check code that switches over the union."),
  ]
}
