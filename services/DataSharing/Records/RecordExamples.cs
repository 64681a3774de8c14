using System.Text.Json;
using CaseCoordination.DataSharing.Records.Domain;
using CaseCoordination.DataSharing.Records.Questions;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Records;

/// <summary>What records, their batches and their categories look like in the API's description.</summary>
internal static class RecordExamples
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static readonly Guid Id = Guid.Parse("019cae00-0000-7000-8000-000000000031");
    private static readonly Guid Read = Guid.Parse("019cae00-0000-7000-8000-000000000032");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly CodeCount[] Codes = [new("not-a-decimal", 1)];
    private static readonly RowProblem[] Problems = [new(2, "price", "not-a-decimal", "A number such as 10.50.")];

    private static readonly CategoryLine Category = new(
        "trades",
        "Trades",
        "Executed trades, one record each.",
        Hash,
        true,
        ["lei", "isin"]
    );

    private static readonly BatchEntry Batch = new()
    {
        Id = Id,
        Category = "trades",
        SchemaVersion = Hash,
        State = "ingested",
        Source = "Delta",
        File = new SentFile("text/csv", Hash, 108),
        Read = 2,
        Kept = 1,
        Rejected = 1,
        Codes = Codes,
        Errors = Problems,
        Span = new Span(Noon, Noon),
        IngestedBy = "steward-1",
        IngestedAt = Noon,
        Version = 1,
    };

    public static IReadOnlyList<Example> All { get; } =
    [
        Example.Of(new WithdrawBatch.Body("The venue sent it twice.")),
        Example.Of(new IngestAnswer(Id, 1, 2, 1, 1, Codes, Problems)),
        Example.Of<IReadOnlyList<CategoryLine>>([Category]),
        Example.Of(
            new CategorySheet(
                Category,
                [new("price", "string", "decimal", false, true, "In the currency of the quote.")],
                Json("""{"type":"object","properties":{"price":{"type":"string","format":"decimal"}}}""")
            )
        ),
        Example.Of(
            new Page<RecordLine>(
                [new(Id, 1, Noon, Json("""{"executed_at":"2026-03-02T12:00:00Z","venue":"Delta","price":"1.5"}"""))],
                null
            )
        ),
        Example.Of(Batch),
        Example.Of(new Page<BatchEntry>([Batch], null)),
        Example.Of(new Page<RecordRead>([new(Read, Noon, "officer-7", "trades", "?venue=Delta", 1)], null)),
    ];

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
