using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseCoordination.EnforcementActions.Actions.Domain;

namespace CaseCoordination.EnforcementActions.Statements.Domain;

/// <summary>An authority's word on the text; a later number replaces an earlier one.</summary>
/// <param name="Hash">Which text, embargo and mode it is about, see <see cref="StatementFile.HashOf"/>.</param>
public sealed record Agreement(int Number, string Hash, bool Agrees, string? Reason, DateTimeOffset At);

/// <summary>The lead's instruction to publish at the embargo, or not to; a higher number replaces a lower one.</summary>
public sealed record StatementOrder(int Number, string Hash, bool Publish, string? Reason, DateTimeOffset At);

/// <summary>That a text went out, and whether a person had to decide it.</summary>
public sealed record Publication(string Hash, bool ByHand, DateTimeOffset At);

/// <summary>What one authority's file knows of the joint statement, besides the text that is in the plan.</summary>
public sealed record StatementFile
{
    public static StatementFile None { get; } = new();

    /// <summary>By authority: everybody's at the lead, its own at a participant.</summary>
    public ImmutableSortedDictionary<string, Agreement> Agreements { get; init; } =
        ImmutableSortedDictionary.Create<string, Agreement>(StringComparer.Ordinal);
    public StatementOrder? Order { get; init; }
    public StatementHeldBack? HeldBack { get; init; }
    public Publication? Published { get; init; }

    public StatementFile After(string authority, StatementEvent @event) =>
        @event switch
        {
            StatementAgreed e => this with { Agreements = Agreements.SetItem(authority, e.Agreement) },
            StatementAgreementTold e => this with { Agreements = Agreements.SetItem(e.Authority, e.Agreement) },
            StatementOrdered e => this with { Order = e.Order },
            StatementOrderReceived e => this with { Order = e.Order },
            StatementHeldBack e => this with { HeldBack = e },
            StatementPublished e => this with { Published = new(e.Hash, e.ByHand, e.At) },
            _ => throw new System.Diagnostics.UnreachableException($"{@event.GetType().Name} is not of a statement."),
        };

    /// <summary>What an agreement is about: whoever agreed to another text, embargo or mode has not agreed to this one.</summary>
    public static string HashOf(PlannedStatement statement)
    {
        var text = JsonSerializer.Serialize(
            new
            {
                statement.Text,
                EmbargoUntil = statement.EmbargoUntil.ToUniversalTime(),
                statement.Mode,
            }
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
