import Basics
import Testing

@Suite("Virtual time")
struct TimeTests {
  @Test("dates go to instants and back", arguments: [0, 951_782_400, 1_709_164_800, 4_102_444_799, -86_401])
  func civilRoundTrip(seconds: Int64) {
    let instant = Instant(unixSeconds: seconds)
    #expect(CivilTime(instant).instant == instant)
    #expect(Instant(rfc3339: instant.rfc3339) == instant)
  }

  @Test("the forms that Kubernetes writes")
  func forms() {
    let instant = CivilTime(year: 2026, month: 11, day: 24, hour: 4, minute: 31, second: 19, microsecond: 7).instant
    #expect(instant.rfc3339 == "2026-11-24T04:31:19Z")
    #expect(instant.rfc3339Micro == "2026-11-24T04:31:19.000007Z")
    #expect(instant.rfc1123 == "Tue, 24 Nov 2026 04:31:19 +0000")
  }

  @Test("lengths are bounded as Go's are, so that sums of them do not overflow")
  func bounds() {
    let longest = Interval.seconds(.max)
    #expect(longest.wholeSeconds == 9_223_372_036)
    #expect(Interval.seconds(.min) == Interval.zero - longest)
    #expect(Interval(fractionalSeconds: 1e300) == longest)
    #expect(Interval(fractionalSeconds: -.infinity) == Interval.seconds(.min))
    #expect(Interval(fractionalSeconds: .nan) == .zero)
    #expect(Interval(fractionalSeconds: 0.25) == .milliseconds(250))
  }

  @Test(
    "what is no time is refused",
    arguments: ["", "2026-11-24", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-11-24T24:00:00Z", "x"]
  )
  func refused(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test("offsets and fractions are read")
  func offsets() {
    #expect(Instant(rfc3339: "2026-01-01T09:00:00+09:00") == Instant(rfc3339: "2026-01-01T00:00:00Z"))
    #expect(Instant(rfc3339: "1970-01-01T00:00:00.25Z")?.microseconds == 250_000)
  }

  @Test(
    "ages as kubectl shows them",
    arguments: [
      (0, "0s"), (119, "119s"), (120, "2m"), (123, "2m3s"), (600, "10m"), (10_799, "179m"), (10_800, "3h"),
      (11_100, "3h5m"), (28_800, "8h"), (172_800, "2d"), (176_400, "2d1h"), (691_200, "8d"), (63_072_000, "2y"),
      (66_000_000, "2y33d"),
    ] as [(Int64, String)]
  )
  func ages(seconds: Int64, text: String) {
    #expect(Interval.seconds(seconds).humanDuration == text)
  }

  @Test("lengths of time as Go reads them")
  func intervals() {
    #expect(Interval("1h30m") == .minutes(90))
    #expect(Interval("2562047h") == .seconds(9_223_369_200))
    #expect(Interval("2562048h") == nil, "longer than Go's longest")
    #expect(Interval("1.5s") == .milliseconds(1_500))
    #expect(Interval("250ms") == .milliseconds(250))
    for text in ["", "5", "s", "1x", "-1s", "1s ", "9999999999999h"] { #expect(Interval(text) == nil, "\(text)") }
  }
}

@Suite("Collections that keep their order")
struct CollectionTests {
  @Test("events of one time come out as they went in, others by their time")
  func eventQueue() {
    var queue = EventQueue<String>()
    for (time, event) in [(5, "c"), (1, "a"), (5, "d"), (3, "b"), (5, "e")] {
      queue.push(event, at: Instant(microseconds: Int64(time)))
    }
    let copy = queue
    #expect(queue.pop() == "a")
    #expect(queue.pop() == "b")
    #expect(queue.pending.map(\.event) == ["c", "d", "e"])
    queue.replaceNext(with: "C")
    #expect(queue.next == "C")
    #expect(queue.pop() == "C")
    #expect(queue.pop() == "d")
    #expect(queue.nextTime == Instant(microseconds: 5))
    #expect(queue.pop() == "e")
    #expect(queue.pop() == nil)
    #expect(copy.pending.map(\.event) == ["a", "b", "c", "d", "e"], "a copy is a snapshot")
  }

  @Test("maps and sets show their elements in order")
  func sorted() {
    var generator = Generator(seed: 3)
    var map = SnapshotMap<Int, Int>()
    var set = SnapshotSet<Int>()
    for _ in 0..<200 {
      let key = generator.below(1_000)
      map[key] = key * 2
      set.insert(key)
    }
    #expect(map.sortedKeys == map.sortedKeys.sorted())
    #expect(map.sortedValues == map.sortedKeys.map { $0 * 2 })
    #expect(set.sorted == map.sortedKeys)
  }

  @Test("the generator is the same for a seed, and never out of bounds")
  func generator() {
    var one = Generator(seed: 42)
    var two = Generator(seed: 42)
    for _ in 0..<1_000 {
      let bound = one.below(50) + 1
      _ = two.below(50)
      #expect(one.below(bound) < bound)
      _ = two.below(bound)
    }
    #expect(one == two)
    #expect(one.uuid().count == 36)
  }

  @Test("Hangul takes two cells")
  func cells() {
    #expect("파드 web".cellWidth == 8)
    #expect("파드".padded(toCells: 6) == "파드  ")
    #expect("e\u{301}".cellWidth == 1)
  }
}
