import Basics

/// A Pod template as Go prints its structure: every member with its type, the absent ones too.
///
/// Kubernetes hashes this text for the names of ReplicaSets and ControllerRevisions. Mirrors `dump.ForHash`, which is
/// spew's `%#v` with its methods off and with maps in the order of their keys.
package struct GoText {
  /// The template has a structure or a value that is not known here.
  private struct Unknown: Error {}

  private var out = ""

  /// nil where the template uses a structure that is not known here.
  package static func podTemplate(_ template: PodTemplate) -> String? {
    var text = GoText()
    do throws(Unknown) {
      try text.write(.object(template.fields), GoType("PodTemplateSpec"))
      return text.out
    } catch {
      return nil
    }
  }

  /// Writes a value behind the name of its type, unless something around it has told the type.
  private mutating func write(_ value: Value?, _ type: GoType, showsType: Bool = true) throws(Unknown) {
    let value = value.flatMap { $0.isNull ? nil : $0 }
    if case .pointer(let pointee) = type {
      guard let value else {
        out += "(\(type.name))<nil>"
        return
      }
      out += "(\(type.name))"
      try write(value, pointee, showsType: false)
      return
    }
    if showsType { out += "(\(type.name))" }
    switch type {
    case .pointer: break
    case .list(let element): try list(value, element)
    case .stringMap: try map(value, .text("string"))
    case .resourceList: try map(value, .quantity)
    case .text: out += try value.map { (value) throws(Unknown) in try known(value.string) } ?? ""
    case .integer: out += try value.map { (value) throws(Unknown) in String(try known(value.int)) } ?? "0"
    case .bool: out += try value.map { (value) throws(Unknown) in try known(value.bool) ? "true" : "false" } ?? "false"
    case .quantity: try quantity(value)
    case .intOrString: try intOrString(value)
    case .time:
      if value != nil { throw Unknown() }
      out += "{Time:(time.Time){wall:(uint64)0 ext:(int64)0 loc:(*time.Location)<nil>}}"
    case .structure(let name): try structure(value, name)
    }
  }

  private func known<T>(_ value: T?) throws(Unknown) -> T {
    guard let value else { throw Unknown() }
    return value
  }

  /// An empty list does not survive the way to the controller: it is nil there.
  private mutating func list(_ value: Value?, _ element: GoType) throws(Unknown) {
    guard let value, let items = value.array, !items.isEmpty else {
      out += "<nil>"
      return
    }
    out += "["
    for (index, item) in items.enumerated() {
      if index > 0 { out += " " }
      try write(item, element, showsType: false)
    }
    out += "]"
  }

  private mutating func map(_ value: Value?, _ element: GoType) throws(Unknown) {
    guard let value, let fields = value.object, !fields.isEmpty else {
      out += "<nil>"
      return
    }
    out += "map["
    for (index, field) in fields.enumerated() {
      out += (index > 0 ? " " : "") + field.name + ":"
      try write(field.value, element, showsType: false)
    }
    out += "]"
  }

  private mutating func structure(_ value: Value?, _ name: String) throws(Unknown) {
    guard let members = GoLayout.members[name] else { throw Unknown() }
    var fields = value?.object ?? [:]
    out += "{"
    try write(members, taking: &fields)
    out += "}"
    if fields.contains(where: { !$0.value.isNull }) { throw Unknown() }
  }

  private mutating func write(_ members: [GoLayout.Member], taking fields: inout Fields) throws(Unknown) {
    for (index, member) in members.enumerated() {
      out += (index > 0 ? " " : "") + member.name + ":"
      guard let embedded = member.embedded else {
        try write(fields.remove(member.field), member.type)
        continue
      }
      out += "(\(member.type.name)){"
      try write(embedded, taking: &fields)
      out += "}"
    }
  }

  /// A quantity as `resource.ParseQuantity` makes it, which keeps the text beside the number.
  private mutating func quantity(_ value: Value?) throws(Unknown) {
    var number: (value: Int64, scale: Int) = (0, 0)
    var format = ""
    let text = value?.string ?? value?.int.map(String.init) ?? ""
    if !text.isEmpty, text != "0" {
      guard let parsed = try? Quantity(parsing: text), let parts = parsed.scaledText(text) else { throw Unknown() }
      number = parts
      format = parsed.format.goName
    }
    out += "{i:(resource.int64Amount){value:(int64)\(number.value) scale:(resource.Scale)\(number.scale)} "
    out += "d:(resource.infDecAmount){Dec:(*inf.Dec)<nil>} s:(string)\(text) Format:(resource.Format)\(format)}"
  }

  private mutating func intOrString(_ value: Value?) throws(Unknown) {
    let number = value?.int
    let text = value?.string
    if value != nil, number == nil, text == nil { throw Unknown() }
    out += "{Type:(intstr.Type)\(text == nil ? 0 : 1) IntVal:(int32)\(number ?? 0) StrVal:(string)\(text ?? "")}"
  }
}

extension Quantity {
  /// The number in `text` and the power of ten that it counts in; nil for what Go keeps as a big decimal.
  fileprivate func scaledText(_ text: String) -> (value: Int64, scale: Int)? {
    if format == .binarySI { return nanos == 0 ? (whole, 0) : nil }
    let digits = text.prefix { $0.isNumber || $0 == "." }
    let halves = digits.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = halves.count > 1 ? halves[1] : ""
    guard let value = Int64(halves[0] + decimals), digits.count <= 18 else { return nil }
    let suffix = String(text.dropFirst(digits.count))
    let exponent: Int? =
      switch format {
      case .decimalSI: ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"].firstIndex(of: suffix).map { $0 * 3 - 9 }
      default: Int(suffix.dropFirst())
      }
    return exponent.map { (value, $0 - decimals.count) }
  }
}

extension Quantity.Format {
  fileprivate var goName: String {
    switch self {
    case .decimalSI: "DecimalSI"
    case .binarySI: "BinarySI"
    case .decimalExponent: "DecimalExponent"
    }
  }
}
