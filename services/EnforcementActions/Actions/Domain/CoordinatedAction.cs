using System.Collections.Immutable;
using System.Diagnostics;
using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;
using CaseCoordination.EnforcementActions.Disputes.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.EnforcementActions.Statements.Domain;

namespace CaseCoordination.EnforcementActions.Actions.Domain;

/// <summary>
/// One authority's file of a coordinated action. Whether its measures go out is decided on this stream alone: votes, holds,
/// orders, aborts and T-0 are events of one stream, so that no two of them can be true against each other.
/// </summary>
public sealed record CoordinatedAction : IEvolve<CoordinatedAction>
{
    public Guid Id { get; init; }
    public string Authority { get; init; } = "";
    public string Lead { get; init; } = "";
    public string Reference { get; init; } = "";
    public string? TheirReference { get; init; }
    public Guid CaseId { get; init; }
    public Plan Plan { get; init; } = Plan.None;

    /// <summary>The version that was proposed last; 0 for a draft.</summary>
    public int Proposed { get; init; }
    public DateTimeOffset ProposedAt { get; init; }
    public Basis? Basis { get; init; }
    public ImmutableArray<string> Groups { get; init; } = [];
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>The people who prepared the plan and its titles; none of them approves.</summary>
    public ImmutableSortedSet<string> Preparers { get; init; } = Words;

    /// <summary>Titles recorded so far, by the measure's name.</summary>
    public ImmutableSortedDictionary<string, Title> Titles { get; init; } = Ordinal<Title>();

    /// <summary>Everybody who takes part, this authority among them.</summary>
    public ImmutableSortedDictionary<string, Stand> Stands { get; init; } = Ordinal<Stand>();

    /// <summary>The last order: as given, at the lead; as received, at a participant.</summary>
    public Order? Order { get; init; }

    /// <summary>The order by which this authority acts at T-0; null when nothing will happen here.</summary>
    public int? Held { get; init; }
    public string? Withheld { get; init; }
    public Release? Release { get; init; }
    public bool IsMissed { get; init; }

    /// <summary>The version whose cut-off has passed.</summary>
    public int CutOffVersion { get; init; }
    public int BoardNumber { get; init; }
    public ClockReading? Clock { get; init; }

    /// <summary>The order that was held when the clock was last looked at for the file's sake.</summary>
    public int? ClockCheckedFor { get; init; }
    public string? Concluded { get; init; }
    public StatementFile Statement { get; init; } = StatementFile.None;
    public DeconflictionFile Deconfliction { get; init; } = DeconflictionFile.None;
    public ImmutableArray<DisputeFile> Disputes { get; init; } = [];

    /// <summary>Own measures from their release on, by their name within the plan.</summary>
    public ImmutableSortedDictionary<string, MeasureFile> Measures { get; init; } = Ordinal<MeasureFile>();

    /// <summary>The last number told of each participant's measure; at the lead alone.</summary>
    public ImmutableSortedDictionary<string, int> OutcomeNumbers { get; init; } = Ordinal<int>();

    /// <summary>With each authority, the letter that carries what is written later.</summary>
    public ImmutableSortedDictionary<string, Guid> Between { get; init; } = Ordinal<Guid>();
    public ImmutableArray<SentLetter> Letters { get; init; } = [];
    public ImmutableHashSet<Guid> Taken { get; init; } = [];

    /// <summary>Clocks that have warned or failed already, by key and stage.</summary>
    public ImmutableSortedSet<string> Passed { get; init; } = Words;
    public DateTimeOffset OpenedAt { get; init; }

    public bool IsLead => Lead == Authority;
    public Stand Own => Stands.GetValueOrDefault(Authority) ?? new Stand(Authority);
    public Readiness OwnReadiness => Own.For(Plan);
    public Vote? OwnVote => Own.Vote;

    /// <summary>Everybody but this authority who was told of the plan.</summary>
    public IEnumerable<string> Others => Stands.Keys.Where(code => code != Authority);

    public ActionStage Stage =>
        Authority.Length == 0 ? ActionStage.Unknown
        : Concluded is not null ? ActionStage.Concluded
        : Release is not null ? ActionStage.Released
        : Order?.Standing == Standing.Aborted && Held is null ? ActionStage.Aborted
        : Withheld is not null ? ActionStage.Withheld
        : IsMissed ? ActionStage.Missed
        : Held is not null || IsArmedForOthers ? ActionStage.Armed
        : Order?.Standing == Standing.Standstill ? ActionStage.Standstill
        : Proposed == 0 ? ActionStage.Draft
        : CutOffVersion == Plan.Version ? ActionStage.Lapsed
        : ActionStage.Proposed;

    /// <summary>
    /// Whether the cut-off is over by this authority's clock. What the file says of it counts for more than a clock reading, which
    /// may be older than the last event.
    /// </summary>
    public bool IsPastCutOff(DateTimeOffset now) =>
        now >= Plan.Schedule.CutOff || CutOffVersion == Plan.Version || Withheld is not null || IsMissed;

    /// <summary>True when T-0 will release this authority's measures unless something stops it before.</summary>
    public bool WillRelease =>
        Held is not null
        && Release is null
        && Withheld is null
        && !IsMissed
        && Order?.PlanVersion == Plan.Version
        && OwnReadiness == Readiness.Ready;

    // A lead that does not act itself still leads what is armed.
    private bool IsArmedForOthers =>
        IsLead && Order is { Standing: Standing.Armed } order && order.PlanVersion == Plan.Version;

    private const string InquiryLetter = "action.deconfliction";

    private static ImmutableSortedSet<string> Words { get; } =
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public CoordinatedAction Evolve(object @event) =>
        @event switch
        {
            ActionDrafted e => PlanFold.Draft(this, e),
            PlanRevised e => PlanFold.Revise(this, e),
            ActionProposed e => PlanFold.Propose(this, e),
            ProposalReceived e => PlanFold.Receive(this, e),
            RevisionReceived e => PlanFold.Receive(this, e),
            TitleRecorded e => this with
            {
                Titles = Titles.SetItem(e.Title.Measure, e.Title),
                Preparers = Preparers.Add(e.By),
            },
            ReadinessDeclared e => OrderFold.Declare(this, e),
            ReadinessTold e => Update(e.Authority, s => s with { Vote = e.Vote }),
            OrderGiven e => OrderFold.Give(this, e),
            OrderTaken e => OrderFold.Take(this, e),
            OrderAnswered e => Update(e.Authority, s => s with { Receipt = e.Receipt }),
            MeasuresWithheld e => OrderFold.Withhold(this, e),
            CutOffPassed e => this with { CutOffVersion = e.PlanVersion },
            ActionReleased e => MeasureFold.Begin(OrderFold.Release(this, e), e),
            MeasureEvent e => MeasureFold.Evolve(this, e),
            ReleaseMissed => Update(Authority, s => s with { Unreleased = Unreleased.Missed }) with { IsMissed = true },
            ReleaseTold e => Update(e.Authority, s => s with { Release = e.Release, Unreleased = e.Unreleased }),
            BoardTold e => this with { BoardNumber = e.Number },
            BoardReceived e => OrderFold.Read(this, e),
            ClockChecked e => this with { Clock = e.Reading, ClockCheckedFor = Held },
            ClockInferred e => Update(e.Authority, s => s with { ClockByLetters = e.Reading }),
            ActionConcluded e => this with { Concluded = e.Summary },
            StatementEvent e => this with { Statement = Statement.After(Authority, e) },
            DisputeEvent e => this with { Disputes = DisputeFold.After(Disputes, e) },
            InquiryLetterWritten e => this with
            {
                Letters = Letters.Add(new(e.LetterId, e.To, InquiryLetter, LetterSteps.Written, null, e.At)),
            },
            DeconflictionEvent e => this with { Deconfliction = Deconfliction.After(e) },
            ActionLetterWritten e => this with
            {
                Letters = Letters.Add(new(e.LetterId, e.To, e.Kind, LetterSteps.Written, null, e.At)),
                Between = e.Ask is null ? Between : Between.SetItem(e.To, e.LetterId),
            },
            ActionLetterTaken e => this with { Taken = Taken.Add(e.LetterId) },
            ActionLetterMoved e => this with
            {
                Letters =
                [
                    .. Letters.Select(l =>
                        l.Id == e.LetterId ? l with { State = e.State, Reason = e.Reason, At = e.At } : l
                    ),
                ],
            },
            ActionClockWarned e => this with { Passed = Passed.Add($"{e.Key}/warn") },
            ActionClockFailed e => this with { Passed = Passed.Add($"{e.Key}/fail") },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not an event of a coordinated action."),
        };

    /// <summary>The file with one participant's stand changed; a participant that is not known yet comes in by it.</summary>
    public CoordinatedAction Update(string authority, Func<Stand, Stand> change) =>
        this with
        {
            Stands = Stands.SetItem(authority, change(Stands.GetValueOrDefault(authority) ?? new Stand(authority))),
        };

    private static ImmutableSortedDictionary<string, T> Ordinal<T>() =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}

/// <summary>Where an action stands in one authority's file.</summary>
public enum ActionStage
{
    Unknown,
    Draft,
    Proposed,
    Armed,
    Standstill,
    Aborted,

    /// <summary>The cut-off passed before the action was armed here.</summary>
    Lapsed,

    /// <summary>This authority stopped its own measures after the cut-off.</summary>
    Withheld,

    /// <summary>The order was held, but T-0 and its window passed while this authority could not act.</summary>
    Missed,
    Released,
    Concluded,
}

/// <summary>Why measures did not go out although the order was held.</summary>
public static class Unreleased
{
    public const string Missed = "missed";
    public const string Withheld = "withheld";
}
