namespace CaseCoordination.SystemTests.Harness;

/// <summary>An action as an officer sees it; only what the scenarios look at.</summary>
internal sealed record ActionView(
    Guid Id,
    long Version,
    string State,
    bool WillRelease,
    ActionOrder? Order,
    ActionRelease? Release,
    ActionStand[] Stands
)
{
    public string EffectAt(string authority) => StandOf(authority)?.Receipt?.Effect ?? "";

    public ActionStand? StandOf(string authority) => Stands.FirstOrDefault(s => s.Authority == authority);
}

internal sealed record ActionOrder(int Number, string Standing);

internal sealed record ActionRelease(DateTimeOffset At, long LateByMs, bool IsLate, bool ByHand);

internal sealed record ActionStand(
    string Authority,
    ActionReceipt? Receipt,
    ActionRelease? Release,
    string? Unreleased
);

internal sealed record ActionReceipt(int Number, string Standing, string Effect);

/// <summary>One authority's people at its own file of an action: an officer prepares, an approver decides.</summary>
internal sealed class ActionDesk(string authority, Client officer, Client approver)
{
    public string Authority => authority;

    public static async Task<ActionDesk> OpenAsync(SystemNode node, Officer officer, string prefix, Ledger ledger) =>
        new(
            officer.Authority,
            await Cast.LogInAsync(node, $"{prefix}-officer", ledger),
            await Cast.LogInAsync(node, $"{prefix}-approver", ledger)
        );

    /// <summary>Drafts it as soon as the service has heard of the case and of who joined it.</summary>
    public Task<Guid> DraftAsync(Guid caseId, object plan) =>
        officer.PostOnceAsync(
            "api/actions",
            new { caseId, plan },
            Services.Actions,
            "investigation-unknown",
            "investigation-not-open",
            "participant-not-joined"
        );

    public Task ProposeAsync(Guid id) => DecideAsync(id, "proposal");

    /// <summary>Records the title of its one measure and declares itself ready.</summary>
    public async Task GetReadyAsync(Guid id)
    {
        await AwaitAsync(id, v => v.State != "draft", "it is proposed");
        await officer.PostAsync(
            $"api/actions/{id}/titles",
            new
            {
                measure = JointAction.MeasureOf(authority),
                number = "Order 12/2026",
                issuedBy = "District Court",
                issuedOn = "2026-01-05",
            },
            Services.Actions
        );
        await DecideAsync(id, "ready");
    }

    public Task AbortAsync(Guid id) => DecideAsync(id, "abort", new { reason = "The account was emptied." });

    public Task ReleaseByHandAsync(Guid id) => DecideAsync(id, "release");

    public Task<ActionView?> SeeAsync(Guid id) => officer.GetAsync<ActionView>(Services.Actions, $"api/actions/{id}");

    /// <summary>Waits until this authority's own file says so.</summary>
    public async Task<ActionView> AwaitAsync(Guid id, Func<ActionView, bool> holds, string what) =>
        (
            await Patiently.GetAsync(
                () => SeeAsync(id),
                view => view is not null && holds(view),
                $"{authority} to see of action {id} that {what}"
            )
        )!;

    private Task<Guid> DecideAsync(Guid id, string act, object? body = null) =>
        approver.PostAsync($"api/actions/{id}/{act}", body, Services.Actions);
}
