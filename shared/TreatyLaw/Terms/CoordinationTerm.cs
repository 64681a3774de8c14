using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>A rule on acting together: launch, lead, decision, joining, simultaneity, hearing, publication.</summary>
public sealed class CoordinationTerm : Term
{
    internal CoordinationTerm(LawFields fields)
        : base("coordination", fields)
    {
        Coordinator = fields.Text("coordinator", Words.Of("one-authority-else-Commission Commission"));
        For = fields.Text("for", Words.Of("widespread union-dimension"));
        Decide = fields.Text("decide");
        Launch = fields.Text("launch");
        Join = fields.Text("join");
        Simultaneous = fields.Texts("simultaneous");
        Hear = fields.Text("hear");
        Publish = fields.Text("publish");
        Duties = fields.Texts("duties", Vocabulary.Duties);
        fields.Node("threshold");
    }

    public string? Coordinator { get; }

    /// <summary>The kind of action it is about; null means every kind.</summary>
    public string? For { get; }

    public string? Decide { get; }

    public string? Launch { get; }

    public string? Join { get; }

    public ImmutableArray<string> Simultaneous { get; }

    public string? Hear { get; }

    public string? Publish { get; }

    public ImmutableArray<string> Duties { get; }
}
