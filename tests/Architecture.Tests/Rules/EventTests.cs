using System.Text.Json.Nodes;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.Architecture.Tests.Rules;

/// <summary>What is stored for ever keeps its name and shape.</summary>
public sealed class EventTests
{
    private const string Kind = "Events";

    [Fact]
    public void Every_event_has_a_stored_name() =>
        Assert.Empty(ServiceModel.All.SelectMany(s => s.Aggregates.All).SelectMany(Unnamed));

    [Fact]
    public void Every_event_has_a_stored_name_can_fail() => Assert.Equal(["Renamed"], Unnamed(FakeAggregate));

    [Fact]
    public void Stored_names_are_kebab_case_and_one_in_a_service()
    {
        foreach (var service in ServiceModel.All)
        {
            var names = service.Aggregates.All.SelectMany(a => a.Events.Values).ToList();
            Assert.All(names, name => Assert.Matches("^[a-z]+(-[a-z]+)*$", name));
            Assert.Distinct(names);
        }
    }

    [Fact]
    public void Every_event_is_a_flat_sealed_record() =>
        Assert.Empty(
            ServiceModel
                .All.SelectMany(s => s.Aggregates.All)
                .SelectMany(a => a.Events.Keys)
                .SelectMany(Records.Unevenness)
        );

    [Fact]
    public void Every_event_is_a_flat_sealed_record_can_fail() =>
        Assert.Equal(
            ["Renamed is no sealed record", "Renamed.Nested is a Counted"],
            Records.Unevenness(typeof(Fakes.Renamed))
        );

    [Fact]
    public void Every_services_events_are_as_approved() =>
        Assert.Empty(
            ServiceModel.All.Select(s => Approved.Difference(Kind, s.Name, Described(s.Aggregates))).OfType<string>()
        );

    [Fact]
    public void Events_that_were_changed_are_noticed()
    {
        var described = Described(ServiceModel.All[0].Aggregates);
        Assert.NotNull(
            Approved.Difference(
                Kind,
                ServiceModel.All[0].Name,
                described.Replace("letter-accepted", "letter-taken", StringComparison.Ordinal)
            )
        );
    }

    private static Aggregate FakeAggregate =>
        new AggregateBuilder<Fakes.Tally, Fakes.TallyEvent>().Event<Fakes.Counted>("counted").Build("tally");

    private static IEnumerable<string> Unnamed(Aggregate aggregate) =>
        aggregate
            .Event.Assembly.GetTypes()
            .Where(t => !t.IsAbstract && aggregate.Event.IsAssignableFrom(t) && !aggregate.Events.ContainsKey(t))
            .Select(t => t.Name);

    private static string Described(Aggregates aggregates) =>
        new JsonObject(
            aggregates
                .All.SelectMany(a => a.Events.Select(e => (Name: $"{a.Name}/{e.Value}", Type: e.Key)))
                .OrderBy(e => e.Name, StringComparer.Ordinal)
                .Select(e => KeyValuePair.Create(e.Name, JsonNode.Parse(Schemas.Of(e.Type))))
        ).ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
}
