// swift-tools-version: 6.2
import PackageDescription

// The layers, top of the list lowest. Each target may import only what it names here; the test
// `LayerTests` holds the `import` lines of the sources against the same table, since SwiftPM
// lets an undeclared transitive import through.
let collections: Target.Dependency = .product(name: "HashTreeCollections", package: "swift-collections")
let heap: Target.Dependency = .product(name: "HeapModule", package: "swift-collections")
let deque: Target.Dependency = .product(name: "DequeModule", package: "swift-collections")
// For CYaml, the libyaml in it: Yams itself refuses what Kubernetes takes (a key twice) and has no events of its own.
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "kubestep",
  platforms: [.macOS(.v14)],
  products: [
    .executable(name: "kubestep", targets: ["kubestep"]),
    .executable(name: "benchmark", targets: ["benchmark"]),
    .executable(name: "trial", targets: ["trial"]),
    .executable(name: "fuzz", targets: ["fuzz"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .target(name: "Basics", dependencies: [collections, heap, deque]),
    .target(name: "Objects", dependencies: ["Basics"], exclude: ["Schema/schema.json"], plugins: ["EmbedFiles"]),
    .target(name: "Manifest", dependencies: ["Basics", "Objects", yams]),
    .target(name: "APIServer", dependencies: ["Basics", "Objects"]),
    .target(name: "Machinery", dependencies: ["Basics", "Objects", "APIServer"]),
    .target(name: "Controllers", dependencies: ["Basics", "Objects", "APIServer", "Machinery"]),
    .target(name: "Scheduling", dependencies: ["Basics", "Objects", "APIServer", "Machinery"]),
    .target(name: "Kubelet", dependencies: ["Basics", "Objects", "APIServer", "Machinery"]),
    .target(
      name: "Cluster",
      dependencies: ["Basics", "Objects", "APIServer", "Machinery", "Controllers", "Scheduling", "Kubelet"]
    ),
    .target(name: "Narration", dependencies: ["Basics", "Objects", "APIServer", "Machinery", "Cluster"]),
    .target(
      name: "Kubectl",
      dependencies: ["Basics", "Objects", "Manifest", "APIServer", "Machinery", "Cluster", "Narration"]
    ),
    .target(
      name: "Session",
      dependencies: [
        "Basics", "Objects", "Manifest", "APIServer", "Machinery", "Kubelet", "Cluster", "Narration",
        "Kubectl",
      ],
      exclude: ["Export/Page"],
      plugins: ["EmbedFiles"]
    ),
    .target(
      name: "Lessons",
      dependencies: ["Basics", "Objects", "Manifest", "Cluster", "Narration", "Kubectl", "Session"],
      plugins: ["EmbedFiles"]
    ),
    .systemLibrary(name: "CEditline", providers: [.apt(["libedit-dev"])]),
    .target(name: "Terminal", dependencies: ["Basics", "CEditline"]),
    .executableTarget(
      name: "kubestep",
      dependencies: [
        "Basics", "Objects", "Manifest", "Cluster", "Narration", "Kubectl", "Session", "Lessons", "Terminal",
        argumentParser,
      ]
    ),
    .executableTarget(
      name: "benchmark",
      dependencies: [
        "Basics", "Objects", "APIServer", "Machinery", "Cluster", "Narration", "Kubectl", "Session", "Terminal",
      ]
    ),
    .target(
      name: "Trials",
      dependencies: [
        "Basics", "Objects", "APIServer", "Machinery", "Cluster", "Narration", "Kubectl", "Session", "Lessons",
      ]
    ),
    .executableTarget(name: "trial", dependencies: ["Trials", "Cluster", "Narration", "Session", "Lessons"]),
    .target(
      name: "Fuzzing",
      dependencies: ["Basics", "Objects", "Manifest", "APIServer", "Cluster", "Kubectl", "Session"]
    ),
    .executableTarget(name: "fuzz", dependencies: ["Fuzzing"]),
    .testTarget(name: "BasicsTests", dependencies: ["Basics"]),
    .testTarget(name: "ObjectsTests", dependencies: ["Basics", "Objects"]),
    .testTarget(name: "ManifestTests", dependencies: ["Basics", "Objects", "Manifest"], exclude: ["Data"]),
    .testTarget(name: "APIServerTests", dependencies: ["Basics", "Objects", "APIServer"]),
    .testTarget(
      name: "ClusterTests",
      dependencies: [
        "Basics", "Objects", "APIServer", "Machinery", "Controllers", "Scheduling", "Kubelet", "Cluster", "Manifest",
      ]
    ),
    .testTarget(
      name: "KubectlTests",
      dependencies: ["Basics", "Objects", "Manifest", "APIServer", "Machinery", "Cluster", "Narration", "Kubectl"],
      exclude: ["Printing/Data"]
    ),
    .testTarget(
      name: "SessionTests",
      dependencies: [
        "Basics", "Objects", "Manifest", "APIServer", "Machinery", "Cluster", "Narration", "Kubectl", "Session",
        "Lessons", "Trials",
      ],
      exclude: ["Help/Recorded"]
    ),
    .testTarget(
      name: "TrialTests",
      dependencies: ["Trials", "Fuzzing", "Basics", "Cluster", "Narration", "Session", "Lessons"]
    ),
    .testTarget(
      name: "GoldenTests",
      dependencies: ["Objects", "Cluster", "Kubectl", "Session", "Trials"],
      exclude: ["Recordings"]
    ),
    .testTarget(name: "TerminalTests", dependencies: ["Basics", "Narration", "Lessons", "Terminal", "Trials"]),
    .testTarget(name: "ProjectTests"),
    // Files that the executable carries, turned into Swift at build time.
    .executableTarget(name: "Embed"),
    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["Embed"], path: "Sources/EmbedFiles"),
  ],
  swiftLanguageModes: [.v6]
)

// One strict setting for every target of ours.
let pure: Set<String> = [
  "Basics", "Objects", "APIServer", "Machinery", "Controllers", "Scheduling", "Kubelet", "Cluster", "Narration",
]
for target in package.targets where target.type != .system && target.type != .plugin {
  var settings = target.swiftSettings ?? []
  settings += [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
  ]
  if pure.contains(target.name) { settings.append(.strictMemorySafety()) }
  target.swiftSettings = settings
}
