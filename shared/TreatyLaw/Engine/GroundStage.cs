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

/// <summary>Tests the grounds of an instrument.</summary>
internal static class GroundStage
{
    public static GroundReport Check(
        Instrument instrument,
        in FactCheck facts,
        DateOnly day,
        string procedure,
        List<string> kinds
    )
    {
        var report = new GroundReport();
        foreach (var ground in instrument.Grounds)
        {
            if (
                ground.Effect == GroundEffect.ForbidsRefusal
                && ground.AppliesOn(day)
                && Concerns(instrument, ground, kinds)
            )
            {
                if (facts.Check(ground.When) == Tri.Yes)
                {
                    report.Forbidding.Add(ground);
                }
                else
                {
                    report.Cleared.Add(ground);
                }
            }
        }

        foreach (var ground in instrument.Grounds)
        {
            var fitting = ground.OnlyForProcedures.IsEmpty || ground.OnlyForProcedures.Has(procedure);
            if (ground.Effect != GroundEffect.ForbidsRefusal && fitting && ground.AppliesOn(day))
            {
                Check(instrument, ground, facts, kinds, report);
            }
        }

        return report;
    }

    private static void Check(
        Instrument instrument,
        GroundTerm ground,
        in FactCheck facts,
        List<string> kinds,
        GroundReport report
    )
    {
        var concerned = false;
        foreach (var kind in kinds)
        {
            concerned |=
                Concerns(instrument, ground, kind) && !IsForbidden(instrument, ground, kind, report.Forbidding);
        }

        if (!concerned)
        {
            return;
        }

        var when = facts.Check(ground.When);
        var unless = ground.Unless is { } lift ? facts.Facts[lift] : Tri.No;
        switch (when.And(unless.Not()))
        {
            case Tri.Yes:
                Open(instrument, ground, kinds, report);
                break;
            case Tri.No:
                (when != Tri.No ? report.Lifted : report.Cleared).Add(ground);
                break;
            default:
                (IsPostponement(ground) ? report.UnknownPostponements : report.UnknownRefusals).Add(ground);
                facts.Questions(ground.When, report.Ask);
                if (unless == Tri.Unknown)
                {
                    report.Ask.Add(ground.Unless!);
                }

                break;
        }
    }

    private static void Open(Instrument instrument, GroundTerm ground, List<string> kinds, GroundReport report)
    {
        if (IsPostponement(ground))
        {
            report.Postponements.Add(ground);
            return;
        }

        report.Refusals.Add(ground);
        foreach (var kind in kinds)
        {
            if (Concerns(instrument, ground, kind) && !IsForbidden(instrument, ground, kind, report.Forbidding))
            {
                report.Touched.Add(kind);
            }
        }
    }

    private static bool IsPostponement(GroundTerm ground) => ground.Effect == GroundEffect.PermitsPostponement;

    private static bool Concerns(Instrument instrument, GroundTerm ground, List<string> kinds)
    {
        foreach (var kind in kinds)
        {
            if (Concerns(instrument, ground, kind))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Concerns(Instrument instrument, GroundTerm ground, string kind) =>
        (ground.For.IsEmpty ? kind != Coordination : instrument.Covers(ground.For, kind))
        && !instrument.Covers(ground.NotFor, kind);

    /// <summary>A refusal that rests on nothing but what may not be a reason is no ground.</summary>
    private static bool IsForbidden(Instrument instrument, GroundTerm ground, string kind, List<GroundTerm> forbidding)
    {
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
