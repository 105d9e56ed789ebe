/// A large structure behind one pointer, copied when it is changed: for parts that many objects share, and for values
/// of maps, whose nodes are copied whole.
///
/// Public for the compiler's sake: only then does it specialise inlinable code in other modules, and turn the key
/// paths of `box.member` into plain accesses.
@dynamicMemberLookup
public struct Boxed<Wrapped: Sendable>: Sendable {
  // Unchecked, and without a check at each access: it is changed only where this box holds the one reference, and the
  // compiler sees to it that the box itself is not used meanwhile.
  @usableFromInline
  final class Storage: @unchecked Sendable {
    @exclusivity(unchecked) @usableFromInline var value: Wrapped

    @inlinable
    init(_ value: Wrapped) { unsafe self.value = value }
  }

  @usableFromInline var storage: Storage

  /// A box of its own for `value`.
  @inlinable
  public init(_ value: Wrapped) { storage = Storage(value) }

  /// What is in the box; changed in place where no other box shares it.
  @inlinable
  public var value: Wrapped {
    _read { yield unsafe storage.value }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = unsafe Storage(storage.value) }
      yield unsafe &storage.value
    }
  }

  /// One member of what is in the box.
  @inlinable
  public subscript<Member>(dynamicMember path: KeyPath<Wrapped, Member>) -> Member {
    value[keyPath: path]
  }

  /// One member of what is in the box, to be changed.
  @inlinable
  public subscript<Member>(dynamicMember path: WritableKeyPath<Wrapped, Member>) -> Member {
    get { value[keyPath: path] }
    _modify { yield &value[keyPath: path] }
  }

  /// Whether both are the same reference, which implies equality.
  @inlinable
  public func isIdentical(to other: Boxed) -> Bool { storage === other.storage }
}

extension Boxed: Equatable where Wrapped: Equatable {
  /// Whether both hold the same.
  @inlinable
  public static func == (left: Boxed, right: Boxed) -> Bool {
    left.isIdentical(to: right) || left.value == right.value
  }
}

extension Boxed: Hashable where Wrapped: Hashable {
  /// Feeds what is in the box into `hasher`.
  @inlinable
  public func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}
