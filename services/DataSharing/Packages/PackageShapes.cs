using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.Platform.Http;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>What the sender adds to the conditions of the instrument, as a caller writes it.</summary>
public sealed record ConditionsInput(
    string[]? Purposes = null,
    string[]? Onward = null,
    string? KeepUntil = null,
    string? Note = null
)
{
    public Conditions ToConditions() =>
        new(
            Shapes.Distinct(Purposes),
            Shapes.Distinct(Onward),
            KeepUntil is null ? null : RequestShapes.Day(KeepUntil),
            Note
        );
}

/// <summary>What a package that nobody requested is about, as a caller writes it.</summary>
public sealed record OccasionInput(
    MatterInput?[]? Matters,
    string[]? Assistance,
    string? Instrument = null,
    bool Pinned = false
)
{
    public Occasion ToOccasion() =>
        new(Instrument, Pinned, [.. Matters!.Select(m => m!.ToMatter())], Shapes.Distinct(Assistance));
}

internal static class PackageShapes
{
    private const int MostMatters = 10;
    private const int MostAuthorities = 100;

    public static Shape Conditions(this Shape shape, ConditionsInput? conditions)
    {
        if (conditions is null)
        {
            return shape;
        }

        shape
            .WordsOf("conditions.purposes", conditions.Purposes, [.. Vocabulary.Purposes])
            .Words("conditions.onward", conditions.Onward, MostAuthorities, 50)
            .Optional("conditions.note", conditions.Note, 2000);
        return conditions.KeepUntil is null ? shape : shape.Date("conditions.keepUntil", conditions.KeepUntil);
    }

    public static Shape Occasion(this Shape shape, OccasionInput occasion)
    {
        shape
            .Count("occasion.matters", occasion.Matters, 1, MostMatters)
            .Count("occasion.assistance", occasion.Assistance, 1, Vocabulary.Assistance.Count())
            .WordsOf("occasion.assistance", occasion.Assistance, [.. Vocabulary.Assistance])
            .Optional("occasion.instrument", occasion.Instrument, 100)
            .Must(
                occasion is not { Pinned: true, Instrument: null },
                "occasion.instrument",
                "required",
                "Name the instrument that alone may be used, or leave out pinned."
            );
        foreach (var (matter, i) in (occasion.Matters ?? []).Take(MostMatters).Select((m, i) => (m, i)))
        {
            shape.Matter(matter, $"occasion.matters[{i}]");
        }

        return shape;
    }
}
