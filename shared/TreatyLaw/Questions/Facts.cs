using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>What is known about a matter when it is judged; a fact that is not stated is unknown.</summary>
public sealed record Facts
{
    private static readonly ImmutableSortedDictionary<string, Tri> Empty = ImmutableSortedDictionary.Create<
        string,
        Tri
    >(StringComparer.Ordinal);

    public static Facts None { get; } = new();

    /// <summary>Yes, no or unknown by predicate code.</summary>
    public ImmutableSortedDictionary<string, Tri> Predicates { get; init; } = Empty;

    /// <summary>A closed list; null while it is unknown whether there are any.</summary>
    public IReadOnlyList<Proceeding>? Proceedings { get; init; }

    /// <summary>A closed list; null while it is unknown whether there are any.</summary>
    public IReadOnlyList<Sanction>? Sanctions { get; init; }

    /// <summary>A closed list; null while it is unknown whether there are any.</summary>
    public IReadOnlyList<EnforcementStep>? Enforcement { get; init; }

    /// <summary>none, accepted-and-not-due, implemented, failed; null while unknown.</summary>
    public string? Commitments { get; init; }

    /// <summary>Consents by originator, recorded for exactly this use; anything but yes is no consent.</summary>
    public ImmutableSortedDictionary<string, Tri> Consents { get; init; } = Empty;

    public Tri this[string predicate] => Predicates.GetValueOrDefault(predicate, Tri.Unknown);

    public bool ConsentedBy(string authority) => Consents.GetValueOrDefault(authority, Tri.Unknown) == Tri.Yes;

    public Facts With(string predicate, Tri value) => this with { Predicates = Predicates.SetItem(predicate, value) };

    public Facts WithConsent(string authority, Tri value) =>
        this with
        {
            Consents = Consents.SetItem(authority, value),
        };
}

/// <summary>A proceeding known to run or to have ended somewhere.</summary>
public sealed record Proceeding(string State, string Kind, string Status, Tri SameFacts, Tri SamePersons);

/// <summary>A sanction known to have been imposed somewhere.</summary>
public sealed record Sanction(string State, string Status, Tri SameCharges, Tri SamePersons);

/// <summary>An enforcement step known to have been taken against a trader.</summary>
public sealed record EnforcementStep(string State, string Status, DateOnly At, Tri SameTrader, Tri SameInfringement);
