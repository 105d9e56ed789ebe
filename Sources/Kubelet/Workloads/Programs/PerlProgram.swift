import Basics

/// The one perl program that is simulated: `perl -Mbignum=bpi -wle 'print bpi(2000)'`, the Job of the Kubernetes
/// documentation.
enum PerlProgram {
  /// As many digits as are computed; more are refused.
  static let digitsMax = 10_000

  /// The workload of a command line; nil for any other program in perl.
  static func workload(_ arguments: [String]) -> Workload? {
    guard let count = digits(arguments) else { return nil }
    var workload = Workload()
    // 2,000 digits were seen to take about five seconds on a small machine; the work grows with the square.
    let seconds = 5 * Double(count * count) / 4_000_000
    workload.runsFor = max(.milliseconds(300), Interval(fractionalSeconds: seconds))
    workload.output = [
      Workload.Output(after: (workload.runsFor ?? .zero) - .milliseconds(20), text: PiDigits.text(count))
    ]
    workload.stopsAfter = nil
    return workload
  }

  /// N of `print bpi(N)`.
  private static func digits(_ arguments: [String]) -> Int? {
    guard arguments.contains("-Mbignum=bpi"), let script = arguments.last else { return nil }
    let text = script.filter { !$0.isWhitespace && $0 != ";" }
    guard text.hasPrefix("printbpi("), text.hasSuffix(")"), let count = Int(text.dropFirst(9).dropLast()),
      (1...digitsMax).contains(count)
    else { return nil }
    return count
  }
}
