import Foundation
import Kubectl

/// The process's own streams.
enum StandardStreams {
  static func out(_ text: String) { write(text, to: STDOUT_FILENO) }
  static func err(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Writes an answer, in the order in which it was given: both streams may go to the same place.
  static func show(_ output: CommandOutput) { show(output.pieces[...]) }

  static func show(_ pieces: ArraySlice<CommandOutput.Piece>) {
    for piece in pieces {
      switch piece.stream {
      case .output: out(piece.text)
      case .errors: err(piece.text)
      }
    }
  }

  /// Opens what was closed when the program began, so that no file of its own takes the place of a stream.
  static func secure() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
      // The lowest number that is free, which is the stream's.
      _ = open("/dev/null", O_RDWR)
    }
  }

  /// Ends the program where nobody can have the answer: quietly if the reader has gone away, as by SIGPIPE.
  private static func write(_ text: String, to stream: Int32) {
    guard let error = bytes(Array(text.utf8), to: stream) else { return }
    if error == EPIPE || stream == STDERR_FILENO { exit(128 + SIGPIPE) }
    err("error: standard output: \(String(cString: strerror(error)))\n")
    exit(1)
  }

  /// Writes to a file; the system's error where that fails.
  static func bytes(_ bytes: [UInt8], to file: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest.removeFirst(count)
      } else if errno == EAGAIN {
        var request = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
