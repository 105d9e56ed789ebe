import Basics

/// The programs that take memory on purpose: `stress` and `vish/stress`'s.
enum StressProgram {
  /// `stress --vm 1 --vm-bytes 150M --timeout 10s`: nil for other uses of it.
  static func stress(_ arguments: [String]) -> Workload? {
    var counts = ["cpu": 0, "io": 0, "vm": 0, "hdd": 0]
    let short = ["-c": "--cpu", "-i": "--io", "-m": "--vm", "-d": "--hdd", "-t": "--timeout"]
    var bytes = ByteCount("256M")
    var limit: Interval?
    var words = arguments.dropFirst()
    while let word = words.popFirst() {
      let parts = (short[word] ?? word).split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = parts.first, name.hasPrefix("--") else { return nil }
      if name == "--vm-keep" || name == "--verbose" || name == "--quiet" { continue }
      guard let value = parts.count > 1 ? parts[1] : words.popFirst() else { return nil }
      switch name {
      case "--vm-bytes": bytes = ByteCount(value)
      case "--timeout": limit = SystemUtilities.duration(value)
      case "--vm-hang", "--vm-stride", "--hdd-bytes", "--backoff": continue
      default:
        let kind = String(name.dropFirst(2))
        guard counts[kind] != nil, let count = Int(value) else { return nil }
        counts[kind] = count
      }
    }
    guard let bytes, counts.values.contains(where: { $0 > 0 }) else { return nil }
    var workload = Workload()
    workload.memory = bytes.bytes * Int64(counts["vm"] ?? 0)
    workload.runsFor = limit
    workload.stoppedExitCode = 143
    let hogs = ["cpu", "io", "vm", "hdd"].map { "\(counts[$0] ?? 0) \($0)" }.joined(separator: ", ")
    workload.output = [Workload.Output(text: "stress: info: [1] dispatching hogs: \(hogs)")]
    if let limit {
      let text = "stress: info: [1] successful run completed in \(limit.wholeSeconds)s"
      workload.output.append(Workload.Output(after: limit, text: text))
    }
    return workload
  }

  /// `-mem-total 250Mi -mem-alloc-size 10Mi -mem-alloc-sleep 1s -cpus 2`
  static func growing(_ arguments: [String]) -> Workload? {
    var values = ["mem-total": "0", "mem-alloc-size": "4Ki", "mem-alloc-sleep": "1ms", "cpus": "0"]
    var words = arguments.dropFirst()
    while let word = words.popFirst() {
      let parts = word.drop { $0 == "-" }.split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = parts.first, values[name] != nil, let value = parts.count > 1 ? parts[1] : words.popFirst()
      else { return nil }
      values[name] = value
    }
    let pause = values["mem-alloc-sleep"].flatMap { Interval($0) }
    guard let total = values["mem-total"].flatMap(ByteCount.init), let pause,
      let chunk = values["mem-alloc-size"].flatMap(ByteCount.init), chunk.bytes > 0
    else { return nil }
    var workload = Workload()
    workload.memory = total.bytes
    workload.memoryStep = Workload.MemoryStep(bytes: chunk.bytes, pause: pause)
    return workload
  }
}
