import Kubectl
import Testing

/// Commands that make objects from flags.
@Suite struct CreateTests {
  @Test(arguments: [
    ("run web --image=nginx", "pod/web created\n", ""),
    ("run web", "", "error: required flag(s) \"image\" not set\n"),
    ("run web --image=nginx --rm", "", "error: --rm should only be used for attached containers\n"),
    ("run web --image=nginx -t", "", "error: -i/--stdin is required for containers with -t/--tty=true\n"),
    (
      "run sh --image=busybox -it --rm", "",
      "error: not simulated: a container that is typed into (give it a command: -- sh -c '…')\n"
    ),
    ("create ns dev", "namespace/dev created\n", ""),
    (
      "create ns a b", "",
      "error: exactly one NAME is required, got 2\nSee 'kubectl create namespace -h' for help and examples\n"
    ),
    ("create quota q --hard=pods=2,cpu=1", "resourcequota/q created\n", ""),
    ("create quota q --hard=pods", "", "error: Invalid argument syntax pods, expected <resource>=<value>\n"),
    ("create job j", "", "error: either --image or --from must be specified\n"),
    ("create job j --from=cronjob/nope", "", "Error from server (NotFound): cronjobs.batch \"nope\" not found\n"),
    ("create cronjob c --image=x", "", "error: required flag(s) \"schedule\" not set\n"),
    (
      "create cronjob c --image=x --schedule=x", "",
      "error: failed to create cronjob: CronJob.batch \"c\" is invalid: spec.schedule: Invalid value: \"x\": "
        + "expected exactly 5 fields, found 1: [x]\n"
    ),
    ("create foo", "", "error: Unexpected args: [foo]\nSee 'kubectl create -h' for help and examples\n"),
    ("create secret tls x", "", "error: not simulated: kubectl create secret tls\n"),
    ("create secret generic x --from-literal=a=b", "secret/x created\n", ""),
    ("create configmap x --from-literal=a", "", "error: invalid literal source a, expected key=value\n"),
    (
      "create cm x --from-literal=a=b --from-literal=a=c", "",
      "error: cannot add key \"a\", another key by that name already exists in Data for ConfigMap \"x\"\n"
    ),
    ("create svc clusterip x", "", "error: at least one tcp port specifier must be provided\n"),
    ("create svc clusterip x --tcp=80:8080", "service/x created\n", ""),
    ("create sa x", "serviceaccount/x created\n", ""),
    ("create pc x --value=5", "priorityclass.scheduling.k8s.io/x created\n", ""),
    ("create pdb x --selector=a=b", "", "error: one of min-available or max-unavailable must be specified\n"),
    ("create pdb x --selector=a=b --min-available=50%", "poddisruptionbudget.policy/x created\n", ""),
    ("autoscale rs x --max=3", "", "error: not simulated: kubectl autoscale (scale sets the number of Pods)\n"),
    ("top pods", "", "error: Metrics API not available\n"),
    ("explain foo", "", "the server doesn't have a resource type \"foo\"\n"),
    ("wait pod/x", "", "error: unrecognized condition: []\n"),
    ("exec x", "", "error: you must specify at least one command for the container\n"),
  ])
  func answers(line: String, stdout: String, stderr: String) {
    var typist = Typist()
    let answer = typist.type(line)
    #expect(answer.stdout == stdout)
    #expect(answer.stderr == stderr)
    #expect((answer.exit == 0) == stderr.isEmpty)
  }

  @Test func aDryRunPrintsWhatItWouldSend() {
    var typist = Typist()
    let line = "run nginx3 --image=nginx --labels=app=web,env=prod --port=80 --dry-run=client -o yaml"
    #expect(
      typist.type(line).stdout == """
        apiVersion: v1
        kind: Pod
        metadata:
          labels:
            app: web
            env: prod
          name: nginx3
        spec:
          containers:
          - image: nginx
            name: nginx3
            ports:
            - containerPort: 80
            resources: {}
          dnsPolicy: ClusterFirst
          restartPolicy: Always
        status: {}

        """
    )
    #expect(
      typist.type("create job j3 --image=busybox --dry-run=client -o yaml -- date").stdout == """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: j3
        spec:
          template:
            metadata: {}
            spec:
              containers:
              - command:
                - date
                image: busybox
                name: j3
                resources: {}
              restartPolicy: Never
        status: {}

        """
    )
  }

  /// What a command makes itself is printed from Go's structures, and maps in the order of their keys.
  @Test func jsonOfGeneratedObjectsHasTheOrderOfTheStructure() {
    var typist = Typist()
    #expect(
      typist.type("run web --image=nginx --labels=b=1,a=2 --dry-run=client -o json -- x").stdout == """
        {
            "kind": "Pod",
            "apiVersion": "v1",
            "metadata": {
                "name": "web",
                "labels": {
                    "a": "2",
                    "b": "1"
                }
            },
            "spec": {
                "containers": [
                    {
                        "name": "web",
                        "image": "nginx",
                        "args": [
                            "x"
                        ],
                        "resources": {}
                    }
                ],
                "restartPolicy": "Always",
                "dnsPolicy": "ClusterFirst"
            },
            "status": {}
        }

        """
    )
    let created = typist.type("create configmap cm --from-literal=a=b -o json").stdout
    #expect(created.hasPrefix("{\n    \"kind\": \"ConfigMap\",\n    \"apiVersion\": \"v1\",\n    \"metadata\": {\n"))
    // What is read without being known has its members in alphabetical order.
    #expect(typist.type("get configmap cm -o json").stdout.hasPrefix("{\n    \"apiVersion\": \"v1\",\n    \"data\""))
  }
}
