using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>Values in the order of their keys, each key once, the first mention staying; cheapest when added in that order.</summary>
internal sealed class Sorted<T>(Func<T, string> key)
{
    private readonly List<T> values = [];

    /// <summary>Makes room beforehand.</summary>
    public void Expect(int count) => values.EnsureCapacity(count);

    public void Add(T value)
    {
        var wanted = key(value);
        if (values.Count == 0 || string.CompareOrdinal(key(values[^1]), wanted) < 0)
        {
            values.Add(value);
            return;
        }

        var (low, high) = (0, values.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (string.CompareOrdinal(key(values[middle]), wanted))
            {
                case 0:
                    return;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        values.Insert(low, value);
    }

    public ImmutableArray<T> ToImmutable() => [.. values];
}
