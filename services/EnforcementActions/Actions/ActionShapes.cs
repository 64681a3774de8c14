using System.Globalization;
using System.Text.RegularExpressions;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>What the shape of a plan is checked against.</summary>
/// <param name="Lead">The authority that plans; it always takes part.</param>
/// <param name="Known">Authorities that the registry knows.</param>
/// <param name="ShortestHold">At least so long before T-0 the cut-off has to be.</param>
public sealed record PlanFrame(string Lead, Func<string, bool> Known, TimeSpan ShortestHold, DateTimeOffset Now);

/// <summary>Shapes of plans.</summary>
internal static partial class ActionShapes
{
    private const string Tlp = "TLP:AMBER";
    private const int MostParticipants = 50;
    private static readonly string[] Kinds = ["widespread", "union-dimension"];

    /// <summary>The plan if its shape is right; everything wrong is noted otherwise.</summary>
    public static Plan Plan(this Shape shape, PlanBody? body, PlanFrame frame)
    {
        if (body is null)
        {
            shape.Wrong("plan", "required", "Say what is to be done together.");
            return Domain.Plan.None;
        }

        shape
            .Text("plan.title", body.Title, 200)
            .Text("plan.purpose", body.Purpose, 20_000)
            .Matter(body.Matter, "plan.matter")
            .Optional("plan.instrument", body.Instrument, 100)
            .Count("plan.assistance", body.Assistance, 1, Vocabulary.Assistance.Count())
            .WordsOf("plan.assistance", body.Assistance, [.. Vocabulary.Assistance])
            .WordsOf("plan.fields", body.Fields, [.. Vocabulary.Fields])
            .OneOf("plan.tlp", body.Tlp ?? Tlp, Shapes.Tlp);
        if (body.Kind is not null)
        {
            shape.OneOf("plan.kind", body.Kind, Kinds);
        }

        if (body.AlertOn is not null)
        {
            shape.Date("plan.alertOn", body.AlertOn);
        }

        var participants = shape.Participants(body.Participants, frame);
        var targets = shape.Targets(body.Targets);
        var measures = shape.Measures(body.Measures, targets, participants);
        var rule = shape.Rule(body.Rule, participants);
        var schedule = shape.Schedule(body.Schedule, frame);
        var statement = shape.Statement(body.Statement, schedule, frame.Now);
        return shape.IsWrong
            ? Domain.Plan.None
            : new Plan(
                0,
                body.Title!,
                body.Purpose!,
                body.Matter!.ToMatter(),
                body.Instrument,
                body.Kind,
                body.AlertOn,
                Shapes.Distinct(body.Assistance),
                [.. Vocabulary.Fields.Except(body.Fields ?? [], StringComparer.Ordinal)],
                targets,
                measures,
                [.. participants.Select(code => new Participant(code, false, []))],
                rule,
                schedule,
                statement,
                body.Tlp ?? Tlp
            );
    }

    /// <summary>An instant with its offset from UTC; null when it is wrong, which is noted.</summary>
    public static DateTimeOffset? Instant(this Shape shape, string field, string? given)
    {
        if (
            given is not null
            && InstantText().IsMatch(given)
            && DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
        )
        {
            return instant.ToUniversalTime();
        }

        shape.Wrong(field, "not-an-instant", "An instant with its offset, such as 2026-03-02T12:00:00Z.");
        return null;
    }

    private static string[] Participants(this Shape shape, string[]? given, PlanFrame frame)
    {
        shape.Words("plan.participants", given, MostParticipants, 50);
        foreach (var (code, i) in (given ?? []).Take(MostParticipants).Select((code, i) => (code, i)))
        {
            shape.Must(
                code is null || code == frame.Lead || frame.Known(code),
                $"plan.participants[{i}]",
                "authority-unknown",
                "The registry knows no such authority."
            );
        }

        return Shapes.Distinct([.. (given ?? []).OfType<string>(), frame.Lead]);
    }

    [GeneratedRegex(
        @"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex InstantText();
}
