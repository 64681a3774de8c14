namespace CaseCoordination.DataSharing.Statistics;

/// <summary>Numbers over a few values; null over none.</summary>
internal static class Numbers
{
    private const int Digits = 4;

    /// <summary>How much of it holds, from 0 to 1.</summary>
    public static double? Share(IEnumerable<bool> values)
    {
        var all = values.ToList();
        return all.Count == 0 ? null : Round((double)all.Count(v => v) / all.Count);
    }

    public static double? Mean(IEnumerable<int?> values) => Mean(values.OfType<int>().Select(v => (double)v));

    public static double? Mean(IEnumerable<double> values)
    {
        var all = values.ToList();
        return all.Count == 0 ? null : Round(all.Average());
    }

    /// <summary>The value below which a part of the sorted values lies, between neighbours by straight line.</summary>
    public static double? Percentile(IReadOnlyList<double> sorted, double part)
    {
        if (sorted.Count == 0)
        {
            return null;
        }

        var place = part * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return Round(sorted[below] + ((place - below) * (sorted[above] - sorted[below])));
    }

    private static double Round(double value) => Math.Round(value, Digits, MidpointRounding.ToEven);
}
