package import Objects

/// Why a patch cannot be applied.
package enum PatchError: Error, Hashable, Sendable {
  /// A strategic merge patch whose directive or list has the wrong form.
  case badFormat(BadFormat)
  /// A patch that is no object; the text is the JSON decoder's.
  case notAnObject(String)
  /// An element of a list that is merged by `key` does not have it.
  case noMergeKey(element: Fields, key: String)
  /// `$patch` with another word than `delete`, `replace` or `merge`.
  case unknownDirective(Value, element: Fields)
  /// `$patch: merge` inside a list.
  case mergeDirectiveInList
  case listOfLists
  /// A list with elements of several types.
  case mixedList
  /// A list of objects that has no merge key but is to be merged.
  case listWithoutMergeKey(type: String)
  /// The order in `$setElementOrder` contradicts the list that it belongs to.
  case orderMismatch
  /// An operation of a JSON patch that does not apply.
  case operation(JSONPatchError)

  package enum BadFormat: Hashable, Sendable {
    case primitiveList, retainKeys, setElementOrderList
  }

  /// The text of apimachinery's `mergepatch` errors.
  package var message: String {
    switch self {
    case .badFormat(.primitiveList): "invalid patch format of primitive list"
    case .badFormat(.retainKeys): "invalid patch format of retainKeys"
    case .badFormat(.setElementOrderList): "invalid patch format of setElementOrder list"
    case .notAnObject(let text): text
    case .noMergeKey(let element, let key):
      "map: \(Value.object(element).goDescription) does not contain declared merge key: \(key)"
    case .unknownDirective(let word, let element):
      "unknown patch type: \(word.goDescription) in map: \(Value.object(element).goDescription)"
    case .mergeDirectiveInList: "merging lists cannot yet be specified in the patch"
    case .listOfLists: "lists of lists are not supported"
    case .mixedList: "list element types are not identical"
    case .listWithoutMergeKey(let type): "cannot merge lists without merge key for \(type)"
    case .orderMismatch: "the order in patch list doesn't match $setElementOrder list"
    case .operation(let error): error.message
    }
  }

  /// How the API server answers.
  ///
  /// Mirrors `interpretStrategicMergePatchError` and the JSON patcher of apiserver's `handlers`.
  package enum Answer: Hashable, Sendable {
    case badRequest, unprocessable, tooLarge, internalError
  }

  package var answer: Answer {
    switch self {
    case .badFormat, .notAnObject: .badRequest
    case .operation(let error) where error.isTooLarge: .tooLarge
    case .operation(let error): error.isMalformed ? .badRequest : .unprocessable
    case .listOfLists: .unprocessable
    default: .internalError
    }
  }
}

extension Value {
  /// This value as Go's `%v` prints decoded JSON: `map[a:1 b:[x y]]`.
  var goDescription: String {
    switch self {
    case .null: "<nil>"
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): String(number)
    case .double(let number): number.goText
    case .string(let text): text
    case .array(let items): "[" + items.map(\.goDescription).joined(separator: " ") + "]"
    case .object(let fields):
      "map[" + fields.map { "\($0.name):\($0.value.goDescription)" }.joined(separator: " ") + "]"
    }
  }
}
