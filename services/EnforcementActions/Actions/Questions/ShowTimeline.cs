using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.EnforcementActions.Measures.Questions;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Actions.Questions;

/// <summary>Shows what happened to an action, oldest first, a page at a time.</summary>
internal static class ShowTimeline
{
    public static void Map(IEndpointRouteBuilder actions) =>
        actions
            .MapGet("/{id:guid}/timeline", HandleAsync)
            .RequireRoles(Roles.Staff)
            .WithSummary("Shows everything that happened to an action: when, who, what, and the letter concerned.")
            .Produces<Page<TimelineEntry>>()
            .ProducesProblem(404);

    /// <summary>An event as a line of the timeline.</summary>
    public static TimelineEntry EntryOf(ActionEvent @event, long version, string name, string? actor)
    {
        TimelineEntry Line(
            DateTimeOffset at,
            string? who,
            string? about = null,
            string? detail = null,
            string? note = null,
            Guid? letter = null
        ) => new(version, at, name, who ?? actor, about, detail, note, letter);

        return @event switch
        {
            ActionDrafted e => Line(e.At, e.By, note: e.Plan.Title),
            PlanRevised e => Line(e.At, e.By, detail: Number(e.Plan.Version), note: e.Plan.Title),
            ActionProposed e => Line(e.At, e.By, detail: Number(e.Version)),
            ProposalReceived e => Line(e.At, e.Lead, e.Lead, Number(e.Plan.Version), e.Plan.Title, e.LetterId),
            RevisionReceived e => Line(e.At, null, null, Number(e.Plan.Version), e.Plan.Title, e.LetterId),
            TitleRecorded e => Line(e.At, e.By, detail: e.Title.Measure, note: $"{e.Title.Number}, {e.Title.IssuedBy}"),
            ReadinessDeclared e => Line(e.At, e.By, detail: WordOf(e.Vote), note: e.Vote.Reason),
            ReadinessTold e => Line(e.At, e.Authority, e.Authority, WordOf(e.Vote), e.Vote.Reason, e.LetterId),
            OrderGiven e => Line(e.At, e.By, string.Join(", ", e.To), WordOf(e.Order), e.Order.Reason),
            OrderTaken e => Line(e.At, null, null, $"{WordOf(e.Order)} {Kebab.Of(e.Effect)}", e.Order.Reason),
            OrderAnswered e => Line(e.At, e.Authority, e.Authority, WordOf(e.Receipt), letter: e.LetterId),
            MeasuresWithheld e => Line(e.At, e.By, note: e.Reason),
            CutOffPassed e => Line(e.At, null, detail: Number(e.PlanVersion)),
            ActionReleased e => Line(e.At, e.By, detail: WordOf(e.Release)),
            ReleaseMissed e => Line(e.At, null, detail: Number(e.Number)),
            ReleaseTold e => Line(
                e.At,
                e.Authority,
                e.Authority,
                e.Release is { } r ? WordOf(r) : e.Unreleased,
                letter: e.LetterId
            ),
            BoardTold e => Line(e.At, null, detail: Number(e.Number)),
            BoardReceived e => Line(e.At, null, detail: Number(e.Number), letter: e.LetterId),
            ClockChecked e => Line(e.At, null, detail: e.Reading.Quality),
            ClockInferred e => Line(e.At, null, e.Authority, e.Reading.Quality, letter: e.LetterId),
            ActionConcluded e => Line(e.At, e.By, note: e.Summary),
            MeasureEvent e => MeasureTimeline.EntryOf(e, version, name, actor),
            ActionLetterWritten e => Line(e.At, e.By, e.To, e.Kind, letter: e.LetterId),
            ActionLetterTaken e => Line(e.At, e.From, e.From, e.SetAside ?? e.Kind, letter: e.LetterId),
            ActionLetterMoved e => Line(e.At, null, e.To, e.State, e.Explanation ?? e.Reason, e.LetterId),
            ActionClockWarned e => Line(e.At, null, e.On, e.Key),
            ActionClockFailed e => Line(e.At, null, e.On, e.Key),
            _ when TimelinePart.Of(@event) is { } p => Line(p.At, p.Who, p.About, p.Detail, p.Note, p.Letter),
            _ => throw new System.Diagnostics.UnreachableException($"{@event.GetType().Name} has no line."),
        };
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string WordOf(Vote vote) =>
        vote.Ground is { } ground ? $"{Kebab.Of(vote.Readiness)} {ground}" : Kebab.Of(vote.Readiness);

    private static string WordOf(Order order) => $"{Number(order.Number)} {Kebab.Of(order.Standing)}";

    private static string WordOf(Receipt receipt) =>
        $"{Number(receipt.Number)} {Kebab.Of(receipt.Standing)} {Kebab.Of(receipt.Effect)}";

    private static string WordOf(Release release) =>
        release.ByHand ? "by-hand"
        : release.IsLate ? "late"
        : "on-time";

    private static Task<IResult> HandleAsync(
        Guid id,
        AuthoritySession session,
        Caller caller,
        CancellationToken cancellation,
        string? cursor = null,
        int size = 100
    ) =>
        TimelinePages.AnswerAsync(
            session,
            id,
            cursor,
            size,
            async () => (await session.FindActionAsync(id, caller, cancellation))?.IsOutline,
            e => EntryOf((ActionEvent)e.Data, e.Version, e.EventTypeName, e.UserName),
            cancellation
        );
}
