package import EndpointDefinition
import EndpointModel
package import EndpointRuntime
import Foundation

/// A generated module, whose endpoints are all called with sample arguments.
package struct SampledModule<Samples: SampleProvider>: Sendable {
  /// The model of the module's definitions.
  package let model: APIModel
  private let samples: Samples
  private let maker: SampleMaker

  /// Creates a module.
  ///
  /// - Parameters:
  ///   - definitions: The folder in `Definitions` that the module is generated from.
  ///   - samples: The generated samples.
  /// - Throws: ``DefinitionProblem`` if the definitions have mistakes.
  package init(definitions: String, samples: Samples) throws {
    model = try .definitions(definitions)
    self.samples = samples
    maker = SampleMaker(model)
  }

  /// The arguments for an endpoint.
  private func arguments(for endpoint: OperationModel) -> SampleArguments {
    SampleArguments(
      endpoint: endpoint, maker: maker, basePath: URL(string: model.baseURL)?.path ?? "")
  }

  /// Returns a request of an endpoint.
  ///
  /// - Throws: ``MissingSample`` if the module has no such endpoint.
  package func request(_ endpoint: OperationModel) throws -> any Endpoint<Samples.API> {
    guard let request = try samples.request(endpoint.name, arguments(for: endpoint)) else {
      throw MissingSample(endpoint: endpoint.name)
    }
    return request
  }

  /// Sends a request of each endpoint, and returns the differences between the requests and responses
  /// and what the definitions say.
  package func problems() async throws -> [String] {
    var found: [String] = []
    for endpoint in model.endpoints {
      let response = arguments(for: endpoint).responseJSON
      found += try await problems(of: request(endpoint), endpoint, responding: response)
    }
    return found
  }

  /// Decodes the examples of all responses, and returns what is lost.
  package func problemsOfExamples() async throws -> [String] {
    var found: [String] = []
    for endpoint in model.endpoints {
      for example in endpoint.responses.flatMap(\.examples) {
        var json = try JSONDecoder().decode(JSON.self, from: Data(example.json.utf8))
        if endpoint.isPaginated, case .array(let items) = json { json = items.first ?? .null }
        found += try await problems(of: request(endpoint), endpoint, responding: json)
      }
    }
    return found
  }

  /// Sends a request of each endpoint to a simulated Atlas, and returns the failures that are not errors
  /// of Atlas. What has not been created does not exist, and some sample bodies are rejected.
  package func unexpectedFailures(
    from client: EndpointClient<Samples.API.Service>
  ) async throws -> [String] {
    var found: [String] = []
    for endpoint in model.endpoints {
      do {
        try await Self.send(request(endpoint), to: client)
      } catch EndpointError.api(let error)
        where error.isExpected
      {
      } catch {
        found.append("\(endpoint.name): \(error)")
      }
    }
    return found
  }

  private static func send<E: Endpoint<Samples.API>>(
    _ request: E, to client: EndpointClient<Samples.API.Service>
  ) async throws {
    _ = try await client.send(request)
  }

  /// Returns what is lost of a recorded response to an endpoint; of a page, what is lost of its items.
  package func losses(of response: JSON, to endpoint: OperationModel) async throws -> [String] {
    let isEnveloped = endpoint.isEnveloped(by: model.envelope)
    let content = isEnveloped ? response["content"] ?? response : response
    let expected = endpoint.isPaginated ? content["results"] ?? content : content
    return try await Self.losses(
      of: expected, in: response, to: request(endpoint), named: endpoint.name)
  }

  private func problems<E: Endpoint<Samples.API>>(
    of request: E, _ endpoint: OperationModel, responding response: JSON?
  ) async throws -> [String] {
    let arguments = arguments(for: endpoint)
    let transport = RespondingTransport(response, isPage: endpoint.isPaginated)
    let client = Self.client(transport)
    let value = try await client.send(request)
    guard let sent = transport.request else { return ["\(endpoint.name): nothing was sent"] }
    var found: [String] = []
    if sent.method.rawValue != endpoint.method || sent.path != arguments.target {
      found.append("\(sent.method) \(sent.path ?? "") instead of \(arguments.target)")
    }
    let body = try transport.body.map { try JSONDecoder().decode(JSON.self, from: $0) }
    if let expected = arguments.bodyJSON {
      found += body?.differences(from: expected) ?? ["the request has no body"]
    } else if endpoint.body == nil, body != nil {
      found.append("the request has a body")
    }
    if let response, let read = try Self.json(of: value) {
      found += read.differences(from: response)
    }
    return found.map { "\(endpoint.name): \($0)" }
  }

  private static func losses<E: Endpoint<Samples.API>>(
    of expected: JSON, in response: JSON, to request: E, named name: String
  ) async throws -> [String] {
    let transport = RespondingTransport(response, isPage: false)
    let value = try await client(transport).send(request)
    guard let read = try json(of: value, wholePage: true) else { return [] }
    return read.differences(from: expected).map { "\(name): \($0)" }
  }

  private static func client(_ transport: RespondingTransport) -> EndpointClient<
    Samples.API.Service
  > {
    EndpointClient(
      transport: transport,
      configuration: ClientConfiguration(timeout: .seconds(86_400), retryPolicy: .never))
  }

  /// Returns what was read of a response, as JSON again; of a page the first item.
  private static func json(of value: Any, wholePage: Bool = false) throws -> JSON? {
    if let page = value as? any EncodablePage {
      if wholePage { return .array(try page.items.compactMap { try json(of: $0) }) }
      return try page.items.first.flatMap { try json(of: $0) }
    }
    guard let value = value as? any JSONValue else { return nil }
    return try JSONDecoder().decode(JSON.self, from: try JSONCoding.encode(value))
  }
}

/// An endpoint for which there is no sample.
package struct MissingSample: Error {
  /// The name of the endpoint, and of the parameter that has no value.
  package let endpoint: String
}

/// A page whose items can be written again.
private protocol EncodablePage {
  associatedtype Item: JSONValue
  var items: [Item] { get }
}

extension Page: EncodablePage where Item: JSONValue {}

extension APIError {
  /// Whether Atlas responds with it to the sample requests, of which some are for missing items, and some
  /// for items that exist or are protected.
  fileprivate var isExpected: Bool {
    guard let rawCode else { return false }
    return [404, 409].contains(status.code) || rawCode.hasPrefix("DUPLICATE_")
      || rawCode.hasPrefix("CANNOT_")
  }
}
