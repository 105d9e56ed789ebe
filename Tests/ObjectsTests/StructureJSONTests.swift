import Testing

@testable import Objects

/// JSON in the order of Go's structures.
@Suite struct StructureJSONTests {
  /// A name that is no field of its structure would be a slip of the table.
  @Test(arguments: GoFieldOrder.structures.keys.sorted())
  func theTableNamesOnlyFields(structure: String) throws {
    let fields = try #require(Schema.structure(named: structure)).fields.map(\.name)
    #expect(Set(GoFieldOrder.names(of: structure)).subtracting(fields) == [])
  }
}
