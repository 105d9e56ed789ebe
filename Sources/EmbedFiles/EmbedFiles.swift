import Foundation
import PackagePlugin

/// Embeds the files that a target carries: the schema in Objects, the exported page in Session, the lessons and
/// manifests in Lessons.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let package = context.package.directoryURL
    let (root, folders) =
      switch target.name {
      case "Objects":
        (package.appending(path: "Sources/Objects/Schema"), [package.appending(path: "Sources/Objects/Schema")])
      case "Session":
        (
          package.appending(path: "Sources/Session/Export/Page"),
          [package.appending(path: "Sources/Session/Export/Page")]
        )
      default: (package, [package.appending(path: "Lessons"), package.appending(path: "Manifests")])
      }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding files in \(target.name)",
        executable: try context.tool(named: "Embed").url,
        arguments: [output.path, "EmbeddedFiles", root.path] + folders.map(\.path),
        inputFiles: folders.flatMap(inputs),
        outputFiles: [output]
      )
    ]
  }

  /// What makes a build embed anew: the folder, and all that is in it. A folder changes when a file comes or goes,
  /// which SwiftPM notices by itself only in a target's own folder.
  private func inputs(in folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return [folder] + (found?.compactMap { $0 as? URL } ?? []).sorted { $0.path < $1.path }
  }
}
