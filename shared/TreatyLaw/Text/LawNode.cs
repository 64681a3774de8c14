using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>Where something was written.</summary>
public readonly record struct LawPlace(string Source, int Line)
{
    public static LawPlace Nowhere { get; } = new("", 0);

    public override string ToString() => Line > 0 ? $"{Source}:{Line}" : Source;
}

/// <summary>A piece of law text as data, wherever it was read from; its place takes no part in its identity.</summary>
public abstract class LawNode(LawPlace place)
{
    public LawPlace Place { get; } = place;
}

/// <summary>What a scalar was written as.</summary>
public enum LawScalarKind
{
    Text,
    Number,
    Truth,
}

/// <summary>A single value.</summary>
public sealed class LawScalar(string text, LawScalarKind kind, LawPlace place) : LawNode(place)
{
    public string Text { get; } = text;

    public LawScalarKind Kind { get; } = kind;
}

/// <summary>A list of values.</summary>
public sealed class LawList(ImmutableArray<LawNode> items, LawPlace place) : LawNode(place)
{
    public ImmutableArray<LawNode> Items { get; } = items;
}

/// <summary>Named values, in the order they were written.</summary>
public sealed class LawMap(ImmutableArray<KeyValuePair<string, LawNode>> entries, LawPlace place) : LawNode(place)
{
    public ImmutableArray<KeyValuePair<string, LawNode>> Entries { get; } = entries;

    public LawNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal))
            {
                return entry.Value;
            }
        }

        return null;
    }

    /// <summary>The same map with some values replaced or added.</summary>
    public LawMap With(LawMap changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var kept = Entries.Where(entry => changes.Find(entry.Key) is null);
        return new LawMap([.. kept, .. changes.Entries], Place);
    }
}
