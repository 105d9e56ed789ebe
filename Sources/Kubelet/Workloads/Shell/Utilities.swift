enum Utilities {
  static let names: Set<String> = ["sh", "ash", "bash", "sleep", "echo", "date", "true", "false"]
}
