using CaseCoordination.Demo.Matters;
using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;

namespace CaseCoordination.Demo.Chapters;

/// <summary>Two actions are planned for one instant; everybody decides for itself; both are armed.</summary>
internal static class PlanAction
{
    // A ground that consumer law knows, and securities regulators' memorandum does not.
    private const string NotOffered = "negligible-impact";

    public static async Task TellAsync(Plot plot, Concert concert)
    {
        concert.SetClocks();
        plot.Narrator.Chapter($"Four authorities plan to act at {Times.Of(concert.ReleaseAt)}");
        var plans = concert.Plans();
        concert.Settlement = await ProposeAsync(plot, concert, plans.Settlement());
        concert.Takedown = await ProposeAsync(plot, concert, plans.Takedown());
        await DeclineAsync(plot, concert);
        foreach (var authority in concert.Acting)
        {
            await GetReadyAsync(plot, concert, authority, concert.Settlement, plans.MeasuresOf(authority, false));
            await GetReadyAsync(plot, concert, authority, concert.Takedown, plans.MeasuresOf(authority, true));
        }

        await ArmedAsync(plot, concert);
    }

    private static async Task<Guid> ProposeAsync(Plot plot, Concert concert, object plan)
    {
        var lead = plot.Officer(plot.Lead);
        var id = await concert.DraftAsync(lead, plan);
        var sheet = await concert.GetAsync<ActionSheet>(lead, $"/{id}");
        plot.Say(
            lead,
            $"plans {sheet.Reference}, \"{sheet.Plan!.Title}\": {string.Join(", ", sheet.Plan.Measures.Select(m => $"{m.Authority} {m.Kind}"))}"
        );
        await concert.RefusedAsync(lead, id, "proposal", null, "role-missing");
        var approver = concert.Approver(plot.Lead);
        await concert.DoAsync(approver, id, "proposal");
        plot.Say(approver, "proposes it to the others: whoever prepared it cannot");
        return id;
    }

    private static async Task DeclineAsync(Plot plot, Concert concert)
    {
        var together = concert.Together;
        await concert.AppointAsync(plot.Decliner, concert.Settlement);
        var approver = concert.Approver(plot.Decliner);
        var refused = await concert.RefusedAsync(
            approver,
            concert.Settlement,
            "decline",
            new { Ground = NotOffered, Reason = "Few customers live here." },
            "ground-not-permitted"
        );
        plot.Say(approver, $"wants to decline because of {NotOffered}, and may not. {refused}");
        await concert.DoAsync(approver, concert.Settlement, "decline", new { together.Ground, together.Reason });
        var declined = await concert.UntilAsync(
            plot.Lead,
            concert.Settlement,
            $"that {plot.Decliner} declined",
            s => s.Stand(plot.Decliner)?.Vote?.Readiness == "declined"
        );
        plot.Say(
            approver,
            $"declines on the ground {together.Ground}: {together.Reason} {Basis.Citations(declined.Stand(plot.Decliner)!.Vote!.Citations)}"
        );
    }

    private static async Task GetReadyAsync(
        Plot plot,
        Concert concert,
        string authority,
        Guid action,
        IReadOnlyList<string> measures
    )
    {
        if (authority != plot.Lead)
        {
            await concert.AppointAsync(authority, action);
        }

        var (officer, approver) = (concert.Officer(authority), concert.Approver(authority));
        foreach (var measure in measures)
        {
            await concert.DoAsync(officer, action, "titles", concert.TitleOf(authority, measure));
        }

        await concert.DoAsync(approver, action, "ready");
        var reference = (await concert.GetAsync<ActionSheet>(officer, $"/{action}")).Reference;
        plot.Say(
            approver,
            $"is ready for {reference}: {officer.Account} recorded the titles of {string.Join(" and ", measures)}"
        );
    }

    private static async Task ArmedAsync(Plot plot, Concert concert)
    {
        foreach (var action in new[] { concert.Settlement, concert.Takedown })
        {
            var sheet = await concert.UntilAsync(
                plot.Lead,
                action,
                "that all hold the order",
                s => concert.Acting.All(a => s.Stand(a)?.Receipt is { Standing: "armed", Effect: "held" })
            );
            plot.Say(
                plot.Officer(plot.Lead),
                $"sees {sheet.Reference} armed: {string.Join(", ", concert.Acting)} each hold their order and need no further message"
            );
        }
    }
}
