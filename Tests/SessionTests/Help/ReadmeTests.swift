import Foundation
import Kubectl
import Lessons
import Testing

@testable import Session

@Suite("The README")
struct ReadmeTests {
  private static let file = Executable.root.appending(path: "README.md")

  /// A fenced block: its language, and its lines.
  private struct Block {
    var language: String
    var lines: [String] = []
  }

  /// The text in parts: lines outside of blocks, and blocks.
  private static func parts(_ text: String) -> [(outside: [String], block: Block?)] {
    var parts: [(outside: [String], block: Block?)] = []
    var outside: [String] = []
    var block: Block?
    for line in text.components(separatedBy: "\n") {
      if let open = block {
        if line == "```" {
          parts.append((outside, open))
          (outside, block) = ([], nil)
        } else {
          block?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        block = Block(language: String(line.dropFirst(3)))
      } else {
        outside.append(line)
      }
    }
    return parts + [(outside, nil)]
  }

  /// A prompt as one finds it.
  private static func console() -> LessonConsole {
    LessonConsole(Session.test(.auto, files: .none), library: .embedded)
  }

  /// The commands of a block, which stand behind `> `, with what they answer now.
  private static func played(_ block: Block) -> Block {
    var console = console()
    var played = Block(language: block.language)
    for line in block.lines where line.hasPrefix("> ") {
      played.lines.append(line)
      let output = console.execute(String(line.dropFirst(2)))
      played.lines += (output.stdout + output.stderr).split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init).dropLast()
    }
    return played
  }

  @Test("shows what the prompt answers")
  func console() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let parts = Self.parts(text)
    if ProcessInfo.processInfo.environment["KUBESTEP_RECORD"] == "1" {
      let lines = parts.flatMap { part -> [String] in
        guard let block = part.block else { return part.outside }
        let shown = block.language == "console" ? Self.played(block) : block
        return part.outside + ["```\(block.language)"] + shown.lines + ["```"]
      }
      try lines.joined(separator: "\n").write(to: Self.file, atomically: true, encoding: .utf8)
      return
    }
    let blocks = parts.compactMap(\.block).filter { $0.language == "console" }
    #expect(!blocks.isEmpty)
    for block in blocks { #expect(block.lines == Self.played(block).lines, "KUBESTEP_RECORD=1 records anew") }
  }

  @Test("names commands that do what is said")
  func commands() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let blocks = Self.parts(text).compactMap(\.block).filter { $0.language == "text" }
    #expect(!blocks.isEmpty)
    for block in blocks {
      var console = Self.console()
      for line in block.lines {
        let command = line.components(separatedBy: "  ")[0]
        let output = console.execute(command)
        #expect(output.exit == 0, "\(command): \(output.stderr)")
        if command.hasPrefix("lesson ") { #expect(console.execute("leave").exit == 0) }
      }
    }
  }

  @Test("builds and runs what is there")
  func shell() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let package = try String(contentsOf: Executable.root.appending(path: "Package.swift"), encoding: .utf8)
    let products = package.matches(of: /\.executable\(name: "(?<name>[a-z]+)"/).map { String($0.output.name) }
    let named = text.matches(of: /swift run -c release (?<name>[a-z]+)/).map { String($0.output.name) }
    #expect(named.contains("kubestep"))
    for name in named { #expect(products.contains(name), "\(name)") }
    let lines = Self.parts(text).compactMap(\.block).filter { $0.language == "sh" }.flatMap(\.lines)
    for line in lines where line.contains("kubestep ") && !line.contains("swift ") {
      let path = Executable.debug.deletingLastPathComponent().path
      try Executable.withFolder { folder in
        let answer = try Executable.run(
          program: "/bin/bash",
          ["-c", "cd \(folder) && \(line)"],
          environment: ["PATH": "\(path):/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8", "EDITOR": "true"]
        )
        #expect(answer.exit == 0, "\(line): \(answer.output)\(answer.error)")
      }
    }
  }
}
