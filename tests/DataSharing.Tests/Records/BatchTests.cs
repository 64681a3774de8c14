using CaseCoordination.DataSharing.Records;
using CaseCoordination.DataSharing.Records.Domain;
using CaseCoordination.DataSharing.Records.Intake;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Records;

/// <summary>When a file becomes a batch, and how a batch is withdrawn.</summary>
public sealed class BatchTests
{
    private static readonly Guid Id = Guid.Parse("019cae00-0000-7000-8000-0000000000cc");
    private static readonly SentFile File = new("text/csv", "ab", 12);
    private static readonly RowProblem Problem = new(2, "price", "not-a-decimal", "A number.");
    private static readonly RecordsIngested Ingested = new(
        Id,
        "trades",
        "v1",
        "Venue",
        File,
        2,
        1,
        true,
        [new("not-a-decimal", 1)],
        [Problem],
        new(Samples.Noon, Samples.Noon),
        Samples.Officer,
        Samples.Noon
    );

    [Fact]
    public void A_file_without_problems_becomes_a_batch() =>
        Given(Kept(1, 0)).Then(Ingested with { Read = 1, KeptGood = false, Codes = [], Problems = [] });

    [Fact]
    public void A_file_with_a_bad_row_is_refused() => Given(Kept(1, 1)).ThenRefused("records-rejected");

    [Fact]
    public void Its_good_rows_are_kept_where_the_caller_says_so() => Given(Kept(1, 1), keepGood: true).Then(Ingested);

    [Fact]
    public void A_file_without_a_good_row_is_refused_in_any_case() =>
        Given(Kept(0, 1), keepGood: true).ThenRefused("records-rejected");

    [Fact]
    public void A_file_without_rows_is_refused() => Given(Kept(0, 0)).ThenRefused("no-records");

    [Fact]
    public void A_batch_is_withdrawn_once() =>
        new Given<RecordBatch, RecordBatchEvent>(Ingested)
            .When(b => WithdrawBatch.Decide(b, new("Sent twice."), Samples.TheTurn))
            .Then(new RecordsWithdrawn("Sent twice.", Samples.Officer, Samples.Noon));

    [Fact]
    public void What_is_no_batch_is_not_withdrawn() =>
        new Given<RecordBatch, RecordBatchEvent>()
            .When(b => WithdrawBatch.Decide(b, new("Sent twice."), Samples.TheTurn))
            .ThenRefused("batch-unknown");

    private static When<RecordBatch, RecordBatchEvent> Given(Tally tally, bool keepGood = false) =>
        new Given<RecordBatch, RecordBatchEvent>().When(b =>
            IngestRecords.Decide(b, new(Id, "trades", "v1", "Venue", File, keepGood, tally), Samples.TheTurn)
        );

    private static Tally Kept(int kept, int rejected)
    {
        var tally = new Tally(100);
        for (var i = 0; i < kept; i++)
        {
            tally.Keep(Samples.Noon);
        }

        for (var i = 0; i < rejected; i++)
        {
            tally.Reject([Problem]);
        }

        return tally;
    }
}
