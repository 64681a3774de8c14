using CaseCoordination.DataSharing.Records.Domain;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Records.Questions;

/// <summary>The stored view of a batch of records, and what readers see of it.</summary>
public sealed record BatchEntry
{
    public required Guid Id { get; init; }
    public required string Category { get; init; }

    /// <summary>SHA-256 of the schema that the rows were checked against.</summary>
    public required string SchemaVersion { get; init; }

    /// <summary>ingested or withdrawn.</summary>
    public required string State { get; init; }
    public string? Source { get; init; }
    public required SentFile File { get; init; }
    public required long Read { get; init; }
    public required long Kept { get; init; }
    public required long Rejected { get; init; }
    public required CodeCount[] Codes { get; init; }
    public required RowProblem[] Errors { get; init; }

    /// <summary>The earliest and the latest record; absent where none says when it happened.</summary>
    public Span? Span { get; init; }
    public required string IngestedBy { get; init; }
    public required DateTimeOffset IngestedAt { get; init; }
    public string? WithdrawnBy { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }
    public string? Reason { get; init; }

    /// <summary>Notices drafted from a batch of licences; absent until it was looked through, and for all other categories.</summary>
    public LicenceNotices? Notices { get; init; }
    public required long Version { get; init; }

    public static BatchEntry Of(RecordBatch batch, StreamFacts facts)
    {
        var ingested = batch.Ingested!;
        return new BatchEntry
        {
            Id = facts.Id,
            Category = ingested.Category,
            SchemaVersion = ingested.SchemaVersion,
            State = batch.Withdrawn is null ? "ingested" : "withdrawn",
            Source = ingested.Source,
            File = ingested.File,
            Read = ingested.Read,
            Kept = ingested.Kept,
            Rejected = ingested.Read - ingested.Kept,
            Codes = ingested.Codes,
            Errors = ingested.Problems,
            Span = ingested.Span,
            IngestedBy = ingested.By,
            IngestedAt = ingested.At,
            WithdrawnBy = batch.Withdrawn?.By,
            WithdrawnAt = batch.Withdrawn?.At,
            Reason = batch.Withdrawn?.Reason,
            Notices = batch.Notices,
            Version = facts.Version,
        };
    }
}
