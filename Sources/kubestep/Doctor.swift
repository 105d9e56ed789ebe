import Foundation
import Narration
import Terminal

/// Looks at what kubestep stands on here: the terminal, the locale, its folder, the programs it calls.
struct Doctor {
  let environment: [String: String]
  let facts: TerminalFacts

  var findings: [Finding] {
    [terminal, locale, width, color, lineEditor, stateFolder, journal, pager, editor]
  }

  private func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }

  // MARK: The terminal

  private var terminal: Finding {
    let subject = Localized("terminal", "터미널")
    guard facts.isInputTerminal, facts.isOutputTerminal else {
      return Finding(
        subject,
        .note,
        Localized(
          "no terminal here: kubestep reads a script from standard input",
          "터미널이 아닙니다. kubestep은 표준 입력에서 스크립트를 읽습니다"
        )
      )
    }
    guard let name = value("TERM") else {
      return Finding(
        subject,
        .mend,
        Localized("TERM is not set", "TERM이 없습니다"),
        advice: Localized(
          "export TERM=xterm-256color, or what your terminal is",
          "export TERM=xterm-256color 또는 쓰는 터미널의 이름"
        )
      )
    }
    guard facts.unknownKind == nil else {
      return Finding(
        subject,
        .mend,
        Localized(
          "TERM=\(name), of which this machine knows nothing: lines cannot be edited",
          "TERM=\(name): 이 시스템이 알지 못하는 터미널이어서 줄을 편집할 수 없습니다"
        ),
        advice: Localized(
          "export TERM=xterm-256color; or install ncurses-term, which knows more of them",
          "export TERM=xterm-256color 또는 더 많은 터미널을 아는 ncurses-term 설치"
        )
      )
    }
    return Finding(subject, .fine, Localized(same: "TERM=\(name)"))
  }

  private var locale: Finding {
    let name = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? "C"
    let subject = Localized("locale", "로캘")
    guard facts.isUTF8 else {
      return Finding(
        subject,
        .mend,
        Localized("\(name), which is not UTF-8: Korean may not show", "\(name): UTF-8이 아니어서 한글이 보이지 않을 수 있습니다"),
        advice: Localized(same: "export LC_ALL=C.UTF-8")
      )
    }
    guard LocaleCheck.isInstalled(name) else {
      return Finding(
        subject,
        .mend,
        Localized("\(name), which this machine does not have", "\(name): 이 시스템에 없는 로캘입니다"),
        advice: Localized(same: "export LC_ALL=C.UTF-8")
      )
    }
    return Finding(subject, .fine, Localized(same: name))
  }

  private var width: Finding {
    let subject = Localized("width", "너비")
    guard let width = facts.width else {
      return Finding(subject, .note, Localized("no terminal: lines are 80 cells wide", "터미널이 아니라 80칸으로 봅니다"))
    }
    let found = Localized("\(width) cells", "\(width)칸")
    guard width < 80 else { return Finding(subject, .fine, found) }
    return Finding(
      subject,
      .mend,
      found,
      advice: Localized("tables are made for 80: widen the window", "표는 80칸에 맞춰져 있습니다. 창을 넓히십시오")
    )
  }

  private var color: Finding {
    let subject = Localized("colour", "색")
    if facts.allowsColor { return Finding(subject, .fine, Localized("used", "씁니다")) }
    let reason =
      if !facts.isOutputTerminal { Localized("no terminal", "터미널이 아닙니다") } else if value("NO_COLOR") != nil {
        Localized(same: "NO_COLOR=\(value("NO_COLOR") ?? "")")
      } else {
        Localized(same: "TERM=\(value("TERM") ?? "")")
      }
    return Finding(subject, .note, Localized("not used: ", "쓰지 않습니다: ") + reason)
  }

  private var lineEditor: Finding {
    let subject = Localized("line editing", "줄 편집")
    let name = "libedit \(LineEditor.libraryVersion)"
    let settings = value("HOME").map { $0 + "/.editrc" }.flatMap {
      FileManager.default.fileExists(atPath: $0) ? $0 : nil
    }
    return Finding(subject, .fine, Localized(same: [name, settings].compactMap { $0 }.joined(separator: ", ")))
  }

  // MARK: What is kept

  private var stateFolder: Finding {
    let subject = Localized("state folder", "상태 폴더")
    let advice = Localized(
      "set XDG_STATE_HOME to a folder that you may write to",
      "쓸 수 있는 폴더를 XDG_STATE_HOME으로 정하십시오"
    )
    guard let path = StateFolder.path else {
      let home = value("XDG_STATE_HOME") ?? value("HOME")
      return Finding(
        subject,
        .mend,
        home.map { Localized("cannot be made below \($0): nothing is kept", "\($0) 아래에 만들 수 없어 아무것도 남지 않습니다") }
          ?? Localized(
            "neither HOME nor XDG_STATE_HOME is set: nothing is kept",
            "HOME도 XDG_STATE_HOME도 없어 아무것도 남지 않습니다"
          ),
        advice: advice
      )
    }
    guard FileManager.default.isWritableFile(atPath: path) else {
      return Finding(
        subject,
        .mend,
        Localized("\(path), which cannot be written: nothing is kept", "\(path): 쓸 수 없어 아무것도 남지 않습니다"),
        advice: advice
      )
    }
    return Finding(subject, .fine, Localized(same: path))
  }

  private var journal: Finding {
    let subject = Localized("journal", "기록")
    let count = Autosave.count
    guard let count else {
      return Finding(
        subject,
        .note,
        Localized("sessions are not kept: see the state folder", "세션이 남지 않습니다. 상태 폴더를 보십시오")
      )
    }
    return Finding(
      subject,
      .fine,
      Localized(
        "sessions that are kept: \(count)" + (count > 0 ? "; kubestep --resume goes on with the last" : ""),
        "남아 있는 세션: \(count)개" + (count > 0 ? ". kubestep --resume으로 마지막 것을 이어 갑니다" : "")
      )
    )
  }

  // MARK: Programs

  private var pager: Finding {
    program(
      Localized("pager", "페이저"),
      value("PAGER") ?? Pager.fallback,
      without: .note,
      Localized("long texts are printed as they are", "긴 글도 그대로 출력합니다"),
      advice: Localized("PAGER names another", "PAGER로 다른 것을 정할 수 있습니다")
    )
  }

  private var editor: Finding {
    program(
      Localized("editor", "편집기"),
      value("KUBE_EDITOR") ?? value("EDITOR") ?? MachineEditor.fallback,
      without: .mend,
      Localized("kubectl edit cannot work", "kubectl edit을 쓸 수 없습니다"),
      advice: Localized("set KUBE_EDITOR to a program that you have", "가지고 있는 프로그램을 KUBE_EDITOR로 정하십시오")
    )
  }

  /// Whether the program `line` begins with is there; what is so `without` it.
  private func program(
    _ subject: Localized,
    _ line: String,
    without verdict: Finding.Verdict,
    _ loss: Localized,
    advice: Localized
  ) -> Finding {
    if let path = program(line) { return Finding(subject, .fine, Localized(same: path)) }
    return Finding(
      subject,
      verdict,
      Localized("\(line) is not there: \(loss.english)", "\(line)이(가) 없어 \(loss.korean)"),
      advice: advice
    )
  }

  /// The file of the program that a command line begins with; nil where there is none.
  private func program(_ line: String) -> String? {
    guard let name = line.split(separator: " ").first.map(String.init) else { return nil }
    let files = FileManager.default
    if name.contains("/") { return files.isExecutableFile(atPath: name) ? name : nil }
    return (value("PATH") ?? "").split(separator: ":").map { "\($0)/\(name)" }.first(where: files.isExecutableFile)
  }
}
