using System.Globalization;
using System.Text.Json;
using CaseCoordination.Testing;

namespace CaseCoordination.SystemTests.Harness;

/// <summary>A case as an officer sees it; only what the scenarios look at.</summary>
internal sealed record Sheet(
    Guid Id,
    string Stage,
    string Role,
    string Lead,
    SheetPartner[] Partners,
    SheetOffer? LeadOffer,
    string? Outcome,
    string? LeadOutcome
)
{
    public string StateOf(string partner) => Partners.FirstOrDefault(p => p.Authority == partner)?.State ?? "";
}

internal sealed record SheetPartner(string Authority, string State, string? Ground);

internal sealed record SheetOffer(string From, string To);

/// <summary>What a trial says of one invitation; only what its letter says too.</summary>
internal sealed record Trial(
    string Authority,
    bool Allowed,
    string Outcome,
    string Instrument,
    string[] Citations,
    JsonElement Obligations,
    string[] Explanation
);

/// <summary>A letter as its sender's people see it.</summary>
internal sealed record SentLetter(string Recipient, SentBasis Basis, SentDecision[] Decisions, JsonElement Obligations);

internal sealed record SentBasis(string Outcome, string Instrument, string[] Citations);

internal sealed record SentDecision(string By, string[] Text);

internal sealed record SentPage(SentLine[] Items);

internal sealed record SentLine(Guid LetterId, string State);

/// <summary>An officer of one authority; every command that succeeds goes into the ledger.</summary>
internal sealed class Officer(string authority, Client client, Ledger ledger)
{
    private static readonly string[] Provisions = ["Act s. 4"];
    private static readonly string[] Assistance = ["info.files", "info.transactions"];
    private static readonly string[] ContentFields =
    [
        "facts-and-purpose",
        "assistance-and-why",
        "identification-leads",
        "precautions-and-sensitivity",
        "laws-violated",
    ];
    private int _number;

    public string Authority => authority;

    /// <summary>Requests for assistance, as this officer makes and answers them.</summary>
    public RequestDesk Requests { get; } = new(authority, client);

    public async Task<Guid> OpenAsync()
    {
        var title = Text();
        var matter = new
        {
            code = "intermediaries",
            over = "crypto-derivatives",
            financialInstrument = "yes",
            conductFrom = "2025-01-01",
            conductTo = "2025-06-30",
        };
        var id = await client.PostAsync("api/cases", new { title, matter });
        ledger.Acknowledge(new(authority, id, "case-opened", "title", title));
        return id;
    }

    public async Task AddSubjectAsync(Guid id)
    {
        var name = Text();
        await client.PostAsync($"api/cases/{id}/subjects", new { kind = "entity", name });
        ledger.Acknowledge(new(authority, id, "subject-added", "name", name));
    }

    public async Task AddAllegationAsync(Guid id)
    {
        var text = Text();
        await client.PostAsync($"api/cases/{id}/allegations", new { text, provisions = Provisions });
        ledger.Acknowledge(new(authority, id, "allegation-added", "text", text));
    }

    public async Task FileAsync(Guid id, params string[] invited)
    {
        await client.PostAsync($"api/cases/{id}/filing", Filing(invited));
        ledger.Acknowledge(new(authority, id, "case-filed"));
        ledger.File(new(id, authority, invited));
    }

    /// <summary>What would become of the filing.</summary>
    public Task<Trial[]> TryFilingAsync(Guid id, params string[] invited) =>
        client.AskAsync<Trial[]>($"api/cases/{id}/filing/dry-run", Filing(invited));

    /// <summary>The invitations of a case once the border has judged as many.</summary>
    public async Task<SentLetter[]> InvitationsAsync(Guid id, int count)
    {
        var path = $"api/letters?conversation={id}&direction=outbound&kind=case.invitation";
        var page = await Patiently.GetAsync(
            () => client.GetAsync<SentPage>(Services.Border, path),
            found => found!.Items.Length == count,
            $"{count} invitations of case {id}"
        );
        var letters = new List<SentLetter>();
        foreach (var line in page!.Items)
        {
            letters.Add((await client.GetAsync<SentLetter>(Services.Border, $"api/letters/{line.LetterId}"))!);
        }

        return [.. letters];
    }

    public Task AcknowledgeAsync(Guid id) => TellAsync(id, "acknowledgement", "invitation-acknowledged");

    public Task JoinAsync(Guid id) => TellAsync(id, "joining", "investigation-joined");

    public Task DeclineAsync(Guid id) =>
        TellAsync(id, "declining", "invitation-declined", new { ground = "no-capacity", reason = Text() });

    public async Task OfferLeadAsync(Guid id, string to)
    {
        await client.PostAsync($"api/cases/{id}/lead-offer", new { to });
        ledger.Acknowledge(new(authority, id, "lead-offered", "to", to));
    }

    public Task AcceptLeadAsync(Guid id) => TellAsync(id, "lead-acceptance", "lead-taken");

    public Task CloseAsync(Guid id, string outcome) =>
        TellAsync(id, "closure", "case-closed", new { outcome, summary = Text() });

    public Task<Sheet?> SeeAsync(Guid id) => client.GetAsync<Sheet>(Services.Intake, $"api/cases/{id}");

    /// <summary>Waits until this officer sees the case so.</summary>
    public Task<Sheet?> AwaitAsync(Guid id, Func<Sheet, bool> holds, string what) =>
        Patiently.GetAsync(
            () => SeeAsync(id),
            sheet => sheet is not null && holds(sheet),
            $"{authority} to see of case {id} that {what}"
        );

    private async Task TellAsync(Guid id, string command, string @event, object? body = null)
    {
        await client.PostAsync($"api/cases/{id}/{command}", body);
        ledger.Acknowledge(new(authority, id, @event));
    }

    private object Filing(string[] invited) =>
        new
        {
            invite = invited.Select(i => new { authority = i, instrument = "iosco-mmou" }),
            assistance = Assistance,
            message = Text(),
            contentFields = ContentFields,
        };

    private string Text() =>
        string.Create(CultureInfo.InvariantCulture, $"{ledger.Mark} {authority} {Interlocked.Increment(ref _number)}");
}
