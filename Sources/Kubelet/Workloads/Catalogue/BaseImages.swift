import Basics

/// Images of which one uses the shell and the utilities.
enum BaseImages {
  static let all: [ImageEntry] = [
    ImageEntry("alpine", size: 3_500_000, shell(["/bin/sh"], .busybox)),
    ImageEntry("bash", size: 6_500_000, shell(["bash"], .busybox)),
    ImageEntry("busybox", size: 2_156_519, busybox),
    ImageEntry("curlimages/curl", size: 9_500_000, shell(["curl", "--help"], .busybox)),
    ImageEntry("debian", size: 48_500_000, shell(["bash"], .gnu)),
    ImageEntry("perl", size: 336_000_000, perl),
    ImageEntry("ubuntu", size: 29_700_000, shell(["/bin/bash"], .gnu)),
  ]

  static let busybox = shell(["sh"], .busybox)

  private static func shell(_ command: [String], _ tools: ImageContents.Tools) -> ImageContents {
    var contents = ImageContents()
    contents.tools = tools
    contents.command = command
    return contents
  }

  /// Other programs in perl than the digits of π are refused.
  private static let perl: ImageContents = {
    var contents = ImageContents()
    contents.command = ["perl", "-de0"]
    contents.natives["perl"] = { arguments, _ in PerlProgram.workload(arguments) }
    return contents
  }()
}
