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
    let files = folders.flatMap { filesBelow($0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) files",
        executable: try context.tool(named: "Embed").url,
        arguments: [output.path, "EmbeddedFiles", root.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output]
      )
    ]
  }

  private func filesBelow(_ folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    return (found?.compactMap { $0 as? URL } ?? [])
      .filter { ["md", "yaml", "json", "html", "css", "js"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }
}
