using CaseCoordination.DataSharing.Requests.Domain;

namespace CaseCoordination.DataSharing.Requests.Questions;

/// <summary>Events as lines of a timeline.</summary>
public static class Timeline
{
    public static TimelineEntry EntryOf(RequestEvent @event, long version, string name, string? actor)
    {
        var line = LineOf(@event);
        return new TimelineEntry(
            version,
            line.At,
            name,
            line.Who ?? actor,
            line.About,
            line.Detail,
            line.Note,
            line.LetterId
        );
    }

    private static Line LineOf(RequestEvent @event) =>
        @event switch
        {
            RequestDrafted e => new(e.At, e.By, e.To, Note: e.Content.Title),
            RequestRevised e => new(e.At, e.By, Note: e.Content.Title),
            RequestSplit e => new(e.At, e.By, Detail: e.Part.Instrument),
            AccessChanged e => new(e.At, e.By),
            ConsultationSent e => new(e.At, e.By, LetterId: e.LetterId),
            ConsultationReceived e => new(e.At, e.From, e.From, e.Basis.Outcome, e.Content.Title, e.LetterId),
            ConsultationAnswered e => new(e.At, e.By, Detail: e.Advice, Note: e.Comment, LetterId: e.LetterId),
            RequestSubmitted e => new(e.At, e.By, LetterId: e.LetterId),
            RequestReceived e => new(e.At, e.From, e.From, e.Basis.Outcome, e.Content.Title, e.LetterId),
            AutomaticAnswerWeighed e => new(
                e.At,
                null,
                Detail: e.AnsweredBy is null ? "person" : "rule",
                Note: string.Join(", ", e.Rules.SelectMany(r => r.Reasons).Distinct(StringComparer.Ordinal))
            ),
            RequestConfirmed e => new(e.At, e.By, Note: e.Statement, LetterId: e.LetterId),
            RequestAcknowledged e => new(e.At, e.By, LetterId: e.LetterId),
            ClarificationAsked e => new(e.At, e.By, Note: e.Question, LetterId: e.LetterId),
            ClarificationGiven e => new(e.At, e.By, Note: e.Reply, LetterId: e.LetterId),
            RequestAccepted e => new(e.At, e.By, Note: e.Note, LetterId: e.LetterId),
            RequestPartAnswered e => new(e.At, e.By, Note: e.Text, LetterId: e.LetterId),
            RequestAnswered e => new(e.At, e.By, Note: e.Text, LetterId: e.LetterId),
            DutyFulfilled e => new(e.At, e.By, Detail: e.Duty, Note: e.Note),
            RequestRefused e => new(e.At, e.By, Detail: e.Ground, Note: e.Reason, LetterId: e.LetterId),
            DueExtended e => new(e.At, e.By, Note: e.Reason, LetterId: e.LetterId),
            RequestWithdrawn e => new(e.At, e.By, Note: e.Reason, LetterId: e.LetterId),
            RequestLapsed e => new(e.At, e.By, Detail: e.Cause, LetterId: e.LetterId),
            RequestEscalated e => new(e.At, e.By, Detail: e.Level, Note: e.Reason, LetterId: e.LetterId),
            EscalationDecided e => new(e.At, e.By, Detail: e.Result, Note: e.Statement, LetterId: e.LetterId),
            RequestClosed e => new(e.At, e.By, Note: e.Comment, LetterId: e.LetterId),
            LetterWritten e => new(e.At, e.By, e.To, e.Kind, LetterId: e.LetterId),
            LetterTaken e => new(e.At, e.From, e.From, e.Kind, LetterId: e.LetterId),
            LetterSetAside e => new(e.At, null, e.From, e.Reason, LetterId: e.LetterId),
            LetterMoved e => new(e.At, null, e.To, e.State, e.Explanation ?? e.Reason, e.LetterId),
            ClockWarned e => new(e.At, null, e.On, e.Key),
            ClockFailed e => new(e.At, null, e.On, e.Key),
            _ => throw new System.Diagnostics.UnreachableException($"{@event.GetType().Name} has no line."),
        };

    private sealed record Line(
        DateTimeOffset At,
        string? Who,
        string? About = null,
        string? Detail = null,
        string? Note = null,
        Guid? LetterId = null
    );
}
