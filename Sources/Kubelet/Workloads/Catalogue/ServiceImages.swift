import Basics

/// Images whose programs run until they are stopped; what they do is not simulated, and their first line says so.
enum ServiceImages {
  static let all: [ImageEntry] = [
    service("fluentd", size: 50_000_000, ["tini", "--", "/bin/entrypoint.sh", "fluentd"], ports: [24224]),
    service("fluentd_elasticsearch/fluentd", size: 60_000_000, ["/run.sh"], ports: []),
    service("golang", size: 300_000_000, ["bash"], ports: []),
    service("mariadb", size: 117_000_000, ["docker-entrypoint.sh", "mariadbd"], ports: [3306]),
    service("memcached", size: 30_000_000, ["docker-entrypoint.sh", "memcached"], ports: [11211]),
    service("mongo", size: 250_000_000, ["docker-entrypoint.sh", "mongod"], ports: [27017]),
    service("mysql", size: 170_000_000, ["docker-entrypoint.sh", "mysqld"], ports: [3306]),
    service("node", size: 350_000_000, ["docker-entrypoint.sh", "node"], ports: []),
    service("openjdk", size: 230_000_000, ["java"], ports: []),
    service("eclipse-temurin", size: 230_000_000, ["java"], ports: []),
    service("postgres", size: 150_000_000, ["docker-entrypoint.sh", "postgres"], ports: [5432]),
    service("python", size: 360_000_000, ["python3"], ports: []),
    service("rabbitmq", size: 100_000_000, ["docker-entrypoint.sh", "rabbitmq-server"], ports: [5672]),
    service("redis", size: 45_000_000, ["docker-entrypoint.sh", "redis-server"], ports: [6379]),
    service("ruby", size: 370_000_000, ["irb"], ports: []),
    service("tomcat", size: 180_000_000, ["catalina.sh", "run"], ports: [8080]),
  ]

  /// Every program of the image's own is the same server or interpreter that does nothing.
  private static func service(_ name: String, size: Int, _ command: [String], ports: [Int]) -> ImageEntry {
    var contents = ImageContents()
    contents.command = command
    let native: ImageContents.Native = { arguments, _ in
      var workload = Workload()
      workload.ports = ports
      let program = arguments.first.map(Path.name(of:)) ?? name
      let text = "not simulated: what \(program) of image \(name) does; it runs until it is stopped"
      workload.output = [Workload.Output(text: text)]
      return workload
    }
    let programs = command.map(Path.name(of:)) + ["python", "python3", "java", "node", "go", "ruby"]
    for program in programs where !Utilities.isKnown(program) && program != "run" {
      contents.natives[program] = native
    }
    return ImageEntry(name, size: size, contents)
  }
}
