import APIServer
import Basics
import Objects
import Testing

@Suite("Addresses and ports of Services") struct ServiceAllocationTests {
  private func create(_ spec: Value, _ name: String, in server: inout APIServer) -> String? {
    let value: Value = ["metadata": ["name": .string(name), "namespace": "default"], "spec": spec]
    do throws(APIError) {
      let decoded = try RequestDecoding.forCreate(
        value,
        as: .service,
        namespace: "default",
        uid: server.nextUID,
        validation: .strict
      )
      _ = try server.create(decoded.object, at: Instant(unixSeconds: 0))
      return nil
    } catch {
      return error.message
    }
  }

  private func server() throws -> APIServer {
    var server = APIServer(seed: 1)
    _ = try server.create(
      Object(kind: .namespace, fields: ["metadata": ["name": "default"]]),
      at: Instant(unixSeconds: 0)
    )
    return server
  }

  @Test("are given once, from their ranges")
  func areGivenOnce() throws {
    var server = try server()
    let first: Value = ["type": "NodePort", "clusterIP": "10.96.0.9", "ports": [["port": 80, "nodePort": 30_080]]]
    #expect(create(first, "a", in: &server) == nil)
    #expect(
      create(["type": "NodePort", "ports": [["port": 80, "nodePort": 30_080]]], "b", in: &server)
        == #"Service "b" is invalid: spec.ports[0].nodePort: Invalid value: 30080: provided port is already allocated"#
    )
    #expect(
      create(["type": "NodePort", "ports": [["port": 80, "nodePort": 80]]], "b", in: &server)
        == #"Service "b" is invalid: spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767"#
    )
    #expect(
      create(["clusterIP": "10.96.0.9", "ports": [["port": 80]]], "b", in: &server)
        == #"Service "b" is invalid: spec.clusterIPs: Invalid value: ["10.96.0.9"]: failed to allocate IP 10.96.0.9: provided IP is already allocated"#
    )
    #expect(
      create(["clusterIP": "1.2.3.4", "ports": [["port": 80]]], "b", in: &server)
        == #"Service "b" is invalid: spec.clusterIPs: Invalid value: ["1.2.3.4"]: failed to allocate IP 1.2.3.4: the provided IP (1.2.3.4) is not in the valid range. The range of valid IPs is 10.96.0.0/12"#
    )
    #expect(create(["clusterIP": "None", "ports": [["port": 80]]], "b", in: &server) == nil)
    #expect(create(["ports": [["port": 80]]], "c", in: &server) == nil)
  }
}
