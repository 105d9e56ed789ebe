import Testing

// Recorded with kubectl v1.36.2 against a Kubernetes v1.36.2 API server.

/// What was applied and what the API server then had: for Pods without what admission and the scheduler add.
struct RecordedObject: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let uid: String
  let applied: String
  let spec: String
  let labels: String

  init(_ name: String, uid: String, _ applied: String, spec: String, labels: String) {
    testDescription = name
    self.uid = uid
    self.applied = applied
    self.spec = spec
    self.labels = labels
  }

  static let all: [RecordedObject] = [
    RecordedObject(
      "02a Pod liveness-probe",
      uid: "e63cbe99-642e-4a06-98c9-35b685dc0064",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"liveness-probe","namespace":"default"},"spec":{"containers":[{"httpGet":{"path":"/","port":8080},"image":"nginx/nginx","livenessProbe":null,"name":"nginx"}]}}"#,
      spec:
        #"{"containers":[{"image":"nginx/nginx","imagePullPolicy":"Always","name":"nginx","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","enableServiceLinks":true,"restartPolicy":"Always","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "02a Pod liveness-probe",
      uid: "f62a40ed-82b2-4374-b7b0-8c3c196c1e13",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"liveness-probe","namespace":"default"},"spec":{"containers":[{"image":"nginx/nginx","livenessProbe":{"httpGet":{"path":"/","port":8080}},"name":"nginx"}]}}"#,
      spec:
        #"{"containers":[{"image":"nginx/nginx","imagePullPolicy":"Always","livenessProbe":{"failureThreshold":3,"httpGet":{"path":"/","port":8080,"scheme":"HTTP"},"periodSeconds":10,"successThreshold":1,"timeoutSeconds":1},"name":"nginx","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","enableServiceLinks":true,"restartPolicy":"Always","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "02b ReplicaSet nginx",
      uid: "095b0397-6a57-427d-83e8-dce1f1ee2159",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"nginx","namespace":"default"},"spec":{"replicas":3,"selector":{"matchExpressions":[{"key":"app","operator":"In","values":["nginx"]}],"matchLabels":{"app":"nginx"}},"template":{"metadata":{"labels":{"app":"nginx"}},"spec":{"containers":[{"image":"nginx","name":"nginx"}]}}}}"#,
      spec:
        #"{"replicas":3,"selector":{"matchExpressions":[{"key":"app","operator":"In","values":["nginx"]}],"matchLabels":{"app":"nginx"}},"template":{"metadata":{"labels":{"app":"nginx"}},"spec":{"containers":[{"image":"nginx","imagePullPolicy":"Always","name":"nginx","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"Always","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}}}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "02d Job pi",
      uid: "af7b75e8-8578-4ee0-8e97-a2098a487d44",
      #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"pi","namespace":"default"},"spec":{"activeDeadlineSeconds":20,"backoffLimit":4,"template":{"spec":{"containers":[{"command":["perl","-Mbignum=bpi","-wle","print bpi(2000)"],"image":"perl:5.34.0","name":"pi"}],"restartPolicy":"Never"}}}}"#,
      spec:
        #"{"activeDeadlineSeconds":20,"backoffLimit":4,"completionMode":"NonIndexed","completions":1,"manualSelector":false,"parallelism":1,"podReplacementPolicy":"TerminatingOrFailed","selector":{"matchLabels":{"batch.kubernetes.io/controller-uid":"af7b75e8-8578-4ee0-8e97-a2098a487d44"}},"suspend":false,"template":{"metadata":{"labels":{"batch.kubernetes.io/controller-uid":"af7b75e8-8578-4ee0-8e97-a2098a487d44","batch.kubernetes.io/job-name":"pi","controller-uid":"af7b75e8-8578-4ee0-8e97-a2098a487d44","job-name":"pi"}},"spec":{"containers":[{"command":["perl","-Mbignum=bpi","-wle","print bpi(2000)"],"image":"perl:5.34.0","imagePullPolicy":"IfNotPresent","name":"pi","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"Never","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}}}"#,
      labels:
        #"{"batch.kubernetes.io/controller-uid":"af7b75e8-8578-4ee0-8e97-a2098a487d44","batch.kubernetes.io/job-name":"pi","controller-uid":"af7b75e8-8578-4ee0-8e97-a2098a487d44","job-name":"pi"}"#
    ),
    RecordedObject(
      "02d CronJob hello",
      uid: "9baac5b4-9ac5-40de-aed2-b5682bd2bb30",
      #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"hello","namespace":"default"},"spec":{"jobTemplate":{"spec":{"template":{"spec":{"containers":[{"command":["/bin/sh","-c","date; echo Hello from the Kubernetes cluster"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"hello"}],"restartPolicy":"OnFailure"}}}},"schedule":"* * * * *"}}"#,
      spec:
        #"{"concurrencyPolicy":"Allow","failedJobsHistoryLimit":1,"jobTemplate":{"metadata":{},"spec":{"template":{"metadata":{},"spec":{"containers":[{"command":["/bin/sh","-c","date; echo Hello from the Kubernetes cluster"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"hello","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"OnFailure","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}}}},"schedule":"* * * * *","successfulJobsHistoryLimit":3,"suspend":false}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "03b Pod unhealthy",
      uid: "bc0799da-a4b4-4196-b87d-93776ca7e11d",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"unhealthy","namespace":"default"},"spec":{"containers":[{"image":"luksa/kubia-unhealthy","livenessProbe":{"httpGet":{"path":"/","port":8080}},"name":"main"}]}}"#,
      spec:
        #"{"containers":[{"image":"luksa/kubia-unhealthy","imagePullPolicy":"Always","livenessProbe":{"failureThreshold":3,"httpGet":{"path":"/","port":8080,"scheme":"HTTP"},"periodSeconds":10,"successThreshold":1,"timeoutSeconds":1},"name":"main","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","enableServiceLinks":true,"restartPolicy":"Always","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "03h Pod never-bad",
      uid: "775bf004-057d-4af5-b9f5-fb18452fa6f1",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"never-bad","namespace":"default"},"spec":{"containers":[{"command":["sh","-c","echo hi; sleep 2; exit 3"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"main"}],"restartPolicy":"Never"}}"#,
      spec:
        #"{"containers":[{"command":["sh","-c","echo hi; sleep 2; exit 3"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"main","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","enableServiceLinks":true,"restartPolicy":"Never","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "03h Pod never-ok",
      uid: "ddc10e9f-afa4-4a26-9a5c-0643fd2a8b40",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"never-ok","namespace":"default"},"spec":{"containers":[{"command":["sh","-c","echo hi; sleep 2"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"main"}],"restartPolicy":"Never"}}"#,
      spec:
        #"{"containers":[{"command":["sh","-c","echo hi; sleep 2"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"main","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","enableServiceLinks":true,"restartPolicy":"Never","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "03h Pod ok",
      uid: "10675143-50ed-4fe3-a8e9-bfcc37f6450a",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"ok","namespace":"default"},"spec":{"containers":[{"command":["sh","-c","echo hi; sleep 2"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"main"}]}}"#,
      spec:
        #"{"containers":[{"command":["sh","-c","echo hi; sleep 2"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"main","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","enableServiceLinks":true,"restartPolicy":"Always","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "03h Pod onfail-bad",
      uid: "d7f7a78b-0ec4-4c71-998a-b18cc733d209",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"onfail-bad","namespace":"default"},"spec":{"containers":[{"command":["sh","-c","echo hi; sleep 2; exit 3"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"main"}],"restartPolicy":"OnFailure"}}"#,
      spec:
        #"{"containers":[{"command":["sh","-c","echo hi; sleep 2; exit 3"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"main","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","enableServiceLinks":true,"restartPolicy":"OnFailure","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "03h Pod onfail-ok",
      uid: "d3394e30-a1ee-4655-9f6d-26e125bf482b",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"onfail-ok","namespace":"default"},"spec":{"containers":[{"command":["sh","-c","echo hi; sleep 2"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"main"}],"restartPolicy":"OnFailure"}}"#,
      spec:
        #"{"containers":[{"command":["sh","-c","echo hi; sleep 2"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"main","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","enableServiceLinks":true,"restartPolicy":"OnFailure","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "03h Pod sig",
      uid: "ba24c1dc-722c-48bf-b0ed-f67f07846780",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"sig","namespace":"default"},"spec":{"containers":[{"command":["sh","-c","kill -9 $$"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"main"}],"restartPolicy":"Never"}}"#,
      spec:
        #"{"containers":[{"command":["sh","-c","kill -9 $$"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"main","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","enableServiceLinks":true,"restartPolicy":"Never","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "04c Pod r-exec",
      uid: "2771d29f-1020-4366-84f3-cf849193f866",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"r-exec","namespace":"default"},"spec":{"containers":[{"command":["sh","-c","sleep 1000"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"main","readinessProbe":{"exec":{"command":["ls","/tmp/ready"]}}}]}}"#,
      spec:
        #"{"containers":[{"command":["sh","-c","sleep 1000"],"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"main","readinessProbe":{"exec":{"command":["ls","/tmp/ready"]},"failureThreshold":3,"periodSeconds":10,"successThreshold":1,"timeoutSeconds":1},"resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","enableServiceLinks":true,"restartPolicy":"Always","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "06a ReplicationController kubia",
      uid: "bb8c8c3b-1931-4be1-ab4e-233a3330b362",
      #"{"apiVersion":"v1","kind":"ReplicationController","metadata":{"name":"kubia","namespace":"default"},"spec":{"replicas":3,"selector":{"app":"kubia"},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"image":"luksa/kubia","name":"kubia"}]}}}}"#,
      spec:
        #"{"replicas":3,"selector":{"app":"kubia"},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"image":"luksa/kubia","imagePullPolicy":"Always","name":"kubia","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"Always","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}}}"#,
      labels: #"{"app":"kubia"}"#
    ),
    RecordedObject(
      "06f ReplicationController nosel",
      uid: "813199e2-3de3-4a5f-a7c5-02d71381db1e",
      #"{"apiVersion":"v1","kind":"ReplicationController","metadata":{"name":"nosel","namespace":"default"},"spec":{"replicas":1,"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"image":"luksa/kubia","name":"kubia"}]}}}}"#,
      spec:
        #"{"replicas":1,"selector":{"app":"kubia"},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"image":"luksa/kubia","imagePullPolicy":"Always","name":"kubia","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"Always","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}}}"#,
      labels: #"{"app":"kubia"}"#
    ),
    RecordedObject(
      "07a ReplicaSet kubia",
      uid: "92d23e77-cdb8-47b3-a6ee-9d27b30b7dcb",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"kubia","namespace":"default"},"spec":{"replicas":3,"selector":{"matchLabels":{"app":"kubia"}},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"image":"luksa/kubia","name":"kubia"}]}}}}"#,
      spec:
        #"{"replicas":3,"selector":{"matchLabels":{"app":"kubia"}},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"image":"luksa/kubia","imagePullPolicy":"Always","name":"kubia","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"Always","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}}}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "07g ReplicaSet kubia",
      uid: "a7288ec2-84f3-44cf-a91b-b761ba8c98b0",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"kubia","namespace":"default"},"spec":{"replicas":5,"selector":{"matchLabels":{"app":"kubia"}},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"image":"luksa/kubia","name":"kubia"}]}}}}"#,
      spec:
        #"{"replicas":5,"selector":{"matchLabels":{"app":"kubia"}},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"image":"luksa/kubia","imagePullPolicy":"Always","name":"kubia","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"Always","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}}}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "08a DaemonSet ssd-monitor",
      uid: "556b7ded-61f3-4537-aa8b-89ff5a376601",
      #"{"apiVersion":"apps/v1","kind":"DaemonSet","metadata":{"name":"ssd-monitor","namespace":"default"},"spec":{"selector":{"matchLabels":{"app":"ssd-monitor"}},"template":{"metadata":{"labels":{"app":"ssd-monitor"}},"spec":{"containers":[{"image":"luksa/ssd-monitor","name":"main"}]}}}}"#,
      spec:
        #"{"revisionHistoryLimit":10,"selector":{"matchLabels":{"app":"ssd-monitor"}},"template":{"metadata":{"labels":{"app":"ssd-monitor"}},"spec":{"containers":[{"image":"luksa/ssd-monitor","imagePullPolicy":"Always","name":"main","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"Always","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}},"updateStrategy":{"rollingUpdate":{"maxSurge":0,"maxUnavailable":1},"type":"RollingUpdate"}}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "09a Job batch",
      uid: "91aa2366-f459-4bbd-a6a4-987baaa47e3f",
      #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"batch","namespace":"default"},"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"5"}},"spec":{"containers":[{"image":"luksa/batch-job","name":"main"}],"restartPolicy":"OnFailure"}}}}"#,
      spec:
        #"{"backoffLimit":6,"completionMode":"NonIndexed","completions":1,"manualSelector":false,"parallelism":1,"podReplacementPolicy":"TerminatingOrFailed","selector":{"matchLabels":{"batch.kubernetes.io/controller-uid":"91aa2366-f459-4bbd-a6a4-987baaa47e3f"}},"suspend":false,"template":{"metadata":{"annotations":{"sim/run-seconds":"5"},"labels":{"batch.kubernetes.io/controller-uid":"91aa2366-f459-4bbd-a6a4-987baaa47e3f","batch.kubernetes.io/job-name":"batch","controller-uid":"91aa2366-f459-4bbd-a6a4-987baaa47e3f","job-name":"batch"}},"spec":{"containers":[{"image":"luksa/batch-job","imagePullPolicy":"Always","name":"main","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"OnFailure","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}}}"#,
      labels:
        #"{"batch.kubernetes.io/controller-uid":"91aa2366-f459-4bbd-a6a4-987baaa47e3f","batch.kubernetes.io/job-name":"batch","controller-uid":"91aa2366-f459-4bbd-a6a4-987baaa47e3f","job-name":"batch"}"#
    ),
    RecordedObject(
      "09b Job fail",
      uid: "6f22c7af-eec7-47b5-9c99-ffa476243ec4",
      #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"fail","namespace":"default"},"spec":{"backoffLimit":4,"template":{"metadata":{"annotations":{"sim/exit-code":"1","sim/run-seconds":"1"}},"spec":{"containers":[{"image":"luksa/batch-job","name":"main"}],"restartPolicy":"Never"}}}}"#,
      spec:
        #"{"backoffLimit":4,"completionMode":"NonIndexed","completions":1,"manualSelector":false,"parallelism":1,"podReplacementPolicy":"TerminatingOrFailed","selector":{"matchLabels":{"batch.kubernetes.io/controller-uid":"6f22c7af-eec7-47b5-9c99-ffa476243ec4"}},"suspend":false,"template":{"metadata":{"annotations":{"sim/exit-code":"1","sim/run-seconds":"1"},"labels":{"batch.kubernetes.io/controller-uid":"6f22c7af-eec7-47b5-9c99-ffa476243ec4","batch.kubernetes.io/job-name":"fail","controller-uid":"6f22c7af-eec7-47b5-9c99-ffa476243ec4","job-name":"fail"}},"spec":{"containers":[{"image":"luksa/batch-job","imagePullPolicy":"Always","name":"main","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"Never","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}}}"#,
      labels:
        #"{"batch.kubernetes.io/controller-uid":"6f22c7af-eec7-47b5-9c99-ffa476243ec4","batch.kubernetes.io/job-name":"fail","controller-uid":"6f22c7af-eec7-47b5-9c99-ffa476243ec4","job-name":"fail"}"#
    ),
    RecordedObject(
      "09d Job deadline",
      uid: "e17cd61a-1b6e-4f32-b3ba-54520b4bba88",
      #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"deadline","namespace":"default"},"spec":{"activeDeadlineSeconds":10,"template":{"metadata":{"annotations":{"sim/run-seconds":"100"}},"spec":{"containers":[{"image":"luksa/batch-job","name":"main"}],"restartPolicy":"OnFailure"}}}}"#,
      spec:
        #"{"activeDeadlineSeconds":10,"backoffLimit":6,"completionMode":"NonIndexed","completions":1,"manualSelector":false,"parallelism":1,"podReplacementPolicy":"TerminatingOrFailed","selector":{"matchLabels":{"batch.kubernetes.io/controller-uid":"e17cd61a-1b6e-4f32-b3ba-54520b4bba88"}},"suspend":false,"template":{"metadata":{"annotations":{"sim/run-seconds":"100"},"labels":{"batch.kubernetes.io/controller-uid":"e17cd61a-1b6e-4f32-b3ba-54520b4bba88","batch.kubernetes.io/job-name":"deadline","controller-uid":"e17cd61a-1b6e-4f32-b3ba-54520b4bba88","job-name":"deadline"}},"spec":{"containers":[{"image":"luksa/batch-job","imagePullPolicy":"Always","name":"main","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"OnFailure","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}}}"#,
      labels:
        #"{"batch.kubernetes.io/controller-uid":"e17cd61a-1b6e-4f32-b3ba-54520b4bba88","batch.kubernetes.io/job-name":"deadline","controller-uid":"e17cd61a-1b6e-4f32-b3ba-54520b4bba88","job-name":"deadline"}"#
    ),
    RecordedObject(
      "09d Job b0",
      uid: "5f2d60e7-18a7-497f-abf1-49daa3f4d885",
      #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"b0","namespace":"default"},"spec":{"backoffLimit":0,"template":{"metadata":{"annotations":{"sim/exit-code":"1","sim/run-seconds":"1"}},"spec":{"containers":[{"image":"luksa/batch-job","name":"main"}],"restartPolicy":"Never"}}}}"#,
      spec:
        #"{"backoffLimit":0,"completionMode":"NonIndexed","completions":1,"manualSelector":false,"parallelism":1,"podReplacementPolicy":"TerminatingOrFailed","selector":{"matchLabels":{"batch.kubernetes.io/controller-uid":"5f2d60e7-18a7-497f-abf1-49daa3f4d885"}},"suspend":false,"template":{"metadata":{"annotations":{"sim/exit-code":"1","sim/run-seconds":"1"},"labels":{"batch.kubernetes.io/controller-uid":"5f2d60e7-18a7-497f-abf1-49daa3f4d885","batch.kubernetes.io/job-name":"b0","controller-uid":"5f2d60e7-18a7-497f-abf1-49daa3f4d885","job-name":"b0"}},"spec":{"containers":[{"image":"luksa/batch-job","imagePullPolicy":"Always","name":"main","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"Never","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}}}"#,
      labels:
        #"{"batch.kubernetes.io/controller-uid":"5f2d60e7-18a7-497f-abf1-49daa3f4d885","batch.kubernetes.io/job-name":"b0","controller-uid":"5f2d60e7-18a7-497f-abf1-49daa3f4d885","job-name":"b0"}"#
    ),
    RecordedObject(
      "10a CronJob hello",
      uid: "93aa186d-25c6-4286-a043-994bd3a4ce28",
      #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"hello","namespace":"default"},"spec":{"jobTemplate":{"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"2"}},"spec":{"containers":[{"image":"busybox:1.28","name":"hello"}],"restartPolicy":"OnFailure"}}}},"schedule":"* * * * *"}}"#,
      spec:
        #"{"concurrencyPolicy":"Allow","failedJobsHistoryLimit":1,"jobTemplate":{"metadata":{},"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"2"}},"spec":{"containers":[{"image":"busybox:1.28","imagePullPolicy":"IfNotPresent","name":"hello","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"OnFailure","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}}}},"schedule":"* * * * *","successfulJobsHistoryLimit":3,"suspend":false}"#,
      labels: #"{}"#
    ),
    RecordedObject(
      "14a Job batch",
      uid: "062b369e-8620-44bf-adad-c2d2e7841275",
      #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"batch","namespace":"default"},"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"1"}},"spec":{"containers":[{"image":"luksa/batch-job","name":"main"}],"restartPolicy":"OnFailure"}}}}"#,
      spec:
        #"{"backoffLimit":6,"completionMode":"NonIndexed","completions":1,"manualSelector":false,"parallelism":1,"podReplacementPolicy":"TerminatingOrFailed","selector":{"matchLabels":{"batch.kubernetes.io/controller-uid":"062b369e-8620-44bf-adad-c2d2e7841275"}},"suspend":false,"template":{"metadata":{"annotations":{"sim/run-seconds":"1"},"labels":{"batch.kubernetes.io/controller-uid":"062b369e-8620-44bf-adad-c2d2e7841275","batch.kubernetes.io/job-name":"batch","controller-uid":"062b369e-8620-44bf-adad-c2d2e7841275","job-name":"batch"}},"spec":{"containers":[{"image":"luksa/batch-job","imagePullPolicy":"Always","name":"main","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"OnFailure","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}}}"#,
      labels:
        #"{"batch.kubernetes.io/controller-uid":"062b369e-8620-44bf-adad-c2d2e7841275","batch.kubernetes.io/job-name":"batch","controller-uid":"062b369e-8620-44bf-adad-c2d2e7841275","job-name":"batch"}"#
    ),
    RecordedObject(
      "14a Pod bare",
      uid: "2468bea0-d9bd-4bbd-9053-bbf23427704f",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"labels":{"app":"bare"},"name":"bare","namespace":"default"},"spec":{"containers":[{"image":"nginx","name":"nginx"}]}}"#,
      spec:
        #"{"containers":[{"image":"nginx","imagePullPolicy":"Always","name":"nginx","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","enableServiceLinks":true,"restartPolicy":"Always","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}"#,
      labels: #"{"app":"bare"}"#
    ),
    RecordedObject(
      "15d Pod bad",
      uid: "c711fc80-dcbd-450d-985c-fecbf33d9987",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"bad","namespace":"default"},"spec":{"containers":[{"image":"luksa/nope:1","name":"main"}]}}"#,
      spec:
        #"{"containers":[{"image":"luksa/nope:1","imagePullPolicy":"IfNotPresent","name":"main","resources":{},"terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","enableServiceLinks":true,"restartPolicy":"Always","schedulerName":"default-scheduler","securityContext":{},"terminationGracePeriodSeconds":30}"#,
      labels: #"{}"#
    ),
  ]
}
