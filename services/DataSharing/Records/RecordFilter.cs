using CaseCoordination.DataSharing.Records.Schemas;
using CaseCoordination.Identifiers;

namespace CaseCoordination.DataSharing.Records;

/// <summary>Which records are meant: those of a category for which everything that is said here holds.</summary>
public sealed record RecordFilter(string Category)
{
    /// <summary>Any of these identifiers, as scheme and value in its normalised spelling.</summary>
    public IReadOnlyList<(string Scheme, string Value)> Identifiers { get; init; } = [];

    /// <summary>Any of these names of persons and entities; case, accents and the order of words do not matter.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>A venue's name as records give it, or its MIC.</summary>
    public string? Venue { get; init; }

    /// <summary>Happened at or after this instant; a record that does not say when is left out by either end.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Happened before this instant.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Keys of which a record has at least one, for each of the things asked for; the most telling first.</summary>
    internal IReadOnlyList<string[]> KeyGroups => [.. (
                (string[][])
                    [
                        [.. Identifiers.Select(i => $"{i.Scheme}:{i.Value}")],
                        [.. Subjects.Select(s => $"subject:{Names.FoldWords(s)}")],
                        Venue is null ? [] : VenueKeys(Venue),
                    ]
            ).Where(group => group.Length > 0).Select(group => group.Distinct(StringComparer.Ordinal).ToArray())];

    private static string[] VenueKeys(string venue) =>
        Mic.Check(venue).Value is { } mic
            ? [$"venue:{Names.FoldWords(venue)}", $"mic:{mic}"]
            : [$"venue:{Names.FoldWords(venue)}"];
}

/// <summary>A record as it is kept.</summary>
/// <param name="Batch">The batch it came in.</param>
/// <param name="Number">Its row there, from 1.</param>
/// <param name="At">When it happened; absent where it does not say.</param>
/// <param name="Body">The record as JSON.</param>
public sealed record StoredRecord(Guid Batch, int Number, DateTimeOffset? At, string Body);
