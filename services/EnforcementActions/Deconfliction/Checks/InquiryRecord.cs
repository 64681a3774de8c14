using CaseCoordination.EnforcementActions.Actions.Letters;
using CaseCoordination.EnforcementActions.Deconfliction.Checks.Domain;
using CaseCoordination.EnforcementActions.Deconfliction.Domain;

namespace CaseCoordination.EnforcementActions.Deconfliction.Checks;

/// <summary>The stored view of one inquiry of another authority: who asked when about what, and what was answered.</summary>
public sealed record InquiryRecord
{
    /// <summary>The inquiry's letter.</summary>
    public required Guid Id { get; init; }
    public required string Asker { get; init; }
    public required Guid ActionId { get; init; }
    public required int Number { get; init; }
    public required IReadOnlyList<string> Sought { get; init; }
    public required IReadOnlyList<string> Places { get; init; }
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset Until { get; init; }
    public required IReadOnlyList<Hit> Hits { get; init; }
    public string? Declined { get; init; }

    /// <summary>How far the answer's letter is.</summary>
    public required string Answer { get; init; }
    public required string[] Groups { get; init; }
    public string[] Members { get; init; } = [];
    public required DateTimeOffset At { get; init; }

    public static IEnumerable<InquiryRecord> Of(DeconflictionCheck check) =>
        check.Inquiries.Select(i => new InquiryRecord
        {
            Id = i.LetterId,
            Asker = i.Asker,
            ActionId = i.ActionId,
            Number = i.Number,
            Sought = i.Sought,
            Places = i.Places,
            From = i.From,
            Until = i.Until,
            Hits = i.Hits,
            Declined = i.Declined,
            Answer = check.Answers[LetterIds.Of(i.LetterId, i.Asker, ActionLetterKinds.Deconflicted)],
            Groups = i.Groups,
            At = i.At,
        });
}
