import EndpointAsyncHTTPClient
import EndpointSimulator
import Library

/// Puts two books on a simulated library's shelf and lists them.
@main
struct LibraryDemo {
  static func main() async throws {
    let simulator = Simulator(
      LibraryCatalog.catalog, credentials: .init(username: "reader", password: "secret"))
    let library = Library(
      baseURL: try await simulator.start(),
      authenticator: DigestAuthenticator(username: "reader", password: "secret"),
      transport: AsyncHTTPClientTransport())

    for book in [Book(title: "Emma", published: 1815), Book(title: "Persuasion")] {
      let added = try await library.send(AddBook(shelf: "A/1", body: book))
      print("added", added.title)
    }
    for try await book in library.items(of: ListBooks(shelf: "A/1", page: .init(size: 1))) {
      print("on the shelf:", book.title, book.published.map(String.init) ?? "")
    }
    await simulator.stop()
  }
}
