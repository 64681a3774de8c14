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

/// <summary>A batch of licences was looked through; see <see cref="LicenceNotices"/>.</summary>
public sealed record LicenceNoticesDrafted(long Drafted, long LeftOut, long Known, DateTimeOffset At)
    : RecordBatchEvent;

/// <summary>What became of the licences that a batch shows as refused, withdrawn or suspended.</summary>
/// <param name="Drafted">Notices that were drafted.</param>
/// <param name="LeftOut">Licences that would have made further drafts than one batch may make.</param>
/// <param name="Known">Licences of which an earlier batch said the same.</param>
public sealed record LicenceNotices(long Drafted, long LeftOut, long Known);

/// <summary>The file as it was sent: its media type, SHA-256 in lower-case hexadecimal, and size in bytes.</summary>
public sealed record SentFile(string MediaType, string Sha256, long Size);

/// <summary>How often a problem was met.</summary>
public sealed record CodeCount(string Code, long Count);

/// <summary>What is wrong with one field of one row; rows count from 1, and the field is empty where the row cannot be read.</summary>
public sealed record RowProblem(long Row, string Field, string Code, string Message);

/// <summary>The earliest and the latest instant among records.</summary>
public sealed record Span(DateTimeOffset From, DateTimeOffset To);
