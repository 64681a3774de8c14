using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>Who is bound, since when, and how far.</summary>
public sealed class PartyTerm : Term
{
    internal PartyTerm(LawFields fields)
        : base("party", fields)
    {
        Status = fields.Required("status", Vocabulary.Statuses);
        List = fields.Text("list");
        Authorities = fields.Texts("authorities");
        Roles = fields.Texts("roles", Vocabulary.Roles);
        var perSignatory = fields.Node("capabilities") is LawScalar { Text: "per-signatory" };
        Capabilities = perSignatory ? [] : fields.Texts("capabilities");
        // "date-of-signing" leaves the day to each participation.
        Since = fields.Text("from") is null or "date-of-signing" ? null : fields.Date("from");
        fields.Text("via");
    }

    public string Status { get; }

    /// <summary>The list on which the authority stands, where the instrument keeps several.</summary>
    public string? List { get; }

    /// <summary>The only authorities that can be party; empty where it is open to others.</summary>
    public ImmutableArray<string> Authorities { get; }

    public ImmutableArray<string> Roles { get; }

    /// <summary>What a party on this list can do unless its participation says otherwise.</summary>
    public ImmutableArray<string> Capabilities { get; }

    public DateOnly? Since { get; }

    internal bool Describes(Participation participation) =>
        string.Equals(Status, participation.Status, StringComparison.Ordinal)
        && (List is null || string.Equals(List, participation.List, StringComparison.Ordinal))
        && (Authorities.IsEmpty || Authorities.Has(participation.Authority));
}
