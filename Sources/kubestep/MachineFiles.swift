import Foundation
import Kubectl
import Session

/// The files of the machine, for commands that read manifests or write what they were asked for.
enum MachineFiles {
  static let reader = FileReader { path in
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .missing }
    do {
      if isFolder.boolValue {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        return .folder(names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      }
      return .file([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    } catch {
      return .unreadable((error as NSError).localizedDescription)
    }
  }

  static let writer = FileWriter { path, bytes in
    do throws(FileReplacement.Failure) {
      try FileReplacement.put(bytes, at: path)
      return nil
    } catch {
      return error.text
    }
  }

  /// All of standard input.
  static func standardInput() -> [UInt8] { [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
}
