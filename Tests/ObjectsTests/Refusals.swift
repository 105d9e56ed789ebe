import Testing

// Recorded with kubectl v1.36.2 against a Kubernetes v1.36.2 API server; the manifests as JSON.

/// An object that the API server refused, and what it said.
struct Refusal: Sendable, CustomTestStringConvertible {
  let manifest: String
  let json: String
  /// What follows `cannot be handled as a …: ` for `decode`, the whole line of kubectl for `invalid`.
  let text: String

  init(_ manifest: String, _ json: String, _ text: String) {
    self.manifest = manifest
    self.json = json
    self.text = text
  }

  var testDescription: String { manifest }

  static let decode: [Refusal] = [
    Refusal(
      "02a liveness.yaml",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"liveness-probe"},"spec":{"containers":[{"image":"nginx/nginx","name":"nginx","livenessProbe":null,"httpGet":{"path":"/","port":8080}}]}}"#,
      #"strict decoding error: unknown field "spec.containers[0].httpGet""#
    ),
    Refusal(
      "02a liveness-strtype.yaml",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"liveness-probe"},"spec":{"containers":[{"image":"nginx/nginx","name":"nginx","livenessProbe":{"httpGet":{"path":"/","port":8080},"periodSeconds":"ten"}}]}}"#,
      #"json: cannot unmarshal string into Go struct field Probe.spec.containers.livenessProbe.periodSeconds of type int32"#
    ),
    Refusal(
      "02b rs-apps-dots.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"nginx"},"spec":{"replicas":3,"selector":{"matchLabels":{"app":"nginx"},"matchExpressions":[{"key":"app","operator":"In","values":["kangho"]}]},"template":"...replicaionController\uc640 \ub3d9\uc77c..."}}"#,
      #"json: cannot unmarshal string into Go struct field ReplicaSetSpec.spec.template of type v1.PodTemplateSpec"#
    ),
    Refusal(
      "06f rc-matchlabels.yaml",
      #"{"apiVersion":"v1","kind":"ReplicationController","metadata":{"name":"matchlabels"},"spec":{"replicas":3,"selector":{"matchLabels":{"app":"kubia"}},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"json: cannot unmarshal object into Go struct field ReplicationControllerSpec.spec.selector of type string"#
    ),
    Refusal(
      "07b notin.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"notin"},"spec":{"replicas":2,"selector":{"matchExpressions":[{"key":"app","operator":"NotIn","values":["x",true]},{"key":"tier","operator":"In","values":[false]}]},"template":{"metadata":{"labels":{"app":"nn","tier":false}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"json: cannot unmarshal bool into Go struct field LabelSelectorRequirement.spec.selector.matchExpressions.values of type string"#
    ),
    Refusal(
      "07b value-string.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"value-string"},"spec":{"replicas":2,"selector":{"matchExpressions":[{"key":"app","operator":"In","values":"kubia"}]},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"json: cannot unmarshal string into Go struct field LabelSelectorRequirement.spec.selector.matchExpressions.values of type []string"#
    ),
    Refusal(
      "07i num.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"num"},"spec":{"replicas":3,"selector":{"matchLabels":{"app":1}},"template":{"metadata":{"labels":{"app":1}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"json: cannot unmarshal number into Go struct field LabelSelector.spec.selector.matchLabels of type string"#
    ),
    Refusal(
      "07i float.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"float"},"spec":{"replicas":2.5,"selector":{"matchLabels":{"app":"kubia"}},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"json: cannot unmarshal number 2.5 into Go struct field ReplicaSetSpec.spec.replicas of type int32"#
    ),
    Refusal(
      "07i replicas-quoted.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"rq"},"spec":{"replicas":"3","selector":{"matchLabels":{"app":"kubia"}},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"json: cannot unmarshal string into Go struct field ReplicaSetSpec.spec.replicas of type int32"#
    ),
    Refusal(
      "09f replicas.yaml",
      #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"replicas"},"spec":{"replicas":3,"template":{"metadata":{"annotations":{"sim/run-seconds":"3"}},"spec":{"restartPolicy":"OnFailure","containers":[{"name":"main","image":"luksa/batch-job"}]}}}}"#,
      #"strict decoding error: unknown field "spec.replicas""#
    ),
    Refusal(
      "09f quoted.yaml",
      #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"quoted"},"spec":{"backoffLimit":"4","template":{"metadata":{"annotations":{"sim/run-seconds":"3"}},"spec":{"restartPolicy":"OnFailure","containers":[{"name":"main","image":"luksa/batch-job"}]}}}}"#,
      #"json: cannot unmarshal string into Go struct field JobSpec.spec.backoffLimit of type int32"#
    ),
  ]

  static let invalid: [Refusal] = [
    Refusal(
      "02a liveness-two-handlers.yaml",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"liveness-probe"},"spec":{"containers":[{"image":"nginx/nginx","name":"nginx","livenessProbe":{"httpGet":{"path":"/","port":8080},"tcpSocket":{"port":8080}}}]}}"#,
      #"The Pod "liveness-probe" is invalid: spec.containers[0].livenessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type"#
    ),
    Refusal(
      "02a liveness-empty.yaml",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"liveness-probe"},"spec":{"containers":[{"image":"nginx/nginx","name":"nginx","livenessProbe":{"initialDelaySeconds":5}}]}}"#,
      #"The Pod "liveness-probe" is invalid: spec.containers[0].livenessProbe: Required value: must specify a handler type"#
    ),
    Refusal(
      "02a liveness-badport.yaml",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"liveness-probe"},"spec":{"containers":[{"image":"nginx/nginx","name":"nginx","livenessProbe":{"httpGet":{"path":"/","port":80800}}}]}}"#,
      #"The Pod "liveness-probe" is invalid: spec.containers[0].livenessProbe.httpGet.port: Invalid value: 80800: must be between 1 and 65535, inclusive"#
    ),
    Refusal(
      "02a liveness-portname.yaml",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"liveness-probe"},"spec":{"containers":[{"image":"nginx/nginx","name":"nginx","livenessProbe":{"httpGet":{"path":"/","port":"Bad_Port"}}}]}}"#,
      #"The Pod "liveness-probe" is invalid: spec.containers[0].livenessProbe.httpGet.port: Invalid value: "Bad_Port": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"#
    ),
    Refusal(
      "02a liveness-negative.yaml",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"liveness-probe"},"spec":{"containers":[{"image":"nginx/nginx","name":"nginx","livenessProbe":{"httpGet":{"path":"/","port":8080},"periodSeconds":-1,"initialDelaySeconds":-5,"failureThreshold":-1,"timeoutSeconds":-3}}]}}"#,
      #"""
      The Pod "liveness-probe" is invalid: 
      * spec.containers[0].livenessProbe.initialDelaySeconds: Invalid value: -5: must be greater than or equal to 0
      * spec.containers[0].livenessProbe.timeoutSeconds: Invalid value: -3: must be greater than or equal to 0
      * spec.containers[0].livenessProbe.periodSeconds: Invalid value: -1: must be greater than or equal to 0
      * spec.containers[0].livenessProbe.failureThreshold: Invalid value: -1: must be greater than or equal to 0
      """#
    ),
    Refusal(
      "02a liveness-success2.yaml",
      #"{"apiVersion":"v1","kind":"Pod","metadata":{"name":"liveness-probe"},"spec":{"containers":[{"image":"nginx/nginx","name":"nginx","livenessProbe":{"httpGet":{"path":"/","port":8080},"successThreshold":2}}]}}"#,
      #"The Pod "liveness-probe" is invalid: spec.containers[0].livenessProbe.successThreshold: Invalid value: 2: must be 1"#
    ),
    Refusal(
      "02b rs-apps-empty.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"nginx"},"spec":{"replicas":3,"selector":{"matchLabels":{"app":"nginx"},"matchExpressions":[{"key":"app","operator":"In","values":["kangho"]}]},"template":null}}"#,
      #"""
      The ReplicaSet "nginx" is invalid: 
      * spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`
      * spec.template.spec.containers: Required value
      """#
    ),
    Refusal(
      "02b rs-apps-nginx.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"nginx"},"spec":{"replicas":3,"selector":{"matchLabels":{"app":"nginx"},"matchExpressions":[{"key":"app","operator":"In","values":["kangho"]}]},"template":{"metadata":{"labels":{"app":"nginx"}},"spec":{"containers":[{"name":"nginx","image":"nginx"}]}}}}"#,
      #"The ReplicaSet "nginx" is invalid: spec.template.metadata.labels: Invalid value: {"app":"nginx"}: `selector` does not match template `labels`"#
    ),
    Refusal(
      "02b rs-apps-kangho.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"nginx"},"spec":{"replicas":3,"selector":{"matchLabels":{"app":"nginx"},"matchExpressions":[{"key":"app","operator":"In","values":["kangho"]}]},"template":{"metadata":{"labels":{"app":"kangho"}},"spec":{"containers":[{"name":"nginx","image":"nginx"}]}}}}"#,
      #"The ReplicaSet "nginx" is invalid: spec.template.metadata.labels: Invalid value: {"app":"kangho"}: `selector` does not match template `labels`"#
    ),
    Refusal(
      "06f rc-mismatch.yaml",
      #"{"apiVersion":"v1","kind":"ReplicationController","metadata":{"name":"mismatch"},"spec":{"replicas":3,"selector":{"app":"kubia"},"template":{"metadata":{"labels":{"app":"other"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"The ReplicationController "mismatch" is invalid: spec.template.metadata.labels: Invalid value: {"app":"other"}: `selector` does not match template `labels`"#
    ),
    Refusal(
      "06f rc-negative.yaml",
      #"{"apiVersion":"v1","kind":"ReplicationController","metadata":{"name":"negative"},"spec":{"replicas":-1,"selector":{"app":"kubia"},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"The ReplicationController "negative" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0"#
    ),
    Refusal(
      "06f rc-nolabels.yaml",
      #"{"apiVersion":"v1","kind":"ReplicationController","metadata":{"name":"nolabels"},"spec":{"replicas":3,"selector":{"app":"kubia"},"template":{"metadata":{"name":"x"},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"The ReplicationController "nolabels" is invalid: spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`"#
    ),
    Refusal(
      "06f rc-never.yaml",
      #"{"apiVersion":"v1","kind":"ReplicationController","metadata":{"name":"never"},"spec":{"replicas":3,"selector":{"app":"kubia"},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}],"restartPolicy":"Never"}}}}"#,
      #"The ReplicationController "never" is invalid: spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always""#
    ),
    Refusal(
      "06f rc-nocontainers.yaml",
      #"{"apiVersion":"v1","kind":"ReplicationController","metadata":{"name":"nocontainers"},"spec":{"replicas":3,"selector":{"app":"kubia"},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"nodeName":"node-1"}}}}"#,
      #"The ReplicationController "nocontainers" is invalid: spec.template.spec.containers: Required value"#
    ),
    Refusal(
      "06f rc-notemplate.yaml",
      #"{"apiVersion":"v1","kind":"ReplicationController","metadata":{"name":"notemplate"},"spec":{"replicas":3,"selector":{"app":"kubia"}}}"#,
      #"The ReplicationController "notemplate" is invalid: spec.template: Required value"#
    ),
    Refusal(
      "06f rc-badname.yaml",
      #"{"apiVersion":"v1","kind":"ReplicationController","metadata":{"name":"Bad_Name"},"spec":{"replicas":3,"selector":{"app":"kubia"},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"The ReplicationController "Bad_Name" is invalid: metadata.name: Invalid value: "Bad_Name": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"#
    ),
    Refusal(
      "06f rc-noimage.yaml",
      #"{"apiVersion":"v1","kind":"ReplicationController","metadata":{"name":"noimage"},"spec":{"replicas":3,"selector":{"app":"kubia"},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia"}]}}}}"#,
      #"The ReplicationController "noimage" is invalid: spec.template.spec.containers[0].image: Required value"#
    ),
    Refusal(
      "07b badop.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"badop"},"spec":{"replicas":2,"selector":{"matchExpressions":[{"key":"app","operator":"Equals","values":["kubia"]}]},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"""
      The ReplicaSet "badop" is invalid: 
      * spec.selector.matchExpressions[0].operator: Invalid value: "Equals": not a valid selector operator
      * spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"Equals","values":["kubia"]}]}: invalid label selector
      """#
    ),
    Refusal(
      "07b lowercase.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"lowercase"},"spec":{"replicas":2,"selector":{"matchExpressions":[{"key":"app","operator":"in","values":["kubia"]}]},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"""
      The ReplicaSet "lowercase" is invalid: 
      * spec.selector.matchExpressions[0].operator: Invalid value: "in": not a valid selector operator
      * spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"in","values":["kubia"]}]}: invalid label selector
      """#
    ),
    Refusal(
      "07b in-novalues.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"in-novalues"},"spec":{"replicas":2,"selector":{"matchExpressions":[{"key":"app","operator":"In"}]},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"""
      The ReplicaSet "in-novalues" is invalid: 
      * spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'
      * spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"In"}]}: invalid label selector
      """#
    ),
    Refusal(
      "07b exists-values.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"exists-values"},"spec":{"replicas":2,"selector":{"matchExpressions":[{"key":"app","operator":"Exists","values":["kubia"]}]},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"""
      The ReplicaSet "exists-values" is invalid: 
      * spec.selector.matchExpressions[0].values: Forbidden: may not be specified when `operator` \#
      is 'Exists' or 'DoesNotExist'
      * spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"Exists","values":["kubia"]}]}: invalid label selector
      """#
    ),
    Refusal(
      "07b badkey.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"badkey"},"spec":{"replicas":2,"selector":{"matchExpressions":[{"key":"app name","operator":"Exists"}]},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"""
      The ReplicaSet "badkey" is invalid: 
      * spec.selector.matchExpressions[0].key: Invalid value: "app name": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')
      * spec.selector: Invalid value: {"matchExpressions":[{"key":"app name","operator":"Exists"}]}: invalid label selector
      """#
    ),
    Refusal(
      "07b nokey.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"nokey"},"spec":{"replicas":2,"selector":{"matchExpressions":[{"operator":"Exists"}]},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"""
      The ReplicaSet "nokey" is invalid: 
      * spec.selector.matchExpressions[0].key: Invalid value: "": name part must be non-empty
      * spec.selector.matchExpressions[0].key: Invalid value: "": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')
      * spec.selector: Invalid value: {"matchExpressions":[{"key":"","operator":"Exists"}]}: invalid label selector
      """#
    ),
    Refusal(
      "07b badvalue.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"badvalue"},"spec":{"replicas":2,"selector":{"matchExpressions":[{"key":"app","operator":"In","values":["kubia!"]}]},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"""
      The ReplicaSet "badvalue" is invalid: 
      * spec.selector.matchExpressions[0].values[0]: Invalid value: "kubia!": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')
      * spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"In","values":["kubia!"]}]}: invalid label selector
      """#
    ),
    Refusal(
      "07b mismatch-in.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"mismatch-in"},"spec":{"replicas":2,"selector":{"matchExpressions":[{"key":"app","operator":"In","values":["kangho"]}]},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"The ReplicaSet "mismatch-in" is invalid: spec.template.metadata.labels: Invalid value: {"app":"kubia"}: `selector` does not match template `labels`"#
    ),
    Refusal(
      "07b mismatch-notin.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"mismatch-notin"},"spec":{"replicas":2,"selector":{"matchExpressions":[{"key":"app","operator":"NotIn","values":["kubia"]}]},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"The ReplicaSet "mismatch-notin" is invalid: spec.template.metadata.labels: Invalid value: {"app":"kubia"}: `selector` does not match template `labels`"#
    ),
    Refusal(
      "07b mismatch-dne.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"mismatch-dne"},"spec":{"replicas":2,"selector":{"matchExpressions":[{"key":"app","operator":"DoesNotExist"}]},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"The ReplicaSet "mismatch-dne" is invalid: spec.template.metadata.labels: Invalid value: {"app":"kubia"}: `selector` does not match template `labels`"#
    ),
    Refusal(
      "07b gt.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"gt"},"spec":{"replicas":2,"selector":{"matchExpressions":[{"key":"app","operator":"Gt","values":["1"]}]},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"""
      The ReplicaSet "gt" is invalid: 
      * spec.selector.matchExpressions[0].operator: Invalid value: "Gt": not a valid selector operator
      * spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"Gt","values":["1"]}]}: invalid label selector
      """#
    ),
    Refusal(
      "07b empty-selector.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"empty-selector"},"spec":{"replicas":3,"selector":{},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"The ReplicaSet "empty-selector" is invalid: spec.selector: Invalid value: {}: empty selector is invalid for deployment"#
    ),
    Refusal(
      "07b no-selector.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"no-selector"},"spec":{"replicas":3,"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"""
      The ReplicaSet "no-selector" is invalid: 
      * spec.selector: Required value
      * spec.template.metadata.labels: Invalid value: {"app":"kubia"}: `selector` does not match template `labels`
      """#
    ),
    Refusal(
      "07c rs-never.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"neverrs"},"spec":{"replicas":3,"selector":{"matchLabels":{"app":"kubia"}},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}],"restartPolicy":"OnFailure"}}}}"#,
      #"The ReplicaSet "neverrs" is invalid: spec.template.spec.restartPolicy: Unsupported value: "OnFailure": supported values: "Always""#
    ),
    Refusal(
      "07c rs-neg.yaml",
      #"{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"negrs"},"spec":{"replicas":-2,"selector":{"matchLabels":{"app":"kubia"}},"template":{"metadata":{"labels":{"app":"kubia"}},"spec":{"containers":[{"name":"kubia","image":"luksa/kubia"}]}}}}"#,
      #"The ReplicaSet "negrs" is invalid: spec.replicas: Invalid value: -2: must be greater than or equal to 0"#
    ),
    Refusal(
      "09f always.yaml",
      #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"always"},"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"3"}},"spec":{"restartPolicy":"Always","containers":[{"name":"main","image":"luksa/batch-job"}]}}}}"#,
      #"The Job "always" is invalid: spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never""#
    ),
    Refusal(
      "09f nopolicy.yaml",
      #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"nopolicy"},"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"3"}},"spec":{"containers":[{"name":"main","image":"luksa/batch-job"}]}}}}"#,
      #"The Job "nopolicy" is invalid: spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never""#
    ),
    Refusal(
      "09f neg.yaml",
      #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"neg"},"spec":{"backoffLimit":-1,"completions":-1,"parallelism":-2,"activeDeadlineSeconds":-3,"ttlSecondsAfterFinished":-1,"template":{"metadata":{"annotations":{"sim/run-seconds":"3"}},"spec":{"restartPolicy":"OnFailure","containers":[{"name":"main","image":"luksa/batch-job"}]}}}}"#,
      #"""
      The Job "neg" is invalid: 
      * spec.parallelism: Invalid value: -2: must be greater than or equal to 0
      * spec.completions: Invalid value: -1: must be greater than or equal to 0
      * spec.activeDeadlineSeconds: Invalid value: -3: must be greater than or equal to 0
      * spec.backoffLimit: Invalid value: -1: must be greater than or equal to 0
      * spec.ttlSecondsAfterFinished: Invalid value: -1: must be greater than or equal to 0
      """#
    ),
    Refusal(
      "09f selector.yaml",
      #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"selector"},"spec":{"selector":{"matchLabels":{"app":"x"}},"template":{"metadata":{"annotations":{"sim/run-seconds":"3"}},"spec":{"restartPolicy":"OnFailure","containers":[{"name":"main","image":"luksa/batch-job"}]}}}}"#,
      #"""
      The Job "selector" is invalid: 
      * spec.selector: Invalid value: {"matchLabels":{"app":"x","batch.kubernetes.io/controller-uid":"98d8f70e-b478-4390-ad59-f6a7726be980"}}: `selector` not auto-generated
      * spec.template.metadata.labels: Invalid value: {"batch.kubernetes.io/controller-uid":"98d8f70e-b478-4390-ad59-f6a7726be980","batch.kubernetes.io/job-name":"selector","controller-uid":"98d8f70e-b478-4390-ad59-f6a7726be980","job-name":"selector"}: `selector` does not match template `labels`
      """#
    ),
    Refusal(
      "09f nocontainers.yaml",
      #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"nocontainers"},"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"3"}},"spec":{"restartPolicy":"OnFailure"}}}}"#,
      #"The Job "nocontainers" is invalid: spec.template.spec.containers: Required value"#
    ),
    Refusal(
      "10d bad1.yaml",
      #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"bad1"},"spec":{"schedule":"* * * *","jobTemplate":{"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"2"}},"spec":{"containers":[{"name":"hello","image":"busybox:1.28"}],"restartPolicy":"OnFailure"}}}}}}"#,
      #"The CronJob "bad1" is invalid: spec.schedule: Invalid value: "* * * *": expected exactly 5 fields, found 4: [* * * *]"#
    ),
    Refusal(
      "10d bad2.yaml",
      #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"bad2"},"spec":{"schedule":"60 * * * *","jobTemplate":{"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"2"}},"spec":{"containers":[{"name":"hello","image":"busybox:1.28"}],"restartPolicy":"OnFailure"}}}}}}"#,
      #"The CronJob "bad2" is invalid: spec.schedule: Invalid value: "60 * * * *": end of range (60) above maximum (59): 60"#
    ),
    Refusal(
      "10d bad3.yaml",
      #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"bad3"},"spec":{"schedule":"hello","jobTemplate":{"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"2"}},"spec":{"containers":[{"name":"hello","image":"busybox:1.28"}],"restartPolicy":"OnFailure"}}}}}}"#,
      #"The CronJob "bad3" is invalid: spec.schedule: Invalid value: "hello": expected exactly 5 fields, found 1: [hello]"#
    ),
    Refusal(
      "10d bad4.yaml",
      #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"bad4"},"spec":{"schedule":"* * * * * *","jobTemplate":{"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"2"}},"spec":{"containers":[{"name":"hello","image":"busybox:1.28"}],"restartPolicy":"OnFailure"}}}}}}"#,
      #"The CronJob "bad4" is invalid: spec.schedule: Invalid value: "* * * * * *": expected exactly 5 fields, found 6: [* * * * * *]"#
    ),
    Refusal(
      "10d bad5.yaml",
      #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"bad5"},"spec":{"schedule":"*/0 * * * *","jobTemplate":{"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"2"}},"spec":{"containers":[{"name":"hello","image":"busybox:1.28"}],"restartPolicy":"OnFailure"}}}}}}"#,
      #"The CronJob "bad5" is invalid: spec.schedule: Invalid value: "*/0 * * * *": step of range should be a positive number: */0"#
    ),
    Refusal(
      "10d bad6.yaml",
      #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"bad6"},"spec":{"schedule":"5-1 * * * *","jobTemplate":{"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"2"}},"spec":{"containers":[{"name":"hello","image":"busybox:1.28"}],"restartPolicy":"OnFailure"}}}}}}"#,
      #"The CronJob "bad6" is invalid: spec.schedule: Invalid value: "5-1 * * * *": beginning of range (5) beyond end of range (1): 5-1"#
    ),
    Refusal(
      "10d empty.yaml",
      #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"empty"},"spec":{"schedule":"","jobTemplate":{"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"2"}},"spec":{"containers":[{"name":"hello","image":"busybox:1.28"}],"restartPolicy":"OnFailure"}}}}}}"#,
      #"The CronJob "empty" is invalid: spec.schedule: Required value"#
    ),
    Refusal(
      "10d policy.yaml",
      #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"policy"},"spec":{"schedule":"* * * * *","concurrencyPolicy":"Never","jobTemplate":{"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"2"}},"spec":{"containers":[{"name":"hello","image":"busybox:1.28"}],"restartPolicy":"OnFailure"}}}}}}"#,
      #"The CronJob "policy" is invalid: spec.concurrencyPolicy: Unsupported value: "Never": supported values: "Allow", "Forbid", "Replace""#
    ),
    Refusal(
      "10d always.yaml",
      #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"always"},"spec":{"schedule":"* * * * *","jobTemplate":{"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"2"}},"spec":{"containers":[{"name":"hello","image":"busybox:1.28"}],"restartPolicy":"Always"}}}}}}"#,
      #"The CronJob "always" is invalid: spec.jobTemplate.spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never""#
    ),
    Refusal(
      "10d neg.yaml",
      #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"neg"},"spec":{"schedule":"* * * * *","successfulJobsHistoryLimit":-1,"startingDeadlineSeconds":-5,"jobTemplate":{"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"2"}},"spec":{"containers":[{"name":"hello","image":"busybox:1.28"}],"restartPolicy":"OnFailure"}}}}}}"#,
      #"""
      The CronJob "neg" is invalid: 
      * spec.startingDeadlineSeconds: Invalid value: -5: must be greater than or equal to 0
      * spec.successfulJobsHistoryLimit: Invalid value: -1: must be greater than or equal to 0
      """#
    ),
    Refusal(
      "10d longname.yaml",
      #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},"spec":{"schedule":"* * * * *","jobTemplate":{"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"2"}},"spec":{"containers":[{"name":"hello","image":"busybox:1.28"}],"restartPolicy":"OnFailure"}}}}}}"#,
      #"The CronJob "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" is invalid: metadata.name: Invalid value: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": must be no more than 52 characters"#
    ),
    Refusal(
      "10d tz.yaml",
      #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"tz"},"spec":{"schedule":"* * * * *","timeZone":"Asia/Nowhere","jobTemplate":{"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"2"}},"spec":{"containers":[{"name":"hello","image":"busybox:1.28"}],"restartPolicy":"OnFailure"}}}}}}"#,
      #"The CronJob "tz" is invalid: spec.timeZone: Invalid value: "Asia/Nowhere": unknown time zone Asia/Nowhere"#
    ),
    Refusal(
      "10d tzinsched.yaml",
      #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"tzin"},"spec":{"schedule":"TZ=Asia/Seoul * * * * *","jobTemplate":{"spec":{"template":{"metadata":{"annotations":{"sim/run-seconds":"2"}},"spec":{"containers":[{"name":"hello","image":"busybox:1.28"}],"restartPolicy":"OnFailure"}}}}}}"#,
      #"The CronJob "tzin" is invalid: spec.schedule: Invalid value: "TZ=Asia/Seoul * * * * *": cannot use TZ or CRON_TZ in schedule, use timeZone field instead"#
    ),
  ]
}
