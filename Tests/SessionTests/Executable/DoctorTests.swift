import Basics
import Foundation
import Testing

@Suite("kubestep doctor")
struct DoctorTests {
  private func doctor(_ environment: [String: String], language: String = "en") throws -> Executable.Answer {
    try Executable.run(["doctor", "--lang", language], environment: environment)
  }

  private static let subjects = [
    "terminal", "locale", "width", "colour", "line editing", "state folder", "journal", "pager", "editor",
  ]

  @Test("finds nothing to do where all is well")
  func well() throws {
    try Executable.withFolder { folder in
      let answer = try doctor(["HOME": folder, "LC_ALL": "C.UTF-8", "EDITOR": "true", "PAGER": "cat"])
      #expect(answer.exit == 0, "\(answer.output)\(answer.error)")
      #expect(!answer.output.contains("mend"))
      for subject in Self.subjects { #expect(answer.output.contains(" \(subject) "), "\(subject)") }
      #expect(answer.output.contains("\(folder)/.local/state/kubestep"))
    }
  }

  @Test(
    "tells what is to be done, in one line of its own",
    arguments: [
      (["LC_ALL": "C"], "locale", "export LC_ALL=C.UTF-8"),
      (["LC_ALL": "xx_YY.UTF-8"], "locale", "does not have"),
      (["EDITOR": "no-such-editor"], "editor", "set KUBE_EDITOR"),
      (["HOME": ""], "state folder", "set XDG_STATE_HOME"),
      (["XDG_STATE_HOME": "/proc"], "state folder", "cannot be made below /proc"),
    ]
  )
  func trouble(change: [String: String], subject: String, advice: String) throws {
    try Executable.withFolder { folder in
      let well = ["HOME": folder, "LC_ALL": "C.UTF-8", "EDITOR": "true"]
      let answer = try doctor(well.merging(change) { $1 })
      #expect(answer.exit == 1)
      let lines = answer.output.split(separator: "\n")
      #expect(lines.contains { $0.contains("mend") && $0.contains(subject) }, "\(answer.output)")
      #expect(answer.output.contains(advice), "\(answer.output)")
    }
  }

  @Test("speaks Korean, in lines of 80 cells, and keeps them in both languages", arguments: ["en", "ko"])
  func lines(language: String) throws {
    try Executable.withFolder { folder in
      let answer = try doctor(["HOME": "", "LC_ALL": "C", "EDITOR": "none", "PAGER": "none"], language: language)
      #expect(answer.exit == 1)
      for line in answer.output.split(separator: "\n") { #expect(line.cellWidth <= 80, "\(line)") }
      #expect(answer.output.contains("조치") == (language == "ko"))
    }
  }

  @Test("refuses a language that it does not speak")
  func language() throws {
    #expect(try Executable.run(["doctor", "--lang", "fr"]).exit == 64)
  }
}
