import Foundation
import Kubectl
import Session
import Terminal

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
    } catch {
      return .unreadable((error as NSError).localizedDescription)
    }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return .unreadable(String(cString: strerror(errno))) }
    defer { close(file) }
    return bytes(of: file).map { .file($0) } ?? .unreadable(String(cString: strerror(errno)))
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
  static func standardInput() -> [UInt8] { bytes(of: STDIN_FILENO) ?? [] }

  /// All that is left of an open file, which may be a pipe; nil, with `errno`, where it cannot be read.
  private static func bytes(of file: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &block, block.count)
      if count > 0 {
        bytes += block[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR || Interrupts.pending {
        return nil
      }
    }
  }
}
