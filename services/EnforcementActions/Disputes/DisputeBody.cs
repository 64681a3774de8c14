using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.EnforcementActions.Disputes;

/// <summary>To whom a disagreement goes.</summary>
/// <param name="Body">The body's name in the treaty vocabulary.</param>
/// <param name="Expected">What kind of result it gives, where the instrument says so.</param>
/// <param name="Basis">The instrument that names it, or none-named.</param>
public sealed record DisputeBody(string Body, string? Expected, string Basis, string[] Citations)
{
    private const string Disagreement = "disagreement";

    /// <summary>Where no instrument names anybody, those above the people who disagree.</summary>
    public static DisputeBody NoneNamed { get; } = new("heads-of-authority", null, "none-named", []);

    /// <summary>By the instrument of the plan, or else by the one that carried the proposal.</summary>
    public static DisputeBody Of(LawBook book, CoordinatedAction file, DateOnly day) =>
        (file.Plan.Instrument ?? file.Basis?.Instrument) is { } instrument
        && book.Instrument(instrument)?.Escalations.FirstOrDefault(t => t.When == Disagreement && t.AppliesOn(day))
            is { } term
            ? new(term.To, term.Result, instrument, [.. term.Cites])
            : NoneNamed;
}
