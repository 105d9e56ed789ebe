import Basics
import Testing

@testable import Kubelet

@Suite("The digits of π")
struct PiTests {
  @Test("two formulas agree", arguments: [1, 2, 3, 17, 50, 109, 2_000, 2_001, 3_333])
  func formulas(count: Int) {
    let text = PiDigits.text(count)
    #expect(text == PiDigits.text(count, by: .gauss))
    #expect(text.count == (count == 1 ? 1 : count + 1))
  }

  @Test("known digits, the last one rounded")
  func known() {
    #expect(PiDigits.text(1) == "3")
    #expect(PiDigits.text(4) == "3.142")
    #expect(PiDigits.text(40) == "3.141592653589793238462643383279502884197")
    #expect(PiDigits.text(2_000).hasSuffix("908658326459958133904780275901"))
    #expect(PiDigits.text(10_000).hasSuffix("695968815920560010165525637568"))
    // The six nines from the 762nd decimal on are rounded up.
    #expect(PiDigits.text(768).hasSuffix("70721135000000"))
    #expect(PiDigits.text(765).hasSuffix("51870721135000"))
  }

  @Test("perl prints them after five seconds, and refuses other programs")
  func perl() throws {
    var run = try ScriptRun(command: ["perl", "-Mbignum=bpi", "-wle", "print bpi(2000)"], image: "perl:5.34.0")
    run.run(seconds: 10)
    #expect(run.output == PiDigits.text(2_000))
    #expect(run.code == 0)
    #expect(abs(run.seconds - 5) < 0.05)
    #expect(throws: ContainerStartError.notSimulated("perl -e print 1")) {
      try ScriptRun(command: ["perl", "-e", "print 1"], image: "perl")
    }
  }
}
