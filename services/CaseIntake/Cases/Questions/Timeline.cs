using CaseCoordination.CaseIntake.Cases.Domain;

namespace CaseCoordination.CaseIntake.Cases.Questions;

/// <summary>Events as lines of a timeline.</summary>
public static class Timeline
{
    public static TimelineEntry EntryOf(CaseEvent @event, long version, string name, string? actor)
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

    private static Line LineOf(CaseEvent @event) =>
        @event switch
        {
            CaseOpened e => new(e.At, e.By, Note: e.Title),
            CaseRevised e => new(e.At, e.By, Note: e.Title),
            SubjectAdded e => new(e.At, e.By, Detail: e.Kind, Note: e.Name),
            AllegationAdded e => new(e.At, e.By, Note: e.Text),
            ExhibitAdded e => new(e.At, e.By, Detail: e.Tlp, Note: e.Title),
            ExhibitStored e => new(e.At, e.By),
            CaseSuspended e => new(e.At, e.By, Note: e.Reason),
            CaseResumed e => new(e.At, e.By),
            CaseClosed e => new(e.At, e.By, Detail: e.Outcome, Note: e.Summary),
            CaseArchived e => new(e.At, e.By),
            CasePurged e => new(e.At, e.By),
            CaseFiled e => new(e.At, e.By, Note: e.Message),
            PartnerInvited e => new(e.At, e.By, e.Authority, e.Instrument, LetterId: e.LetterId),
            InvitationWithdrawn e => new(e.At, e.By, e.Authority),
            PartnerAcknowledged e => new(e.At, e.Authority, e.Authority),
            PartnerJoined e => new(e.At, e.Authority, e.Authority),
            PartnerDeclined e => new(e.At, e.Authority, e.Authority, e.Ground, e.Reason),
            PartnerLeft e => new(e.At, e.Authority, e.Authority, Note: e.Reason),
            PartnerClosed e => new(e.At, e.Authority, e.Authority, e.Outcome, e.Summary),
            LeadOffered e => new(e.At, e.By, e.To, LetterId: e.LetterId),
            LeadPassed e => new(e.At, e.To, e.To),
            LeadOfferRefused e => new(e.At, e.Partner, e.Partner, Note: e.Reason),
            InvitationReceived e => new(e.At, e.From, e.From, e.Basis.Outcome, e.Message, e.LetterId),
            InvitationAcknowledged e => new(e.At, e.By),
            InvestigationJoined e => new(e.At, e.By),
            InvitationDeclined e => new(e.At, e.By, Detail: e.Ground, Note: e.Reason),
            InvitationTakenBack e => new(e.At, e.By, e.By),
            InvestigationLeft e => new(e.At, e.By, Note: e.Reason),
            RosterReceived e => new(e.At, null, e.Lead, $"{e.Term}.{e.Sequence}"),
            LeadOfferReceived e => new(e.At, e.From, e.From, LetterId: e.LetterId),
            LeadTaken e => new(e.At, e.By),
            LeadDeclined e => new(e.At, e.By, Note: e.Reason),
            CaseStated e => new(e.At, e.By, Detail: e.State),
            LeadClosed e => new(e.At, e.Lead, e.Lead, e.Outcome, e.Summary),
            LetterWritten e => new(e.At, e.By, e.To, e.Kind, LetterId: e.LetterId),
            RosterNumbered e => new(e.At, null, Detail: $"{e.Term}.{e.Sequence}"),
            LetterTaken e => new(e.At, e.From, e.From, e.Kind, LetterId: e.LetterId),
            LetterSetAside e => new(e.At, null, e.From, e.Reason, LetterId: e.LetterId),
            LetterMoved e => new(e.At, null, e.To, e.State, e.Explanation ?? e.Reason, e.LetterId),
            ClockMoved e => new(e.At, null, Detail: e.Key),
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
