import Foundation
import Kubectl
import Session

/// The files of the machine, for commands that read manifests or write what they were asked for.
enum MachineFiles {
  static let reader = FileReader { path in
    if path == FileReader.typed { return .missing }  // nobody types
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

  /// All of standard input; what cannot be read is not there.
  static func standardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(STDIN_FILENO, &block, block.count)
      if count > 0 {
        bytes += block[..<count]
      } else if count == 0 || errno != EINTR {
        return bytes
      }
    }
  }
}
