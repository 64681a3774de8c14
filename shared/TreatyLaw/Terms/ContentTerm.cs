using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>What a valid request holds, and in which form it comes.</summary>
public sealed class ContentTerm : Term
{
    internal ContentTerm(LawFields fields)
        : base("content", fields)
    {
        Fields = fields.Texts("fields", Vocabulary.Fields);
        Channel = fields.Text("channel");
        Form = fields.Text("form");
        fields.Text("language");
        OnMissing = fields.Texts("onMissing", Vocabulary.Duties);
        Duties = fields.Texts("duties", Vocabulary.Duties);
        if (fields.Fields("urgentOral") is { } oral)
        {
            AllowsUrgentOral = true;
            oral.Required("confirm");
            ConfirmUnless = oral.Text("unless", Vocabulary.Predicates);
            oral.Done();
        }
    }

    public ImmutableArray<string> Fields { get; }

    public string? Channel { get; }

    public string? Form { get; }

    public ImmutableArray<string> OnMissing { get; }

    public ImmutableArray<string> Duties { get; }

    /// <summary>An urgent request may be made orally and is confirmed afterwards.</summary>
    public bool AllowsUrgentOral { get; }

    public string? ConfirmUnless { get; }
}
