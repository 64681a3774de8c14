using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>Brings together what a plan is read and judged with: the law of the day, the registry, the settings.</summary>
public sealed class PlanReader(LawBookCache law, ActionSettings settings)
{
    /// <summary>The law of the day where this authority sits.</summary>
    public async Task<(LawBook Book, DateOnly Today)> BookAsync(ActionDesk desk, CancellationToken cancellation)
    {
        var authority = desk.Session.Authority;
        var calendars = await Calendars.LoadAsync(desk.Session, [authority], cancellation);
        var today = calendars.DayOf(authority, desk.NewTurn().Now);
        return (await law.BookAsync(today, cancellation), today);
    }

    /// <summary>The plan if its shape is right; everything wrong is noted otherwise.</summary>
    public async Task<Plan> ReadAsync(Shape shape, PlanBody? body, ActionDesk desk, CancellationToken cancellation)
    {
        var (book, _) = await BookAsync(desk, cancellation);
        return shape.Plan(
            body,
            new PlanFrame(
                desk.Session.Authority,
                code => book.Authority(code) is not null,
                settings.ShortestHold,
                desk.NewTurn().Now
            )
        );
    }
}
