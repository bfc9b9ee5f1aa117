/// The descriptor of an API, which is much to copy for each call.
final class SharedAPI: Sendable {
  let descriptor: APIDescriptor

  init(_ descriptor: APIDescriptor) { self.descriptor = descriptor }
}
