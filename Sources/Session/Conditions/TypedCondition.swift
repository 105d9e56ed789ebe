import Basics
import Kubectl
import Narration

/// A condition as it stands in a typed line, behind the command that takes it.
///
/// It is no matter of a shell: parentheses, `<` and `>` are its own.
struct TypedCondition {
  let line: String
  /// Where in the line it begins, in UTF-8 bytes.
  let offset: Int

  var text: String { String(decoding: Array(line.utf8.dropFirst(offset)), as: UTF8.self).trimmed }

  /// Reads the condition; nil, and told with its place, where it is none.
  func condition(in session: Session, _ output: inout CommandOutput) -> WorldCondition? {
    do throws(ConditionError) {
      let tail = String(decoding: Array(line.utf8.dropFirst(offset)), as: UTF8.self)
      return try WorldCondition(tail, namespace: session.namespace)
    } catch {
      let before = String(decoding: Array(line.utf8.prefix(offset + error.offset)), as: UTF8.self)
      output.fail("error: \(session.text(error.message))\(session.text(.atColumn(before.count + 1)))")
      output.warn("  \(line)")
      output.warn("  \(String(repeating: " ", count: before.cellWidth))^")
      if case .unknownType(let word) = error.problem, let near = ResourceType.nearest(to: word) {
        output.warn(session.text(.didYouMean(near)))
      }
      return nil
    }
  }
}

extension SessionCommandList {
  /// The command with a condition behind it that a line is; nil where it is another.
  static func conditionCommand(in line: String) -> (SessionCommand, TypedCondition)? {
    guard let (command, offset) = conditionStart(of: line),
      line.utf8.dropFirst(offset).contains(where: { $0 != UInt8(ascii: " ") })
    else { return nil }
    return (command, TypedCondition(line: line, offset: offset))
  }

  /// The command whose name a line begins with, and where its condition begins, in bytes, even if nothing stands there
  /// yet.
  static func conditionStart(of line: String) -> (SessionCommand, offset: Int)? {
    for command in all where command.runCondition != nil {
      for name in command.names {
        if let offset = end(of: name, in: line) { return (command, offset) }
      }
    }
    return nil
  }

  /// Where a line goes on behind the words of `name`, in bytes; nil where it begins otherwise or ends there.
  private static func end(of name: String, in line: String) -> Int? {
    var rest = Array(line.utf8)[...]
    for word in name.split(separator: " ") {
      rest = rest.drop { $0 == UInt8(ascii: " ") }
      guard rest.starts(with: word.utf8) else { return nil }
      rest = rest.dropFirst(word.utf8.count)
      guard rest.first == UInt8(ascii: " ") else { return nil }
    }
    return rest.startIndex
  }
}
