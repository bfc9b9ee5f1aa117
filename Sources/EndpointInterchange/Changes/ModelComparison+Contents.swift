import EndpointDefinition
import EndpointGeneration
import EndpointModel

extension ModelComparison {
  /// Adds the differences between the bodies of an endpoint.
  mutating func compareBodies(_ old: OperationModel, _ new: OperationModel) {
    func add(_ kind: ChangeKind, _ detail: String) {
      self.add(kind, "\(new.name).body", detail, at: new.location)
    }
    guard let former = old.body, let body = new.body else {
      if let body = new.body {
        add(
          body.isRequired ? .requiredBodyAdded : .optionalBodyAdded,
          "is a new \(body.isRequired ? "required" : "optional") body")
      } else if old.body != nil {
        add(.bodyRemoved, "is gone")
      }
      return
    }
    if body.isRequired != former.isRequired {
      add(
        body.isRequired ? .bodyMadeRequired : .bodyMadeOptional,
        body.isRequired ? "is required" : "is not required any more")
    }
    if renewed(former.payload) != body.payload {
      add(.bodyTypeChanged, "is of type \(body.payload), not \(former.payload)")
    }
    if former.contentType != body.contentType {
      add(
        .bodyMediaTypeChanged,
        "has the media type \(body.contentType ?? "of JSON"), not \(former.contentType ?? "of JSON")"
      )
    }
    if former.examples != body.examples { add(.examplesChanged, "has other examples") }
  }

  /// Adds the differences between the responses of an endpoint.
  mutating func compareResponses(_ old: OperationModel, _ new: OperationModel) {
    func add(_ kind: ChangeKind, _ detail: String) {
      self.add(kind, new.name, detail, at: new.responses.first?.location ?? new.location)
    }
    if old.isPaginated != new.isPaginated {
      add(
        new.isPaginated ? .endpointPaginated : .endpointUnpaginated,
        new.isPaginated ? "returns pages" : "does not return pages any more")
      return
    }
    var rest = old.responses
    var unmatched: [ResponseModel] = []
    for response in new.responses {
      guard let index = rest.firstIndex(where: { $0.isSameKind(as: response) }) else {
        unmatched.append(response)
        continue
      }
      compare(rest.remove(at: index), response, of: new)
    }
    // Of one kind each, the response is the same with another status or media type.
    if unmatched.count == 1, rest.count == 1, new.responses.count == old.responses.count {
      compare(rest.removeFirst(), unmatched.removeFirst(), of: new)
    }
    for response in unmatched {
      add(.responseKindAdded, "has a response \(response.described)")
    }
    for response in rest {
      add(.responseKindRemoved, "has no response \(response.described) any more")
    }
  }

  private mutating func compare(
    _ old: ResponseModel, _ new: ResponseModel, of endpoint: OperationModel
  ) {
    func add(_ kind: ChangeKind, _ detail: String) {
      self.add(kind, endpoint.name, detail, at: new.location)
    }
    if old.payload.map(renewed) != new.payload {
      add(
        .responseTypeChanged,
        "returns \(new.payload?.description ?? "nothing"), not \(old.payload?.description ?? "nothing")"
      )
    }
    if old.contentType != new.contentType {
      add(
        .responseMediaTypeChanged,
        "asks for \(new.contentType ?? "JSON"), not \(old.contentType ?? "JSON")")
    }
    if old.swiftName != new.swiftName {
      add(
        .responseRenamed,
        "names a response \(new.swiftName ?? "by its status"), not \(old.swiftName ?? "by its status")"
      )
    }
    let (before, after) = (Set(old.statuses), Set(new.statuses))
    for status in after.subtracting(before).sorted() {
      add(.successStatusAdded, "succeeds with \(status)")
    }
    for status in before.subtracting(after).sorted() {
      add(.successStatusRemoved, "does not succeed with \(status) any more")
    }
    if old.matchesAnySuccess != new.matchesAnySuccess {
      add(
        new.matchesAnySuccess ? .successStatusAdded : .successStatusRemoved,
        new.matchesAnySuccess ? "succeeds with any 2xx" : "does not succeed with any 2xx any more")
    }
    if old.examples != new.examples { add(.examplesChanged, "has other examples") }
    compareHeaderFields(old, new, of: endpoint)
  }

  private mutating func compareHeaderFields(
    _ old: ResponseModel, _ new: ResponseModel, of endpoint: OperationModel
  ) {
    for field in new.headerFields {
      let subject = "\(endpoint.name).\(field.name)"
      guard let former = old.headerFields.first(where: { $0.isSame(as: field) }) else {
        add(.headerFieldAdded, subject, "is a new header field", at: field.location)
        continue
      }
      if renewed(former.type) != field.type || former.unit != field.unit
        || former.memberName != field.memberName
      {
        add(
          .headerFieldChanged, subject,
          "is \(field.memberName): \(field.type), was \(former.memberName): \(former.type)",
          at: field.location)
      }
      compare(
        former.documentation, field.documentation, deprecated: nil, of: subject,
        at: field.location)
    }
    for field in old.headerFields
    where !new.headerFields.contains(where: { $0.isSame(as: field) }) {
      add(.headerFieldRemoved, "\(endpoint.name).\(field.name)", "is gone", at: field.location)
    }
  }

  private func renewed(_ payload: Payload) -> Payload {
    payload.jsonType.map { .json(renewed($0)) } ?? payload
  }
}

extension HeaderFieldModel {
  /// The name in Swift.
  fileprivate var memberName: String { swiftName ?? SwiftName.member(name) }

  fileprivate func isSame(as other: HeaderFieldModel) -> Bool {
    name.lowercased() == other.name.lowercased()
  }
}

extension ResponseModel {
  /// Whether two responses come with a common status in the same media type.
  fileprivate func isSameKind(as other: ResponseModel) -> Bool {
    contentType == other.contentType
      && (!Set(statuses).isDisjoint(with: other.statuses)
        || (matchesAnySuccess && other.matchesAnySuccess))
  }

  fileprivate var described: String {
    let names = statuses.map(String.init) + (matchesAnySuccess ? ["2xx"] : [])
    return names.joined(separator: ", ") + (contentType.map { " of \($0)" } ?? "")
  }
}
