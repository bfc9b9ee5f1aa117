import NIOCore
import Synchronization

/// The open connections of a server.
final class ConnectionRegistry: Sendable {
  private struct State {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var isStopping = false
  }

  private let state = Mutex(State())

  /// The number of open connections.
  var count: Int { state.withLock { $0.channels.count } }

  /// Adds a connection.
  ///
  /// - Returns: Whether the server is running.
  func add(_ channel: any Channel) -> Bool {
    state.withLock { state in
      state.channels[ObjectIdentifier(channel)] = channel
      return !state.isStopping
    }
  }

  func remove(_ channel: any Channel) {
    state.withLock { state in state.channels[ObjectIdentifier(channel)] = nil }
  }

  /// Closes all connections, each after the requests that it has received.
  ///
  /// - Parameter grace: The time after which the connections are closed in any case.
  func stop(within grace: Duration) async {
    let channels = state.withLock { state in
      state.isStopping = true
      return Array(state.channels.values)
    }
    for channel in channels {
      channel.pipeline.fireUserInboundEventTriggered(ServerConnection.StopEvent())
    }
    await withTaskGroup { group in
      group.addTask {
        guard (try? await Task.sleep(for: grace)) != nil else { return }
        for channel in channels { channel.close(promise: nil) }
      }
      for channel in channels { try? await channel.closeFuture.get() }
      group.cancelAll()
    }
  }
}
