import Basics
import Objects

/// Utilities about processes, time, the environment and the machine.
enum SystemUtilities {
  static let table: [String: Utilities.Body] = [
    "[": TestUtility.run, "[[": TestUtility.run, "clear": { _, _ in .ended(0) }, "date": date,
    "echo": EchoUtilities.echo,
    "env": environment, "expr": ExpressionUtility.run, "false": { _, _ in .ended(1) }, "groups": say("root"),
    "hostname": hostname, "id": identity, "kill": kill, "killall": killAll, "nice": runs, "nohup": runs,
    "nproc": say("4"),
    "pgrep": findProcesses, "pidof": findProcesses, "pkill": killAll, "printenv": environment,
    "printf": EchoUtilities.printf, "ps": processes, "seq": sequence, "sleep": sleep, "test": TestUtility.run,
    "timeout": timeout, "true": { _, _ in .ended(0) },
    "tty": { call, _ in
      call.print("not a tty")
      return .ended(1)
    }, "uname": systemName, "usleep": sleepMicroseconds, "whoami": say("root"), "yes": yes,
  ]

  private static func say(_ text: String) -> Utilities.Body {
    { call, _ in
      call.print(text)
      return .ended(0)
    }
  }

  @Sendable private static func sleep(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    guard call.words.count > 1 else { return call.fail("missing operand") }
    var total: Interval? = .zero
    for word in call.words.dropFirst() {
      if word == "infinity" || word == "inf" {
        if call.style == .busybox { return call.fail("invalid number '\(word)'") }
        total = nil
      } else if let time = duration(word) {
        total = total.map { $0 + time }
      } else {
        return call.fail(
          call.style == .busybox ? "invalid number '\(word)'" : "invalid time interval '\(word)'"
        )
      }
    }
    guard let total else { return .forever }
    return .later(call.now + total, code: 0)
  }

  @Sendable private static func sleepMicroseconds(
    _ call: inout UtilityCall,
    _: inout ContainerWorld
  ) -> Utility.Outcome {
    guard call.words.count > 1, let time = Int64(call.words[1]), time >= 0 else { return call.fail("invalid number") }
    return .later(call.now + .microseconds(min(time, 1 << 50)), code: 0)
  }

  /// `5`, `0.5`, `2m`, `1h`, `3d`; the longest is a hundred years.
  static func duration(_ text: String) -> Interval? {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    var digits = text[...]
    var unit = 1.0
    if let last = text.last, let factor = units[last] {
      unit = factor
      digits = text.dropLast()
    }
    guard digits.first.map({ $0.isASCIIDigit || $0 == "." }) ?? false,
      digits.allSatisfy({ $0.isASCIIDigit || $0 == "." }), let number = Double(digits)
    else { return nil }
    return Interval(fractionalSeconds: min(number * unit, 3.2e9))
  }

  @Sendable private static func date(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    var format: String?
    var time = call.now
    var words = call.words.dropFirst()
    while let word = words.popFirst() {
      if word == "-u" || word == "--utc" { continue }
      if word.hasPrefix("+") {
        format = String(word.dropFirst())
      } else if word == "-d", let value = words.popFirst(), value.hasPrefix("@"),
        let seconds = Int64(value.dropFirst()),
        abs(seconds) < 1 << 40
      {
        time = Instant(unixSeconds: seconds)
      } else if word == "-Iseconds" || word == "-Is" {
        format = "%Y-%m-%dT%H:%M:%S+00:00"
      } else if word == "-I" {
        format = "%Y-%m-%d"
      } else {
        return call.refuse("date \(word)")
      }
    }
    guard let text = DateText.format(time, format ?? "%a %b %e %H:%M:%S UTC %Y") else {
      return call.refuse("date +\(format ?? "")")
    }
    call.print(text)
    return .ended(0)
  }

  @Sendable private static func environment(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    var variables = call.environment
    var words = call.words.dropFirst()
    if call.name == "printenv", let name = words.first {
      guard let value = variables[name] else { return .ended(1) }
      call.print(value)
      return .ended(0)
    }
    while let word = words.first {
      if word == "-i" || word == "-" {
        variables = Variables()
      } else if word == "-u" {
        words.removeFirst()
        variables.remove(words.first ?? "")
      } else if let equals = word.firstIndex(of: "="), equals != word.startIndex {
        variables.set(String(word[..<equals]), String(word[word.index(after: equals)...]), exported: true)
      } else {
        break
      }
      if !words.isEmpty { words.removeFirst() }
    }
    if !words.isEmpty { return .becomes(Array(words), variables, deadline: nil) }
    for (name, value) in variables.list(exportedOnly: true) { call.print("\(name)=\(value)") }
    return .ended(0)
  }

  @Sendable private static func hostname(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    switch call.words.dropFirst().first {
    case nil, "-f"?, "-s"?: call.print(world.plan.hostname)
    case "-i"?, "-I"?: call.print(world.address)
    case let option?: return call.refuse("hostname \(option)")
    }
    return .ended(0)
  }

  @Sendable private static func identity(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    switch call.words.dropFirst().first {
    case nil: call.print("uid=0(root) gid=0(root) groups=0(root)")
    case "-u"?, "-g"?: call.print("0")
    case "-un"?, "-gn"?: call.print("root")
    case let option?: return call.refuse("id \(option)")
    }
    return .ended(0)
  }

  @Sendable private static func systemName(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome
  {
    let name = world.plan.hostname
    let release = "6.8.0-50-generic"
    let options = call.options("asnrmpo")
    if let unknown = options.unknown { return call.refuse("uname \(unknown)") }
    if options.has("a") {
      call.print("Linux \(name) \(release) #1 SMP x86_64 GNU/Linux")
      return .ended(0)
    }
    let parts: [(Character, String)] = [
      ("s", "Linux"), ("n", name), ("r", release), ("m", "x86_64"), ("p", "unknown"), ("o", "GNU/Linux"),
    ]
    let asked = options.letters.isEmpty ? ["s"] : options.letters
    call.print(parts.filter { asked.contains($0.0) }.map(\.1).joined(separator: " "))
    return .ended(0)
  }

  @Sendable private static func sequence(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    let options = call.options("w", valued: "s")
    let numbers = options.operands.compactMap { Int($0) }
    guard options.unknown == nil || Int(call.words[1]) != nil, !numbers.isEmpty, numbers.count <= 3,
      numbers.count == options.operands.count, !options.has("w")
    else { return call.refuse(call.words.joined(separator: " ")) }
    let first = numbers.count > 1 ? numbers[0] : 1
    let step = numbers.count > 2 ? numbers[1] : 1
    guard step != 0, let last = numbers.last else { return call.fail("increment must not be 0") }
    guard (last - first) / step < 100_000 else { return call.refuse("more than 100,000 numbers") }
    let texts = stride(from: first, through: last, by: step).map(String.init)
    if !texts.isEmpty { call.print(texts.joined(separator: options.value("s") ?? "\n")) }
    return .ended(0)
  }

  @Sendable private static func yes(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    .repeats((call.words.count > 1 ? call.words.dropFirst().joined(separator: " ") : "y") + "\n")
  }

  @Sendable private static func timeout(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    let options = call.words.dropFirst().prefix { $0.hasPrefix("-") }
    guard options.isEmpty || options == ["-t"] else { return call.refuse("timeout \(options.joined(separator: " "))") }
    let rest = call.words.dropFirst(1 + options.count)
    guard let first = rest.first, let time = duration(first), rest.count > 1 else {
      return call.fail("invalid number '\(rest.first ?? "")'")
    }
    return .becomes(Array(rest.dropFirst()), call.environment, deadline: call.now + time)
  }

  /// `nohup CMD`, `nice CMD`
  @Sendable private static func runs(_ call: inout UtilityCall, _: inout ContainerWorld) -> Utility.Outcome {
    var rest = Array(call.words.dropFirst())
    if call.name == "nice", rest.first == "-n" { rest.removeFirst(min(2, rest.count)) }
    if rest.isEmpty { return call.fail("missing operand") }
    return .becomes(rest, call.environment, deadline: nil)
  }
}

// Processes.
extension SystemUtilities {
  @Sendable private static func processes(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    call.print("PID   USER     TIME  COMMAND")
    for process in world.processes where process.isAlive {
      let words = process.pid == call.pid ? call.words : process.arguments
      call.print("\(TextUtilities.padded(left: process.pid, 5)) root      0:00 \(words.joined(separator: " "))")
    }
    return .ended(0)
  }

  @Sendable private static func kill(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    var signal: Signal? = .terminate
    var isQuestion = false
    var rest = Array(call.words.dropFirst())
    if let first = rest.first, first.hasPrefix("-"), first.count > 1 {
      rest.removeFirst()
      var name = String(first.dropFirst())
      if name == "l" {
        call.print(Signal.allCases.map(\.name).joined(separator: " "))
        return .ended(0)
      }
      if name == "s" {
        name = rest.first ?? ""
        rest = Array(rest.dropFirst())
      }
      isQuestion = name == "0"
      signal = Signal(text: name)
      if signal == nil, !isQuestion { return call.fail("bad signal name '\(name)'") }
    }
    var code = 0
    for word in rest {
      guard let pid = Int(word) else {
        code = 1
        call.complain("invalid number '\(word)'")
        continue
      }
      if !world.isAlive(pid) {
        code = 1
        call.complain("can't kill pid \(pid): No such process")
      } else if let signal, !isQuestion {
        world.send(signal, to: pid, at: call.now)
      }
    }
    return .ended(code)
  }

  private static func named(_ name: String, _ call: UtilityCall, _ world: ContainerWorld) -> [Int] {
    world.processes.filter { process in
      process.isAlive && process.pid != call.pid && process.arguments.first.map(Path.name(of:)) == name
    }.map(\.pid)
  }

  @Sendable private static func killAll(_ call: inout UtilityCall, _ world: inout ContainerWorld) -> Utility.Outcome {
    let options = call.words.dropFirst().filter { $0.hasPrefix("-") }
    let signal = options.first.map { Signal(text: String($0.dropFirst())) } ?? .terminate
    guard let signal, options.count <= 1 else { return call.refuse(call.words.joined(separator: " ")) }
    var code = 0
    for name in call.words.dropFirst() where !name.hasPrefix("-") {
      let pids = named(name, call, world)
      if pids.isEmpty {
        code = 1
        if call.name == "killall" { call.complain("\(name): no process killed") }
      }
      for pid in pids { world.send(signal, to: pid, at: call.now) }
    }
    return .ended(code)
  }

  @Sendable private static func findProcesses(
    _ call: inout UtilityCall,
    _ world: inout ContainerWorld
  ) -> Utility.Outcome {
    let names = call.words.dropFirst()
    if let option = names.first(where: { $0.hasPrefix("-") }) { return call.refuse("\(call.name) \(option)") }
    let pids = names.flatMap { named($0, call, world) }
    if pids.isEmpty { return .ended(1) }
    let texts = pids.map(String.init)
    call.print(call.name == "pidof" ? texts.reversed().joined(separator: " ") : texts.joined(separator: "\n"))
    return .ended(0)
  }
}

/// Times as `date` writes them.
enum DateText {
  private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// nil where the format has something in it that is not known.
  static func format(_ instant: Instant, _ format: String) -> String? {
    let time = CivilTime(instant)
    var out = ""
    var rest = format[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        out.append(character)
        continue
      }
      guard let letter = rest.popFirst(), let text = text(letter, time, instant) else { return nil }
      out += text
    }
    return out
  }

  private static func text(_ letter: Character, _ time: CivilTime, _ instant: Instant) -> String? {
    let hour12 = time.hour % 12 == 0 ? 12 : time.hour % 12
    switch letter {
    case "%": return "%"
    case "n": return "\n"
    case "t": return "\t"
    case "Y": return String(time.year)
    case "y": return padded(time.year % 100, 2)
    case "m": return padded(time.month, 2)
    case "d": return padded(time.day, 2)
    case "e": return TextUtilities.padded(left: time.day, 2)
    case "H": return padded(time.hour, 2)
    case "I": return padded(hour12, 2)
    case "M": return padded(time.minute, 2)
    case "S": return padded(time.second, 2)
    case "N": return padded(time.microsecond * 1_000, 9)
    case "p": return time.hour < 12 ? "AM" : "PM"
    case "s": return String(instant.unixSeconds)
    case "Z": return "UTC"
    case "z": return "+0000"
    case "A": return weekdays[time.weekday]
    case "a": return String(weekdays[time.weekday].prefix(3))
    case "B": return months[time.month - 1]
    case "b", "h": return String(months[time.month - 1].prefix(3))
    case "u": return String(time.weekday == 0 ? 7 : time.weekday)
    case "w": return String(time.weekday)
    case "j":
      let first = CivilTime.daysSinceEpoch(year: time.year, month: 1, day: 1)
      return padded(CivilTime.daysSinceEpoch(year: time.year, month: time.month, day: time.day) - first + 1, 3)
    case "T": return format(instant, "%H:%M:%S")
    case "R": return format(instant, "%H:%M")
    case "F": return format(instant, "%Y-%m-%d")
    case "D": return format(instant, "%m/%d/%y")
    case "c": return format(instant, "%a %b %e %H:%M:%S %Y")
    default: return nil
    }
  }
}
