/// The fields of Jobs and CronJobs.
extension FieldDescriptions {
  static let ofJobs: [String: [String: String]] = [
    "JobSpec": [
      "activeDeadlineSeconds": "The Job fails when it has run for so long; suspending it sets the clock back.",
      "backoffLimit": "The Job fails with more failed Pods, or restarts, than this. 6 if not given.",
      "backoffLimitPerIndex": "An index fails with more failed Pods than this; the other indexes go on. Needs Indexed.",
      "completionMode": "NonIndexed: so many Pods must succeed. Indexed: one for each index from 0 on.",
      "completions": "How many successes make the Job complete.",
      "managedBy": "The controller that runs the Job; only kubernetes.io/job-controller is simulated.",
      "manualSelector": "Whether the selector is yours; leave it out, and the server makes one.",
      "maxFailedIndexes": "The Job fails at once with more failed indexes than this.",
      "parallelism": "How many Pods may run at the same time. 1 if not given.",
      "podFailurePolicy":
        "Rules about failed Pods: which count, which end an index or the Job. Needs restartPolicy Never.",
      "podReplacementPolicy": "Whether a Pod is replaced as soon as it is being deleted, or only once it has ended.",
      "selector": "Which Pods are the Job's; the server makes it.",
      "successPolicy": "Rules by which an Indexed Job is complete before all its indexes are.",
      "suspend": "Whether the Job is to stop; its Pods are deleted, and made anew when it goes on.",
      "template": "The Pod to make; its restartPolicy must be Never or OnFailure.",
      "ttlSecondsAfterFinished": "How long after its end the Job is deleted, with its Pods; never if not given.",
    ],
    "JobStatus": [
      "active": "How many Pods have not ended and are not being deleted.",
      "completedIndexes": "The indexes that have succeeded, such as 0-2,4.",
      "completionTime": "When the Job became complete; a failed Job has none.",
      "conditions": "SuccessCriteriaMet and Complete, or FailureTarget and Failed, once the Job ends; Suspended.",
      "failed": "How many Pods have failed.",
      "failedIndexes": "The indexes that were given up, where backoffLimitPerIndex is set.",
      "ready": "How many active Pods are ready.",
      "startTime": "When the Job began, or went on after it had been suspended.",
      "succeeded": "How many Pods have succeeded.",
      "terminating": "How many Pods are being deleted and have not ended.",
      "uncountedTerminatedPods": "Pods that have ended and are counted once their finalizer is off.",
    ],
    "PodFailurePolicy": ["rules": "The first rule that matches a failed Pod decides."],
    "PodFailurePolicyRule": [
      "action": "FailJob, FailIndex, Ignore (it does not count) or Count (as without a rule).",
      "onExitCodes": "Matches by the exit codes of the containers.",
      "onPodConditions": "Matches when the Pod has one of these conditions.",
    ],
    "PodFailurePolicyOnExitCodesRequirement": [
      "containerName": "The container that counts; any if not given.",
      "operator": "In or NotIn.",
      "values": "The exit codes, in order; 0 never matches.",
    ],
    "PodFailurePolicyOnPodConditionsPattern": [
      "status": "True, False or Unknown. True if not given.",
      "type": "The condition, such as DisruptionTarget.",
    ],
    "SuccessPolicy": ["rules": "One rule that is met is enough."],
    "SuccessPolicyRule": [
      "succeededCount": "How many indexes are enough; all of them if not given.",
      "succeededIndexes": "The indexes that matter, such as 0-2,4; any if not given.",
    ],
    "CronJobSpec": [
      "concurrencyPolicy": "While a Job still runs: Allow another, Forbid it, or Replace the running one.",
      "failedJobsHistoryLimit": "How many failed Jobs are kept. 1 if not given.",
      "jobTemplate": "The Job to make.",
      "schedule": "Minute, hour, day of the month, month, day of the week; or @hourly, @daily, @every 90s …",
      "startingDeadlineSeconds": "A start that is later than this is given up.",
      "successfulJobsHistoryLimit": "How many complete Jobs are kept. 3 if not given.",
      "suspend": "Whether no more Jobs are started; running ones go on.",
      "timeZone": "The clock of the schedule, such as Asia/Seoul; UTC if not given.",
    ],
    "CronJobStatus": [
      "active": "The Jobs that run.",
      "lastScheduleTime": "For when the last Job was due.",
      "lastSuccessfulTime": "When a Job was last complete.",
    ],
    "JobTemplateSpec": ["metadata": "The labels and annotations of the Jobs.", "spec": "The spec of the Jobs."],
  ]
}
