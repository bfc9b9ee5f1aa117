import EndpointModel

extension APIModel {
  /// Returns the model with only the included endpoints, the types that they need, and the error
  /// codes of which more than the status is known.
  ///
  /// All files remain, some of them without declarations, so that their number does not depend on
  /// what is included.
  ///
  /// - Parameter includes: The included parts; empty for everything.
  /// - Returns: The model, and diagnostics for parts that do not exist.
  package func slice(
    _ includes: [GenerationModel.Include]
  ) -> (model: APIModel, diagnostics: [Diagnostic]) {
    guard !includes.isEmpty else { return (self, []) }
    var names: Set<String> = []
    var diagnostics: [Diagnostic] = []
    for include in includes {
      let found = endpoints(of: include.part)
      names.formUnion(found)
      if found.isEmpty { diagnostics.append(missing(include)) }
    }
    var model = self
    for index in model.files.indices {
      model.files[index].endpoints.removeAll { !names.contains($0.name) }
    }
    let (types, codes) = (model.reachableTypes, model.namedErrorCodes)
    for index in model.files.indices {
      model.files[index].types.removeAll { !types.contains($0.name) }
      model.files[index].errorCodes?.keepKnown(besides: codes)
    }
    return (model, diagnostics)
  }

  private func endpoints(of part: GenerationModel.Include.Part) -> [String] {
    switch part {
    case .endpoint(let name): endpoints.map(\.name).filter { $0 == name }
    case .tag(let tag): files.filter { $0.tag == tag }.flatMap(\.endpoints).map(\.name)
    }
  }

  private func missing(_ include: GenerationModel.Include) -> Diagnostic {
    let (kind, name, known) =
      switch include.part {
      case .endpoint(let name): ("endpoint", name, endpoints.map(\.name))
      case .tag(let name): ("tag", name, files.compactMap(\.tag))
      }
    return Diagnostic(
      .error,
      "the definitions of \(self.name) have no \(kind) '\(name)'"
        + Suggestion.among(known, for: name), at: include.location)
  }

  /// The names of the types that the endpoints and options mention, directly or through others.
  private var reachableTypes: Set<String> {
    let declared = Dictionary(types.map { ($0.name, $0) }) { first, _ in first }
    var rest = parameters.map(\.type)
    for endpoint in endpoints {
      rest += endpoint.parameters.map(\.type) + endpoint.responseHeaderFields.map(\.type)
      rest += ([endpoint.body?.payload] + endpoint.responses.map(\.payload))
        .compactMap { $0?.jsonType }
    }
    var names: Set<String> = []
    while let type = rest.popLast() {
      guard let name = type.innermostName, names.insert(name).inserted else { continue }
      switch declared[name] {
      case .structure(let model): rest += model.fields.map(\.type)
      case .union(let model): rest += model.variants.map { .named($0.type) }
      case .alias(let model): rest.append(model.type)
      case .enumeration, nil: continue
      }
    }
    return names
  }

  /// The error codes that waiters name.
  private var namedErrorCodes: Set<String> {
    Set(endpoints.flatMap(\.waiters).flatMap(\.successCodes))
  }
}

extension ErrorCodesModel {
  /// Removes the codes of which only the status is known.
  fileprivate mutating func keepKnown(besides others: Set<String>) {
    let kept = others.union(statuses.map(\.code))
    codes.removeAll {
      $0.hint == nil && $0.documentation.summary == nil && !kept.contains($0.value)
    }
  }
}

extension TypeReference {
  /// The declared type that the type is or is made of; `nil` for scalars.
  fileprivate var innermostName: String? {
    switch self {
    case .scalar: nil
    case .named(let name): name
    case .list(let element), .map(let element): element.innermostName
    }
  }
}
