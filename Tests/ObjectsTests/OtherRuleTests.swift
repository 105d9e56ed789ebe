import Objects
import Testing

/// Rules of the API server for Services, ConfigMaps, Secrets and nodes, with its texts.
@Suite("Rules for other kinds") struct OtherRuleTests {
  @Test(
    "hold for Services",
    arguments: [
      (
        #"{"ports":[{"name":"a","port":80,"nodePort":30080},{"name":"b","port":80,"nodePort":30080}]}"#,
        [
          "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
          "spec.ports[1].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
          "spec.ports[1].nodePort: Duplicate value: 30080",
          #"spec.ports[1]: Duplicate value: {"Name":"","Protocol":"TCP","AppProtocol":null,"Port":80,"TargetPort":0,"NodePort":0}"#,
        ]
      ),
      (
        #"{"type":"NodePort","clusterIP":"None","ports":[{"port":80}]}"#,
        [#"spec.clusterIPs[0]: Invalid value: "None": may not be set to 'None' for NodePort services"#]
      ),
      (#"{"type":"ExternalName"}"#, ["spec.externalName: Required value"]),
      (
        #"{"ports":[{"port":80}],"clusterIP":"1.2.3","externalIPs":["127.0.0.1","x"],"loadBalancerClass":"a"}"#,
        [
          #"spec.clusterIPs[0]: Invalid value: "1.2.3": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"#,
          #"spec.externalIPs[0]: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)"#,
          #"spec.externalIPs[1]: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"#,
          "spec.loadBalancerClass: Forbidden: may only be used when `type` is 'LoadBalancer'",
        ]
      ),
      (
        #"{"ports":[{"port":80}],"sessionAffinity":"ClientIP","sessionAffinityConfig":{"clientIP":{"timeoutSeconds":0}},"externalTrafficPolicy":"Local","internalTrafficPolicy":"Far"}"#,
        [
          "spec.sessionAffinityConfig.clientIP.timeoutSeconds: Invalid value: 0: must be greater than 0 and less than 86400",
          #"spec.externalTrafficPolicy: Invalid value: "Local": may only be set for externally-accessible services"#,
          #"spec.internalTrafficPolicy: Unsupported value: "Far": supported values: "Cluster", "Local""#,
        ]
      ),
      (
        #"{"ports":[{"port":80}],"loadBalancerSourceRanges":["10.0.0.0/8","10.0.0.0/33"]}"#,
        [
          "spec.LoadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'",
          #"spec.LoadBalancerSourceRanges[1]: Invalid value: "10.0.0.0/33": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"#,
        ]
      ),
    ]
  )
  func services(spec: String, texts: [String]) throws {
    #expect(try refusals("Service", #""spec":\#(spec)"#) == texts)
  }

  @Test("keep a Service's address")
  func address() throws {
    let (kind, old) = try prepared(
      #"{"kind":"Service","metadata":{"name":"p"},"spec":{"clusterIP":"10.96.0.7","ports":[{"port":80}]}}"#
    )
    var new = old
    new["spec"]?["clusterIP"] = "10.96.0.8"
    new["spec"]?["clusterIPs"] = ["10.96.0.8"]
    #expect(
      Validation.onUpdate(kind: kind, old: old, new: new).map(\.text) == [
        #"spec.clusterIPs[0]: Invalid value: ["10.96.0.8"]: may not change once set"#
      ]
    )
  }

  @Test(
    "hold for data",
    arguments: [
      (
        "ConfigMap", #""data":{"a b":"c","k":"v"},"binaryData":{"k":"dg=="}"#,
        [
          #"data[a b]: Invalid value: "a b": a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')"#,
          #"data[k]: Invalid value: "k": duplicate of key present in binaryData"#,
          #"binaryData[k]: Invalid value: "k": duplicate of key present in data"#,
        ]
      ),
      (
        "Secret", #""type":"kubernetes.io/tls","data":{"tls.crt":""}"#, ["data[tls.key]: Required value"]
      ),
      (
        "Secret", #""type":"kubernetes.io/basic-auth""#,
        ["data[username]: Required value", "data[password]: Required value"]
      ),
      (
        "Secret", #""type":"kubernetes.io/service-account-token""#,
        ["metadata.annotations[kubernetes.io/service-account.name]: Required value"]
      ),
    ]
  )
  func data(kind: String, members: String, texts: [String]) throws {
    #expect(try refusals(kind, members) == texts)
  }

  @Test("name a ConfigMap that is too large as a whole")
  func size() throws {
    let text = String(repeating: "x", count: 1_048_576)
    #expect(try refusals("ConfigMap", #""data":{"k":"\#(text)"}"#).isEmpty)
    #expect(
      try refusals("ConfigMap", #""data":{"k":"\#(text)x"}"#) == ["[]: Too long: may not be more than 1048576 bytes"]
    )
    #expect(
      try refusals("Secret", #""stringData":{},"data":{"k":"\#(String(repeating: "YWJj", count: 349_526))"}"#)
        == ["data: Too long: may not be more than 1048576 bytes"]
    )
  }

  @Test("hold for taints")
  func taints() throws {
    let taint = #"{"key":"a","value":"b","effect":"NoSchedule"}"#
    #expect(
      try refusals("Node", #""spec":{"taints":[\#(taint),\#(taint),{"key":"c"}]}"#) == [
        #"metadata.taints[1]: Duplicate value: {"Key":"a","Value":"b","Effect":"NoSchedule","TimeAdded":null}: taints must be unique by key and effect pair"#,
        "metadata.taints[2].effect: Required value",
      ]
    )
  }
}
