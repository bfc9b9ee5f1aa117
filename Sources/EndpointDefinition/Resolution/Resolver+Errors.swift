extension Resolver {
  /// Returns the model of a file's error codes.
  mutating func errorCodes(_ declaration: ErrorsDeclaration) -> ErrorCodesModel {
    checkUnique(declaration.codes.map { ($0.value, $0.location) }) {
      "the code '\($0)' is declared twice; remove one"
    }
    checkUnique(declaration.statuses.map { ($0.value, $0.location) }) {
      "the status \($0) has two codes; remove one"
    }
    let names = declaration.names
    var codes = declaration.codes.compactMap { code($0, among: names) }
    for list in declaration.lists { codes += self.codes(list, after: codes) }
    let statuses = declaration.statuses.compactMap { status($0, among: names) }
    return ErrorCodesModel(codes: codes, statuses: statuses.sorted { $0.value < $1.value })
  }

  private mutating func code(
    _ declaration: ErrorCodeDeclaration, among names: [String]
  ) -> ErrorCodesModel.Code? {
    check(swiftName: declaration.swiftName)
    checkErrorStatus(declaration.status)
    let documentation = self.documentation(declaration.documentation, replaceableBy: names)
    guard let value = declaration.value else { return nil }
    return ErrorCodesModel.Code(
      value: value.value, status: declaration.status?.value,
      swiftName: declaration.swiftName?.value, documentation: documentation,
      hint: declaration.hint, location: declaration.location)
  }

  private mutating func codes(
    _ declaration: ErrorCodesDeclaration, after others: [ErrorCodesModel.Code]
  ) -> [ErrorCodesModel.Code] {
    checkErrorStatus(declaration.status)
    var seen = Dictionary(others.map { ($0.value, $0.location) }) { first, _ in first }
    return declaration.codes.compactMap { code in
      if let other = seen[code] {
        report(
          "the code '\(code)' is declared twice; remove one", at: declaration.location,
          notes: [Diagnostic(.note, "the first one is here", at: other)])
        return nil
      }
      seen[code] = declaration.location
      return ErrorCodesModel.Code(
        value: code, status: declaration.status?.value, location: declaration.location)
    }
  }

  private mutating func status(
    _ declaration: ErrorStatusDeclaration, among names: [String]
  ) -> ErrorCodesModel.Status? {
    checkErrorStatus(declaration.value)
    guard let status = declaration.value, let code = declaration.code else { return nil }
    if !names.contains(code.value) {
      report(
        "no <error-code> declares '\(code.value)'; add one"
          + Suggestion.among(names, for: code.value), at: code.valueLocation)
    }
    return ErrorCodesModel.Status(value: status.value, code: code.value)
  }

  private mutating func checkErrorStatus(_ status: Located<Int>?) {
    guard let status, !(300...599).contains(status.value) else { return }
    report(
      "'\(status.value)' is not a status of an error; write a number from 300 to 599",
      at: status.valueLocation)
  }

  /// Reports a second file with error codes, since they become one type.
  mutating func checkErrorFiles() {
    let errors = files.filter { $0.errors != nil }
    guard let first = errors.first else { return }
    for other in errors.dropFirst() {
      report(
        "there is a second <errors>; a module has one, so merge them", at: other.location,
        notes: [Diagnostic(.note, "the first one is here", at: first.location)])
    }
    guard let api, api.error == nil, !api.hasUnknownChildren else { return }
    report(
      "the <api> has no <error>, which names the field with the code; add one",
      at: first.location)
  }
}
