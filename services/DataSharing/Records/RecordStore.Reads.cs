using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Records;

/// <summary>The log of who read records.</summary>
internal static partial class RecordStore
{
    /// <summary>Notes who reads, before anything is shown.</summary>
    public static Task NoteReadAsync(
        AuthoritySession session,
        Guid id,
        DateTimeOffset at,
        string by,
        string category,
        string query,
        CancellationToken cancellation
    ) =>
        RunAsync(
            session,
            $"insert into {Schema}.{Reads} (tenant_id, id, at, by, category, query) values ($1, $2, $3, $4, $5, $6)",
            cancellation,
            id,
            at.UtcDateTime,
            by,
            category,
            query
        );

    /// <summary>Notes how many records a reader was shown.</summary>
    public static Task NoteShownAsync(
        AuthoritySession session,
        Guid id,
        DateTimeOffset at,
        long records,
        CancellationToken cancellation
    ) =>
        RunAsync(
            session,
            $"update {Schema}.{Reads} set records = $4 where tenant_id = $1 and at = $2 and id = $3",
            cancellation,
            at.UtcDateTime,
            id,
            records
        );

    /// <summary>Who read, newest first.</summary>
    public static async Task<IReadOnlyList<RecordRead>> ReadsAsync(
        AuthoritySession session,
        DateTimeOffset before,
        Guid beforeId,
        int limit,
        CancellationToken cancellation
    )
    {
        await using var reader = await QueryAsync(
            session,
            $"""
            select at, id, by, category, query, records from {Schema}.{Reads}
            where tenant_id = $1 and (at, id) < ($2, $3) order by at desc, id desc limit $4
            """,
            cancellation,
            before.UtcDateTime,
            beforeId,
            limit
        );
        var reads = new List<RecordRead>();
        while (await reader.ReadAsync(cancellation))
        {
            reads.Add(
                new RecordRead(
                    reader.GetGuid(1),
                    At(reader, 0)!.Value,
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.GetString(4),
                    await reader.IsDBNullAsync(5, cancellation) ? null : reader.GetInt64(5)
                )
            );
        }

        return reads;
    }
}

/// <summary>That somebody read records: who, when, what was asked for, and how many were shown; absent while it goes on.</summary>
public sealed record RecordRead(Guid Id, DateTimeOffset At, string By, string Category, string Query, long? Records);
