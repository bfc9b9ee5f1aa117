import EndpointModel
import EndpointRuntime
import Foundation
import Synchronization

/// What the server, the in-process transport, and the control endpoint of a simulator share.
final class SimulatorCore: Sendable {
  let store: ResourceStore
  let world: World
  let log: ExchangeLog
  let faults: FaultInjector
  let service: SimulatorService
  /// The path of the base URL; empty for several APIs.
  let pathPrefix: String
  private let authentication: Authentication
  private let buckets: TokenBuckets?
  private let events: EventHub
  private let preparation: Preparation

  init(
    _ catalogs: [EndpointCatalog], credentials: SimulatedCredentials?,
    authentication policy: DigestPolicy, options: SimulatorOptions,
    behavior: SimulatedBehavior, handlers: [String: Handler], store: ResourceStore,
    setUp: @escaping @Sendable (ResourceStore) async -> Void
  ) {
    let clock = store.clock
    self.store = store
    world = World(catalogs, behavior: behavior)
    events = EventHub()
    log = ExchangeLog(limit: options.maximumExchanges, events: events)
    faults = FaultInjector(options.faults, seed: options.faultSeed, events: events)
    buckets = options.rateLimit.map { TokenBuckets(limit: $0, clock: clock) }
    authentication = Authentication(
      digest: credentials.map { DigestVerifier(credentials: $0, policy: policy) },
      tokens: options.oauth.map { TokenService(policy: $0, clock: clock) })
    preparation = Preparation(store: store, state: options.state, setUp: setUp)
    let faultClock = options.faultClock
    let apis = catalogs.map { [world] in SimulatedAPI($0, world: world) }
    pathPrefix = apis.count == 1 ? apis[0].router.pathPrefix : ""
    let dispatcher = Dispatcher(
      apis: apis, authentication: authentication, store: store, handlers: handlers, world: world,
      faults: faults, buckets: buckets, pause: { try? await faultClock.sleep(for: $0) })
    let resetting = Resetting(
      store: store, log: log, faults: faults, buckets: buckets, authentication: authentication,
      events: events, preparation: preparation)
    self.resetting = resetting
    let performer = RequestPerformer(dispatcher: dispatcher, log: log, clock: clock)
    service = SimulatorService(
      performer: performer,
      control: options.isControlEnabled
        ? ControlEndpoint(
          catalogs: catalogs, store: store, performer: performer, log: log, faults: faults,
          clock: clock, events: events, servesConsole: options.isConsoleEnabled,
          reset: { await resetting.run() }) : nil,
      clock: clock)
  }

  private let resetting: Resetting

  /// Inserts the first resources if that has not happened.
  func setUp() async { await preparation.run() }

  func reset() async { await resetting.run() }
}

/// Inserts the first resources once.
private actor Preparation {
  private let store: ResourceStore
  /// The first resources, instead of those that are inserted.
  private var state: SimulatorState?
  private let setUp: @Sendable (ResourceStore) async -> Void
  private var task: Task<Void, Never>?

  init(
    store: ResourceStore, state: SimulatorState?,
    setUp: @escaping @Sendable (ResourceStore) async -> Void
  ) {
    self.store = store
    self.state = state
    self.setUp = setUp
  }

  func run() async {
    let task =
      task
      ?? Task { [store, state, setUp] in
        if let state { await store.restore(state) } else { await setUp(store) }
      }
    self.task = task
    await task.value
  }

  func runAgain() async {
    await task?.value
    await store.reset()
    state = nil
    task = nil
    await run()
  }
}

/// Brings a simulator into the state of its start.
private struct Resetting: Sendable {
  let store: ResourceStore
  let log: ExchangeLog
  let faults: FaultInjector
  let buckets: TokenBuckets?
  let authentication: Authentication
  let events: EventHub
  let preparation: Preparation

  func run() async {
    log.removeAll()
    faults.reset()
    buckets?.reset()
    authentication.tokens?.removeAll()
    await authentication.digest?.removeAll()
    await preparation.runAgain()
    events.publish(.reset)
  }
}
