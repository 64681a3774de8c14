using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>A participation with the dates that follow from its instrument.</summary>
public sealed class Membership
{
    private readonly ImmutableArray<string> capabilities;
    private readonly ImmutableArray<string> roles;
    private readonly bool isWithdrawn;

    internal Membership(
        Participation participation,
        Instrument instrument,
        DateOnly from,
        DateOnly? end,
        bool endOnRecord,
        ImmutableArray<PartyTerm> terms
    )
    {
        Participation = participation;
        Instrument = instrument;
        From = from;
        End = end;
        EndOnRecord = endOnRecord;
        Terms = terms;
        capabilities = participation.Capabilities ?? [.. terms.SelectMany(term => term.Capabilities)];
        roles = [.. terms.SelectMany(term => term.Roles).Distinct(StringComparer.Ordinal)];
        isWithdrawn = string.Equals(participation.Status, "withdrawn", StringComparison.Ordinal);
        IsFull = string.Equals(participation.Status, "full", StringComparison.Ordinal);
    }

    public Participation Participation { get; }

    public Instrument Instrument { get; }

    /// <summary>The first day in.</summary>
    public DateOnly From { get; }

    /// <summary>The first day out, by its own date, its notice, or the other side's notice in a bilateral.</summary>
    public DateOnly? End { get; }

    /// <summary>A notice or an end has been recorded.</summary>
    public bool EndOnRecord { get; }

    /// <summary>The party terms that describe it.</summary>
    public ImmutableArray<PartyTerm> Terms { get; }

    public bool IsFull { get; }

    public bool IsInForceOn(DateOnly day) => IsFull && day >= From && !HasEndedBy(day);

    public bool HasEndedBy(DateOnly day) => isWithdrawn || (End is { } end && day >= end);

    public bool HasRole(string role) => roles.Has(role);

    /// <summary>"T" covers everything that needs T; "T:recordings" only the kind that it names.</summary>
    public bool Can(string need, string kind)
    {
        foreach (var capability in capabilities)
        {
            if (string.Equals(capability, need, StringComparison.Ordinal))
            {
                return true;
            }

            var narrow = capability.IndexOf(':', StringComparison.Ordinal);
            if (
                narrow > 0
                && capability.AsSpan(0, narrow).Equals(need, StringComparison.Ordinal)
                && IsNamed(kind, capability.AsSpan(narrow + 1))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(string kind, ReadOnlySpan<char> item)
    {
        var dot = kind.IndexOf('.', StringComparison.Ordinal);
        var name = kind.AsSpan(dot + 1);
        return name.StartsWith(item, StringComparison.Ordinal)
            && (name.Length == item.Length || name[item.Length] == '-');
    }
}
