extension Resolver {
  /// Returns the model of a file's error codes.
  mutating func errorCodes(of root: XMLElement) -> ErrorCodesModel {
    let codes = root.children("error-code")
    checkUnique(codes, by: "value") { "the code '\($0)' is declared twice; remove one" }
    checkUnique(root.children("error-status"), by: "value") {
      "the status \($0) has two codes; remove one"
    }
    let names = codes.compactMap { $0["value"]?.value }
    return ErrorCodesModel(
      codes: codes.compactMap { element in
        check(swiftNameOf: element)
        guard let value = element["value"] else { return nil }
        return ErrorCodesModel.Code(
          value: value.value, status: errorStatus(element["status"]),
          swiftName: element["swift-name"]?.value,
          documentation: documentation(of: element, replaceableBy: names),
          hint: element.child("hint")?.foldedText, location: element.location)
      },
      statuses: root.children("error-status").compactMap { element in
        guard let status = errorStatus(element["value"]), let code = element["code"] else {
          return nil
        }
        if !names.contains(code.value) {
          report(
            "no <error-code> declares '\(code.value)'; add one"
              + Suggestion.among(names, for: code.value), at: code.valueLocation)
        }
        return ErrorCodesModel.Status(value: status, code: code.value)
      }.sorted { $0.value < $1.value })
  }

  private mutating func errorStatus(_ attribute: XMLAttribute?) -> Int? {
    guard let attribute, let status = Int(attribute.value) else { return nil }
    if !(300...599).contains(status) {
      report(
        "'\(status)' is not a status of an error; write a number from 300 to 599",
        at: attribute.valueLocation)
    }
    return status
  }

  /// Reports a second file with error codes, since they become one type.
  mutating func checkErrorFiles() {
    let files = documents.filter { $0.root.name == "errors" }
    for other in files.dropFirst() {
      report(
        "there is a second <errors>; a module has one, so merge them", at: other.root.location,
        notes: [Diagnostic(.note, "the first one is here", at: files[0].root.location)])
    }
    guard let first = files.first, let api = apiElement, api.child("error") == nil,
      !api.hasUnknownChildren
    else { return }
    report(
      "the <api> has no <error>, which names the field with the code; add one",
      at: first.root.location)
  }
}
