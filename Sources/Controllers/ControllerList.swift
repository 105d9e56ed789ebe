package import Machinery

/// The controllers that a cluster runs, one file each, in the order of their names.
package enum ControllerList {
  package static func all(_ gates: FeatureGates) -> [any Controller] {
    [
      CronJobController(),
      DaemonSetController(bindsPods: !gates.scheduleDaemonSetPods),
      DeploymentController(),
      DisruptionController(),
      JobController(),
      JobFinalizerCleaner(),
      NamespaceController(),
      ReplicaManager.replicaSet,
      ReplicaManager.replicationController,
      ResourceQuotaController(),
      TTLController(),
    ]
  }
}
