import Kubectl
import Session
import Testing

/// What is said of kinds on which nothing acts.
@Suite struct InertKindTests {
  private static let line = "create service clusterip web --tcp=80"

  @Test func theFirstServiceIsNotedOnce() {
    var session = Session(pace: .auto, files: MemoryFiles().reader)
    #expect(session.execute(Self.line).stderr.contains("no traffic goes through it here"))
    #expect(session.execute("create service clusterip other --tcp=80").stderr.isEmpty)
    _ = session.execute("reset")
    #expect(session.execute(Self.line).stderr.contains("no traffic goes through it here"))
  }

  @Test func scriptsGetTheWordsOfKubectlAlone() {
    var session = Session(pace: .script, files: MemoryFiles().reader)
    #expect(session.execute(Self.line).stderr.isEmpty)
  }
}
