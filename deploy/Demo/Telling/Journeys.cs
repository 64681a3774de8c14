using System.Globalization;
using CaseCoordination.Demo.Nodes;

namespace CaseCoordination.Demo.Telling;

/// <summary>Follows letters from border to border, and tells of each once.</summary>
internal sealed class Journeys(Plot plot)
{
    private readonly HashSet<Guid> _told = [];

    /// <summary>The letters that were told of.</summary>
    public IReadOnlySet<Guid> Told => _told;

    /// <summary>A letter under way: known by its kind and by who sends it to whom.</summary>
    public sealed record Expected(string Kind, string From, string To);

    /// <summary>Every step of the letters, in the order in which the steps happened; gives the letters as their senders see them.</summary>
    public async Task<IReadOnlyList<LetterLife>> TellAtLengthAsync(params Expected[] letters)
    {
        var steps = new List<(DateTimeOffset At, bool IsSenders, string Authority, string Text)>();
        var all = new List<LetterLife>();
        var outcomes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var expected in letters)
        {
            var (sent, received) = await FollowAsync(expected);
            all.Add(sent);
            outcomes.UnionWith(Basis.Meaning(sent.Basis.Outcome) is { } meaning ? [meaning] : []);
            steps.AddRange(sent.Evidence.Select(e => (e.At, true, sent.Sender, TextOf(e, sent))));
            steps.AddRange((received?.Evidence ?? []).Select(e => (e.At, false, sent.Recipient, TextOf(e, received!))));
        }

        // The sender's proof carries the time of what it proves, and comes after it.
        foreach (var (at, _, authority, text) in steps.OrderBy(s => s.At).ThenBy(s => s.IsSenders))
        {
            plot.Narrator.Say(at, authority, "border", text);
        }

        foreach (var outcome in outcomes)
        {
            plot.Narrator.Paragraph(outcome);
        }

        return all;
    }

    /// <summary>One line for each letter.</summary>
    public async Task TellAsync(params Expected[] letters)
    {
        foreach (var expected in letters)
        {
            var (sent, received) = await FollowAsync(expected);
            var first = sent.Evidence[0];
            var later = sent
                .Evidence.Skip(1)
                .OrderBy(e => e.At)
                .Select(e =>
                    string.Create(CultureInfo.InvariantCulture, $"{e.What} +{(e.At - first.At).TotalMilliseconds:0} ms")
                );
            plot.Narrator.Say(
                first.At,
                sent.Sender,
                "border",
                $"{sent.Kind} to {sent.Recipient}: {string.Join(", ", later.Prepend(first.What))}"
            );
        }
    }

    private async Task<(LetterLife Sent, LetterLife? Received)> FollowAsync(Expected expected)
    {
        var sent = await LifeAsync(expected, expected.From, "outbound", known: null);
        _told.Add(sent.LetterId);
        return LetterStates.NeverLeft(sent.State)
            ? (sent, null)
            : (sent, await LifeAsync(expected, expected.To, "inbound", sent.LetterId));
    }

    private async Task<LetterLife> LifeAsync(Expected expected, string authority, string direction, Guid? known)
    {
        var counterpart = direction == "outbound" ? expected.To : expected.From;
        var query = $"conversation={plot.CaseId}&direction={direction}&kind={expected.Kind}&counterpart={counterpart}";
        var list = new Uri(plot.Node.Border, $"/api/letters?{query}");
        var found = await plot.Patience.UntilAsync(
            $"{expected.Kind} from {expected.From} to {expected.To} to reach its end at {authority}",
            async () =>
                (
                    await plot.Api.GetAsync<Page<LetterSummary>>(plot.Auditor(authority), list, plot.Cancellation)
                ).Items.LastOrDefault(l => known is { } id ? l.LetterId == id : !_told.Contains(l.LetterId)),
            letter => letter is not null && LetterStates.IsFinal(letter.State),
            letter => letter is null ? "no such letter" : $"the letter is {letter.State}",
            plot.Cancellation
        );
        var address = new Uri(plot.Node.Border, $"/api/letters/{found!.LetterId}");
        return await plot.Api.GetAsync<LetterLife>(plot.Auditor(authority), address, plot.Cancellation);
    }

    private static string TextOf(Evidence step, LetterLife letter) =>
        step.What switch
        {
            "accepted" => $"judged and accepted {letter.Kind} to {letter.Recipient}: {Basis.Of(letter.Basis)}",
            "rejected" =>
                $"judged and rejected {letter.Kind} to {letter.Recipient}: {letter.Reason}. {letter.Explanation}",
            "relayed" => $"has the broker's word that it holds {letter.Kind} for {letter.Recipient}",
            "delivered" when letter.IsOutbound => $"has proof that {letter.Recipient} was delivered {letter.Kind}",
            "retrieved" when letter.IsOutbound => $"has proof that {letter.Recipient} retrieved {letter.Kind}",
            "delivered" => $"judged {letter.Kind} from {letter.Sender} by its own law and let it in",
            "retrieved" => $"handed {letter.Kind} from {letter.Sender} to the case file",
            var other => $"{letter.Kind} between {letter.Sender} and {letter.Recipient}: {other}",
        };
}
