using System.Collections.Immutable;
using System.Diagnostics;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Requests.Domain;

/// <summary>
/// One authority's file of a request for assistance. It holds what each side did; where the request stands follows from that,
/// whatever the order in which it became known here.
/// </summary>
public sealed record Request : IEvolve<Request>
{
    public Guid Id { get; init; }

    /// <summary>Shared by the requests that one ask led to: several authorities, or several legal bases.</summary>
    public Guid AskId { get; init; }
    public string Authority { get; init; } = "";
    public Side Side { get; init; }

    /// <summary>The authority on the other side.</summary>
    public string Other { get; init; } = "";
    public string Reference { get; init; } = "";
    public string? TheirReference { get; init; }
    public Guid? CaseId { get; init; }
    public Part? Part { get; init; }
    public Content Content { get; init; } = Content.None;
    public Basis? Basis { get; init; }
    public ImmutableArray<string> Groups { get; init; } = [];
    public ImmutableArray<string> Members { get; init; } = [];
    public ImmutableArray<Consultation> Consultations { get; init; } = [];
    public Submission? Submission { get; init; }
    public Stop? Stop { get; init; }
    public Weighing? Weighing { get; init; }
    public Step? Confirmation { get; init; }
    public Step? Acknowledgement { get; init; }
    public Step? Acceptance { get; init; }
    public ImmutableArray<DueFact> Dues { get; init; } = [];
    public ImmutableArray<Clarification> Clarifications { get; init; } = [];
    public ImmutableArray<Answer> PartAnswers { get; init; } = [];
    public ImmutableArray<Answer> Answers { get; init; } = [];
    public ImmutableArray<Refused> Refusals { get; init; } = [];
    public ImmutableArray<FulfilledDuty> Duties { get; init; } = [];
    public ImmutableArray<Escalation> Escalations { get; init; } = [];
    public Step? Withdrawal { get; init; }
    public Step? Lapse { get; init; }
    public Closing? Closing { get; init; }
    public ImmutableArray<SentLetter> Letters { get; init; } = [];
    public ImmutableHashSet<Guid> Taken { get; init; } = [];

    /// <summary>By clock, the due time for which it has warned or failed; a due time that moved may do so again.</summary>
    public ImmutableDictionary<string, DateTimeOffset> Warned { get; init; } = ByClock;
    public ImmutableDictionary<string, DateTimeOffset> Failed { get; init; } = ByClock;
    public DateTimeOffset OpenedAt { get; init; }

    public string Asker => Side == Side.Asker ? Authority : Other;
    public string Asked => Side == Side.Asker ? Other : Authority;

    /// <summary>Counts how often the request was taken up; an escalation that is granted begins the next round.</summary>
    public int Round =>
        Answers
            .Select(a => a.Number)
            .Concat(Refusals.Select(r => r.Round))
            .Concat(Escalations.Select(e => e.IsGranted ? e.Round + 1 : e.Round))
            .Append(1)
            .Max();

    public Answer? Answer => Answers.FirstOrDefault(a => a.Number == Round);
    public Refused? Refusal => Refusals.FirstOrDefault(r => r.Round == Round);
    public Due? Due => Dues.Select(d => d.Due).OrderBy(d => d.Number).ThenBy(d => d.At).LastOrDefault();
    public Clarification? OpenClarification => IsUnderWay ? Clarifications.FirstOrDefault(c => c.IsOpen) : null;
    public Escalation? OpenEscalation =>
        IsUnderWay || Stage == RequestStage.Refused
            ? Escalations.FirstOrDefault(e => e.Result is null && e.Round == Round)
            : null;

    /// <summary>The letter that carries what is written later.</summary>
    public Guid? Tie => Submission?.LetterId ?? Consultations.LastOrDefault()?.LetterId;

    public RequestStage Stage =>
        Authority.Length == 0 ? RequestStage.Unknown
        : Closing is not null ? RequestStage.Closed
        : Withdrawal is not null ? RequestStage.Withdrawn
        : Lapse is not null ? RequestStage.Lapsed
        : Answer is not null ? RequestStage.Answered
        : Refusal is not null ? RequestStage.Refused
        : !PartAnswers.IsEmpty ? RequestStage.PartAnswered
        : Acceptance is not null || Round > 1 ? RequestStage.Accepted
        : Acknowledgement is not null ? RequestStage.Acknowledged
        : Submission is { } sent
            ? sent.DeliveredAt is null ? RequestStage.Submitted
                : RequestStage.Delivered
        : Consultations.IsEmpty ? RequestStage.Draft
        : RequestStage.Consultation;

    /// <summary>Submitted, and neither answered nor ended in any way.</summary>
    public bool IsUnderWay => Stage is >= RequestStage.Submitted and <= RequestStage.PartAnswered;

    public bool IsDraft => Stage is RequestStage.Draft or RequestStage.Consultation;

    private static ImmutableDictionary<string, DateTimeOffset> ByClock { get; } =
        ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    public Request Evolve(object @event) =>
        @event switch
        {
            RequestDrafted e => DraftFold.Draft(this, e),
            RequestRevised e => this with { Content = e.Content, Stop = null },
            RequestSplit e => this with
            {
                Part = e.Part,
                Content = Content with { Matters = e.Matters, Instrument = e.Part.Instrument },
            },
            AccessChanged e => this with { Groups = [.. e.Groups], Members = [.. e.Members] },
            ConsultationSent e => this with { Consultations = Consultations.Add(new(e.Number, e.LetterId, e.At)) },
            ConsultationReceived e => DraftFold.Consult(this, e),
            ConsultationAnswered e => DraftFold.Advise(this, e),
            RequestSubmitted e => DraftFold.Submit(this, e),
            RequestReceived e => DraftFold.Receive(this, e),
            AutomaticAnswerWeighed e => this with
            {
                Weighing = new(e.Rules, e.AnsweredBy, e.Records, e.Decision, e.At),
            },
            RequestConfirmed e => this with { Confirmation = new(e.LetterId, e.Statement, e.At) },
            RequestAcknowledged e => LifeFold.Date(this, e.Due, null) with
            {
                Acknowledgement = new(e.LetterId, "", e.At),
            },
            ClarificationAsked e => LifeFold.Ask(this, e),
            ClarificationGiven e => LifeFold.Give(this, e),
            RequestAccepted e => LifeFold.Date(this, e.Due, null) with { Acceptance = new(e.LetterId, e.Note, e.At) },
            RequestPartAnswered e => this with
            {
                PartAnswers = LifeFold.InOrder(PartAnswers.Add(new(e.Number, e.Text, e.Packages, e.LetterId, e.At))),
            },
            RequestAnswered e => LifeFold.Answer(this, e),
            DutyFulfilled e => this with { Duties = Duties.Add(new(e.Duty, e.Note, e.By, e.At)) },
            RequestRefused e => LifeFold.Refuse(this, e),
            DueExtended e => LifeFold.Date(this, e.Due, e.LetterId),
            RequestWithdrawn e => this with { Withdrawal = new(e.LetterId, e.Reason, e.At) },
            RequestLapsed e => this with { Lapse = new(e.LetterId, e.Cause, e.At) },
            RequestEscalated e => LifeFold.Escalate(this, e),
            EscalationDecided e => LifeFold.Decide(this, e),
            RequestClosed e => this with { Closing = new(e.Timeliness, e.Usefulness, e.Comment, e.LetterId, e.At) },
            LetterWritten e => this with
            {
                Letters = Letters.Add(new(e.LetterId, e.To, e.Kind, "written", null, e.At)),
            },
            LetterTaken e => this with { Taken = Taken.Add(e.LetterId) },
            LetterSetAside => this,
            LetterMoved e => LetterFold.Move(this, e),
            ClockWarned e => this with { Warned = Warned.SetItem(e.Key, e.DueAt) },
            ClockFailed e => this with { Failed = Failed.SetItem(e.Key, e.DueAt) },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a request."),
        };
}
