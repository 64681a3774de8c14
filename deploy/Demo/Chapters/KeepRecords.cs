using CaseCoordination.Demo.Matters;
using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;

namespace CaseCoordination.Demo.Chapters;

/// <summary>The partner takes supervisory records in, and two people rule which requests are answered without a person.</summary>
internal static class KeepRecords
{
    // What the instruments of this deployment let an authority refuse on, or leave open.
    private static readonly Dictionary<string, string> Facts = new(StringComparer.Ordinal)
    {
        ["violates-domestic-law"] = "no",
        ["request-not-compliant"] = "no",
        ["public-or-national-interest"] = "no",
        ["request-must-be-revealed"] = "no",
        ["proceedings"] = "no",
        ["sanctions"] = "no",
    };

    public static async Task TellAsync(Plot plot, Exchange exchange)
    {
        plot.Narrator.Chapter($"{plot.Partner} keeps records, and rules how they are given");
        plot.Narrator.Paragraph("The trades, addresses and owners of these chapters are invented.");
        var steward = plot.Somebody(plot.Partner, "data-steward");
        var records = exchange.Records;
        await IngestAsync(plot, steward, "trades", records.TradesFile());
        plot.Say(
            steward,
            $"takes in {InventedRecords.Trades} trades of {records.Venue}, {records.From} to {records.To}, each row checked"
        );
        await IngestAsync(plot, steward, "transfers", records.TransfersFile());
        plot.Say(steward, $"takes in {InventedRecords.Transfers} transfers to addresses with their owners");
        await RuleAsync(plot, exchange, steward);
    }

    private static async Task RuleAsync(Plot plot, Exchange exchange, Person steward)
    {
        var rule = await exchange.DoAsync(
            steward,
            "/api/answer-rules",
            new
            {
                Name = $"Trades of {exchange.Records.Venue}",
                Category = "trades",
                Requesters = new[] { plot.Lead },
                Instruments = plot.Matter.Story.Instrument is { } instrument ? new[] { instrument } : [],
                Matters = new[] { plot.Matter.Law.Code },
                Facts,
                MostRecords = 1000,
                LongestPeriodDays = 31,
            }
        );
        exchange.Rule = rule.Id;
        plot.Say(
            steward,
            $"drafts a rule: trades for {plot.Lead}, at most 1000 records and 31 days, no personal data; of each request it states no to {string.Join(", ", Facts.Keys)}"
        );
        var approver = plot.Somebody(plot.Partner, "approver");
        await exchange.DoAsync(approver, $"/api/answer-rules/{rule.Id}/approval");
        plot.Say(approver, "puts the rule in force");
    }

    private static Task<Answered> IngestAsync(Plot plot, Person steward, string category, byte[] file) =>
        plot.Api.PostAsync(
            steward,
            plot.Shared($"/api/records/{category}?source=demonstration"),
            file,
            "text/csv",
            plot.Cancellation
        );
}
