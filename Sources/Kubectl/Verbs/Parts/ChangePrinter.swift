import Objects

/// Prints what a command has done to an object: a line such as `pod/web created`, or the object in the form of `-o`.
struct ChangePrinter {
  private let form: OutputForm
  private let suffix: String
  private var printer: ObjectPrinter?

  /// Throws where `-o` names a form that changes cannot be printed in. `isTyped` says whether the command works with
  /// the Go structures of the objects.
  init(
    _ call: Invocation,
    dryRun: DryRun = .none,
    isTyped: Bool = false,
    context: KubectlContext
  ) throws(KubectlError) {
    suffix = dryRun.suffix
    do throws(OutputForm.FormError) {
      form = try OutputForm.parse(
        call[CommonFlags.output],
        template: call[CommonFlags.template],
        family: .change,
        readFile: { context.text(ofFile: $0) }
      )
    } catch {
      throw .plain(error.message)
    }
    if form != .plain(wide: false) { printer = ObjectPrinter(form, isTyped: isTyped) }
  }

  /// Whether whole objects are printed, not lines about them.
  var printsObjects: Bool {
    switch form {
    case .plain, .name: false
    default: true
    }
  }

  /// `done` is the participle of the success line: `created`.
  mutating func print(_ object: Object, _ done: String, to output: inout CommandOutput) throws(KubectlError) {
    guard printer != nil else {
      output.print("\(object.kind.qualifiedSingular)/\(object.metadata.name) \(done)\(suffix)")
      return
    }
    try output.write(text { (printer) throws(OutputForm.FormError) in try printer.text(of: object) })
  }

  /// Prints several objects as one list, a single one by itself.
  mutating func print(all objects: [Object], to output: inout CommandOutput) throws(KubectlError) {
    let text = try text { (printer) throws(OutputForm.FormError) in
      objects.count == 1 ? try printer.text(of: objects[0]) : try printer.text(ofList: objects)
    }
    output.write(text)
  }

  private mutating func text(
    _ make: (inout ObjectPrinter) throws(OutputForm.FormError) -> String
  ) throws(KubectlError) -> String {
    guard var used = printer else { return "" }
    do throws(OutputForm.FormError) {
      defer { printer = used }
      return try make(&used)
    } catch {
      throw .plain(error.message)
    }
  }
}

extension KubectlContext {
  /// The text of a file for a flag that names one; nil where there is none to read.
  func text(ofFile path: String) -> String? {
    guard case .file(let bytes) = files.read(path) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Warnings that came with an answer of the API server.
  mutating func show(warnings: [String]) {
    for warning in warnings { output.warn("Warning: \(warning)") }
  }
}
