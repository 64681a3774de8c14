using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;

namespace CaseCoordination.EnforcementActions.Deconfliction.Questions;

/// <summary>One authority's answer, or that it has not answered.</summary>
/// <param name="About">own, plan or inquiry.</param>
/// <param name="Number">The plan's version, or the inquiry's number.</param>
/// <param name="Outcome">hit, no-hit, declined or waiting.</param>
/// <param name="At">When it was answered; absent while it waits.</param>
public sealed record DeconflictionLine(
    string Authority,
    string About,
    int Number,
    string Outcome,
    IReadOnlyList<Hit> Hits,
    DateTimeOffset? AskedAt,
    DateTimeOffset? At
)
{
    /// <summary>Own actions first, then those who take part, then those who were asked besides.</summary>
    public static IReadOnlyList<DeconflictionLine> Of(CoordinatedAction file)
    {
        var known = file.Deconfliction;
        return
        [
            .. known.Own is { } own
                ?
                [
                    new DeconflictionLine(
                        file.Authority,
                        "own",
                        own.PlanVersion,
                        OutcomeOf(own.Hits),
                        own.Hits,
                        null,
                        own.At
                    ),
                ]
                : Array.Empty<DeconflictionLine>(),
            .. known.OfPlan.Select(f => Line(f.Key, f.Value, null)),
            .. known.Inquiries.SelectMany(i => i.Authorities.Select(a => Line(known, i, a))),
        ];
    }

    private static DeconflictionLine Line(DeconflictionFile known, Inquiry inquiry, string authority) =>
        known.OfInquiries.GetValueOrDefault(DeconflictionFile.KeyOf(inquiry.Number, authority)) is { } finding
            ? Line(authority, finding, inquiry.At)
            : new DeconflictionLine(authority, Finding.OfInquiry, inquiry.Number, "waiting", [], inquiry.At, null);

    private static DeconflictionLine Line(string authority, Finding finding, DateTimeOffset? askedAt) =>
        new(
            authority,
            finding.About,
            finding.Number,
            finding.Declined is null ? OutcomeOf(finding.Hits) : "declined",
            finding.Hits,
            askedAt,
            finding.At
        );

    private static string OutcomeOf(Hit[] hits) => hits.Length > 0 ? "hit" : "no-hit";
}
