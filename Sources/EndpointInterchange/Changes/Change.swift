package import EndpointDefinition

/// A difference between two versions of definitions.
package struct Change: Hashable, Sendable {
  /// The kind, which says whether the change breaks anything.
  package var kind: ChangeKind
  /// The declaration that has changed, such as `ListClusters` or `Cluster.name`.
  package var subject: String
  /// The difference, in half a sentence.
  package var detail: String
  /// The location in the new definitions; in the old ones if the declaration is gone.
  package var location: SourceLocation

  /// Creates a change.
  package init(
    _ kind: ChangeKind, of subject: String, _ detail: String, at location: SourceLocation
  ) {
    self.kind = kind
    self.subject = subject
    self.detail = detail
    self.location = location
  }
}

/// The effect of a change on clients.
package enum ChangeEffect: String, CaseIterable, Sendable {
  /// Code does not compile any more, or requests are rejected.
  case breaking
  /// Everything that worked goes on to work.
  case compatible
  /// Only documentation differs.
  case documentation
}

/// Where clients notice a change.
package enum ChangeAudience: String, CaseIterable, Sendable {
  /// In the generated Swift.
  case swift
  /// In requests and responses.
  case wire
  /// In both.
  case both
}

/// The effect of a kind of change, and how to adapt to it.
package struct ChangeRule: Sendable {
  package var effect: ChangeEffect
  package var audience: ChangeAudience
  /// Why the change has this effect, as a sentence.
  package var reason: String
  /// How to adapt to the change, as a sentence; `nil` if there is nothing to do.
  package var migration: String?

  static func breaking(
    _ audience: ChangeAudience, _ reason: String, _ migration: String
  ) -> ChangeRule {
    ChangeRule(effect: .breaking, audience: audience, reason: reason, migration: migration)
  }

  static func compatible(
    _ audience: ChangeAudience, _ reason: String, _ migration: String? = nil
  ) -> ChangeRule {
    ChangeRule(effect: .compatible, audience: audience, reason: reason, migration: migration)
  }
}
