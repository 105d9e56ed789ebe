import Objects

/// The order of a merged list: elements of the patch in the patch's order, the others kept in their places as far as
/// possible.
///
/// Mirrors `normalizeElementOrder` and `validatePatchWithSetOrderList` of apimachinery's `strategicpatch`.
struct ListOrder {
  /// The merge key; empty for scalars.
  let key: String

  func arranged(_ list: [Value], patchOrder: [Value], liveOrder: [Value]) throws(PatchError) -> [Value] {
    for element in list + patchOrder { _ = try identity(element) }
    let patched = sorted(list.filter { index(of: $0, in: patchOrder) != nil }, by: patchOrder)
    let others = sorted(list.filter { index(of: $0, in: patchOrder) == nil }, by: liveOrder)
    return interleaved(others, patched, liveOrder: liveOrder)
  }

  /// Throws unless the elements of `list` come in `order` in the same sequence.
  func check(_ list: [Value], against order: [Value]) throws(PatchError) {
    guard !order.isEmpty else { return }
    var rest = order[...]
    for element in list where element[PatchDirective.marker] == nil {
      let wanted = try identity(element)
      guard let index = rest.firstIndex(where: { name(of: $0) == wanted }) else { throw .orderMismatch }
      rest = rest[(index + 1)...]
    }
  }

  private func name(of element: Value) -> Value? { key.isEmpty ? element : element[key] }

  private func identity(_ element: Value) throws(PatchError) -> Value {
    guard let name = name(of: element) else { throw .noMergeKey(element: element.object ?? [:], key: key) }
    return name
  }

  private func index(of element: Value, in order: [Value]) -> Int? {
    let wanted = name(of: element)
    return order.firstIndex { name(of: $0) == wanted }
  }

  private func sorted(_ list: [Value], by order: [Value]) -> [Value] {
    let places = list.map { index(of: $0, in: order) ?? order.count }
    return list.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { list[$0] }
  }

  /// `left` put into `right`, each element before the first one that follows it in the live list.
  private func interleaved(_ left: [Value], _ right: [Value], liveOrder: [Value]) -> [Value] {
    var out: [Value] = []
    var rest = left[...]
    for element in right {
      let place = index(of: element, in: liveOrder)
      while let next = rest.first, let place, let nextPlace = index(of: next, in: liveOrder), nextPlace < place {
        out.append(next)
        rest = rest.dropFirst()
      }
      out.append(element)
    }
    return out + rest
  }
}
