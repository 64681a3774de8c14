using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Disputes.Domain;
using CaseCoordination.Platform.Deadlines;

namespace CaseCoordination.EnforcementActions.Disputes;

/// <summary>Until when a dispute is to have a result; the lead and whoever raised it wait for it.</summary>
public static class PassDisputeClock
{
    private const string Prefix = "dispute.";

    /// <summary>The clock of a dispute; it ends with whose dispute it is.</summary>
    public static string KeyOf(Dispute dispute) => $"{Prefix}{dispute.Number}.{dispute.Raiser}";

    public static IEnumerable<OpenDeadline> Running(CoordinatedAction file)
    {
        foreach (
            var dispute in file
                .Disputes.Where(d => d.Result is null && (file.IsLead || d.Dispute.Raiser == file.Authority))
                .Select(d => d.Dispute)
        )
        {
            var key = KeyOf(dispute);
            if (!file.Passed.Contains($"{key}/fail"))
            {
                yield return new OpenDeadline(
                    key,
                    file.Passed.Contains($"{key}/warn") ? null : dispute.At + ((dispute.DueAt - dispute.At) * 0.75),
                    dispute.DueAt
                );
            }
        }
    }
}
