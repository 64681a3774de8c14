using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CaseCoordination.EnforcementActions.Actions.Domain;

/// <summary>What several authorities mean to do together, in one version.</summary>
/// <param name="Version">Counts proposals and their revisions from 1.</param>
/// <param name="Kind">widespread or union-dimension where the instrument tells them apart; absent otherwise.</param>
/// <param name="AlertOn">ISO day of the alert against which earlier proceedings are judged.</param>
/// <param name="Assistance">Codes of the treaty vocabulary that the proposal asks for.</param>
public sealed record Plan(
    int Version,
    string Title,
    string Purpose,
    Matter Matter,
    string? Instrument,
    string? Kind,
    string? AlertOn,
    string[] Assistance,
    string[] Missing,
    Target[] Targets,
    PlannedMeasure[] Measures,
    Participant[] Participants,
    DecisionRule Rule,
    Schedule Schedule,
    PlannedStatement? Statement,
    string Tlp
)
{
    public static Plan None { get; } =
        new(
            0,
            "",
            "",
            Matter.None,
            null,
            null,
            null,
            [],
            [],
            [],
            [],
            [],
            new DecisionRule("", 0, []),
            Schedule.None,
            null,
            ""
        );

    public PlannedMeasure[] MeasuresOf(string authority) => [.. Measures.Where(m => m.Authority == authority)];

    public bool Names(string authority) => Participants.Any(p => p.Authority == authority);

    /// <summary>
    /// What an authority's readiness is about: its own measures with their targets, the rule and the times. A revision that
    /// leaves this alone leaves the authority's vote alone, on every side in the same way.
    /// </summary>
    public string FingerprintFor(string authority) =>
        Fingerprints.GetOrCreateValue(this).GetOrAdd(authority, FingerprintAnew);

    // A plan never changes, and every decision asks for the same few fingerprints again and again.
    private static readonly ConditionalWeakTable<Plan, ConcurrentDictionary<string, string>> Fingerprints = [];

    private string FingerprintAnew(string authority)
    {
        var own = MeasuresOf(authority);
        var named = own.SelectMany(m => m.Targets).ToHashSet(StringComparer.Ordinal);
        var text = JsonSerializer.Serialize(
            new
            {
                Schedule = Schedule.ToUtc(),
                Rule,
                Measures = own,
                Targets = Targets.Where(t => named.Contains(t.Id)),
            }
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>Whom or what measures are aimed at.</summary>
/// <param name="Id">Name within the plan, such as <c>t1</c>.</param>
/// <param name="Kind">person, entity, venue, wallet or account.</param>
public sealed record Target(string Id, string Kind, string Name, SubjectIdentifier[] Identifiers);

/// <summary>One authority's part.</summary>
/// <param name="Id">Name within the plan, such as <c>m1</c>.</param>
/// <param name="Kind">One of <see cref="MeasureKinds"/>.</param>
/// <param name="TitleNeeded">Which legal title it needs.</param>
/// <param name="Place">Where it takes effect: a jurisdiction, a venue's MIC or an address.</param>
/// <param name="Fine">The amount, for a fine.</param>
/// <param name="Offsets">Fines of others against which payments count, for a fine.</param>
public sealed record PlannedMeasure(
    string Id,
    string Authority,
    string Kind,
    string[] Targets,
    string TitleNeeded,
    string? Place,
    Money? Fine,
    Offset[] Offsets
);

/// <summary>An amount with its ISO 4217 currency; a decimal string, so that no digit is lost on the way.</summary>
public sealed record Money(string Amount, string Currency);

/// <summary>What is paid on another authority's fine counts on this one, up to an amount of the same currency.</summary>
public sealed record Offset(string Authority, string Measure, string UpTo);

/// <summary>What a measure can be.</summary>
public static class MeasureKinds
{
    public const string Freeze = "freeze";
    public const string TradingSuspension = "trading-suspension";
    public const string LicenceSuspension = "licence-suspension";
    public const string LicenceWithdrawal = "licence-withdrawal";
    public const string CeaseOrder = "cease-order";
    public const string Fine = "fine";
    public const string Warning = "warning";
    public const string Takedown = "takedown";

    public static IReadOnlyList<string> All { get; } =
    [Freeze, TradingSuspension, LicenceSuspension, LicenceWithdrawal, CeaseOrder, Fine, Warning, Takedown];

    /// <summary>The word of the treaty vocabulary for taking such a measure together.</summary>
    public static string InLaw(string kind) =>
        kind switch
        {
            Freeze => "freeze.assets",
            Fine => "fines.impose",
            CeaseOrder => "cease.practice",
            Takedown => "interface.takedown",
            _ => "interim.measures",
        };
}

/// <summary>An authority that takes part.</summary>
/// <param name="MustJoin">The instrument says that it shall join.</param>
/// <param name="Citations">The articles that say so.</param>
public sealed record Participant(string Authority, bool MustJoin, string[] Citations);

/// <summary>When enough are ready: all who have not declined on a permitted ground, or a number of them with all essentials.</summary>
/// <param name="Kind">consensus or quorum.</param>
/// <param name="Quorum">How many have to be ready; 0 for consensus.</param>
/// <param name="Essentials">Authorities without which it does not go ahead.</param>
public sealed record DecisionRule(string Kind, int Quorum, string[] Essentials)
{
    public const string Consensus = "consensus";
    public const string ByQuorum = "quorum";

    /// <summary>True when readiness of everybody fulfils the rule: nobody holds, and enough are ready.</summary>
    public bool IsMet(IReadOnlyCollection<(string Authority, Readiness Readiness)> stands)
    {
        var ready = stands
            .Where(s => s.Readiness == Readiness.Ready)
            .Select(s => s.Authority)
            .ToHashSet(StringComparer.Ordinal);
        return ready.Count > 0
            && stands.All(s => s.Readiness != Readiness.Hold)
            && Essentials.All(ready.Contains)
            && (Kind == ByQuorum ? ready.Count >= Quorum : stands.All(s => s.Readiness != Readiness.Open));
    }
}

/// <summary>The instants of an action, in the order in which they come.</summary>
/// <param name="ReadyBy">Until then everybody says whether it is ready.</param>
/// <param name="CutOff">Until then anybody may hold and the lead may abort.</param>
/// <param name="ReleaseAt">T-0.</param>
/// <param name="Window">Seconds after T-0 in which an order that was held still goes out by itself, marked late.</param>
public sealed record Schedule(DateTimeOffset ReadyBy, DateTimeOffset CutOff, DateTimeOffset ReleaseAt, int Window)
{
    public static Schedule None { get; } = new(default, default, default, 0);

    private const int LongestWindow = 7 * 24 * 3600;

    public DateTimeOffset WindowEnd => ReleaseAt.AddSeconds(Window);

    /// <summary>The same instants as every side writes them, wherever it sits.</summary>
    public Schedule ToUtc() =>
        new(ReadyBy.ToUniversalTime(), CutOff.ToUniversalTime(), ReleaseAt.ToUniversalTime(), Window);

    /// <summary>False for times that contradict each other; nobody can hold an order under them.</summary>
    public bool IsInOrder() =>
        ReadyBy <= CutOff
        && CutOff < ReleaseAt
        && Window is >= 0 and <= LongestWindow
        && ReleaseAt < DateTimeOffset.MaxValue.AddSeconds(-LongestWindow);
}

/// <summary>What is published, and when at the earliest.</summary>
/// <param name="Mode">by-all: every participant has agreed; by-decision: the lead decides.</param>
public sealed record PlannedStatement(string Text, DateTimeOffset EmbargoUntil, string Mode)
{
    public const string ByAll = "by-all";
    public const string ByDecision = "by-decision";
}
