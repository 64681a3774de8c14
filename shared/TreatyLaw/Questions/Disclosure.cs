using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>May information already held be used or passed on?</summary>
public sealed record Disclosure
{
    public required string Holder { get; init; }

    public required DateOnly At { get; init; }

    /// <summary>use or disclose.</summary>
    public required string Op { get; init; }

    public required string Purpose { get; init; }

    /// <summary>The class of recipient; requester is the holder itself.</summary>
    public required string Recipient { get; init; }

    /// <summary>The receiving authority, where it is one.</summary>
    public string? To { get; init; }

    /// <summary>The name of a product made of all items, if they are combined.</summary>
    public string? CombinedAs { get; init; }

    public required ImmutableArray<DisclosureItem> Items { get; init; }

    public Facts Facts { get; init; } = Facts.None;
}

/// <summary>One item with the way it came, and what its senders wrote on it.</summary>
public sealed record DisclosureItem
{
    public required string Item { get; init; }

    /// <summary>First originator first; every sender is an originator.</summary>
    public required ImmutableArray<ProvenanceStep> Provenance { get; init; }

    public bool PersonalData { get; init; }

    /// <summary>H0 to H3.</summary>
    public ImmutableArray<string> Markings { get; init; } = [];

    public ImmutableArray<SenderCondition> Conditions { get; init; } = [];
}

/// <summary>One step by which an item reached its holder.</summary>
public sealed record ProvenanceStep(string From, string To, string Under, DateOnly At);

/// <summary>
/// A limit set by a sender beyond the instrument; it applies where purpose and recipient are among those named (none
/// named means all), and can only narrow.
/// </summary>
public sealed record SenderCondition(
    string Id,
    string SetBy,
    string Effect,
    ImmutableArray<string> Purposes,
    ImmutableArray<string> Recipients
);
