using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Disputes.Domain;

namespace CaseCoordination.EnforcementActions.Disputes.Questions;

/// <summary>A dispute as readers of the file see it.</summary>
/// <param name="N">Its place in this file, by which its routes name it.</param>
public sealed record DisputeSheet(int N, Dispute Dispute, DisputeResult? Result, IReadOnlyList<Following> Followings)
{
    public static IReadOnlyList<DisputeSheet> Of(CoordinatedAction file) =>
        [.. file.Disputes.Select((d, i) => new DisputeSheet(i + 1, d.Dispute, d.Result, [.. d.Followings.Values]))];
}
