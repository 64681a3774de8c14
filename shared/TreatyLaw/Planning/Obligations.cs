using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>A condition that travels with what is given: how it may be used, passed on or kept, in terms that a machine checks.</summary>
/// <param name="Term">The handling term it comes from.</param>
/// <param name="About">information, personal-data or request.</param>
/// <param name="Op">use, disclose, transfer or retain.</param>
/// <param name="Effect">allow, notify, consult, assure, objection-window, consent or deny.</param>
/// <param name="Purposes">Purposes it applies to; none means any, <c>other</c> those that no term names.</param>
/// <param name="Recipients">Recipients it applies to, by the same rule.</param>
/// <param name="Keep">How long it may be kept, such as <c>5 years</c>; null where the term says nothing.</param>
/// <param name="Survives">True when it binds after the instrument has ended.</param>
/// <param name="Cites">The provisions.</param>
public sealed record Obligation(
    string Term,
    string About,
    string Op,
    string Effect,
    ImmutableArray<string> Purposes,
    ImmutableArray<string> Recipients,
    string? Keep,
    bool Survives,
    ImmutableArray<string> Cites
);

/// <summary>Compiles the conditions of an instrument.</summary>
public static class Obligations
{
    private static readonly string[] Effects =
    [
        "allow",
        "notify",
        "consult",
        "assure",
        "objection-window",
        "consent",
        "deny",
    ];

    /// <summary>In the order of the instrument's terms; the same for the same version everywhere.</summary>
    public static ImmutableArray<Obligation> Of(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        var survivors = instrument.Lifecycle.SelectMany(term => term.Survives).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. instrument.Handling.Select(term => new Obligation(
                term.Id,
                term.About,
                term.Op,
                Effects[(int)term.Effect],
                term.Purposes,
                term.Recipients,
                term.Retention is { } keep ? $"{keep.Count} {keep.Unit.ToString().ToLowerInvariant()}" : null,
                survivors.Contains(term.Id),
                term.Cites
            )),
        ];
    }
}
