using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Records.Questions;

/// <summary>The note that somebody reads records: made before anything is shown, completed when all was shown.</summary>
internal sealed class ReadNote(AuthoritySession session, TimeProvider clock, string by, string category, string query)
{
    private const int LongestQuery = 4000;
    private readonly Guid _id = Guid.CreateVersion7(clock.GetUtcNow());
    private readonly DateTimeOffset _at = clock.GetUtcNow();

    public Task BeginAsync(CancellationToken cancellation) =>
        RecordStore.NoteReadAsync(
            session,
            _id,
            _at,
            by,
            category,
            query[..Math.Min(query.Length, LongestQuery)],
            cancellation
        );

    // What was shown was shown, also to a reader who has gone.
    public Task EndAsync(long records) =>
        RecordStore.NoteShownAsync(session, _id, _at, records, CancellationToken.None);
}
