using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Tests.Api;
using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.EnforcementActions.Tests.Measures;

/// <summary>The service with a venue that one authority has a connection to, and another connection that nobody answers.</summary>
public sealed class MeasuresFixture : EnforcementFixture
{
    public const string Authority = "XA-SMA";
    public const string Group = "markets";

    public MeasuresFixture() => Venue = new Venue(Clock);

    internal Venue Venue { get; }

    internal HttpClient Approver => As(Authority, "xa-approver", [Roles.Approver], [Group]);

    /// <summary>An action of one authority alone whose freeze has just gone out.</summary>
    /// <param name="connector">Carries it out; null for a person.</param>
    /// <param name="before">Done while the measure is still held.</param>
    internal async Task<Guid> ReleaseAsync(string? connector, Func<CoordinatedAction, Task>? before = null)
    {
        var now = Clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var plan = PlanAt(now);
        var vote = new Vote(
            1,
            Readiness.Ready,
            plan.FingerprintFor(Authority),
            [],
            null,
            null,
            [],
            null,
            now.AddHours(-2)
        );
        var order = new Order(1, Standing.Armed, 1, null, now.AddHours(-2));
        await AppendAsync(
            id,
            [
                new ActionDrafted(id, Authority, "XA-ACT-2026-0001", id, plan, [Group], [], "p", now.AddDays(-1)),
                new ActionProposed(1, "q", now.AddDays(-1)),
                new TitleRecorded(
                    new Title("m1", "XA/F/1", "District Court", "2026-02-27", 30, connector),
                    "p",
                    now.AddDays(-1)
                ),
                new ReadinessDeclared(vote, "q", now.AddHours(-2)),
                new OrderGiven(order, [Authority], "q", now.AddHours(-2)),
                new OrderTaken(order, OrderEffect.Held, now.AddHours(-2)),
            ]
        );
        await using var session = Open();
        if (before is not null)
        {
            await before((await session.LoadAsync<CoordinatedAction>(id, CancellationToken.None)).State);
        }

        await session.DecideAsync<CoordinatedAction, ActionEvent>(
            id,
            file => PassActionClock.Decide(file, new(id, "release.1", DeadlineStage.Fail, now), Clock.GetUtcNow()),
            CancellationToken.None
        );
        return id;
    }

    internal async Task<CoordinatedAction> LoadAsync(Guid id)
    {
        await using var session = Open();
        return (await session.LoadAsync<CoordinatedAction>(id, CancellationToken.None)).State;
    }

    internal Task<CoordinatedAction> WaitAsync(Guid id, Func<CoordinatedAction, bool> isSo, string what) =>
        Eventually.GetAsync(() => LoadAsync(id), isSo, what);

    internal AuthoritySession Open() => Services.GetRequiredService<AuthoritySessions>().Open(Authority, "tests");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Venue.DisposeAsync();
    }

    protected override void Configure(IDictionary<string, string?> settings)
    {
        base.Configure(settings);
        settings["Measures:AllowLoopback"] = "true";
        settings["Measures:RetryAfter:0"] = "00:00:00.2";
        settings[$"Connectors:{Authority}:venue:Url"] = Venue.Url;
        settings[$"Connectors:{Authority}:venue:Secret"] = Convert.ToBase64String(Venue.Secret);
        settings[$"Connectors:{Authority}:nobody:Url"] = "http://127.0.0.1:1/none";
        settings[$"Connectors:{Authority}:nobody:Secret"] = Convert.ToBase64String(new byte[32]);
    }

    private async Task AppendAsync(Guid id, ActionEvent[] events)
    {
        await using var session = Open();
        await session.DecideAsync<CoordinatedAction, ActionEvent>(id, _ => events, CancellationToken.None);
    }

    private static Plan PlanAt(DateTimeOffset now) =>
        new(
            1,
            "Delta",
            "Stop the manipulation.",
            new Matter("manipulation", "derivatives", "yes"),
            null,
            null,
            null,
            [],
            [],
            [new("t1", "entity", "Delta Derivatives Exchange", [new("lei", "529900T8BM49AURSDO55")])],
            [new("m1", Authority, MeasureKinds.Freeze, ["t1"], "court order", "XA", null, [])],
            [new(Authority, false, [])],
            new DecisionRule(DecisionRule.Consensus, 0, []),
            new Schedule(now.AddHours(-2), now.AddHours(-1), now, 3600),
            null,
            "TLP:AMBER"
        );
}
