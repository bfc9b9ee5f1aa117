/// The unit of a numeric date or duration.
public enum TimeUnit: String, CaseIterable, Sendable {
  /// Thousandths of a second.
  case milliseconds
  /// Seconds.
  case seconds
  /// Minutes of 60 seconds.
  case minutes
  /// Hours of 60 minutes.
  case hours
  /// Days of 24 hours.
  case days

  /// The length of the unit in milliseconds.
  package var milliseconds: Int {
    switch self {
    case .milliseconds: 1
    case .seconds: 1_000
    case .minutes: 60_000
    case .hours: 3_600_000
    case .days: 86_400_000
    }
  }
}
