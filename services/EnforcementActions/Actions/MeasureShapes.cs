using System.Globalization;
using System.Text.RegularExpressions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Identifiers;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>Shapes of targets and measures: names that others refer to, kinds, fines and what is set off between them.</summary>
internal static partial class MeasureShapes
{
    private const int MostTargets = 50;
    private const int MostMeasures = 100;
    private const int MostOffsets = 50;
    private static readonly string[] TargetKinds = ["person", "entity", "venue", "wallet", "account"];

    public static Target[] Targets(this Shape shape, TargetInput?[]? given)
    {
        shape.Count("plan.targets", given, 1, MostTargets);
        var named = (given ?? []).Take(MostTargets).ToList();
        shape.Names("plan.targets", [.. named.Select(t => t?.Id)]);
        var targets = new List<Target>();
        foreach (var (input, i) in named.Select((t, i) => (t, i)))
        {
            var field = $"plan.targets[{i}]";
            shape
                .OneOf($"{field}.kind", input?.Kind, TargetKinds)
                .Text($"{field}.name", input?.Name, 300)
                .Count($"{field}.identifiers", input?.Identifiers, 0, 50);
            targets.Add(
                new Target(
                    input?.Id ?? "",
                    input?.Kind ?? "",
                    input?.Name ?? "",
                    shape.Identifiers($"{field}.identifiers", input?.Identifiers)
                )
            );
        }

        return [.. targets];
    }

    public static PlannedMeasure[] Measures(
        this Shape shape,
        MeasureInput?[]? given,
        Target[] targets,
        string[] participants
    )
    {
        shape.Count("plan.measures", given, 1, MostMeasures);
        var named = (given ?? []).Take(MostMeasures).ToList();
        shape.Names("plan.measures", [.. named.Select(m => m?.Id)]);
        string[] names = [.. targets.Select(t => t.Id)];
        var fines = named
            .OfType<MeasureInput>()
            .Where(m => m is { Id: not null, Authority: not null, Kind: MeasureKinds.Fine, Fine: not null })
            .DistinctBy(m => (m.Authority, m.Id))
            .ToDictionary(m => (m.Authority!, m.Id!), m => m.Fine!);
        return [.. named.Select((m, i) => shape.Measure($"plan.measures[{i}]", m, names, participants, fines))];
    }

    private static PlannedMeasure Measure(
        this Shape shape,
        string field,
        MeasureInput? input,
        string[] targets,
        string[] participants,
        Dictionary<(string Authority, string Measure), MoneyInput> fines
    )
    {
        var isFine = input?.Kind == MeasureKinds.Fine;
        shape
            .Must(
                participants.Contains(input?.Authority ?? "", StringComparer.Ordinal),
                $"{field}.authority",
                "not-a-participant",
                "A measure is taken by a participant."
            )
            .OneOf($"{field}.kind", input?.Kind, MeasureKinds.All)
            .Count($"{field}.targets", input?.Targets, 1, MostTargets)
            .Text($"{field}.titleNeeded", input?.TitleNeeded, 300)
            .Optional($"{field}.place", input?.Place, 200)
            .Must(!isFine || input?.Fine is not null, $"{field}.fine", "required", "Say how high the fine is.")
            .Must(isFine || input?.Fine is null, $"{field}.fine", "not-a-fine", "Only a fine has an amount.")
            .Must(
                isFine || input?.Offsets is not { Length: > 0 },
                $"{field}.offsets",
                "not-a-fine",
                "Only fines are set off."
            );
        foreach (var (target, i) in (input?.Targets ?? []).Take(MostTargets).Select((t, i) => (t, i)))
        {
            shape.Must(
                targets.Contains(target, StringComparer.Ordinal),
                $"{field}.targets[{i}]",
                "target-unknown",
                "The plan has no such target."
            );
        }

        var fine = input?.Fine is { } money ? shape.Fine($"{field}.fine", money) : null;
        return new PlannedMeasure(
            input?.Id ?? "",
            input?.Authority ?? "",
            input?.Kind ?? "",
            Shapes.Distinct(input?.Targets?.OfType<string>()),
            input?.TitleNeeded ?? "",
            input?.Place,
            fine,
            isFine ? shape.Offsets($"{field}.offsets", input!, fine, fines) : []
        );
    }

    private static Money Fine(this Shape shape, string field, MoneyInput given)
    {
        var currency = CurrencyCode.Check(given.Currency);
        if (currency.Problem is { } problem)
        {
            shape.Wrong($"{field}.currency", problem.Code, problem.Message);
        }

        shape.Amount($"{field}.amount", given.Amount);
        return new Money(given.Amount ?? "", currency.Value ?? "");
    }

    private static Offset[] Offsets(
        this Shape shape,
        string list,
        MeasureInput measure,
        Money? fine,
        Dictionary<(string Authority, string Measure), MoneyInput> fines
    )
    {
        shape.Count(list, measure.Offsets, 0, MostOffsets);
        var offsets = new List<Offset>();
        foreach (var (input, i) in (measure.Offsets ?? []).Take(MostOffsets).Select((o, i) => (o, i)))
        {
            var field = $"{list}[{i}]";
            shape.Amount($"{field}.upTo", input?.UpTo);
            if (
                input is not { Authority: { } authority, Measure: { } name }
                || authority == measure.Authority
                || !fines.TryGetValue((authority, name), out var other)
            )
            {
                shape.Wrong($"{field}.measure", "fine-unknown", "The plan has no such fine of another participant.");
                continue;
            }

            shape
                .Must(
                    CurrencyCode.Check(other.Currency).Value == fine?.Currency,
                    $"{field}.measure",
                    "currency-differs",
                    "Fines are set off in one currency."
                )
                .Must(
                    AmountOf(input.UpTo) is not { } upTo || AmountOf(other.Amount) is not { } most || upTo <= most,
                    $"{field}.upTo",
                    "more-than-the-fine",
                    "No more can count than the other fine amounts to."
                )
                .Must(
                    !offsets.Exists(o => o.Authority == authority && o.Measure == name),
                    field,
                    "twice",
                    "It is named already."
                );
            offsets.Add(new Offset(authority, name, input.UpTo ?? ""));
        }

        return [.. offsets];
    }

    private static void Names(this Shape shape, string list, List<string?> ids)
    {
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            shape
                .Must(
                    id is not null && Name().IsMatch(id),
                    $"{list}[{i}].id",
                    "not-a-name",
                    "A letter, then up to 19 letters, digits or hyphens, all in lower case."
                )
                .Must(ids.IndexOf(id) == i, $"{list}[{i}].id", "twice", "Another one has this name.");
        }
    }

    private static void Amount(this Shape shape, string field, string? given) =>
        shape.Must(
            AmountOf(given) is > 0,
            field,
            "not-an-amount",
            "A positive decimal number as text, with at most 15 digits before the point and 4 after it."
        );

    private static decimal? AmountOf(string? given) =>
        given is not null && AmountText().IsMatch(given) ? decimal.Parse(given, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,19}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"^(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AmountText();
}
