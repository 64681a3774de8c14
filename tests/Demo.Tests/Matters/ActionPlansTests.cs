using System.Text.Json;
using System.Text.Json.Nodes;
using CaseCoordination.Demo.Matters;

namespace CaseCoordination.Demo.Tests.Matters;

/// <summary>The two actions are plans of the matter's own subjects, law and penalties.</summary>
public sealed class ActionPlansTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Matter Shipped = MatterFiles.Read(MatterFiles.Shipped).Matter!;
    private static readonly ActionParts Parts = new(
        "XA-SMA",
        "MSA-FMA",
        "MSB-KNA",
        "XB-DAC",
        Noon,
        Noon.AddSeconds(1),
        Noon.AddSeconds(6)
    );
    private static readonly ActionPlans Plans = new(Shipped, Shipped.Story.Together!, Parts);

    [Fact]
    public void The_two_penalties_count_on_each_other()
    {
        var fines = Measures(Plans.Settlement()).Where(m => Text(m, "kind") == "fine").ToList();

        Assert.Equal(["XA-SMA", "MSA-FMA"], fines.Select(f => Text(f, "authority")));
        Assert.All(
            fines,
            f =>
            {
                Assert.Equal(("100000000", "USD"), (Text(f["fine"]!, "amount"), Text(f["fine"]!, "currency")));
                var offset = Assert.Single(f["offsets"]!.AsArray())!;
                Assert.Equal("50000000", Text(offset, "upTo"));
                var other = fines.Single(x => Text(x, "id") == Text(offset, "measure"));
                Assert.NotSame(f, other);
                Assert.Equal(Text(other, "authority"), Text(offset, "authority"));
            }
        );
    }

    [Fact]
    public void Every_measure_is_aimed_at_a_target_and_titled_by_the_authority_that_takes_it()
    {
        foreach (var (plan, isTakedown) in new[] { (Plans.Settlement(), false), (Plans.Takedown(), true) })
        {
            var targets = Json(plan)["targets"]!.AsArray().Select(t => Text(t!, "id")).ToHashSet();
            Assert.All(Measures(plan), m => Assert.All(m["targets"]!.AsArray(), t => Assert.Contains($"{t}", targets)));
            foreach (var authority in new[] { Parts.Lead, Parts.Partner, Parts.Third })
            {
                Assert.Equal(
                    Measures(plan).Where(m => Text(m, "authority") == authority).Select(m => Text(m, "id")),
                    Plans.MeasuresOf(authority, isTakedown)
                );
            }
        }
    }

    [Fact]
    public void Only_the_settlement_asks_the_authority_that_declines()
    {
        Assert.Contains(Json(Plans.Settlement())["participants"]!.AsArray(), p => $"{p}" == Parts.Decliner);
        Assert.DoesNotContain(Json(Plans.Takedown())["participants"]!.AsArray(), p => $"{p}" == Parts.Decliner);
    }

    [Fact]
    public void Nothing_is_published_before_the_measures_are_out() =>
        Assert.True(
            Json(Plans.Settlement())["statement"]!["embargoUntil"]!.GetValue<DateTimeOffset>() > Parts.ReleaseAt
        );

    private static JsonNode Json(object plan) => JsonSerializer.SerializeToNode(plan, JsonSerializerOptions.Web)!;

    private static List<JsonNode> Measures(object plan) => [.. Json(plan)["measures"]!.AsArray().OfType<JsonNode>()];

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
