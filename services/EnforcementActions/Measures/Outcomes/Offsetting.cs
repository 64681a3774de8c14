namespace CaseCoordination.EnforcementActions.Measures.Outcomes;

/// <summary>A fine as far as offsetting looks at it.</summary>
/// <param name="Credits">What is payable on other fines counts on this one, up to an amount each.</param>
public sealed record ImposedFine(string Authority, string Measure, decimal Amount, string Currency, Credit[] Credits);

/// <summary>What is payable on the named fine counts, up to an amount.</summary>
public sealed record Credit(string Authority, string Measure, decimal UpTo);

/// <summary>What is left to pay on a fine.</summary>
/// <param name="Amount">Absent when the offsets leave open how it is divided.</param>
/// <param name="Least">It is not less than this.</param>
/// <param name="Most">It is not more than this.</param>
public sealed record PayableFine(
    string Authority,
    string Measure,
    string Currency,
    decimal Imposed,
    decimal? Amount,
    decimal Least,
    decimal Most
);

/// <summary>
/// What is left to pay when fines count on each other: on each, its amount less what is payable on the named others, each up to
/// its limit. Offsets may be mutual, so that this is an equation. Amounts are exact, and currencies never mix.
/// </summary>
public static class Offsetting
{
    // Amounts are finite decimals and every round moves a bound by at least their smallest digit; real plans settle in a few.
    private const int Rounds = 1000;

    public static IReadOnlyList<PayableFine> Payable(IReadOnlyList<ImposedFine> fines)
    {
        ArgumentNullException.ThrowIfNull(fines);

        // Paying more on the others leaves less to pay here: from nothing and from everything the bounds close in on each other.
        var least = new decimal[fines.Count];
        var most = fines.Select(f => f.Amount).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var (next, last) = (Left(fines, most), Left(fines, least));
            if (next.SequenceEqual(least) && last.SequenceEqual(most))
            {
                break;
            }

            (least, most) = (next, last);
        }

        // Where several divisions fulfil the offsets, the even one is meant if it is one of them; else nobody can say from here.
        var even = least.Zip(most, (l, m) => (l + m) / 2).ToArray();
        var isKnown = Left(fines, even).SequenceEqual(even);
        return
        [
            .. fines.Select(
                (f, i) =>
                    new PayableFine(
                        f.Authority,
                        f.Measure,
                        f.Currency,
                        f.Amount,
                        isKnown ? even[i] : null,
                        least[i],
                        most[i]
                    )
            ),
        ];
    }

    /// <summary>What is payable in all, by currency; absent where the offsets leave it open.</summary>
    public static IReadOnlyDictionary<string, decimal?> Totals(IEnumerable<PayableFine> fines) =>
        new SortedDictionary<string, decimal?>(
            fines
                .GroupBy(f => f.Currency, StringComparer.Ordinal)
                .ToDictionary(
                    g => g.Key,
                    g => g.Aggregate((decimal?)0, (sum, f) => sum + f.Amount),
                    StringComparer.Ordinal
                ),
            StringComparer.Ordinal
        );

    private static decimal[] Left(IReadOnlyList<ImposedFine> fines, decimal[] payable) =>
        [.. fines.Select(fine => Math.Max(0, fine.Amount - fine.Credits.Sum(c => Counted(fines, payable, fine, c))))];

    private static decimal Counted(
        IReadOnlyList<ImposedFine> fines,
        decimal[] payable,
        ImposedFine fine,
        Credit credit
    ) =>
        fines
            .Select((other, i) => (other, i))
            .Where(o =>
                o.other.Authority == credit.Authority
                && o.other.Measure == credit.Measure
                && o.other.Currency == fine.Currency
            )
            .Sum(o => Math.Min(credit.UpTo, payable[o.i]));
}
