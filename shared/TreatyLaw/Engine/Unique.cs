using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Values in the order of their first mention, each once; short lists are searched, long ones hashed.</summary>
internal sealed class Unique<TKey, TValue>(Func<TValue, TKey> key)
    where TKey : notnull
{
    private const int Short = 24;
    private readonly List<TValue> values = [];
    private HashSet<TKey>? keys;

    public int Count => values.Count;

    public List<TValue> Values => values;

    public void Add(TValue value)
    {
        if (IsNew(key(value)))
        {
            values.Add(value);
            if (keys is null && values.Count > Short)
            {
                keys = [.. values.Select(key)];
            }
        }
    }

    private bool IsNew(TKey wanted)
    {
        if (keys is not null)
        {
            return keys.Add(wanted);
        }

        foreach (var value in values)
        {
            if (wanted.Equals(key(value)))
            {
                return false;
            }
        }

        return true;
    }

    public ImmutableArray<TValue> ToImmutable() => [.. values];
}
