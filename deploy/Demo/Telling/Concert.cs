using CaseCoordination.Demo.Matters;
using CaseCoordination.Demo.Nodes;

namespace CaseCoordination.Demo.Telling;

/// <summary>The actions at one instant, as the last chapters share them.</summary>
internal sealed class Concert(Plot plot, Together together, Faults faults, Venue venue)
{
    private static readonly string[] NotYet =
    [
        "investigation-unknown",
        "investigation-not-open",
        "participant-not-joined",
    ];

    private readonly Dictionary<string, Person> _officers = new(StringComparer.Ordinal);

    // Everybody has to be ready before the cut-off; the border needs a moment for each letter.
    private static readonly TimeSpan ToReadiness = TimeSpan.FromSeconds(27);
    private static readonly TimeSpan ToCutOff = TimeSpan.FromSeconds(28);
    private static readonly TimeSpan ToRelease = TimeSpan.FromSeconds(36);

    public Together Together => together;

    public Faults Faults => faults;

    public Venue Venue => venue;

    /// <summary>True when the lead's freeze is carried out by the venue, and not by a person.</summary>
    public bool IsConnected => venue.IsConnected && plot.Lead == Venue.Holder;

    /// <summary>The action that goes ahead, and the one that is called off.</summary>
    public Guid Settlement { get; set; }

    public Guid Takedown { get; set; }

    public DateTimeOffset ReadyBy { get; private set; }

    public DateTimeOffset CutOff { get; private set; }

    public DateTimeOffset ReleaseAt { get; private set; }

    /// <summary>Who acts in the end: all but the one that declines.</summary>
    public IReadOnlyList<string> Acting => [plot.Lead, plot.Partner, together.Authority];

    /// <summary>Everybody who is asked to take part.</summary>
    public IReadOnlyList<string> All => [.. Acting, plot.Decliner];

    public Person Approver(string authority) => plot.Somebody(authority, "approver");

    /// <summary>Who prepares at an authority: whoever of its officers can see the action.</summary>
    public Person Officer(string authority) => _officers.GetValueOrDefault(authority) ?? plot.Officer(authority);

    /// <summary>Sets the instants of both actions, from now on.</summary>
    public void SetClocks()
    {
        // Whole seconds read better, and nothing is lost by them.
        var now = TimeProvider.System.GetUtcNow();
        var start = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        (ReadyBy, CutOff, ReleaseAt) = (start + ToReadiness, start + ToCutOff, start + ToRelease);
    }

    public ActionPlans Plans() =>
        new(
            plot.Matter,
            together,
            new ActionParts(plot.Lead, plot.Partner, together.Authority, plot.Decliner, ReadyBy, CutOff, ReleaseAt)
        );

    /// <summary>The legal title of a measure, invented like everything that the authorities do.</summary>
    public object TitleOf(string authority, string measure) =>
        new
        {
            Measure = measure,
            Number = $"{authority}/{measure}/1",
            IssuedBy = measure == ActionPlans.Freeze ? "High Court" : "Board of the authority",
            MaximumDays = measure == ActionPlans.Freeze ? 30 : (int?)null,
            Connector = measure == ActionPlans.Freeze && IsConnected ? Venue.Name : null,
            IssuedOn = DateOnly
                .FromDateTime(CutOff.UtcDateTime)
                .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };

    public Task<Answered> DoAsync(Person person, Guid action, string act, object? body = null) =>
        plot.Api.PostAsync(person, Of($"/{action}/{act}"), body, plot.Cancellation);

    /// <summary>Drafts an action as soon as its service has heard of the case and of who joined it.</summary>
    public async Task<Guid> DraftAsync(Person person, object plan)
    {
        var (answer, refusal) = await plot.Patience.UntilAsync(
            "the action to be drafted",
            () => plot.Api.TryPostAsync(person, Of(""), new { plot.CaseId, Plan = plan }, plot.Cancellation),
            tried => !NotYet.Any(code => tried.Refusal?.StartsWith(code, StringComparison.Ordinal) == true),
            tried => tried.Refusal ?? "drafted",
            plot.Cancellation
        );
        return answer?.Id ?? throw new StoryFailure($"The action was not drafted: {refusal}");
    }

    public Task<string> RefusedAsync(Person person, Guid action, string act, object? body, string code) =>
        plot.Api.RefusedAsync(person, Of($"/{action}/{act}"), body, code, plot.Cancellation);

    public Task<T> GetAsync<T>(Person person, string path)
        where T : class => plot.Api.GetAsync<T>(person, Of(path), plot.Cancellation);

    /// <summary>Waits until an authority's own file says so.</summary>
    public async Task<ActionSheet> UntilAsync(
        string authority,
        Guid action,
        string what,
        Func<ActionSheet, bool> holds
    ) =>
        (
            await plot.Patience.UntilAsync(
                $"{authority}'s file to show {what}",
                () => plot.Api.FindAsync<ActionSheet>(Officer(authority), Of($"/{action}"), plot.Cancellation),
                sheet => sheet is not null && holds(sheet),
                sheet => sheet?.ToString() ?? "nothing",
                plot.Cancellation
            )
        )!;

    /// <summary>Finds the officer of an authority whom the proposal has reached.</summary>
    public async Task AppointAsync(string authority, Guid action) =>
        _officers[authority] = (
            await plot.Patience.UntilAsync(
                $"an officer of {authority} to see the proposal",
                () => FindOfficerAsync(authority, action),
                officer => officer is not null,
                _ => "nobody does",
                plot.Cancellation
            )
        )!;

    /// <summary>Waits until an instant.</summary>
    public static async Task ReachAsync(DateTimeOffset at, CancellationToken cancellation)
    {
        for (var left = Left(); left > TimeSpan.Zero; left = Left())
        {
            await Task.Delay(left, TimeProvider.System, cancellation);
        }

        TimeSpan Left() => at - TimeProvider.System.GetUtcNow();
    }

    public Uri Of(string path) => new(plot.Node.Actions, $"/api/actions{path}");

    private async Task<Person?> FindOfficerAsync(string authority, Guid action)
    {
        foreach (var officer in plot.People.With(authority, "officer"))
        {
            if (
                await plot.Api.FindAsync<ActionSheet>(officer, Of($"/{action}"), plot.Cancellation) is
                { State: not "draft" }
            )
            {
                return officer;
            }
        }

        return null;
    }
}
