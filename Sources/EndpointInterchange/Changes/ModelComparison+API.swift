import EndpointDefinition
import EndpointGeneration
import EndpointModel

extension ModelComparison {
  /// The beginning of the file that declares the new API.
  private var apiLocation: SourceLocation {
    SourceLocation(file: new.path, line: 1, column: 1)
  }

  /// Adds the differences between the properties that all endpoints share.
  mutating func compareAPIs() {
    func add(_ kind: ChangeKind, _ detail: String) {
      self.add(kind, new.name, detail, at: apiLocation)
    }
    if old.name != new.name { add(.apiRenamed, "was named '\(old.name)'") }
    if old.baseURL != new.baseURL {
      add(.baseURLChanged, "has the base URL \(new.baseURL) in place of \(old.baseURL)")
    }
    if old.service != new.service { add(.serviceChanged, "belongs to another service") }
    for scheme in new.authentication where !old.authentication.contains(scheme) {
      add(.authenticationAdded, "accepts the scheme '\(scheme.rawValue)'")
    }
    for scheme in old.authentication where !new.authentication.contains(scheme) {
      add(.authenticationRemoved, "does not accept the scheme '\(scheme.rawValue)' any more")
    }
    if old.mediaType != new.mediaType {
      add(
        .mediaTypeChanged,
        "has the media type \(new.mediaType ?? "application/json") in place of "
          + (old.mediaType ?? "application/json"))
    }
    switch (old.envelope, new.envelope) {
    case (nil, _?): add(.envelopeAdded, "has an envelope")
    case (_?, nil): add(.envelopeRemoved, "has no envelope any more")
    case (let old, let new): if old != new { add(.envelopeChanged, "has another envelope") }
    }
    comparePaginations(add)
    if old.error != new.error { add(.errorShapeChanged, "has other fields in errors") }
    compareSharedParameters()
    compare(
      old.documentation, new.documentation, deprecated: nil, of: new.name, at: apiLocation)
  }

  private func comparePaginations(_ add: (ChangeKind, String) -> Void) {
    guard let old = old.pagination, let new = new.pagination else {
      if old.pagination != nil || new.pagination != nil {
        add(.paginationChanged, "has pagination in one version only")
      }
      return
    }
    var same = old
    same.defaultSize = new.defaultSize
    same.maximumSize = new.maximumSize
    if same != new { add(.paginationChanged, "has other parameters or fields of pages") }
    if new.maximumSize < old.maximumSize {
      add(
        .pageSizeMaximumLowered,
        "has at most \(new.maximumSize) items on a page, not \(old.maximumSize)")
    } else if new.maximumSize > old.maximumSize {
      add(
        .pageSizeMaximumRaised,
        "has up to \(new.maximumSize) items on a page, not \(old.maximumSize)")
    }
    if new.defaultSize != old.defaultSize {
      add(
        .pageSizeDefaultChanged,
        "has \(new.defaultSize) items on a page by default, not \(old.defaultSize)")
    }
  }

  private mutating func compareSharedParameters() {
    for parameter in new.parameters {
      let subject = "\(new.name).\(parameter.name)"
      guard let before = old.parameters.first(where: { $0.name == parameter.name }) else {
        add(
          .sharedParameterAdded, subject, "is a parameter of every endpoint", at: parameter.location
        )
        continue
      }
      if renewed(before.type) != parameter.type || before.unit != parameter.unit
        || before.memberName != parameter.memberName || before.constraints != parameter.constraints
      {
        add(
          .sharedParameterChanged, subject,
          "is \(parameter.memberName): \(parameter.type), was \(before.memberName): \(before.type)",
          at: parameter.location)
      }
      compare(
        before.documentation, parameter.documentation, deprecated: .parameterDeprecated,
        of: subject, at: parameter.location)
    }
    for parameter in old.parameters
    where !new.parameters.contains(where: { $0.name == parameter.name }) {
      add(
        .sharedParameterRemoved, "\(old.name).\(parameter.name)",
        "is not a parameter of every endpoint any more", at: parameter.location)
    }
  }

  /// Adds the differences between the error codes.
  mutating func compareErrorCodes() {
    let (before, after) = (old.errorCodes?.codes ?? [], new.errorCodes?.codes ?? [])
    let oldCodes = Dictionary(before.map { ($0.value, $0) }) { first, _ in first }
    let newCodes = Dictionary(after.map { ($0.value, $0) }) { first, _ in first }
    for code in after {
      guard let former = oldCodes[code.value] else {
        add(.errorCodeAdded, code.value, "is a new error code", at: code.location)
        continue
      }
      if code.memberName != former.memberName {
        add(
          .errorCodeRenamed, code.value,
          "is '\(code.memberName)' in Swift, was '\(former.memberName)'",
          at: code.location)
      }
      if code.status != former.status {
        add(
          .errorCodeStatusChanged, code.value,
          "has the status \(code.status.map(String.init) ?? "of any error")", at: code.location)
      }
      if code.hint != former.hint {
        add(.documentationChanged, code.value, "has another hint", at: code.location)
      }
      compare(
        former.documentation, code.documentation, deprecated: .errorCodeDeprecated,
        of: code.value, at: code.location)
    }
    for code in before where newCodes[code.value] == nil {
      add(.errorCodeRemoved, code.value, "is not an error code any more", at: code.location)
    }
    let statuses = Set(old.errorCodes?.statuses ?? [])
    for status in Set(new.errorCodes?.statuses ?? []).symmetricDifference(statuses)
      .sorted(by: { $0.value < $1.value })
    {
      add(
        .errorStatusCodeChanged, "\(status.value)",
        statuses.contains(status)
          ? "does not stand for '\(status.code)' any more"
          : "stands for '\(status.code)' where a response has no code", at: apiLocation)
    }
  }
}

extension ParameterModel {
  /// The name in Swift.
  var memberName: String { swiftName ?? SwiftName.member(name) }
}

extension ErrorCodesModel.Code {
  /// The name in Swift.
  var memberName: String { swiftName ?? SwiftName.member(value) }
}
