package import Narration

/// Why a text is no condition, and where.
package struct ConditionError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// Something was to come here: the end of the text, or what cannot stand here.
    case statementExpected
    case wordExpected
    case unexpected(String)
    /// A parenthesis, bracket or quote that nothing closes.
    case unclosed(String)
    case unknownType(String)
    case unknownStatement(String)
    case notAnObject(String)
    case notANumber(String)
    /// `<` and the like compare numbers only.
    case notComparable(String)
    case badPath(String)
    case badSelector(String)
    /// Of fields that the objects which are counted cannot be selected by, too.
    case badFieldSelector(String)
    case unknownRecord(String)
  }

  package var problem: Problem
  /// The byte of the text at which it is wrong, from 0.
  package var offset: Int

  package init(_ problem: Problem, at offset: Int) {
    self.problem = problem
    self.offset = offset
  }
}

extension ConditionError {
  /// What is wrong, for the person who wrote it; where it stands is for the caller to say.
  package var message: Localized {
    switch problem {
    case .statementExpected: Localized("a condition is missing here", "여기에 조건이 있어야 합니다")
    case .wordExpected: Localized("something is missing here", "여기에 빠진 말이 있습니다")
    case .unexpected(let text): Localized("\(text) cannot stand here", "\(text.josa(.topic)) 여기에 올 수 없습니다")
    case .unclosed(let text): Localized("\(text) is not closed", "\(text.josa(.subject)) 닫히지 않았습니다")
    case .unknownType(let text):
      Localized("there is no resource type \(text)", "리소스 타입 \(text.josa(.subject)) 없습니다")
    case .unknownStatement(let text):
      Localized(
        "\(text) begins no condition: see help conditions",
        "\(text.josa(.topic)) 조건의 시작이 될 수 없습니다: help conditions"
      )
    case .notAnObject(let text): Localized("\(text) is not TYPE/NAME", "\(text.josa(.topic)) TYPE/NAME이 아닙니다")
    case .notANumber(let text): Localized("\(text) is no whole number", "\(text.josa(.topic)) 정수가 아닙니다")
    case .notComparable(let text):
      Localized(
        "\(text) is no number: only == and != compare texts",
        "\(text.josa(.topic)) 숫자가 아닙니다. 글자는 ==와 !=로만 비교합니다"
      )
    case .badPath(let text): Localized("\(text) is no path of a field", "\(text.josa(.topic)) 필드 경로가 아닙니다")
    case .badSelector(let text):
      Localized("\(text) is no label selector", "\(text.josa(.topic)) 레이블 셀렉터가 아닙니다")
    case .badFieldSelector(let text):
      Localized("\(text) is no field selector here", "\(text.josa(.topic)) 여기에 쓸 수 있는 필드 셀렉터가 아닙니다")
    case .unknownRecord(let text):
      Localized(
        "\(text) is nothing that a record can say: see help conditions",
        "\(text.josa(.topic)) 기록에 나올 수 없는 말입니다: help conditions"
      )
    }
  }
}
