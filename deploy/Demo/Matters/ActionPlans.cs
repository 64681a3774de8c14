namespace CaseCoordination.Demo.Matters;

/// <summary>Who takes which part in an action, and the instants of it.</summary>
internal sealed record ActionParts(
    string Lead,
    string Partner,
    string Third,
    string Decliner,
    DateTimeOffset ReadyBy,
    DateTimeOffset CutOff,
    DateTimeOffset ReleaseAt
);

/// <summary>Plans of the story's two actions, made of a matter's subjects and its law.</summary>
internal sealed class ActionPlans(Matter matter, Together together, ActionParts parts)
{
    public const string Freeze = "freeze";
    public const string LeadFine = "fine-lead";
    public const string PartnerFine = "fine-partner";

    /// <summary>Money is kept where it is, the venue stands still, two penalties count on each other, the public is warned.</summary>
    public object Settlement() =>
        Plan(
            $"Settlement: {matter.Title}",
            "All measures take effect at one instant, so that nobody is warned by another's.",
            [
                Measure(Freeze, parts.Lead, "freeze", "account", "order of a court"),
                Fine(LeadFine, parts.Lead, parts.Partner, PartnerFine),
                Measure("suspension", parts.Partner, "trading-suspension", "venue", "decision of the authority"),
                Fine(PartnerFine, parts.Partner, parts.Lead, LeadFine),
                Measure("warning", parts.Third, "warning", "venue", "decision of the authority"),
                Measure("cease", parts.Decliner, "cease-order", "entity", "decision of the authority"),
            ],
            [parts.Lead, parts.Partner, parts.Third, parts.Decliner],
            new
            {
                Text = together.Statement,
                EmbargoUntil = parts.ReleaseAt.AddSeconds(2),
                Mode = "by-decision",
            }
        );

    /// <summary>The venue's pages are to go off the net.</summary>
    public object Takedown() =>
        Plan(
            $"Takedown of the pages of {Subject("venue").Name}",
            "The pages go off the net everywhere at once.",
            [
                Measure("takedown-lead", parts.Lead, "takedown", "venue", "order of a court"),
                Measure("takedown-partner", parts.Partner, "takedown", "venue", "order of a court"),
                Measure("takedown-third", parts.Third, "takedown", "venue", "order of a court"),
            ],
            [parts.Lead, parts.Partner, parts.Third],
            null
        );

    /// <summary>The names of an authority's measures in the settlement, or in the takedown.</summary>
    public IReadOnlyList<string> MeasuresOf(string authority, bool isTakedown) =>
        (isTakedown, authority) switch
        {
            (true, _) when authority == parts.Lead => ["takedown-lead"],
            (true, _) when authority == parts.Partner => ["takedown-partner"],
            (true, _) => ["takedown-third"],
            (false, _) when authority == parts.Lead => [Freeze, LeadFine],
            (false, _) when authority == parts.Partner => ["suspension", PartnerFine],
            _ => ["warning"],
        };

    private object Plan(
        string title,
        string purpose,
        IReadOnlyList<object> measures,
        IReadOnlyList<string> participants,
        object? statement
    ) =>
        new
        {
            Title = title.Length <= 200 ? title : title[..200],
            Purpose = purpose,
            Matter = new
            {
                matter.Law.Code,
                matter.Law.Over,
                matter.Law.FinancialInstrument,
                matter.Law.ConductFrom,
                matter.Law.ConductTo,
            },
            matter.Story.Instrument,
            matter.Story.Assistance,
            Fields = matter.Story.ContentFields,
            Targets = matter.Subjects.Select(
                (s, i) =>
                    new
                    {
                        Id = IdOf(i),
                        s.Kind,
                        s.Name,
                        Identifiers = s.Identifiers.Select(x => new { x.Scheme, Value = x.Normalised }),
                    }
            ),
            Measures = measures,
            Participants = participants,
            Rule = new { Kind = "consensus" },
            Schedule = new
            {
                parts.ReadyBy,
                parts.CutOff,
                parts.ReleaseAt,
                Window = 60,
            },
            Statement = statement,
        };

    private object Measure(string id, string authority, string kind, string target, string title) =>
        new
        {
            Id = id,
            Authority = authority,
            Kind = kind,
            Targets = new[] { TargetOf(target) },
            TitleNeeded = title,
        };

    private object Fine(string id, string authority, string other, string counted) =>
        new
        {
            Id = id,
            Authority = authority,
            Kind = "fine",
            Targets = new[] { TargetOf("entity") },
            TitleNeeded = "decision of the authority",
            Fine = new { together.Penalty.Amount, together.Penalty.Currency },
            Offsets = new[]
            {
                new
                {
                    Authority = other,
                    Measure = counted,
                    UpTo = together.Penalty.Offset,
                },
            },
        };

    private Subject Subject(string kind) => matter.Subjects[IndexOf(kind)];

    private string TargetOf(string kind) => IdOf(IndexOf(kind));

    // A matter without a subject of the kind has its first one stand for it.
    private int IndexOf(string kind) =>
        matter.Subjects.Select((s, i) => (s, i)).Where(x => x.s.Kind == kind).Select(x => x.i).FirstOrDefault();

    private static string IdOf(int index) => FormattableString.Invariant($"t{index + 1}");
}
