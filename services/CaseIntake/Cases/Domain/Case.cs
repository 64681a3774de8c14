using System.Collections.Immutable;
using System.Diagnostics;
using CaseCoordination.Decider;

namespace CaseCoordination.CaseIntake.Cases.Domain;

/// <summary>One authority's file on a matter, as its rules need it.</summary>
public sealed record Case : IEvolve<Case>
{
    public Guid Id { get; init; }
    public string Authority { get; init; } = "";
    public CaseStage Stage { get; init; }
    public CaseRole Role { get; init; }
    public string Lead { get; init; } = "";
    public string Reference { get; init; } = "";
    public string Title { get; init; } = "";
    public Matter Matter { get; init; } = Matter.None;
    public ImmutableArray<string> Groups { get; init; } = [];
    public ImmutableArray<string> Members { get; init; } = [];
    public ImmutableArray<Subject> Subjects { get; init; } = [];
    public ImmutableArray<Allegation> Allegations { get; init; } = [];
    public ImmutableArray<Exhibit> Exhibits { get; init; } = [];
    public ImmutableSortedDictionary<string, Partner> Partners { get; init; } = Ordinal<Partner>();
    public ImmutableSortedDictionary<string, Clock> Clocks { get; init; } = Ordinal<Clock>();

    /// <summary>With each authority, the letter that carries what is written later.</summary>
    public ImmutableSortedDictionary<string, Guid> Between { get; init; } = Ordinal<Guid>();
    public ImmutableArray<SentLetter> Letters { get; init; } = [];
    public ImmutableHashSet<Guid> Taken { get; init; } = [];
    public Ask? Ask { get; init; }
    public string Message { get; init; } = "";
    public string Tlp { get; init; } = "";
    public Invitation? Invitation { get; init; }
    public LeadOffer? Offer { get; init; }

    /// <summary>Counts the leads so far; with <see cref="Sequence"/> it orders rosters.</summary>
    public int Term { get; init; }
    public int Sequence { get; init; }

    /// <summary>Whom this authority took the lead from, and when.</summary>
    public string? LeadBefore { get; init; }
    public DateTimeOffset? LeadSince { get; init; }

    /// <summary>Counts suspensions and resumptions, so that an overtaken notice changes nothing.</summary>
    public int PauseNumber { get; init; }
    public DateTimeOffset? SuspendedAt { get; init; }
    public Closing? Closing { get; init; }
    public Closing? LeadClosing { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? FiledAt { get; init; }
    public DateTimeOffset? RetainUntil { get; init; }

    public bool IsLead => Role == CaseRole.Lead;
    public bool IsUnderWay => Stage is CaseStage.Open or CaseStage.Suspended;
    public bool IsEditable =>
        Stage is not (CaseStage.Unknown or CaseStage.Closed or CaseStage.Archived or CaseStage.Purged);
    public IEnumerable<string> Joined => Partners.Values.Where(p => p.IsJoined).Select(p => p.Authority);

    public Case Evolve(object @event) =>
        @event switch
        {
            CaseOpened e => FileFold.Open(this, e),
            CaseRevised e => FileFold.Revise(this, e),
            SubjectAdded e => this with { Subjects = Subjects.Add(new(e.SubjectId, e.Kind, e.Name, e.Identifiers)) },
            AllegationAdded e => this with { Allegations = Allegations.Add(new(e.AllegationId, e.Text, e.Provisions)) },
            ExhibitAdded e => FileFold.Add(this, e),
            ExhibitStored e => FileFold.Store(this, e),
            CaseSuspended e => this with { Stage = CaseStage.Suspended, PauseNumber = e.Number, SuspendedAt = e.At },
            CaseResumed e => this with { Stage = CaseStage.Open, PauseNumber = e.Number, SuspendedAt = null },
            CaseClosed e => FileFold.Close(this, e),
            CaseArchived e => this with { Stage = CaseStage.Archived, RetainUntil = e.RetainUntil },
            CasePurged => FileFold.Purge(this),
            CaseFiled e => LeadFold.File(this, e),
            PartnerInvited e => LeadFold.Invite(this, e),
            InvitationWithdrawn e => LeadFold.Turn(this, e.Authority, p => p.Turn(PartnerState.Withdrawn, e.At)),
            PartnerAcknowledged e => LeadFold.Acknowledge(this, e),
            PartnerJoined e => LeadFold.Turn(this, e.Authority, p => p.Turn(PartnerState.Joined, e.At)),
            PartnerDeclined e => LeadFold.Turn(
                this,
                e.Authority,
                p => p.Turn(PartnerState.Declined, e.At, e.Reason) with { Ground = e.Ground }
            ),
            PartnerLeft e => LeadFold.Turn(this, e.Authority, p => p.Turn(PartnerState.Left, e.At, e.Reason)),
            PartnerClosed e => LeadFold.Turn(
                this,
                e.Authority,
                p => p.Turn(PartnerState.Closed, e.At, e.Summary) with { Outcome = e.Outcome }
            ),
            LeadOffered e => LeadFold.Offer(this, e),
            LeadPassed e => LeadFold.Pass(this, e),
            LeadOfferRefused => LeadFold.ClearOffer(this),
            InvitationReceived e => PartnerFold.Receive(this, e),
            InvitationAcknowledged => PartnerFold.Answer(this, CaseStage.Acknowledged),
            InvestigationJoined => PartnerFold.Answer(this, CaseStage.Open),
            InvitationDeclined => PartnerFold.Answer(this, CaseStage.Declined),
            InvitationTakenBack => PartnerFold.Answer(this, CaseStage.Withdrawn),
            InvestigationLeft => PartnerFold.Answer(this, CaseStage.Left),
            RosterReceived e => PartnerFold.Read(this, e),
            LeadOfferReceived e => PartnerFold.Receive(this, e),
            LeadTaken e => PartnerFold.Lead(this, e),
            LeadDeclined => LeadFold.ClearOffer(this),
            LeadClosed e => LeadFold.ClearOffer(this) with { LeadClosing = new(e.Outcome, e.Summary, e.At) },
            LetterWritten e => LetterFold.Write(this, e),
            RosterNumbered e => this with { Term = e.Term, Sequence = e.Sequence },
            LetterTaken e => LetterFold.Take(this, e),
            LetterSetAside or CaseStated => this,
            LetterMoved e => LetterFold.Move(this, e),
            ClockMoved e => LetterFold.Clock(this, e.Key, c => c with { WarnAt = e.WarnAt, FailAt = e.FailAt }),
            ClockWarned e => LetterFold.Clock(this, e.Key, c => c with { HasWarned = true }),
            ClockFailed e => LetterFold.Fail(this, e),
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a case."),
        };

    private static ImmutableSortedDictionary<string, T> Ordinal<T>() =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
