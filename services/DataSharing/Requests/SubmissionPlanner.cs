using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Forms;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>Brings together what a submission is planned with: the law of the day, the forms, the calendars of both sides.</summary>
public sealed class SubmissionPlanner(LawBookCache law, RequestForms forms, RequestSettings settings)
{
    public async Task<(SubmissionPlan Plan, Calendars Calendars)> PlanAsync(
        AuthoritySession session,
        Request draft,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var calendars = await Calendars.LoadAsync(session, [draft.Authority, draft.Other], cancellation);
        var book = await law.BookAsync(calendars.DayOf(draft.Other, now), cancellation);
        return (SubmissionPlan.Of(book, draft, forms, now, calendars, settings), calendars);
    }
}
