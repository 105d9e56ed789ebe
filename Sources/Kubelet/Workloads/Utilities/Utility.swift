import Basics
import Objects

/// A process that runs one of the utilities that images carry: `sleep`, `cat`, `grep` …
struct Utility: Sendable {
  let words: [String]
  /// What it is about; nil before it has begun.
  var outcome: Outcome?
  /// What it has read of its standard input, where it wants all of it.
  var gathered = ""

  init(_ words: [String]) { self.words = words }

  /// What a utility comes to when it is called.
  enum Outcome: Sendable {
    case ended(Int)
    /// It writes something after a while and ends.
    case later(Instant, output: String = "", code: Int)
    /// It reads its standard input.
    case filters(TextFilter)
    /// `tail -f`: it writes what a file grows by, from this many characters on.
    case follows(path: String, seen: Int)
    /// It waits for a signal.
    case forever
    /// It writes a line again and again.
    case repeats(String)
    /// It reads all of its standard input and becomes what that says; nil ends it.
    case gathers(@Sendable (String) -> [String]?)
    /// It becomes another program.
    case becomes([String], Variables, deadline: Instant?)
    /// It takes ever more memory until then.
    case devours(until: Instant)
  }
}

/// One call of a utility: what it is given, and what it writes.
struct UtilityCall {
  let words: [String]
  let environment: Variables
  let folder: String
  let pid: Int
  let now: Instant
  let style: ImageContents.Tools
  private(set) var written: [(text: String, isError: Bool)] = []

  init(_ words: [String], _ process: Process, _ environment: Variables, _ style: ImageContents.Tools, at now: Instant) {
    self.words = words
    self.environment = environment
    self.style = style
    self.now = now
    folder = process.folder
    pid = process.pid
  }

  var name: String { Path.name(of: words[0]) }

  mutating func print(_ text: String) { written.append((text + "\n", false)) }
  mutating func write(_ text: String) { written.append((text, false)) }

  /// Writes an error as the utility's own; the exit code that goes with it.
  mutating func fail(_ text: String, code: Int = 1) -> Utility.Outcome {
    written.append(("\(name): \(text)\n", true))
    return .ended(code)
  }

  /// Writes to standard error what is no error.
  mutating func note(_ text: String) { written.append((text + "\n", true)) }

  /// Writes an error and goes on.
  mutating func complain(_ text: String) { written.append(("\(name): \(text)\n", true)) }

  /// Says that this use of the utility is not simulated.
  mutating func refuse(_ what: String) -> Utility.Outcome { fail("not simulated: \(what)", code: 2) }

  func path(_ text: String) -> String { Path.resolve(text, in: folder) }

  /// Options of one letter and the operands; `valued` are the letters that take a value. An option that is not known is
  /// given back alone.
  func options(_ letters: String, valued: String = "") -> Options {
    var out = Options()
    var rest = words.dropFirst()
    while let word = rest.first, word.count > 1, word.hasPrefix("-") {
      rest.removeFirst()
      if word == "--" { break }
      var characters = Array(word.dropFirst())[...]
      while let letter = characters.popFirst() {
        if valued.contains(letter) {
          let value = characters.isEmpty ? rest.popFirst() ?? "" : String(characters)
          out.values.append((letter, value))
          characters = []
        } else if letters.contains(letter) {
          out.letters.insert(letter)
        } else {
          out.unknown = word
        }
      }
    }
    out.operands = Array(rest)
    return out
  }

  struct Options {
    var letters: Set<Character> = []
    var values: [(letter: Character, value: String)] = []
    var operands: [String] = []
    var unknown: String?

    func has(_ letter: Character) -> Bool { letters.contains(letter) }
    func value(_ letter: Character) -> String? { values.last { $0.letter == letter }?.value }
  }
}

/// The utilities by their names.
enum Utilities {
  typealias Body = @Sendable (inout UtilityCall, inout ContainerWorld) -> Utility.Outcome

  static let table: [String: Body] = FileUtilities.table
    .merging(TextUtilities.table) { first, _ in first }
    .merging(SystemUtilities.table) { first, _ in first }
    .merging(NetworkUtilities.table) { first, _ in first }
    .merging(AwkUtility.table) { first, _ in first }
    .merging(DataUtilities.table) { first, _ in first }
    .merging(FindUtility.table) { first, _ in first }

  static let shells: Set<String> = ["ash", "bash", "dash", "sh"]

  /// What shells carry out themselves, without a process of its own.
  private static let immediate: Set<String> = ["[", "[[", "echo", "false", "kill", "printf", "pwd", "test", "true"]

  /// Utilities that images have and the simulator has not: scripts that use them are refused.
  static let notSimulated: Set<String> = [
    "apk", "apt", "apt-get", "bc", "cmp", "crontab", "diff", "dig", "dmesg", "du", "ed",
    "free", "ftpget", "getopt", "git", "gunzip", "gzip", "ifconfig", "ip", "iptables", "less", "ln", "login", "mknod",
    "more", "mount", "netstat", "od", "patch", "ping", "ping6", "route", "setsid", "ss", "stat", "strings", "su",
    "sysctl", "tar", "telnet", "top", "traceroute", "umount", "unzip", "vi", "vim", "watch", "xxd", "zcat",
  ]

  /// Which of them a kind of image has.
  static func has(_ name: String, _ tools: ImageContents.Tools) -> Bool {
    switch tools {
    case .none: false
    case .busybox: table[name] != nil || name == "sh" || name == "ash"
    case .gnu: (table[name] != nil && !busyboxOnly.contains(name)) || (shells.contains(name) && name != "ash")
    }
  }

  /// Not in the slim images that are built on Debian.
  private static let busyboxOnly: Set<String> = ["httpd", "killall", "nc", "nslookup", "ps", "usleep", "wget"]

  static func isImmediate(_ name: String, in world: ContainerWorld) -> Bool {
    immediate.contains(name) && world.plan.image.tools != .none
  }

  /// Whether a name is that of a shell or a utility at all.
  static func isKnown(_ name: String) -> Bool { table[name] != nil || shells.contains(name) }
}
