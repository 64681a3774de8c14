using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>What "any information" means under an instrument.</summary>
internal static class Kinds
{
    public static bool Covers(this Instrument instrument, ImmutableArray<string> named, string kind) =>
        named.Has(kind)
        || (
            kind.StartsWith("info.", StringComparison.Ordinal)
            && named.Has("info.any")
            && !instrument.InfoAnyExcept.Has(kind)
        );
}
