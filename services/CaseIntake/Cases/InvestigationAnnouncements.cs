using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.Contracts.CaseIntake.V1;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.CaseIntake.Cases;

/// <summary>What a case tells the other services of its own authority: who leads, who is in, whether it runs, who may see it.</summary>
public static class InvestigationAnnouncements
{
    public static IEnumerable<Announcement> Announce(AnnouncedEvent announced)
    {
        var told = new InvestigationChanged
        {
            CaseId = announced.Stream,
            Authority = announced.Authority,
            Number = announced.Version,
            Change = "",
            At = default,
        };

        // A lane of its own: a service that is away must not hold the letters of the case.
        return ChangeOf(announced.Event, told) is { } change
            ? [new Announcement(change, announced.Authority) { Lane = "investigations" }]
            : [];
    }

    private static InvestigationChanged? ChangeOf(object @event, InvestigationChanged told) =>
        @event switch
        {
            CaseOpened e => Seen(told, "opened", e.Matter, e.Groups, e.Members, e.At) with { Lead = e.Authority },
            CaseRevised e => Seen(told, "revised", e.Matter, e.Groups, e.Members, e.At),
            CaseFiled e => told with { Change = "filed", At = e.At },
            InvitationReceived e => Seen(told, "invited", e.Matter, e.Groups, [], e.At) with { Lead = e.From },
            InvestigationJoined e => told with { Change = "joined", At = e.At },
            InvitationDeclined e => told with { Change = "left", At = e.At },
            InvitationTakenBack e => told with { Change = "left", At = e.At },
            InvestigationLeft e => told with { Change = "left", At = e.At },
            PartnerJoined e => told with { Change = "partner-joined", Partner = e.Authority, At = e.At },
            PartnerLeft e => told with { Change = "partner-left", Partner = e.Authority, At = e.At },
            PartnerClosed e => told with { Change = "partner-left", Partner = e.Authority, At = e.At },
            RosterReceived e => told with
            {
                Change = "roster",
                Lead = e.Lead,
                Members = e.Members,
                Pauses = e.Pauses,
                IsSuspended = e.IsSuspended,
                At = e.At,
            },
            LeadOfferReceived e => told with
            {
                Change = "roster",
                Lead = e.From,
                Members = e.Members,
                Pauses = e.Pauses,
                IsSuspended = false,
                At = e.At,
            },
            LeadPassed e => told with { Change = "lead-passed", Lead = e.To, At = e.At },
            LeadTaken e => told with { Change = "lead-taken", Lead = told.Authority, At = e.At },
            CaseSuspended e => told with { Change = "paused", Pauses = e.Number, IsSuspended = true, At = e.At },
            CaseResumed e => told with { Change = "paused", Pauses = e.Number, IsSuspended = false, At = e.At },
            CaseClosed e => told with { Change = "closed", At = e.At },
            CasePurged e => told with { Change = "purged", At = e.At },
            _ => null,
        };

    private static InvestigationChanged Seen(
        InvestigationChanged told,
        string change,
        Matter matter,
        string[] groups,
        string[] members,
        DateTimeOffset at
    ) =>
        told with
        {
            Change = change,
            Matter = matter.Code,
            Over = matter.Over,
            Groups = groups,
            MembersWithAccess = members,
            At = at,
        };
}
