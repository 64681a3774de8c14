using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>A deadline with its term; open where the fact on which it turns is unknown.</summary>
internal sealed record DueTerm(Deadline Deadline, DeadlineTerm Term, bool IsOpen);

/// <summary>Computes deadlines in the calendar of the authority that has to act.</summary>
internal static class DeadlineStage
{
    public static List<DueTerm> Check(
        Instrument instrument,
        AuthorityProfile acting,
        ImmutableArray<ClockEvent> events,
        Facts facts,
        ImmutableArray<string>? kinds
    )
    {
        var due = new List<DueTerm>();
        if (instrument.Deadlines.IsEmpty)
        {
            return due;
        }

        var calendar = instrument.Calendar.RollsOver ? acting.Calendar : acting.Calendar.WithoutRollOver();
        foreach (var term in instrument.Deadlines)
        {
            foreach (var happened in events)
            {
                if (term.Within is { } within && Runs(instrument, term, happened, facts, kinds))
                {
                    if (!IsReplaced(instrument, term, events, facts, kinds))
                    {
                        var end = calendar.Due(happened.At, within);
                        var hours = within.Unit == PeriodUnit.Hours;
                        var deadline = new Deadline(term.Do, end, hours, acting.Code, term.Id);
                        due.Add(new DueTerm(deadline, term, term.If is { } fact && facts[fact] == Tri.Unknown));
                    }
                }
            }
        }

        return due;
    }

    /// <summary>
    /// A clock whose condition is unknown runs, because letting it stand would take unknown for no.
    /// </summary>
    private static bool Runs(
        Instrument instrument,
        DeadlineTerm term,
        ClockEvent happened,
        Facts facts,
        ImmutableArray<string>? kinds
    ) =>
        string.Equals(term.After, happened.Event, StringComparison.Ordinal)
        && term.AppliesOn(DateOnly.FromDateTime(happened.At))
        && (term.If is not { } fact || facts[fact] != Tri.No)
        && (kinds is not { } given || term.For.IsEmpty || Covers(instrument, term, given));

    private static bool Covers(Instrument instrument, DeadlineTerm term, ImmutableArray<string> kinds)
    {
        foreach (var kind in kinds)
        {
            if (instrument.Covers(term.For, kind))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsReplaced(
        Instrument instrument,
        DeadlineTerm term,
        ImmutableArray<ClockEvent> events,
        Facts facts,
        ImmutableArray<string>? kinds
    )
    {
        foreach (var other in instrument.Deadlines)
        {
            if (string.Equals(other.Replaces, term.Id, StringComparison.Ordinal))
            {
                foreach (var happened in events)
                {
                    if (Runs(instrument, other, happened, facts, kinds))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
