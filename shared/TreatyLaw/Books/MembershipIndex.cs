using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>Every authority's memberships in the order of instrument ids.</summary>
internal static class MembershipIndex
{
    public static FrozenDictionary<string, ImmutableArray<Membership>> Build(
        FrozenDictionary<string, Instrument> instruments,
        ImmutableArray<Participation> participations
    )
    {
        var bilateralEnds = BilateralEnds(instruments, participations);
        return participations
            .GroupBy(p => p.Authority, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group =>
                    group
                        .OrderBy(p => p.Instrument, StringComparer.Ordinal)
                        .Select(p => Join(p, instruments[p.Instrument], bilateralEnds))
                        .ToImmutableArray(),
                StringComparer.Ordinal
            );
    }

    private static Membership Join(
        Participation participation,
        Instrument instrument,
        Dictionary<string, DateOnly> bilateralEnds
    )
    {
        var terms = instrument.Parties.Where(term => term.Describes(participation)).ToImmutableArray();
        if (terms.IsEmpty)
        {
            terms =
            [
                .. instrument.Parties.Where(term => term.Status == participation.Status && term.Authorities.IsEmpty),
            ];
        }

        var from = participation.From;
        foreach (var since in terms.Select(term => term.Since).Concat(instrument.Lifecycle.Select(term => term.Begins)))
        {
            from = since > from ? since.Value : from;
        }

        var end = End(participation, instrument);
        var onRecord = participation is not { To: null, NoticeGiven: null, Status: not "withdrawn" };
        if (bilateralEnds.TryGetValue(instrument.Id, out var shared))
        {
            end = end is { } own && own < shared ? own : shared;
            onRecord = true;
        }

        return new Membership(participation, instrument, from, end, onRecord, terms);
    }

    private static Dictionary<string, DateOnly> BilateralEnds(
        FrozenDictionary<string, Instrument> instruments,
        ImmutableArray<Participation> participations
    )
    {
        var ends = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var participation in participations)
        {
            var instrument = instruments[participation.Instrument];
            if (instrument.IsBilateral && End(participation, instrument) is { } end)
            {
                ends[instrument.Id] = ends.TryGetValue(instrument.Id, out var other) && other < end ? other : end;
            }
        }

        return ends;
    }

    /// <summary>Notice of n days given on day D makes D + n the first day out, by plain count.</summary>
    private static DateOnly? End(Participation participation, Instrument instrument)
    {
        if (participation.To is not null || participation.NoticeGiven is not { } given)
        {
            return participation.To;
        }

        var notice = instrument.Lifecycle.Select(term => term.Notice).FirstOrDefault(period => period is not null);
        return notice switch
        {
            null => null,
            { Unit: PeriodUnit.Weeks } weeks => given.AddDays(7 * weeks.Count),
            { Unit: PeriodUnit.Months } months => given.AddMonths(months.Count),
            { Unit: PeriodUnit.Years } years => given.AddYears(years.Count),
            { } days => given.AddDays(days.Count),
        };
    }
}
