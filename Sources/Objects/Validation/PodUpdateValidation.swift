/// What may change in a Pod.
///
/// Mirrors `ValidatePodUpdate` of `pkg/apis/core/validation`.
extension Validator {
  mutating func podUpdate(old: Fields, new: Fields) {
    let path = FieldPath("spec")
    let (oldSpec, newSpec) = (old.structure("spec"), new.structure("spec"))
    podSpec(newSpec, path, isTemplate: false)
    if oldSpec.items("containers").count != newSpec.items("containers").count {
      return forbidden(path.child("containers"), "pod updates may not add or remove containers")
    }
    if oldSpec.items("initContainers").count != newSpec.items("initContainers").count {
      return forbidden(path.child("initContainers"), "pod updates may not add or remove containers")
    }
    deadlineUpdate(old: oldSpec, new: newSpec, path.child("activeDeadlineSeconds"))
    tolerationsUpdate(old: oldSpec, new: newSpec, path.child("tolerations"))
    schedulingGatesUpdate(old: oldSpec, new: newSpec, path.child("schedulingGates"))
    let munged = Validator.withoutChangeableFields(of: newSpec, from: oldSpec)
    guard munged != oldSpec else { return }
    let difference = UnifiedDiff.text(
      from: InternalPod.spec(oldSpec).indented(by: 1),
      to: InternalPod.spec(munged).indented(by: 1)
    )
    forbidden(
      path,
      "pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,"
        + "`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),"
        + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)\n"
        + difference
    )
  }

  private mutating func deadlineUpdate(old: Fields, new: Fields, _ path: FieldPath) {
    guard let before = old["activeDeadlineSeconds"]?.int else { return }
    guard let after = new["activeDeadlineSeconds"]?.int else {
      return invalid(path, .null, "must not update from a positive integer to nil value")
    }
    if after > before { invalid(path, .int(after), "must be less than or equal to previous value") }
  }

  private mutating func tolerationsUpdate(old: Fields, new: Fields, _ path: FieldPath) {
    let after = new.items("tolerations").map(Validator.withoutSeconds)
    if !old.items("tolerations").map(Validator.withoutSeconds).allSatisfy(after.contains) {
      forbidden(path, "existing toleration can not be modified except its tolerationSeconds")
    }
  }

  private static func withoutSeconds(_ toleration: Fields) -> Fields {
    var toleration = toleration
    toleration["tolerationSeconds"] = nil
    return toleration
  }

  /// `new` with the fields that may change as they are in `old`.
  private static func withoutChangeableFields(of new: Fields, from old: Fields) -> Fields {
    var munged = new
    for list in ["containers", "initContainers"] {
      let images = old.items(list).map { $0["image"] }
      var index = 0
      munged.editItems(list) { container in
        container["image"] = images[index]
        index += 1
      }
    }
    for name in ["activeDeadlineSeconds", "tolerations", "schedulingGates"] { munged[name] = old[name] }
    if (old["terminationGracePeriodSeconds"]?.int ?? 0) < 0, new["terminationGracePeriodSeconds"] == 1 {
      munged["terminationGracePeriodSeconds"] = old["terminationGracePeriodSeconds"]
    }
    return munged
  }
}
