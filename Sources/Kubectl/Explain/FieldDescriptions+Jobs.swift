import Narration

/// Jobs and CronJobs.
extension FieldDescriptions {
  static let ofJobs: Table = [
    "Job": [
      "spec": Localized("The work, and when it counts as done or failed.", "할 일과, 언제 끝났거나 실패했다고 볼지 정합니다."),
      "status": Localized("How far the work is.", "일이 어디까지 왔는지 나타냅니다."),
    ],
    "JobSpec": [
      "activeDeadlineSeconds": Localized(
        "The Job fails when it has run for so long; suspending it sets the clock back.",
        "잡이 이 시간(초)보다 오래 돌면 실패합니다. 일시 중지하면 다시 셉니다."
      ),
      "backoffLimit": Localized(
        "The Job fails with more failed Pods, or restarts, than this. 6 if not given.",
        "실패한 파드나 재시작이 이보다 많으면 잡이 실패합니다. 주지 않으면 6입니다."
      ),
      "backoffLimitPerIndex": Localized(
        "An index fails with more failed Pods than this; the other indexes go on. Needs Indexed.",
        "한 인덱스의 실패가 이보다 많으면 그 인덱스만 실패합니다. Indexed여야 합니다."
      ),
      "completionMode": Localized(
        "NonIndexed: so many Pods must succeed. Indexed: one for each index from 0 on.",
        "NonIndexed는 성공한 파드의 수를 세고, Indexed는 0부터 인덱스마다 하나씩 성공해야 합니다."
      ),
      "completions": Localized("How many successes make the Job complete.", "몇 번 성공해야 잡이 완료되는지 정합니다."),
      "managedBy": Localized(
        "The controller that runs the Job; only kubernetes.io/job-controller is simulated.",
        "잡을 돌리는 컨트롤러입니다. kubernetes.io/job-controller만 시뮬레이션합니다."
      ),
      "manualSelector": Localized(
        "Whether the selector is yours; leave it out, and the server makes one.",
        "셀렉터를 직접 줄지 정합니다. 빼면 서버가 만듭니다."
      ),
      "maxFailedIndexes": Localized(
        "The Job fails at once with more failed indexes than this.",
        "실패한 인덱스가 이보다 많으면 잡이 곧바로 실패합니다."
      ),
      "parallelism": Localized(
        "How many Pods may run at the same time. 1 if not given.",
        "동시에 돌 수 있는 파드의 수입니다. 주지 않으면 1입니다."
      ),
      "podFailurePolicy": Localized(
        "Rules about failed Pods: which count, which end an index or the Job. Needs restartPolicy Never.",
        "실패한 파드를 어떻게 다룰지 정하는 규칙입니다. restartPolicy가 Never여야 합니다."
      ),
      "podReplacementPolicy": Localized(
        "Whether a Pod is replaced as soon as it is being deleted, or only once it has ended.",
        "파드가 삭제되기 시작하면 바로 대신할 파드를 만들지, 끝난 뒤에 만들지 정합니다."
      ),
      "selector": Localized("Which Pods are the Job's; the server makes it.", "어느 파드가 이 잡의 것인지 고릅니다. 서버가 만듭니다."),
      "successPolicy": Localized(
        "Rules by which an Indexed Job is complete before all its indexes are.",
        "Indexed 잡이 모든 인덱스가 끝나기 전에 완료되는 규칙입니다."
      ),
      "suspend": Localized(
        "Whether the Job is to stop; its Pods are deleted, and made anew when it goes on.",
        "잡을 멈출지 정합니다. 파드는 지워지고 다시 진행하면 새로 만듭니다."
      ),
      "template": Localized(
        "The Pod to make; its restartPolicy must be Never or OnFailure.",
        "만들 파드의 템플릿입니다. restartPolicy는 Never나 OnFailure여야 합니다."
      ),
      "ttlSecondsAfterFinished": Localized(
        "How long after its end the Job is deleted, with its Pods; never if not given.",
        "끝난 뒤 이 시간(초)이 지나면 잡과 파드를 지웁니다. 주지 않으면 지우지 않습니다."
      ),
    ],
    "JobStatus": [
      "active": Localized("How many Pods have not ended and are not being deleted.", "끝나지도 삭제되고 있지도 않은 파드의 수입니다."),
      "completedIndexes": Localized("The indexes that have succeeded, such as 0-2,4.", "성공한 인덱스들입니다. 예: 0-2,4."),
      "completionTime": Localized(
        "When the Job became complete; a failed Job has none.",
        "잡이 완료된 시각입니다. 실패한 잡에는 없습니다."
      ),
      "conditions": Localized(
        "SuccessCriteriaMet and Complete, or FailureTarget and Failed, once the Job ends; Suspended.",
        "끝날 때의 SuccessCriteriaMet과 Complete, 또는 FailureTarget과 Failed, 그리고 Suspended입니다."
      ),
      "failed": Localized("How many Pods have failed.", "실패한 파드의 수입니다."),
      "failedIndexes": Localized(
        "The indexes that were given up, where backoffLimitPerIndex is set.",
        "backoffLimitPerIndex가 있을 때 포기한 인덱스들입니다."
      ),
      "ready": Localized("How many active Pods are ready.", "활동 중인 파드 가운데 준비된 수입니다."),
      "startTime": Localized(
        "When the Job began, or went on after it had been suspended.",
        "잡이 시작했거나 일시 중지 뒤 다시 진행한 시각입니다."
      ),
      "succeeded": Localized("How many Pods have succeeded.", "성공한 파드의 수입니다."),
      "terminating": Localized("How many Pods are being deleted and have not ended.", "삭제되고 있지만 아직 끝나지 않은 파드의 수입니다."),
      "uncountedTerminatedPods": Localized(
        "Pods that have ended and are counted once their finalizer is off.",
        "끝났지만 파이널라이저가 떨어진 뒤에 셀 파드들입니다."
      ),
    ],
    "UncountedTerminatedPods": [
      "failed": Localized("The uids of failed Pods.", "실패한 파드의 uid들입니다."),
      "succeeded": Localized("The uids of Pods that have succeeded.", "성공한 파드의 uid들입니다."),
    ],
    "JobCondition": condition.merging([
      "lastProbeTime": Localized("When it was last looked at.", "마지막으로 살펴본 시각입니다.")
    ]) { $1 },
    "PodFailurePolicy": [
      "rules": Localized("The first rule that matches a failed Pod decides.", "실패한 파드에 처음으로 맞는 규칙을 따릅니다.")
    ],
    "PodFailurePolicyRule": [
      "action": Localized(
        "FailJob, FailIndex, Ignore (it does not count) or Count (as without a rule).",
        "FailJob, FailIndex, Ignore(세지 않음), Count(규칙이 없을 때처럼) 중 하나입니다."
      ),
      "onExitCodes": Localized("Matches by the exit codes of the containers.", "컨테이너의 종료 코드로 맞춥니다."),
      "onPodConditions": Localized("Matches when the Pod has one of these conditions.", "파드에 이 상태 가운데 하나가 있으면 맞습니다."),
    ],
    "PodFailurePolicyOnExitCodesRequirement": [
      "containerName": Localized("The container that counts; any if not given.", "살펴볼 컨테이너입니다. 주지 않으면 모두입니다."),
      "operator": Localized("In or NotIn.", "In 또는 NotIn입니다."),
      "values": Localized("The exit codes, in order; 0 never matches.", "종료 코드를 차례대로 적습니다. 0은 맞지 않습니다."),
    ],
    "PodFailurePolicyOnPodConditionsPattern": [
      "status": Localized(
        "True, False or Unknown. True if not given.",
        "True, False, Unknown 중 하나입니다. 주지 않으면 True입니다."
      ),
      "type": Localized("The condition, such as DisruptionTarget.", "상태의 종류입니다. 예: DisruptionTarget."),
    ],
    "SuccessPolicy": [
      "rules": Localized("One rule that is met is enough.", "규칙 하나만 맞으면 됩니다.")
    ],
    "SuccessPolicyRule": [
      "succeededCount": Localized(
        "How many indexes are enough; all of them if not given.",
        "몇 개의 인덱스면 되는지 정합니다. 주지 않으면 모두입니다."
      ),
      "succeededIndexes": Localized(
        "The indexes that matter, such as 0-2,4; any if not given.",
        "살펴볼 인덱스들입니다. 예: 0-2,4. 주지 않으면 모두입니다."
      ),
    ],
    "CronJob": [
      "spec": Localized("When to make Jobs, and from what.", "언제 무엇으로 잡을 만들지 정합니다."),
      "status": Localized("The Jobs that run, and when the last one was made.", "돌고 있는 잡과 마지막으로 만든 시각입니다."),
    ],
    "CronJobSpec": [
      "concurrencyPolicy": Localized(
        "While a Job still runs: Allow another, Forbid it, or Replace the running one.",
        "잡이 아직 돌 때 하나 더 허용할지(Allow), 막을지(Forbid), 바꿀지(Replace) 정합니다."
      ),
      "failedJobsHistoryLimit": Localized(
        "How many failed Jobs are kept. 1 if not given.",
        "남겨 둘 실패한 잡의 수입니다. 주지 않으면 1입니다."
      ),
      "jobTemplate": Localized("The Job to make.", "만들 잡의 템플릿입니다."),
      "schedule": Localized(
        "Minute, hour, day of the month, month, day of the week; or @hourly, @daily, @every 90s …",
        "분, 시, 일, 월, 요일입니다. @hourly, @daily, @every 90s 같은 것도 됩니다."
      ),
      "startingDeadlineSeconds": Localized("A start that is later than this is given up.", "이 시간(초)보다 늦은 시작은 포기합니다."),
      "successfulJobsHistoryLimit": Localized(
        "How many complete Jobs are kept. 3 if not given.",
        "남겨 둘 완료된 잡의 수입니다. 주지 않으면 3입니다."
      ),
      "suspend": Localized(
        "Whether no more Jobs are started; running ones go on.",
        "더는 잡을 시작하지 않을지 정합니다. 돌던 잡은 계속됩니다."
      ),
      "timeZone": Localized(
        "The clock of the schedule, such as Asia/Seoul; if not given, the controller manager's, which here is UTC.",
        "일정의 시간대입니다. 예: Asia/Seoul. 주지 않으면 컨트롤러 매니저의 시간대이고, 여기서는 UTC입니다."
      ),
    ],
    "CronJobStatus": [
      "active": Localized("The Jobs that run.", "돌고 있는 잡들입니다."),
      "lastScheduleTime": Localized("For when the last Job was due.", "마지막 잡이 예정되었던 시각입니다."),
      "lastSuccessfulTime": Localized("When a Job was last complete.", "잡이 마지막으로 완료된 시각입니다."),
    ],
    "JobTemplateSpec": [
      "metadata": Localized("The labels and annotations of the Jobs.", "만들어질 잡의 레이블과 애너테이션입니다."),
      "spec": Localized("The spec of the Jobs.", "만들어질 잡의 spec입니다."),
    ],
  ]
}
