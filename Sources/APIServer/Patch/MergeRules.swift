/// What strategic merging must know of the fields of API types: which lists are merged by which key.
package struct MergeRules: Sendable {
  /// How one field is merged. The default is Kubernetes' default: objects are merged, lists replaced.
  package struct Rule: Hashable, Sendable {
    /// Patch strategy `merge`: elements of the list are matched, not the whole list replaced.
    package var mergesList: Bool
    /// Patch strategy `replace` on an object.
    package var replacesObject: Bool
    /// Patch strategy `retainKeys`: of the object's members only those named in the patch survive.
    package var retainsKeys: Bool
    /// The member by which elements are matched; empty for lists of scalars.
    package var mergeKey: String
    /// The type of the object, or of the list's elements; empty for scalars and free maps.
    package var type: String

    package init(
      mergesList: Bool = false,
      replacesObject: Bool = false,
      retainsKeys: Bool = false,
      mergeKey: String = "",
      type: String = ""
    ) {
      self.mergesList = mergesList
      self.replacesObject = replacesObject
      self.retainsKeys = retainsKeys
      self.mergeKey = mergeKey
      self.type = type
    }
  }

  private let lookup: @Sendable (_ field: String, _ type: String) -> Rule?

  /// Rules from a function of a field's name and the name of the type that holds it.
  package init(_ lookup: @escaping @Sendable (_ field: String, _ type: String) -> Rule?) { self.lookup = lookup }

  /// The rule for `field` of `type`; the default for fields that are not known.
  func rule(for field: String, in type: String) -> Rule { lookup(field, type) ?? Rule() }
}
