import Foundation

/// What a worker tells of its work: numbers in memory that it shares with the supervisor, so that they outlive it.
final class FuzzTally {
  private enum Place: Int, CaseIterable {
    case seed, accepted, refused, slowestSeed, slowestMicroseconds
  }

  private let memory: UnsafeMutableRawPointer
  private static let size = Place.allCases.count * MemoryLayout<UInt64>.size

  /// Maps the file at `path`, which the supervisor has made.
  init?(path: String) {
    let file = open(path, O_RDWR)
    guard file >= 0, ftruncate(file, off_t(FuzzTally.size)) == 0 else { return nil }
    defer { close(file) }
    guard let memory = mmap(nil, FuzzTally.size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), memory != MAP_FAILED
    else { return nil }
    self.memory = memory
  }

  deinit { munmap(memory, FuzzTally.size) }

  private subscript(place: Place) -> UInt64 {
    get { memory.load(fromByteOffset: place.rawValue * MemoryLayout<UInt64>.size, as: UInt64.self) }
    set { memory.storeBytes(of: newValue, toByteOffset: place.rawValue * MemoryLayout<UInt64>.size, as: UInt64.self) }
  }

  /// The seed that is being tried; behind the last one at the end.
  var seed: UInt64 {
    get { self[.seed] }
    set { self[.seed] = newValue }
  }

  var accepted: UInt64 {
    get { self[.accepted] }
    set { self[.accepted] = newValue }
  }

  var refused: UInt64 {
    get { self[.refused] }
    set { self[.refused] = newValue }
  }

  /// The input that took longest.
  var slowest: (seed: UInt64, milliseconds: UInt64) { (self[.slowestSeed], self[.slowestMicroseconds] / 1_000) }

  func note(microseconds: UInt64, of seed: UInt64) {
    guard microseconds > self[.slowestMicroseconds] else { return }
    self[.slowestMicroseconds] = microseconds
    self[.slowestSeed] = seed
  }
}
