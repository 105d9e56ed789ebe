import Testing

@testable import Terminal

@Suite struct HistorySearchTests {
  private let lines = ["get nodes", "get pods -o jsonpath={.items[*].x}", "label pod web note=파드", "get pods"]

  private func search(_ wanted: String) -> HistorySearch {
    var search = HistorySearch(lines)
    for letter in wanted { search.add(String(letter)) }
    return search
  }

  @Test("finds the newest line with the text, whatever signs are in it")
  func newest() {
    #expect(search("get").result?.line == "get pods")
    #expect(search("nod").result?.line == "get nodes")
    #expect(search("파드").result?.line == "label pod web note=파드")
    #expect(search("[*]").result?.line == lines[1])
    #expect(search("pods -").result?.before == "get ")
  }

  @Test("stays at the last line that fitted, and says that none does")
  func failing() {
    var search = search("nodx")
    #expect(search.isFailing)
    #expect(search.result?.line == "get nodes")
    search.removeLast()
    #expect(!search.isFailing)
    #expect(search.wanted == "nod")
    #expect(self.search("nowhere").isFailing)
    #expect(HistorySearch([]).result == nil)
  }

  @Test("goes to older lines and back")
  func olderAndNewer() {
    var search = search("get")
    search.older()
    #expect(search.result?.line == lines[1])
    search.older()
    #expect(search.result?.line == "get nodes")
    search.older()
    #expect(search.isFailing)
    #expect(search.result?.line == "get nodes")
    search.newer()
    #expect(!search.isFailing)
    #expect(search.result?.line == lines[1])
  }

  @Test("taking letters back begins anew, and nothing is no line")
  func takingBack() {
    var search = search("no")
    #expect(search.result?.line == "label pod web note=파드")
    search.removeLast()
    search.removeLast()
    search.removeLast()
    #expect(search.result == nil)
    #expect(!search.isFailing)
  }
}
