import Foundation

/// A failure to listen on a port.
public struct ListeningFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The port.
  public var port: UInt16
  /// The error number of the system.
  public var code: Int32

  /// Whether another program uses the port.
  public var isPortInUse: Bool { code == EADDRINUSE }

  /// A description of the problem and how to fix it.
  public var description: String {
    let reason =
      isPortInUse ? "the port is in use; choose another" : String(cString: strerror(code))
    return "cannot listen on port \(port): \(reason)"
  }
}
