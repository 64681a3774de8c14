using CaseCoordination.Demo.Matters;
using CaseCoordination.Demo.Nodes;

namespace CaseCoordination.Demo.Telling;

/// <summary>Requests, packages and holdings, as the last chapters share them.</summary>
internal sealed class Exchange(Plot plot)
{
    private Guid? _rule;
    private Guid? _trades;

    public InventedRecords Records { get; } = new(plot.Matter);

    /// <summary>The rule by which the partner gives trades.</summary>
    public Guid Rule
    {
        get => _rule ?? throw new StoryFailure("No rule is in force.");
        set => _rule = value;
    }

    /// <summary>The lead's holding of the trades.</summary>
    public Guid Trades
    {
        get => _trades ?? throw new StoryFailure("The lead holds no trades.");
        set => _trades = value;
    }

    /// <summary>The matter in the words of the law.</summary>
    public object[] Matters
    {
        get
        {
            var law = plot.Matter.Law;
            return
            [
                new
                {
                    law.Code,
                    law.Over,
                    law.FinancialInstrument,
                    law.ConductFrom,
                    law.ConductTo,
                },
            ];
        }
    }

    /// <summary>The lead's officer drafts a request to the partner and submits it.</summary>
    public async Task<RequestSheet> AskAsync(string title, string assistance, object? records = null)
    {
        var officer = plot.Officer(plot.Lead);
        var story = plot.Matter.Story;
        var draft = await plot.Api.PostAsync(
            officer,
            plot.Shared("/api/requests"),
            new
            {
                To = new[] { plot.Partner },
                plot.CaseId,
                Content = new
                {
                    Title = title,
                    Matters,
                    Assistance = new[] { assistance },
                    story.Instrument,
                    Pinned = story.Instrument is not null,
                    Fields = story.ContentFields.ToDictionary(f => f, _ => story.Message, StringComparer.Ordinal),
                    Records = records is null ? Array.Empty<object>() : [records],
                },
            },
            plot.Cancellation
        );
        await plot.Api.PostAsync(
            officer,
            plot.Shared($"/api/requests/{draft.Id}/submission"),
            new { },
            plot.Cancellation
        );
        return await plot.Api.GetAsync<RequestSheet>(
            officer,
            plot.Shared($"/api/requests/{draft.Id}"),
            plot.Cancellation
        );
    }

    /// <summary>Somebody of an authority does something in the data exchange.</summary>
    public Task<Answered> DoAsync(Person person, string path, object? body = null) =>
        plot.Api.PostAsync(person, plot.Shared(path), body, plot.Cancellation);

    public Task<string> RefusedAsync(Person person, string path, object? body, string code) =>
        plot.Api.RefusedAsync(person, plot.Shared(path), body, code, plot.Cancellation);

    public Task<T> GetAsync<T>(Person person, string path)
        where T : class => plot.Api.GetAsync<T>(person, plot.Shared(path), plot.Cancellation);

    /// <summary>Waits until somebody sees a thing so.</summary>
    public async Task<T> UntilAsync<T>(Person person, string path, string what, Func<T, bool> holds)
        where T : class =>
        (
            await plot.Patience.UntilAsync(
                $"{person.Account} to see {what}",
                () => plot.Api.FindAsync<T>(person, plot.Shared(path), plot.Cancellation),
                seen => seen is not null && holds(seen),
                seen => seen?.ToString() ?? "nothing",
                plot.Cancellation
            )
        )!;

    public Task<RequestSheet> RequestAsync(Person person, Guid id, string state) =>
        UntilAsync<RequestSheet>(person, $"/api/requests/{id}", $"the request {state}", r => r.State == state);

    public Task<PackageSheet> FetchedAsync(Person person, Guid package) =>
        UntilAsync<PackageSheet>(
            person,
            $"/api/packages/{package}",
            "the package fetched",
            p => p.State == "retrieved"
        );

    /// <summary>Who of an authority's officers can see a thing: whose group it reaches is the receiving authority's own affair.</summary>
    public async Task<Person> WhoSeesAsync(string authority, string path)
    {
        var officers = plot.People.With(authority, "officer");
        return (
            await plot.Patience.UntilAsync(
                $"an officer of {authority} to see {path}",
                async () =>
                {
                    foreach (var officer in officers)
                    {
                        if (
                            await plot.Api.FindAsync<Versioned>(officer, plot.Shared(path), plot.Cancellation)
                            is not null
                        )
                        {
                            return officer;
                        }
                    }

                    return null;
                },
                officer => officer is not null,
                _ => "nobody does",
                plot.Cancellation
            )
        )!;
    }

    /// <summary>A second person approves a package as it is, and its officer releases it.</summary>
    public async Task ReleaseAsync(Person officer, Guid package)
    {
        var path = $"/api/packages/{package}";
        await RefusedAsync(officer, $"{path}/release", null, "approval-missing");
        var approver = plot.Somebody(officer.Authority, "approver");
        var sheet = await GetAsync<PackageSheet>(approver, path);
        await plot.Api.PostAsync(
            approver,
            plot.Shared($"{path}/approval"),
            new { Note = "Read and found in order." },
            sheet.Version,
            plot.Cancellation
        );
        plot.Say(approver, $"approves package {sheet.Reference}: without a second person it could not go");
        await DoAsync(officer, $"{path}/release");
        plot.Say(officer, $"releases package {sheet.Reference}");
    }

    /// <summary>Tells of a package that arrived, and gives the holding of its first item.</summary>
    public async Task<Guid> TakeAsync(Person person, Guid package)
    {
        var fetched = await FetchedAsync(person, package);
        var item = fetched.Items[0];
        var withheld = item.Withheld.Count == 0 ? "" : $"; left out: {string.Join(", ", item.Withheld)}";
        plot.Say(
            person,
            $"has package {fetched.Reference}: {item.Name}, {item.Size} bytes, SHA-256 {item.Sha256[..12]}, fetched and verified{withheld}"
        );
        var held = await UntilAsync<Page<HoldingLine>>(
            person,
            $"/api/holdings?package={package}",
            "the item held",
            page => page.Items.Count > 0
        );
        return held.Items[0].Id;
    }

    private sealed record Versioned(long Version);
}
