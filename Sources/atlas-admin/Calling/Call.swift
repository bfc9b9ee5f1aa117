import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation

/// A call whose arguments are valid.
struct Call {
  private let endpoint: EndpointDescriptor
  private let values: [FlagValue]
  private let request: RequestBuilder
  private let assembly: RequestAssembly
  private let pages: ListPages?
  private let plan: WaitPlan?
  private let sender: RequestSender
  private let writer: ResultWriter
  private let command: CallCommand

  /// Creates a call.
  ///
  /// - Parameters:
  ///   - endpoint: The endpoint.
  ///   - catalog: The catalog with the endpoint.
  ///   - arguments: The flags of the endpoint.
  ///   - command: The options.
  /// - Throws: A usage failure that names the invalid argument.
  init(
    _ endpoint: EndpointDescriptor, in catalog: EndpointCatalog, arguments: [String],
    command: CallCommand
  ) throws {
    self.endpoint = endpoint
    self.command = command
    let flags = EndpointFlags(endpoint, in: catalog)
    values = try FlagParser(endpoint: endpoint.name, flags: flags).parse(arguments)
    let settings = try command.connection.settings()
    let details = catalog.details(of: endpoint.name)
    assembly = RequestAssembly(
      endpoint: endpoint, flags: flags, isBodyOptional: details?.body?.isRequired == false,
      settingDefault: { $0.value(in: settings) })
    request = try assembly.request(
      with: values,
      body: BodySource(file: command.body, assignments: command.set)
        .body(for: endpoint, in: catalog))
    pages = command.all ? try ListPages(of: endpoint, in: catalog) : nil
    plan =
      command.waiting.isWaiting
      ? try WaitPlan(for: endpoint, until: command.waiting.until, in: catalog) : nil
    writer = try ResultWriter(command.output, for: endpoint, in: catalog)
    try Self.check(values, endpoint, catalog, command)
    sender = RequestSender(
      api: command.api, client: try command.connection.client(settings))
  }

  private static func check(
    _ values: [FlagValue], _ endpoint: EndpointDescriptor, _ catalog: EndpointCatalog,
    _ command: CallCommand
  ) throws {
    let isJSON = endpoint.accept.contains(where: \.isJSONMediaType)
    let output = command.output
    if !isJSON, output.filter != nil || output.format != nil {
      throw CommandFailure(
        .usage,
        "\(endpoint.name) responds with \(endpoint.accept.joined(separator: ", ")); leave out "
          + "--output, --columns, and --filter")
    }
    let hasEnvelope = values.contains {
      $0.flag.parameter.name == catalog.api.envelope?.switchParameter && $0.value == "true"
    }
    if hasEnvelope, command.all || command.waiting.isWaiting {
      throw CommandFailure(.usage, "--envelope cannot be used with --all, --wait, and --until")
    }
  }

  /// Sends the request and writes the result.
  func run() async throws {
    if let pages { return try await readAll(pages) }
    if let plan { return try await wait(plan) }
    let output = ResponseOutput(
      file: command.output.outputFile, includesHead: command.output.include)
    guard endpoint.accept.contains(where: \.isJSONMediaType) else {
      try output.checkTerminal(for: endpoint)
      return try await output.write(try await sender.stream(of: request))
    }
    let response = try await sender.response(to: request)
    try ResponseCheck(endpoint: endpoint).check(response)
    guard !command.output.isUnchanged, let value = JSONCoding.document(response.value) else {
      return try await output.write(response)
    }
    try await writer.write(value)
  }

  private func readAll(_ pages: ListPages) async throws {
    var items: [JSON] = []
    try await pages.read(values) { values in
      try assembly.request(with: values, body: nil)
    } send: { request in
      try await sender.json(of: endpoint, request)
    } receive: { page in
      if writer.isStreaming { try writer.stream(page) } else { items += page }
    }
    if !writer.isStreaming { try await writer.write(items: items) }
  }

  private func wait(_ plan: WaitPlan) async throws {
    let response = try await sender.json(of: endpoint, request)
    let poll = try plan.poll(after: request, response)
    let line = WaitProgress(name: plan.endpoint.name)
    defer { line.finish() }
    let poller = StatePoller(
      plan: plan,
      interval: .seconds(command.waiting.interval ?? Double(plan.waiter.interval)),
      timeout: .seconds(command.waiting.waitTimeout ?? Double(plan.waiter.timeout)),
      send: { request, remaining in
        try await sender.json(
          of: plan.endpoint, request,
          timeout: min(remaining, .seconds(command.connection.timeout)))
      },
      progress: line.show)
    if let state = try await poller.wait(polling: poll) { try await writer.write(state) }
  }
}
