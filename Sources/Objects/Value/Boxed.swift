/// A large structure behind one pointer, copied when it is changed: for parts that many objects share.
@dynamicMemberLookup
package struct Boxed<Wrapped: Sendable>: Sendable {
  private final class Storage: Sendable {
    let value: Wrapped
    init(_ value: Wrapped) { self.value = value }
  }

  private var storage: Storage

  package init(_ value: Wrapped) { storage = Storage(value) }

  package var value: Wrapped {
    get { storage.value }
    set { storage = Storage(newValue) }
  }

  package subscript<Member>(dynamicMember path: KeyPath<Wrapped, Member>) -> Member {
    storage.value[keyPath: path]
  }

  /// Whether both are the same reference, which implies equality.
  package func isIdentical(to other: Boxed) -> Bool { storage === other.storage }
}

extension Boxed: Equatable where Wrapped: Equatable {
  package static func == (left: Boxed, right: Boxed) -> Bool {
    left.isIdentical(to: right) || left.value == right.value
  }
}
