using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>What may or shall be given, and on which trigger.</summary>
public sealed class AssistanceTerm : Term
{
    internal AssistanceTerm(LawFields fields)
        : base("assistance", fields)
    {
        Give = fields.Texts("give", Vocabulary.Givable);
        Modality = fields.Required("modality", Words.Of("shall should may"));
        Trigger = fields.Required("trigger", Words.Of("request spontaneous alert coordination"));
        Needs = fields.Text("needs");
        SubjectTo = fields.Texts("subjectTo", Words.Of("requested-procedure domestic-law court telecom-law"));
        Fallback = fields.Text("fallback", Vocabulary.Givable);
        fields.Text("limit");
        Rank = Modality switch
        {
            "shall" => Fallback is null ? 0 : 1,
            "should" => 2,
            _ => 3,
        };
        if (Give.IsEmpty)
        {
            fields.Report(fields.Map.Place, "'give' is missing", "list the kinds of assistance that it grants");
        }
    }

    public ImmutableArray<string> Give { get; }

    /// <summary>shall, should or may.</summary>
    public string Modality { get; }

    /// <summary>request, spontaneous, alert or coordination.</summary>
    public string Trigger { get; }

    /// <summary>The capability that the giving authority must have.</summary>
    public string? Needs { get; }

    public ImmutableArray<string> SubjectTo { get; }

    /// <summary>What is given where the first thing cannot be.</summary>
    public string? Fallback { get; }

    /// <summary>Its help waits for a step under domestic law.</summary>
    public bool HasDomesticStep => SubjectTo.Any(step => step != "requested-procedure");

    internal int Rank { get; }
}
