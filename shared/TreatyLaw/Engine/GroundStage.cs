using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Which grounds are open, cleared, lifted or unknown for what would be given.</summary>
internal sealed class GroundReport
{
    public List<GroundTerm> Refusals { get; } = [];

    public List<GroundTerm> Postponements { get; } = [];

    /// <summary>Open, but lifted by their exception.</summary>
    public List<GroundTerm> Lifted { get; } = [];

    /// <summary>Forbid a refusal, with their predicate being yes.</summary>
    public List<GroundTerm> Forbidding { get; } = [];

    public List<GroundTerm> UnknownRefusals { get; } = [];

    public List<GroundTerm> UnknownPostponements { get; } = [];

    public List<GroundTerm> Cleared { get; } = [];

    public List<string> Ask { get; } = [];

    /// <summary>The kinds that an open refusal ground is about.</summary>
    public HashSet<string> Touched { get; } = new(StringComparer.Ordinal);

    public int Open => Refusals.Count + Postponements.Count;

    public int Unknown => UnknownRefusals.Count + UnknownPostponements.Count;
}

/// <summary>What a ground comes to for what would be given.</summary>
internal enum GroundState
{
    /// <summary>It is not about this.</summary>
    Aside,
    Cleared,

    /// <summary>Open, but lifted by its exception.</summary>
    Lifted,
    Unknown,
    Open,
}

/// <summary>Tests the grounds of an instrument.</summary>
internal static class GroundStage
{
    public static GroundReport Check(
        Instrument instrument,
        in FactCheck facts,
        DateOnly day,
        string procedure,
        ImmutableArray<string> kinds
    )
    {
        var report = new GroundReport();
        foreach (var ground in instrument.Grounds)
        {
            if (Forbids(instrument, ground, day, kinds))
            {
                (facts.Check(ground.When) == Tri.Yes ? report.Forbidding : report.Cleared).Add(ground);
            }
        }

        foreach (var ground in instrument.Grounds)
        {
            if (IsTested(ground, day, procedure))
            {
                var state = State(instrument, ground, facts, kinds, report.Forbidding);
                Note(instrument, ground, state, facts, kinds, report);
            }
        }

        return report;
    }

    /// <summary>How many grounds are open and how many unknown, which is all that a comparison of instruments needs.</summary>
    public static (int Open, int Unknown) Count(
        Instrument instrument,
        in FactCheck facts,
        DateOnly day,
        string procedure,
        ImmutableArray<string> kinds
    )
    {
        List<GroundTerm>? forbidding = null;
        foreach (var ground in instrument.Grounds)
        {
            if (Forbids(instrument, ground, day, kinds) && facts.Check(ground.When) == Tri.Yes)
            {
                (forbidding ??= []).Add(ground);
            }
        }

        var (open, unknown) = (0, 0);
        foreach (var ground in instrument.Grounds)
        {
            if (IsTested(ground, day, procedure))
            {
                var state = State(instrument, ground, facts, kinds, forbidding);
                open += state == GroundState.Open ? 1 : 0;
                unknown += state == GroundState.Unknown ? 1 : 0;
            }
        }

        return (open, unknown);
    }

    private static bool Forbids(Instrument instrument, GroundTerm ground, DateOnly day, ImmutableArray<string> kinds) =>
        ground.Effect == GroundEffect.ForbidsRefusal
        && ground.AppliesOn(day)
        && Concerns(instrument, ground, kinds, null);

    private static bool IsTested(GroundTerm ground, DateOnly day, string procedure) =>
        ground.Effect != GroundEffect.ForbidsRefusal
        && (ground.OnlyForProcedures.IsEmpty || ground.OnlyForProcedures.Has(procedure))
        && ground.AppliesOn(day);

    private static GroundState State(
        Instrument instrument,
        GroundTerm ground,
        in FactCheck facts,
        ImmutableArray<string> kinds,
        List<GroundTerm>? forbidding
    )
    {
        if (!Concerns(instrument, ground, kinds, forbidding))
        {
            return GroundState.Aside;
        }

        var when = facts.Check(ground.When);
        var unless = ground.Unless is { } lift ? facts.Facts[lift] : Tri.No;
        return when.And(unless.Not()) switch
        {
            Tri.Yes => GroundState.Open,
            Tri.No => when != Tri.No ? GroundState.Lifted : GroundState.Cleared,
            _ => GroundState.Unknown,
        };
    }

    private static void Note(
        Instrument instrument,
        GroundTerm ground,
        GroundState state,
        in FactCheck facts,
        ImmutableArray<string> kinds,
        GroundReport report
    )
    {
        var postpones = ground.Effect == GroundEffect.PermitsPostponement;
        switch (state)
        {
            case GroundState.Open when postpones:
                report.Postponements.Add(ground);
                break;
            case GroundState.Open:
                report.Refusals.Add(ground);
                Touch(instrument, ground, kinds, report);
                break;
            case GroundState.Lifted:
                report.Lifted.Add(ground);
                break;
            case GroundState.Cleared:
                report.Cleared.Add(ground);
                break;
            case GroundState.Unknown:
                (postpones ? report.UnknownPostponements : report.UnknownRefusals).Add(ground);
                facts.Questions(ground.When, report.Ask);
                if (ground.Unless is { } lift && facts.Facts[lift] == Tri.Unknown)
                {
                    report.Ask.Add(lift);
                }

                break;
        }
    }

    private static void Touch(
        Instrument instrument,
        GroundTerm ground,
        ImmutableArray<string> kinds,
        GroundReport report
    )
    {
        foreach (var kind in kinds)
        {
            if (Concerns(instrument, ground, kind, report.Forbidding))
            {
                report.Touched.Add(kind);
            }
        }
    }

    private static bool Concerns(
        Instrument instrument,
        GroundTerm ground,
        ImmutableArray<string> kinds,
        List<GroundTerm>? forbidding
    )
    {
        foreach (var kind in kinds)
        {
            if (Concerns(instrument, ground, kind, forbidding))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Concerns(Instrument instrument, GroundTerm ground, string kind, List<GroundTerm>? forbidding) =>
        Concerns(instrument, ground, kind) && !IsForbidden(instrument, ground, kind, forbidding);

    private static bool Concerns(Instrument instrument, GroundTerm ground, string kind) =>
        (ground.For.IsEmpty ? kind != Coordination : instrument.Covers(ground.For, kind))
        && !instrument.Covers(ground.NotFor, kind);

    /// <summary>A refusal that rests on nothing but what may not be a reason is no ground.</summary>
    private static bool IsForbidden(Instrument instrument, GroundTerm ground, string kind, List<GroundTerm>? forbidding)
    {
        if (forbidding is null)
        {
            return false;
        }

        foreach (var bar in forbidding)
        {
            if (
                ground.Effect == GroundEffect.PermitsRefusal
                && Concerns(instrument, bar, kind)
                && ground.When.Facts.All(fact => bar.When.Facts.Contains(fact, StringComparer.Ordinal))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The scope word of grounds for declining a coordinated action.</summary>
    public const string Coordination = "coordination.take-part";
}
