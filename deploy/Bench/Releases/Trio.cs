namespace CaseCoordination.Bench.Releases;

/// <summary>An officer and an approver of each of three authorities, the lead first, who have joined one investigation.</summary>
internal sealed class Trio : IDisposable
{
    private static readonly (string Code, string Accounts)[] Parts =
    [
        ("XA-SMA", "xa"),
        ("MSA-FMA", "msa"),
        ("XB-DAC", "xb"),
    ];

    private readonly List<(string Code, Person Officer, Person Approver)> _people = [];

    public Guid CaseId { get; private set; }

    public IReadOnlyList<string> Codes { get; } = [.. Parts.Select(p => p.Code)];

    public IReadOnlyList<(string Code, Person Officer, Person Approver)> People => _people;

    public Person Lead => _people[0].Officer;

    public static async Task<Trio> JoinAsync()
    {
        var trio = new Trio();
        foreach (var (code, accounts) in Parts)
        {
            trio._people.Add(
                (code, await Person.LogInAsync($"{accounts}-officer"), await Person.LogInAsync($"{accounts}-approver"))
            );
        }

        await trio.FileAsync();
        return trio;
    }

    public void Dispose()
    {
        foreach (var (_, officer, approver) in _people)
        {
            officer.Dispose();
            approver.Dispose();
        }
    }

    private async Task FileAsync()
    {
        CaseId = await Lead.PostCaseAsync("", Payloads.Case(0));
        await Lead.PostCaseAsync($"/{CaseId}/subjects", Payloads.Subject);
        await Lead.PostCaseAsync($"/{CaseId}/allegations", Payloads.Allegation);
        await Lead.PostCaseAsync($"/{CaseId}/filing", Payloads.FilingTo([.. Codes.Skip(1)]));
        foreach (var (_, officer, _) in _people.Skip(1))
        {
            await officer.CaseSeenAsync(CaseId);
            await officer.PostCaseAsync($"/{CaseId}/acknowledgement", null);
            await officer.PostCaseAsync($"/{CaseId}/joining", null);
        }
    }
}
