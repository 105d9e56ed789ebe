package import Basics
import Objects

/// What a container's web server says to one request.
package struct WebAnswer: Hashable, Sendable {
  package var status: Int
  /// Where a redirect leads.
  package var location: String?
  package var body: String
  /// How long the answer takes.
  package var took: Interval
}

extension ContainerWorld {
  /// Puts a GET request to the server on `port`; nil where nothing listens (connection refused).
  ///
  /// `agent` is the User-Agent, for the server's log; `path` may have a query.
  package mutating func get(_ path: String, port: Int, agent: String, at now: Instant) -> WebAnswer? {
    run(at: now)
    return get(path, port: port, agent: agent, from: plan.requester, at: now)
  }

  /// The same, from a process of this world as well.
  mutating func get(
    _ path: String,
    port: Int,
    agent: String,
    from requester: String,
    at now: Instant
  ) -> WebAnswer? {
    guard let index = server(on: port, at: now), case .native(let program) = processes[index].program else {
      return nil
    }
    let answer = self.answer(path, by: program, at: now)
    requests += 1
    if program.workload.web.logsRequests {
      let line = "\(requester) - \"GET \(path)\" \(answer.status) \"\(agent)\"\n"
      write(line, to: processes[index].streams[1] ?? .null, at: now)
    }
    return answer
  }

  /// The place of the process that listens on `port`.
  func server(on port: Int, at now: Instant) -> Int? {
    processes.firstIndex { process in
      if case .native(let program) = process.program { program.listens(on: port, at: now) } else { false }
    }
  }

  private func answer(_ path: String, by program: NativeProgram, at now: Instant) -> WebAnswer {
    let web = program.workload.web
    let plain = String(path.prefix { $0 != "?" })
    var answer = WebAnswer(status: 200, body: web.body, took: web.delay)
    if web.answersStatusPaths, plain.hasPrefix("/status/"), let status = Int(plain.dropFirst(8)) {
      answer.status = status
      answer.body = "\(status) \(HTTPStatus.reason(status))"
      return answer
    } else if let limit = web.failsAfterRequests, requests >= limit {
      answer.status = 500
    } else if let time = web.failsAfter, now > program.startedAt + time {
      answer.status = 500
    } else if let root = web.root {
      serve(root, plain, &answer)
    } else if let paths = web.paths, !paths.contains(plain) {
      answer.status = 404
    }
    if answer.status != 200 { answer.body = "" }
    return answer
  }

  /// Answers with a file, or with a folder's index.html; a folder without its slash leads to the one with it.
  private func serve(_ root: String, _ asked: String, _ answer: inout WebAnswer) {
    let path = Path.resolve(root + asked, in: "/")
    switch node(at: path) {
    case .file(let text, _)?: answer.body = text
    case .folder? where !asked.hasSuffix("/"):
      answer.status = 301
      answer.location = asked + "/"
    case .folder?:
      if case .file(let text, _)? = node(at: path + "/index.html") {
        answer.body = text
      } else {
        answer.status = 403
      }
    case nil: answer.status = 404
    }
  }
}
