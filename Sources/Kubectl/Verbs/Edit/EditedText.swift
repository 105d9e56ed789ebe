import Basics
import Manifest
import Objects

/// The text that an editor shows: what may be done with it, why it was not accepted before, and the objects.
struct EditedText {
  /// Why an edited text was not accepted.
  struct Reason {
    var head: String
    var others: [String]
  }

  let objects: [Object]
  /// The objects' own text.
  let original: String
  /// The text as it was saved last, comments included.
  var edited = ""
  /// The file that holds it; empty before the first edit.
  var file = ""
  var reasons: [Reason] = []
  private let isJSON: Bool

  /// A single object by itself, several as a list.
  init(_ objects: [Object], asJSON: Bool) throws(KubectlError) {
    self.objects = objects
    isJSON = asJSON
    var printer = ObjectPrinter(asJSON ? .json : .yaml)
    do throws(OutputForm.FormError) {
      original = objects.count == 1 ? try printer.text(of: objects[0]) : try printer.text(ofList: objects)
    } catch {
      throw .plain(error.message)
    }
  }

  var suffix: String { isJSON ? ".json" : ".yaml" }

  /// What the editor is to show: the text as it was left where it was not accepted.
  var shown: String {
    let body = reasons.isEmpty ? original : EditedText.withoutComments(edited)
    return isJSON ? body : header + body
  }

  /// Mirrors `editHeader.writeTo`.
  private var header: String {
    var text = """
      # Please edit the object below. Lines beginning with a '#' will be ignored,
      # and an empty file will abort the edit. If an error occurs while saving this file will be
      # reopened with the relevant failures.
      #

      """
    for reason in reasons {
      text += "# \(EditedText.commented(reason.head))\(reason.others.isEmpty ? "" : ":")\n"
      for other in reason.others { text += "# * \(EditedText.commented(other))\n" }
      text += "#\n"
    }
    return text
  }

  /// Mirrors `hashOnLineBreak`.
  private static func commented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated().map { $0.offset == 0 || $0.element.hasPrefix("#") ? String($0.element) : "# \($0.element)" }
      .joined(separator: "\n")
  }

  /// Whether nothing is left but comments and blank lines. Mirrors `hasLines`.
  var isEmpty: Bool {
    edited.split(separator: "\n").allSatisfy { line in
      line.first { !$0.isWhitespace }.map { $0 == "#" } ?? true
    }
  }

  /// Why the text cannot be read; nil where it can.
  var syntaxProblem: String? {
    for case .failure(let error) in ManifestReader.documents(bytes: Array(EditedText.withoutComments(edited).utf8)) {
      let converting = "error converting YAML to JSON: "
      return error.text.hasPrefix(converting) ? String(error.text.dropFirst(converting.count)) : error.text
    }
    return nil
  }

  /// Mirrors `cmdutil.ManualStrip`.
  static func withoutComments(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { $0.first { !$0.isWhitespace } != "#" }.joined(separator: "\n")
  }

  /// Whether two texts mean the same. Mirrors the comparison of what `cmdutil.StripComments` leaves.
  static func isSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (withoutComments(left), withoutComments(right))
    if left == right { return true }
    guard let first = value(left), let second = value(right) else { return false }
    return first == second
  }

  private static func value(_ text: String) -> Value? {
    let documents = ManifestReader.documents(bytes: Array(text.utf8))
    guard documents.count == 1, case .success(let document) = documents[0] else { return nil }
    return document.value
  }
}
