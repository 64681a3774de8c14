using System.Globalization;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>A package as its people see it; only what the scenario looks at.</summary>
internal sealed record PackageView(string State, Guid? Request, PackageItem[] Items);

internal sealed record PackageItem(int Number, string Sha256, string[] Withheld);

internal sealed record Found<T>(T[] Items);

internal sealed record HeldItem(Guid Id, string State);

/// <summary>A holding as its holder sees it.</summary>
internal sealed record HoldingView(string State, string[] Originators, Binding[] Obligations);

internal sealed record Binding(string Term);

/// <summary>The trail of a package as its sender sees it.</summary>
internal sealed record TrailView(TrailItem[] Items);

internal sealed record TrailItem(string[] StillHeldBy, TrailNotice[] Notices);

internal sealed record TrailNotice(string Kind, TrailRecipient[] Recipients);

internal sealed record TrailRecipient(string Authority, string State);

/// <summary>Supervisory records of one venue at an authority, and a rule by which they are given.</summary>
internal sealed class RecordsDesk
{
    public const int Trades = 3;
    private const string Day = "2025-03-03";

    private RecordsDesk(string venue) => Venue = venue;

    /// <summary>A name that no other scenario's records carry.</summary>
    public string Venue { get; }

    /// <summary>What a request asks for to get them.</summary>
    public object Ask =>
        new
        {
            category = "trades",
            venue = Venue,
            from = Day,
            to = Day,
        };

    /// <summary>A steward takes trades in and drafts a rule, which somebody else puts in force.</summary>
    public static async Task<RecordsDesk> OpenAsync(Client steward, Client approver)
    {
        var desk = new RecordsDesk($"Venue {Guid.CreateVersion7():N}");
        await steward.PostAsync(
            "api/records/trades",
            Enumerable
                .Range(1, Trades)
                .Select(i => new
                {
                    executedAt = string.Create(CultureInfo.InvariantCulture, $"{Day}T10:00:0{i}Z"),
                    venue = desk.Venue,
                    product = "perpetual",
                    symbol = "XBTUSD",
                    price = "90000.5",
                    quantity = "100",
                    buyerAccount = "A-1",
                }),
            Services.Sharing
        );
        var rule = await steward.PostAsync(
            "api/answer-rules",
            new
            {
                name = desk.Venue,
                category = "trades",
                facts = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["violates-domestic-law"] = "no",
                    ["request-not-compliant"] = "no",
                    ["public-or-national-interest"] = "no",
                    ["request-must-be-revealed"] = "no",
                    ["proceedings"] = "no",
                    ["sanctions"] = "no",
                },
            },
            Services.Sharing
        );
        await approver.PostAsync($"api/answer-rules/{rule}/approval", null, Services.Sharing);
        return desk;
    }
}
