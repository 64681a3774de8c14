using CaseCoordination.Decider;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>What several changes of a participation are refused for.</summary>
internal static class PartyRefusals
{
    public static readonly Refusal Withdrawn = new(
        "withdrawn",
        "The authority is no longer party; propose a new accession.",
        "what"
    );

    public static readonly Refusal EndsBeforeItBegins = new(
        "ends-before-it-begins",
        "The first day out lies after the first day in.",
        "to"
    );
}
