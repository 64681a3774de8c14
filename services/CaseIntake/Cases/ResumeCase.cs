using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>The lead resumes the joint investigation; every clock goes on with the working days that were left.</summary>
public static class ResumeCase
{
    public static Decision<CaseEvent> Decide(Case current, Turn turn, Calendars calendars)
    {
        if (Refusals.OfLead(current) is { } refusal)
        {
            return refusal;
        }

        if (current.Stage != CaseStage.Suspended)
        {
            return new NoChange();
        }

        var notice = new ResumptionLetter { Term = current.Term, Number = current.PauseNumber + 1 };
        return Resume(current, notice.Number, turn.By, turn.Now, calendars)
            .Concat(current.Joined.Select(to => Outbound.Write(current, to, LetterKinds.Resumption, notice, turn)))
            .ToArray();
    }

    /// <summary>The resumption and the clocks' new times.</summary>
    public static IEnumerable<CaseEvent> Resume(
        Case current,
        int number,
        string by,
        DateTimeOffset now,
        Calendars calendars
    )
    {
        yield return new CaseResumed(number, by, now);
        var paused = current.SuspendedAt ?? now;
        foreach (var clock in current.Clocks.Values)
        {
            yield return new ClockMoved(
                clock.Key,
                calendars.Resume(clock.On, clock.WarnAt, paused, now),
                calendars.Resume(clock.On, clock.FailAt, paused, now),
                now
            );
        }
    }

    internal static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id:guid}/resumption", HandleAsync)
            .RequireRoles(Roles.Officer)
            .WithSummary("Resumes the joint investigation.")
            .Produces<CommandResult>();

    private static Task<IResult> HandleAsync(Guid id, CaseDesk desk, CancellationToken cancellation) =>
        desk.DecideAsync(id, Decide, cancellation);
}
