namespace CaseCoordination.DataSharing.Records.Intake;

/// <summary>How a caller wants a CSV file to be read.</summary>
/// <param name="Separator">Between cells.</param>
/// <param name="Map">Folded heading to field; empty leaves the column out.</param>
/// <param name="Fixed">Field and the value it has in every record.</param>
internal sealed record CsvReading(
    byte Separator,
    IReadOnlyDictionary<string, string> Map,
    IReadOnlyList<(string Path, string Value)> Fixed
);
