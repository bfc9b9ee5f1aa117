/// The credentials that a simulator accepts. No description contains the password.
public struct SimulatedCredentials: Sendable, CustomStringConvertible, CustomReflectable {
  let username: String
  let password: String

  /// Creates credentials.
  public init(username: String, password: String) {
    self.username = username
    self.password = password
  }

  /// Creates the credentials of an OAuth client.
  public init(clientID: String, clientSecret: String) {
    self.init(username: clientID, password: clientSecret)
  }

  /// A description without the password.
  public var description: String { "SimulatedCredentials(username: \(username))" }
  /// A mirror without the password.
  public var customMirror: Mirror { Mirror(self, children: ["username": username]) }
}
