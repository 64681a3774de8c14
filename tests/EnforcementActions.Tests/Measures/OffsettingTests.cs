using System.Globalization;
using System.Text.Json;
using CaseCoordination.EnforcementActions.Measures.Outcomes;

namespace CaseCoordination.EnforcementActions.Tests.Measures;

/// <summary>What is left to pay when fines count on each other.</summary>
public sealed class OffsettingTests
{
    [Fact]
    public void The_settlement_of_2021_is_fifty_million_each_and_a_hundred_in_all()
    {
        var imposed = Settled2021();
        var payable = Offsetting.Payable([
            Fine("CFTC", "m1", imposed, "USD", new Credit("FinCEN", "m2", 50_000_000)),
            Fine("FinCEN", "m2", imposed, "USD", new Credit("CFTC", "m1", 50_000_000)),
        ]);
        Assert.Equal([50_000_000m, 50_000_000m], payable.Select(p => p.Amount));
        Assert.Equal(100_000_000m, Offsetting.Totals(payable)["USD"]);
    }

    [Fact]
    public void An_offset_of_one_side_lowers_that_side_only() =>
        Assert.Equal(
            [100m, 70m],
            Amounts(Fine("A", "m1", 100, "EUR"), Fine("B", "m2", 100, "EUR", new Credit("A", "m1", 30)))
        );

    [Fact]
    public void What_counts_is_what_is_payable_there_not_what_was_imposed() =>
        Assert.Equal(
            [100m, 0m, 40m],
            Amounts(
                Fine("A", "m1", 100, "EUR"),
                Fine("B", "m2", 60, "EUR", new Credit("A", "m1", 80)),
                Fine("C", "m3", 40, "EUR", new Credit("B", "m2", 40))
            )
        );

    [Fact]
    public void Digits_stay_exact() =>
        Assert.Equal(
            [0.10m, 0.25m],
            Amounts(Fine("A", "m1", 0.10m, "EUR"), Fine("B", "m2", 0.35m, "EUR", new Credit("A", "m1", 1)))
        );

    [Fact]
    public void Another_currency_neither_counts_nor_adds_up()
    {
        var payable = Offsetting.Payable([
            Fine("A", "m1", 100, "USD"),
            Fine("B", "m2", 100, "EUR", new Credit("A", "m1", 50)),
        ]);
        var totals = Offsetting.Totals(payable);
        Assert.Equal((100m, 100m, 2), (totals["USD"], totals["EUR"], totals.Count));
    }

    [Fact]
    public void Where_each_counts_all_of_the_other_the_even_share_is_meant()
    {
        var payable = Offsetting.Payable([
            Fine("A", "m1", 100, "EUR", new Credit("B", "m2", 100)),
            Fine("B", "m2", 100, "EUR", new Credit("A", "m1", 100)),
        ]);
        Assert.Equal([50m, 50m], payable.Select(p => p.Amount));
        Assert.Equal((0m, 100m), (payable[0].Least, payable[0].Most));
    }

    [Fact]
    public void Where_no_share_follows_from_the_offsets_none_is_named()
    {
        string[] names = ["A", "B", "C"];
        var payable = Offsetting.Payable([
            .. names.Select(n =>
                Fine(n, "m", 100, "EUR", [.. names.Where(o => o != n).Select(o => new Credit(o, "m", 100))])
            ),
        ]);
        Assert.All(payable, p => Assert.Equal((null, 0m, 100m), (p.Amount, p.Least, p.Most)));
        Assert.Null(Offsetting.Totals(payable)["EUR"]);
    }

    [Fact]
    public void Every_division_that_is_named_fulfils_the_offsets()
    {
        var random = new Random(20210810);
        for (var run = 0; run < 2000; run++)
        {
            ImposedFine[] fines =
            [
                .. Enumerable
                    .Range(0, random.Next(1, 6))
                    .Select(i =>
                        Fine(
                            $"A{i}",
                            "m",
                            random.Next(1, 500) / 4m,
                            "EUR",
                            [
                                .. Enumerable
                                    .Range(0, 6)
                                    .Where(j => j != i && random.Next(3) == 0)
                                    .Select(j => new Credit($"A{j}", "m", random.Next(1, 400) / 4m)),
                            ]
                        )
                    ),
            ];
            var payable = Offsetting.Payable(fines);
            var byName = payable.ToDictionary(p => p.Authority, p => p.Amount, StringComparer.Ordinal);
            foreach (var (fine, left) in fines.Zip(payable))
            {
                Assert.InRange(left.Most, left.Least, fine.Amount);
                if (left.Amount is { } amount)
                {
                    var counted = fine.Credits.Sum(c => Math.Min(c.UpTo, byName.GetValueOrDefault(c.Authority) ?? 0));
                    Assert.Equal(Math.Max(0, fine.Amount - counted), amount);
                }
                else
                {
                    Assert.Contains(payable, p => p.Least < p.Most);
                }
            }
        }
    }

    // The record of the settlement itself, where the data is at hand.
    private static decimal Settled2021()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", "06-matters", "joint_matters.json");
            if (File.Exists(file))
            {
                using var matters = JsonDocument.Parse(File.ReadAllText(file));
                return AmountIn(matters.RootElement)
                    ?? throw new InvalidOperationException("The settlement of 2021-08-10 is not in the data.");
            }
        }

        return 100_000_000;
    }

    private static decimal? AmountIn(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().Select(AmountIn).FirstOrDefault(a => a is not null),
            JsonValueKind.Object when IsSettlement(element) => decimal.Parse(
                element.GetProperty("amount").GetString()!,
                CultureInfo.InvariantCulture
            ),
            JsonValueKind.Object => element
                .EnumerateObject()
                .Select(p => AmountIn(p.Value))
                .FirstOrDefault(a => a is not null),
            _ => null,
        };

    private static bool IsSettlement(JsonElement element) =>
        element.TryGetProperty("date", out var date)
        && date.ValueEquals("2021-08-10")
        && element.TryGetProperty("measure", out var measure)
        && measure.ValueEquals("settlement")
        && element.TryGetProperty("amount", out _);

    private static ImposedFine Fine(
        string authority,
        string measure,
        decimal amount,
        string currency,
        params Credit[] credits
    ) => new(authority, measure, amount, currency, credits);

    private static IEnumerable<decimal?> Amounts(params ImposedFine[] fines) =>
        Offsetting.Payable(fines).Select(p => p.Amount);
}
