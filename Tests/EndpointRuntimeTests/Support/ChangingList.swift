import EndpointRuntime
import Foundation
import HTTPTypes
import Synchronization

/// A list on a server, served in pages, that changes while it is read.
final class ChangingList: Sendable {
  /// A habit of the server.
  enum Habit: Sendable {
    case none
    /// Serves no pages larger than this.
    case limit(Int)
    /// Serves pages of this size, whatever it is asked for.
    case fixedSize(Int)
    /// Serves the whole list, whatever it is asked for.
    case noPages
    /// Serves the first page, whatever page it is asked for.
    case samePage
    /// Serves nothing after this many items.
    case endsAfter(Int)
  }

  private struct State {
    var items: [(id: Int, name: String)]
    var nextID: Int
  }

  private let state: Mutex<State>
  private let habit: Habit
  private let total: @Sendable (_ count: Int, _ pageCount: Int) -> Int?

  init(
    count: Int, habit: Habit = .none,
    total: @escaping @Sendable (_ count: Int, _ pageCount: Int) -> Int? = { count, _ in count }
  ) {
    state = Mutex(
      State(items: (0..<count).map { ($0, "item \($0)") }, nextID: count))
    self.habit = habit
    self.total = total
  }

  var ids: [Int] { state.withLock { $0.items.map(\.id) } }

  func delete(_ id: Int) { state.withLock { $0.items.removeAll { $0.id == id } } }

  /// Changes the list in a random way, and returns the identifier of an item that was deleted.
  func change(_ random: inout some RandomNumberGenerator) -> Int? {
    state.withLock { state in
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        state.items.insert(
          (state.nextID, "new"), at: Int.random(in: 0...state.items.count, using: &random))
        state.nextID += 1
      case 1:
        state.items.append((state.nextID, "last"))
        state.nextID += 1
      case 2 where !state.items.isEmpty:
        return state.items.remove(at: Int.random(in: 0..<state.items.count, using: &random)).id
      default:
        guard let index = state.items.indices.randomElement(using: &random) else { return nil }
        state.items[index].name += "!"
      }
      return nil
    }
  }

  func reply(to request: HTTPRequest) -> Reply {
    let query = URLComponents(string: request.path ?? "")?.queryItems ?? []
    let number = { (name: String) in query.first { $0.name == name }?.value.flatMap { Int($0) } }
    var size = number("itemsPerPage") ?? 100
    var page = (number("pageNum") ?? 1) - 1
    return state.withLock { state in
      var items = state.items[...]
      switch habit {
      case .none: break
      case .limit(let limit): size = min(size, limit)
      case .fixedSize(let fixed): size = fixed
      case .noPages: (size, page) = (items.count, 0)
      case .samePage: page = 0
      case .endsAfter(let count): items = items.prefix(count)
      }
      let slice = items.dropFirst(page * size).prefix(size)
      let results = slice.map { #"{"id":"\#($0.id)","name":"\#($0.name)"}"# }
        .joined(separator: ",")
      let total = total(state.items.count, slice.count).map { #","totalCount":\#($0)"# } ?? ""
      return Reply(#"{"results":[\#(results)]\#(total)}"#)
    }
  }

  var transport: ScriptedTransport { ScriptedTransport { request, _ in self.reply(to: request) } }
}
