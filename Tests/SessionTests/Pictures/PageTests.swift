import Cluster
import Foundation
import Machinery
import Narration
import Session
import Testing

/// The page in a browser: driven by the keys that a reader would press, and read from what it shows.
@Suite("The exported page in Chromium", .enabled(if: Chromium.executable != nil, "no Chromium on this machine"))
struct PageTests {
  /// What the driver found.
  private struct Walk: Decodable {
    struct Step: Decodable, Equatable {
      var heading: String
      var sentence: String
      var picture: [String]
    }

    var errors: [String]
    var opened: Step
    var forward: [Step]
    var back: [Step]
    /// At the beginning, after the language was switched.
    var korean: Step
    var language: String
    /// Of the controls, those without a name.
    var nameless: [String]
    /// Where the keys `]` and `[` and a link in an explanation have led.
    var jumps: [String]
  }

  /// Presses keys and writes down what the page shows, into an element of its own.
  private static let driver = #"""
    <script>
    const told = { errors: window.failures };
    const press = (key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    const text = (id) => document.getElementById(id).textContent;
    function look() {
      const picture = [];
      for (const place of document.querySelectorAll(".place")) {
        if (place.dataset.status) picture.push(`node ${place.dataset.node} ${place.dataset.status}`);
        for (const pod of place.querySelectorAll(".pod")) {
          const state = pod.querySelector(".state").lastChild.textContent;
          const [, containers] = pod.querySelector(".more").textContent.match(/(\d+\/\d+)/);
          const restarts = pod.querySelector(".more").textContent.match(/(?:restarts|재시작) (\d+)/)?.[1] ?? 0;
          picture.push(`pod ${pod.dataset.pod} ${place.dataset.node} ${state} ${containers} ${restarts}`);
        }
      }
      return { heading: text("heading"), sentence: text("sentence"), picture };
    }
    told.opened = look();
    press("Home");
    told.forward = [look()];
    for (let step = 1; step < records.length; step++) { press("ArrowRight"); told.forward.push(look()); }
    told.back = [look()];
    for (let step = 1; step < records.length; step++) { press("k"); told.back.push(look()); }
    const select = document.getElementById("language");
    select.value = "ko";
    select.dispatchEvent(new Event("change"));
    told.korean = look();
    told.language = document.documentElement.lang;
    told.nameless = [...document.querySelectorAll("button, input, select, section, nav, svg")]
      .filter((one) => !(one.textContent.trim() || one.getAttribute("aria-label") || one.labels?.length))
      .map((one) => one.outerHTML);
    told.jumps = ["]", "["].map((key) => { press(key); return text("heading"); });
    press("End");
    document.querySelector("#explanation a").click();
    told.jumps.push(text("heading"));
    const result = document.createElement("script");
    result.type = "application/json";
    result.id = "walk";
    result.textContent = JSON.stringify(told).replaceAll("<", "\\u003c");
    document.body.append(result);
    </script>
    """#

  private static let catcher = """
    <script>window.failures = []; window.addEventListener("error", (event) => failures.push(event.message));</script>
    """

  @Test("opens without errors, steps both ways, and shows the states of the trace")
  func walks() throws {
    let timeline = ExportedRun.timeline
    let narrator = Narrator(language: .english, start: timeline.cluster.configuration.start)
    let page = RunPage.html(RunExport(timeline, start: narrator.start, language: .english))
      .replacing("<title>", with: PageTests.catcher + "<title>", maxReplacements: 1)
      .replacing("</body>", with: PageTests.driver + "</body>", maxReplacements: 1)
    let document = try Chromium.document(of: page)
    let json = try #require(document.firstMatch(of: /<script type="application\/json" id="walk">(.*?)<\/script>/)?.1)
    let walk = try JSONDecoder().decode(Walk.self, from: Data(json.utf8))

    #expect(walk.errors.isEmpty, "\(walk.errors)")
    #expect(walk.nameless.isEmpty, "\(walk.nameless)")
    let records = timeline.trace.all
    #expect(walk.forward.count == records.count)
    #expect(walk.back == Array(walk.forward.reversed()), "back shows what forward has shown")
    #expect(walk.opened == walk.forward.last)

    let truth = ExportedRun.truth(timeline)
    for (step, record) in zip(walk.forward, records) {
      #expect(step.sentence == narrator.sentence(record))
      let columns = narrator.columns(record)
      #expect(step.heading.hasPrefix("\(columns.id) · \(columns.time) · \(columns.component) · "), "\(step.heading)")
      if let picture = truth[record.id.number] { #expect(Set(step.picture) == picture, "\(record.id.text)") }
    }

    #expect(walk.language == "ko")
    #expect(walk.korean.sentence == Narrator(language: .korean).sentence(records[0]))
    #expect(walk.jumps.count == 3 && walk.jumps[0] != walk.jumps[1])
    #expect(walk.jumps[1] == walk.korean.heading, "[ goes back over what ] went")
  }
}
