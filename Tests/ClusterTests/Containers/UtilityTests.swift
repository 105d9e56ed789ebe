import Basics
import Kubelet
import Testing

@Suite("awk, sed, find and others in a container")
struct UtilityTests {
  static let table = "printf 'a 1\\nb 2\\nc 3\\n' > /tmp/f; "

  static let cases: [ShellTests.Case] = [
    // awk: patterns and fields.
    .init(table + "awk '{print $2, $1}' /tmp/f", "1 a\n2 b\n3 c"),
    .init(table + "awk '$2 > 1' /tmp/f", "b 2\nc 3"),
    .init(table + "awk 'NR==2,NR==3 {print NR \":\" $0}' /tmp/f", "2:b 2\n3:c 3"),
    .init(table + "awk '/b/ || $1 == \"c\" {n++} END {print n, NR, NF}' /tmp/f", "2 3 2"),
    .init("awk -F: '$3 == 0 {print $1 \"-\" $NF}' /etc/passwd", "root-/bin/sh"),
    .init("echo a,b,c | awk -F, -v OFS=- '{$2 = \"x\"; print; print NF; NF = 2; print}'", "a-x-c\n3\na-x"),
    .init("echo 'a1b22c' | awk -F'[0-9]+' '{print $1 $2 $3}'", "abc"),
    .init("echo '  5  ' | awk '{print $1 == 5, length($1), $1 + 1}'", "1 1 6"),
    // awk: control flow and arrays.
    .init("awk 'BEGIN {for (i = 1; i <= 3; i++) {if (i == 2) continue; s = s i} print s}'", "13"),
    .init("awk 'BEGIN {while (i < 9) {i++; if (i > 3) break} do i--; while (i > 0); print i}'", "0"),
    .init(
      table + "awk '{a[$1] += $2} END {for (k in a) print k, a[k]; delete a[\"b\"]; print (\"b\" in a)}' /tmp/f",
      "a 1\nb 2\nc 3\n0"
    ),
    .init(table + "awk '{print; exit 4} END {print \"end\"}' /tmp/f", "a 1\nend", code: 4),
    .init(table + "awk '$1 == \"a\" {next} {print $1}' /tmp/f", "b\nc"),
    // awk: arithmetic, text, functions.
    .init(
      "awk 'BEGIN {print 1/3, 7 % 3, 2^10, -3, 1e6, 0.1 + 0.2, 1e20 > 5}'",
      "awk: not simulated: awk with printing to files and commands",
      code: 2
    ),
    .init("awk 'BEGIN {print 1/3, 7 % 3, 2^10, -3, 1e6, 0.1 + 0.2, 1.5e-7}'", "0.333333 1 1024 -3 1000000 0.3 1.5e-07"),
    .init("awk 'BEGIN {print 10 < 9, \"10\" < \"9\", !0, 1 && 0, 1 ? \"y\" : \"n\"}'", "0 1 1 0 y"),
    .init(
      "awk 'BEGIN {x = \"abc\"; print length(x), substr(x, 2), substr(x, 2, 1), index(x, \"c\"), toupper(x)}'",
      "3 bc b 3 ABC"
    ),
    .init(
      "echo 'aXbXc' | awk '{n = gsub(/X/, \"<&>\"); print n, $0; sub(\"<X>\", \"-\"); print}'",
      "2 a<X>b<X>c\na-b<X>c"
    ),
    .init(
      "awk 'BEGIN {n = split(\"a:b:c\", p, \":\"); print n, p[3]; print match(\"xaab\", /a+/), RSTART, RLENGTH}'",
      "3 c\n2 2 2"
    ),
    .init(
      "awk 'BEGIN {printf \"%5.2f|%-4s|%03d|%x|%c|%s\\n\", 3.14159, \"ab\", 7, 255, 65, 1.5}'",
      " 3.14|ab  |007|ff|A|1.5"
    ),
    .init("awk 'BEGIN {print 1 / 0}'", "awk: cmd. line:1: Division by zero", code: 1),
    .init("awk 'BEGIN {print (}'", "awk: cmd. line:1: Unexpected token", code: 1),
    .init("awk 'BEGIN {while (1) x++}'", "awk: not simulated: awk with more than 200000 steps", code: 2),
    .init("awk '{system(\"ls\")}' /etc/passwd", "awk: not simulated: awk with system()", code: 2),
    // sed.
    .init(table + "sed -n '2,$p;$=' /tmp/f", "b 2\nc 3\n3"),
    .init(table + "sed -e '1i top' -e '$a end' -e '/b/d' /tmp/f", "top\na 1\nc 3\nend"),
    .init(table + "sed '/a/,/b/s/[0-9]/N/' /tmp/f", "a N\nb N\nc 3"),
    .init(table + "sed '2c changed' /tmp/f; sed '2q' /tmp/f", "a 1\nchanged\nc 3\na 1\nb 2"),
    .init("echo aabba | sed 's/a/X/2; y/b/B/'", "aXBBa"),
    .init(table + "sed -i 's/^/# /' /tmp/f; head -n 1 /tmp/f", "# a 1"),
    // find and xargs.
    .init(
      "mkdir -p /d/e; touch /d/a.txt /d/e/b.txt /d/c; find /d -name '*.txt'; find /d -mindepth 1 -type d",
      "/d/a.txt\n/d/e/b.txt\n/d/e"
    ),
    .init(
      "mkdir /d; cd /d; touch a b; find . -type f -exec echo got {} \\;; find . -name a -delete; ls",
      "got ./a\ngot ./b\nb"
    ),
    .init("find /nope", "find: /nope: No such file or directory", code: 1),
    .init("printf 'a b\\nc\\n' | xargs -n 2 echo got", "got a b\ngot c"),
    .init("printf 'one\\ntwo words\\n' | xargs -I X echo '<X>'", "<one>\n<two words>"),
    .init("echo a | xargs false; echo $?", "123"),
    .init("echo a | xargs nosuch", "xargs: nosuch: No such file or directory", code: 127),
    // grep and sort.
    .init("cd /tmp; echo one > a; echo two > b; grep o a b; grep -l w a b; grep -c o a b", "a:one\nb:two\nb\na:1\nb:1"),
    .init("printf 'b 10\\na 9\\nc 9\\n' | sort -k2,2n -k1,1r", "c 9\na 9\nb 10"),
    .init("printf 'b:2\\na:10\\na:2\\n' | sort -t: -k2n; printf 'b\\nB\\na\\n' | sort -fu", "a:2\nb:2\na:10\na\nb"),
    .init(
      "x=$RANDOM; [ $x -ge 0 ] && [ $((RANDOM % 5)) -lt 5 ] && [ $x != $RANDOM ] && y=$RANDOM && [ $x != $y ] && echo drawn",
      "drawn"
    ),
    // Bytes, listings.
    .init("echo hello | base64; echo aGVsbG8K | base64 -d", "aGVsbG8K\nhello"),
    .init(
      "cd /tmp; echo hi > f; mkdir d; ls -l",
      """
      total 8
      drwxr-xr-x    2 root     root          4096 Jan  1 09:00 d
      -rw-r--r--    1 root     root             3 Jan  1 09:00 f
      """
    ),
    .init("dd if=/dev/zero of=/tmp/z bs=1k count=2; wc -c < /tmp/z", "2+0 records in\n2+0 records out\n2048"),
  ]

  @Test("a utility writes what it should", arguments: cases)
  func utility(_ expected: ShellTests.Case) throws {
    var run = try ScriptRun(expected.script)
    run.run(seconds: 300)
    #expect(run.output == expected.output)
    #expect(run.code == expected.code)
  }

  @Test("a root file system that may only be read")
  func readOnly() throws {
    var run = try ScriptRun(
      "echo x > /shared/f && cat /shared/f; touch /tmp/g; rm /etc/passwd; echo > /h",
      isReadOnly: true
    )
    run.run(seconds: 5)
    #expect(
      run.lines == [
        "x", "touch: /tmp/g: Read-only file system", "rm: can't remove '/etc/passwd': Read-only file system",
        "sh: can't create /h: Read-only file system",
      ]
    )
  }
}
