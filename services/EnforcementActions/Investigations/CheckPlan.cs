using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.EnforcementActions.Investigations;

/// <summary>Whether an action may be planned on a joint investigation: its lead, with those who joined it, while it is open.</summary>
public static class CheckPlan
{
    /// <summary>Why not; null when it may.</summary>
    /// <param name="investigation">The copy, as far as the caller may know it.</param>
    /// <param name="plan">The plan as drafted or revised.</param>
    public static Refusal? Refuse(Investigation? investigation, Plan plan)
    {
        // Whether it is not there or not for the caller's eyes is the same answer.
        if (investigation is null or { State: InvestigationState.Purged })
        {
            return new Refusal("investigation-unknown", "There is no such joint investigation here.", "caseId");
        }

        if (!investigation.IsLead)
        {
            return new Refusal("not-the-lead", $"{investigation.Lead} leads this investigation.", "caseId");
        }

        if (investigation.State != InvestigationState.Open)
        {
            return new Refusal(
                "investigation-not-open",
                "Actions are planned while the joint investigation is filed, and neither suspended nor closed.",
                "caseId"
            );
        }

        foreach (var (participant, i) in plan.Participants.Select((p, i) => (p.Authority, i)))
        {
            if (participant != investigation.Authority && !investigation.Joined.ContainsKey(participant))
            {
                return new Refusal(
                    "participant-not-joined",
                    $"{participant} has not joined the investigation.",
                    $"plan.participants[{i}]"
                );
            }
        }

        return null;
    }

    /// <summary>The copy if the caller may know the investigation; null otherwise.</summary>
    public static async Task<Investigation?> FindInvestigationAsync(
        this AuthoritySession session,
        Guid caseId,
        Caller caller,
        CancellationToken cancellation
    ) =>
        await session.Documents.LoadAsync<Investigation>(caseId, cancellation) is { } found
        && Visibility.Of(caller, [.. found.Groups], [.. found.Members]) == Sight.Whole
            ? found
            : null;
}
