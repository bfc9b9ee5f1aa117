import Foundation

/// Why a simulator cannot listen.
public struct ListeningFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The port that it was to listen on.
  public var port: UInt16
  /// The number of the system's error.
  public var code: Int32

  /// Whether another program listens on the port.
  public var isPortInUse: Bool { code == EADDRINUSE }

  /// A description of what happened and what to do.
  public var description: String {
    let reason =
      isPortInUse ? "the port is in use; choose another" : String(cString: strerror(code))
    return "cannot listen on port \(port): \(reason)"
  }
}
