import Basics
import Machinery
import Objects

/// How a container's image comes onto the node.
///
/// Mirrors `images.imageManager.EnsureImageExists`.
extension Kubelet {
  /// Looks for the image on the node, or asks the registry for it.
  mutating func pull(_ index: Int, _ turn: inout PodTurn) {
    guard !turn.worker.isEnding else {
      proceed(&turn)
      return
    }
    let spec = turn.worker.containers[index].spec
    if ImageReference(spec.image) == nil {
      let error = ImageError.invalidName(spec.image)
      turn.note("InspectFailed", error.message, about: index, warning: true)
      refuse(index, error, &turn)
      return
    }
    if spec.imagePullPolicy != "Always", images.has(spec.image) {
      turn.tell(.imagePresent(container: spec.name, image: spec.image))
      let text = "Container image \"\(spec.image)\" already present on machine and can be accessed by the pod"
      turn.note("Pulled", text, about: index)
      turn.wake(.create(turn.ref, container: index), after: KubeletTiming.create)
      return
    }
    if spec.imagePullPolicy == "Never" {
      let error = ImageError.neverPulled(spec.image)
      turn.note("ErrImageNeverPull", error.message, about: index, warning: true)
      refuse(index, error, &turn)
      return
    }
    if let backOff = turn.worker.containers[index].imageBackOff, backOff.image == spec.image,
      backOff.backOff.holdsSinceUpdate(at: turn.now)
    {
      let seconds = Int(backOff.backOff.length?.wholeSeconds ?? 0)
      turn.tell(.imageBackOff(container: spec.name, image: spec.image, seconds: seconds))
      let message = "Back-off pulling image \"\(spec.image)\""
      turn.note("BackOff", message, about: index)
      turn.note("Failed", "Error: ImagePullBackOff", about: index, warning: true)
      let last = ImageError.notFound(spec.image)
      failed(index, "ImagePullBackOff", "\(message): \(last.reason): \(last.message)", retry: .later, &turn)
      return
    }
    turn.tell(.pulling(container: spec.name, image: spec.image))
    turn.note("Pulling", "Pulling image \"\(spec.image)\"", about: index)
    let wake = Wake.pulled(turn.ref, container: index, started: turn.now)
    turn.wake(wake, after: images.nextPullTime(onNode: number))
  }

  /// The registry has answered.
  mutating func pulled(_ index: Int, _ started: Instant, _ turn: inout PodTurn) {
    guard !turn.worker.isEnding else {
      proceed(&turn)
      return
    }
    let spec = turn.worker.containers[index].spec
    guard let entry = WorkloadCatalogue.entry(for: spec.image), turn.pod.metadata.annotations["sim/image-error"] == nil
    else {
      let error = ImageError.notFound(spec.image)
      var backOff =
        turn.worker.containers[index].imageBackOff.flatMap { $0.image == spec.image ? $0.backOff : nil }
        ?? RestartBackOff()
      backOff.next(after: turn.now, at: turn.now)
      turn.worker.containers[index].imageBackOff = (spec.image, backOff)
      turn.note("Failed", "Failed to pull image \"\(spec.image)\": \(error.message)", about: index, warning: true)
      refuse(index, error, &turn)
      return
    }
    images.add(spec.image)
    let took = turn.now - started
    turn.tell(.pulled(container: spec.name, image: spec.image, took: took))
    let time = "\(took.microseconds / 1_000)ms"
    let text =
      "Successfully pulled image \"\(spec.image)\" in \(time) (\(time) including waiting). "
      + "Image size: \(entry.size) bytes."
    turn.note("Pulled", text, about: index)
    turn.wake(.create(turn.ref, container: index), after: KubeletTiming.create)
  }

  private mutating func refuse(_ index: Int, _ error: ImageError, _ turn: inout PodTurn) {
    let spec = turn.worker.containers[index].spec
    turn.tell(
      .imageFailed(container: spec.name, image: spec.image, reason: error.reason, message: error.message)
    )
    turn.note("Failed", "Error: \(error.reason)", about: index, warning: true)
    failed(index, error.reason, error.message, retry: .later, &turn)
  }
}
