import Basics
import Cluster
import Kubectl
import Machinery
import Narration
import Session

extension LessonRun {
  func ask(_ prediction: Prediction, _ output: inout CommandOutput) {
    output.print("")
    for line in layout.wrapped(stage.text(prediction.ask), first: "? ") { output.print(line) }
    for (index, choice) in prediction.choices.enumerated() {
      for line in layout.wrapped(stage.text(choice.say), first: "  \(index + 1)  ") { output.print(line) }
    }
  }

  /// Takes the number of a choice. Other lines are carried out if they leave the moment as it is: looking is allowed.
  mutating func answer(_ typed: String, _ prediction: Prediction, _ output: inout CommandOutput) {
    if typed.isEmpty {
      ask(prediction, &output)
      output.print("")
      output.print(say(.possible(stop)))
    } else if let number = Int(typed) {
      guard prediction.choices.indices.contains(number - 1) else {
        output.fail(say(.chooseOne(prediction.choices.count)))
        return
      }
      resolve(prediction, chosen: number - 1, &output)
    } else {
      var trial = stage
      // Nothing is shown before it is known that it only looked.
      trial.session.clock = .none
      let answer = trial.session.execute(stage.text(typed))
      let now = trial.session.timeline
      let before = session.timeline
      if now.position == before.position, now.trace.moves == before.trace.moves, now.now == before.now {
        stage = trial
        output.append(answer)
      } else {
        output.fail(remark(.heldBack(prediction.choices.count)))
      }
    }
  }

  /// Carries the commands of `prediction` out, and says which choice holds.
  mutating func resolve(_ prediction: Prediction, chosen: Int?, _ output: inout CommandOutput) {
    for (command, answer) in zip(prediction.commands, stage.perform(prediction.commands)) {
      show(command, answer, &output)
    }
    output.print("")
    let holding = stage.holding(prediction)
    if let chosen {
      let isRight = holding.contains(chosen)
      let beliefs = prediction.choices.compactMap(\.belief)
      answers.append(
        Answer(isRight: isRight, belief: isRight ? nil : prediction.choices[chosen].belief, allBeliefs: beliefs)
      )
      tell(say(isRight ? .right(chosen + 1) : .wrong(chosen + 1)), prediction.choices[chosen].because, &output)
      if isRight {
        goOn(restsFirst: true, &output)
        return
      }
    }
    for index in holding {
      let choice = prediction.choices[index]
      tell(say(.holds(index + 1, stage.text(choice.say))), choice.because, &output)
    }
    if holding.isEmpty { output.print(remark(.noneHolds)) }
    goOn(restsFirst: true, &output)
  }

  func tell(_ verdict: String, _ because: String, _ output: inout CommandOutput) {
    for line in layout.wrapped("\(verdict) \(stage.text(because))") { output.print(line) }
  }
}
