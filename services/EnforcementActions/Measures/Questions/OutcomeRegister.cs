using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Measures.Domain;
using CaseCoordination.EnforcementActions.Measures.Outcomes;

namespace CaseCoordination.EnforcementActions.Measures.Questions;

/// <summary>Orders, freezes and fines of all participants of one action.</summary>
/// <param name="Payable">What is left to pay on each fine that stands, after offsets.</param>
/// <param name="Totals">What is left to pay in all, by currency; absent where the offsets leave it open.</param>
/// <param name="Warnings">One subject punished twice for one matter without an offset between.</param>
public sealed record OutcomeRegister(
    Guid ActionId,
    IReadOnlyList<OutcomeRow> Measures,
    IReadOnlyList<PayableFine> Payable,
    IReadOnlyDictionary<string, decimal?> Totals,
    IReadOnlyList<DoubleJeopardy> Warnings
)
{
    // What will not be taken, or was not, neither counts on another fine nor punishes anybody.
    private static readonly string[] Void =
    [
        OutcomeRow.Declined,
        Unreleased.Withheld,
        Unreleased.Missed,
        Kebab.Of(MeasureState.Failed),
        Kebab.Of(MeasureState.Lifted),
    ];

    public static OutcomeRegister Of(Guid action, Plan plan, IReadOnlyList<OutcomeRow> rows)
    {
        var standing = rows.Where(r => !Void.Contains(r.State, StringComparer.Ordinal))
            .Select(r => (r.Authority, r.Measure))
            .ToHashSet();
        var payable = Offsetting.Payable([
            .. from row in rows
            where standing.Contains((row.Authority, row.Measure)) && row.Fine is not null
            let planned = plan.Measures.First(m => m.Authority == row.Authority && m.Id == row.Measure)
            select new ImposedFine(
                row.Authority,
                row.Measure,
                Amounts.Read(row.Fine!.Amount) ?? 0,
                row.Fine.Currency,
                [.. planned.Offsets.Select(o => new Credit(o.Authority, o.Measure, Amounts.Read(o.UpTo) ?? 0))]
            ),
        ]);
        return new OutcomeRegister(
            action,
            rows,
            payable,
            Offsetting.Totals(payable),
            DoubleJeopardy.In(plan, m => standing.Contains((m.Authority, m.Id)))
        );
    }
}
