import Objects

/// `kubectl set image`: changes the images of containers.
///
/// Mirrors `pkg/cmd/set/set_image.go`.
enum SetImageVerb {
  static let verb = Verb("set", "image", manual: manual, flags: PodSpecChange.flags, run: run)

  private static let manual = Manual(
    "change the images of containers",
    "컨테이너의 이미지를 바꿉니다",
    usage: "(TYPE NAME… | TYPE/NAME…) CONTAINER=IMAGE…",
    takes: PodSpecChange.grammar(.image),
    examples: "set image deployment/shop nginx=nginx:1.28",
    "set image rs web nginx=nginx:1.28"
  )

  private static func run(_ context: inout KubectlContext, _ call: Invocation) throws(KubectlError) {
    let (resources, changes) = try ChangeArguments.split(call.words, type: "image")
    if resources.isEmpty, call[CommonFlags.filename].isEmpty { throw .plain(ResourceArguments.missingResource) }
    if changes.contains(where: { !$0.contains("=") }) {
      throw .plain("invalid image format: \(changes.first { !$0.contains("=") } ?? "")")
    }
    let images = try MapChange(annotations: changes).assigned
    try PodSpecChange.run(
      &context,
      call,
      resources,
      .image,
      check: { () throws(KubectlError) in
        if images.isEmpty { throw .plain("at least one image update is required") }
        if images.count > 1, images["*"] != nil {
          throw .plain(
            "all containers are already specified by *, but saw more than one container_name=container_image pairs"
          )
        }
      },
      patch: { (spec, mistakes) throws(KubectlError) in lists(spec, images, &mistakes) }
    )
  }

  /// The containers that get another image; nil where all have theirs already.
  private static func lists(_ spec: Value?, _ images: StringMap, _ mistakes: inout [KubectlError]) -> Fields? {
    var lists = Fields()
    for entry in images {
      let found = PodSpecChange.containers(of: spec, matching: entry.key)
      if found.isEmpty { mistakes.append(PodSpecChange.noContainer(entry.key.goQuoted)) }
      for (list, container) in found where container["image"]?.string != entry.value {
        let change: Value = ["name": container["name"] ?? "", "image": .string(entry.value)]
        lists[list] = .array((lists[list]?.array ?? []) + [change])
      }
    }
    return lists.isEmpty ? nil : lists
  }
}
