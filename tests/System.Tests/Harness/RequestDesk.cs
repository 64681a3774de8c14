namespace CaseCoordination.SystemTests.Harness;

/// <summary>A request as an officer sees it; only what the scenario looks at.</summary>
internal sealed record RequestView(
    Guid Id,
    string State,
    string Side,
    bool IsPaused,
    DateTimeOffset? DueAt,
    RequestBasis? Basis,
    RequestAnswer? Answer,
    RequestRating? Closing
);

internal sealed record RequestBasis(string Instrument);

internal sealed record RequestAnswer(string Text, Guid[] Packages);

internal sealed record RequestRating(int? Timeliness, int? Usefulness);

/// <summary>An officer's requests for assistance.</summary>
internal sealed class RequestDesk(string authority, Client client)
{
    private static readonly string[] Assistance = ["info.transactions"];

    /// <param name="records">Supervisory records that are asked for.</param>
    public Task<Guid> DraftAsync(string to, params object[] records) =>
        client.PostAsync(
            "api/requests",
            new
            {
                to = new[] { to },
                content = new
                {
                    title = "Accounts behind wash trades",
                    matters = new[]
                    {
                        new
                        {
                            code = "manipulation",
                            over = "crypto-derivatives",
                            financialInstrument = "yes",
                            conductFrom = "2025-01-01",
                            conductTo = "2025-06-30",
                        },
                    },
                    assistance = Assistance,
                    fields = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["facts-and-purpose"] = "Two accounts trade with each other.",
                        ["assistance-and-why"] = "Who holds them.",
                        ["identification-leads"] = "The venue knows.",
                        ["precautions-and-sensitivity"] = "Nobody is to be warned.",
                        ["laws-violated"] = "Act s. 4",
                    },
                    records,
                },
            },
            Services.Sharing
        );

    public Task TellAsync(Guid id, string command, object? body = null) =>
        client.PostAsync($"api/requests/{id}/{command}", body, Services.Sharing);

    public Task<RequestView?> SeeAsync(Guid id) => client.GetAsync<RequestView>(Services.Sharing, $"api/requests/{id}");

    /// <summary>Waits until this officer sees the request so.</summary>
    public async Task<RequestView> AwaitAsync(Guid id, Func<RequestView, bool> holds, string what) =>
        (
            await Patiently.GetAsync(
                () => SeeAsync(id),
                view => view is not null && holds(view),
                $"{authority} to see of request {id} that {what}"
            )
        )!;

    public Task<RequestView> InStateAsync(Guid id, string state) =>
        AwaitAsync(id, v => v.State == state, $"it is {state}");
}
