using CaseCoordination.TreatyLaw;

namespace CaseCoordination.CaseIntake.Cases.Questions;

/// <summary>What one partner can give of one kind.</summary>
public sealed record PlanView(
    string Partner,
    string Kind,
    string Outcome,
    string Instrument,
    IReadOnlyList<string> Citations,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<PlannedDeadline> Deadlines,
    IReadOnlyList<string> Missing,
    IReadOnlyList<PlannedWhatIf> WouldChange,
    IReadOnlyList<RejectedView> OtherInstruments,
    IReadOnlyList<Obligation> Obligations,
    string? StopReason,
    IReadOnlyList<string> Explanation
)
{
    internal static PlanView Of(PlanLine line, LawBook book, Language language) =>
        new(
            line.Partner,
            line.Kind,
            line.Decision.Outcome.Code(),
            line.Decision.Basis,
            [.. line.Decision.Citations.Select(c => c.Text)],
            [.. line.Decision.Duties],
            [.. line.Decision.Deadlines.Select(d => new PlannedDeadline(d.Do, d.DueText))],
            [.. line.Decision.Ask],
            [.. line.WouldChange.Select(w => new PlannedWhatIf(w.Fact, w.IfYes.Code(), w.IfNo.Code()))],
            [.. line.Decision.Rejected.Select(r => new RejectedView(r.Instrument, r.Reason, [.. r.Terms]))],
            book.Instrument(line.Decision.Basis) is { } basis ? [.. TreatyLaw.Obligations.Of(basis)] : [],
            line.StopReason,
            [.. Explain.InFull(line.Decision, language)]
        );
}

/// <summary>By when something has to be done, if it is asked today.</summary>
public sealed record PlannedDeadline(string Do, string Due);

/// <summary>An open fact and the outcome that each answer leads to.</summary>
public sealed record PlannedWhatIf(string Fact, string IfYes, string IfNo);

/// <summary>An instrument that does not carry it, and why.</summary>
public sealed record RejectedView(string Instrument, string Reason, IReadOnlyList<string> Terms);
