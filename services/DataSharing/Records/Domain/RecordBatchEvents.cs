namespace CaseCoordination.DataSharing.Records.Domain;

/// <summary>Everything that can happen to a batch of records; stored names are in <c>RecordsModule</c>.</summary>
public abstract record RecordBatchEvent;

public sealed record RecordsIngested(
    Guid BatchId,
    string Category,
    string SchemaVersion,
    string? Source,
    SentFile File,
    long Read,
    long Kept,
    bool KeptGood,
    CodeCount[] Codes,
    RowProblem[] Problems,
    Span? Span,
    string By,
    DateTimeOffset At
) : RecordBatchEvent;

public sealed record RecordsWithdrawn(string Reason, string By, DateTimeOffset At) : RecordBatchEvent;

/// <summary>The file as it was sent: its media type, SHA-256 in lower-case hexadecimal, and size in bytes.</summary>
public sealed record SentFile(string MediaType, string Sha256, long Size);

/// <summary>How often a problem was met.</summary>
public sealed record CodeCount(string Code, long Count);

/// <summary>What is wrong with one field of one row; rows count from 1, and the field is empty where the row cannot be read.</summary>
public sealed record RowProblem(long Row, string Field, string Code, string Message);

/// <summary>The earliest and the latest instant among records.</summary>
public sealed record Span(DateTimeOffset From, DateTimeOffset To);
