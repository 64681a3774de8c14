using System.Globalization;
using CaseCoordination.Demo.Matters;
using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;
using Spectre.Console;

namespace CaseCoordination.Demo.Chapters;

/// <summary>What became of each measure, what is left to pay of two penalties, and what was published.</summary>
internal static class CountUp
{
    public static async Task TellAsync(Plot plot, Concert concert)
    {
        plot.Narrator.Chapter("What came of it");
        await ConfirmAsync(plot, concert);
        var register = await SettledAsync(plot, concert);
        Show(plot, register);
        Settle(plot, concert, register);
        await PublishedAsync(plot, concert);
        var lead = plot.Officer(plot.Lead);
        await concert.DoAsync(
            lead,
            concert.Settlement,
            "conclusion",
            new { Summary = "Every measure was carried out; the settlement is public." }
        );
        plot.Say(lead, "concludes the action");
    }

    // A connection carries out the freeze; a person says what became of everything else.
    private static async Task ConfirmAsync(Plot plot, Concert concert)
    {
        foreach (var authority in concert.Acting)
        {
            var measures = concert
                .Plans()
                .MeasuresOf(authority, isTakedown: false)
                .Where(m => !IsConnected(concert, m))
                .ToList();
            foreach (var measure in measures)
            {
                await concert.DoAsync(
                    concert.Officer(authority),
                    concert.Settlement,
                    $"measures/{measure}/outcome",
                    new { State = "executed" }
                );
            }

            plot.Say(concert.Officer(authority), $"confirms that {string.Join(" and ", measures)} took effect");
        }
    }

    private static async Task<OutcomeRegister> SettledAsync(Plot plot, Concert concert)
    {
        var register = await plot.Patience.UntilAsync(
            $"{plot.Lead} to see what became of every measure",
            () => concert.GetAsync<OutcomeRegister>(plot.Officer(plot.Lead), $"/{concert.Settlement}/outcomes"),
            seen => seen.Measures.All(m => m.State == (m.Authority == plot.Decliner ? "declined" : "executed")),
            seen => string.Join(", ", seen.Measures.Select(m => $"{m.Measure} {m.State}")),
            plot.Cancellation
        );
        if (concert.IsConnected)
        {
            if (concert.Venue.Effects != 1)
            {
                throw new StoryFailure($"The custodian froze {concert.Venue.Effects} times instead of once.");
            }

            var freeze = register.Measures.Single(m => m.Measure == ActionPlans.Freeze);
            plot.Narrator.Say(
                plot.Lead,
                Venue.Name,
                $"froze the account when it was told, and signed its answer: order {freeze.Number}; it ends by itself on {freeze.EndsAt!.Value.UtcDateTime:yyyy-MM-dd}"
            );
        }

        return register;
    }

    private static void Show(Plot plot, OutcomeRegister register)
    {
        plot.Say(plot.Officer(plot.Lead), "reads the register of the action:");
        var table = new Table().AddColumns("Authority", "Measure", "State", "Order", "Fine");
        foreach (var measure in register.Measures)
        {
            table.AddRow(
                new Text(measure.Authority),
                new Text($"{measure.Measure} ({measure.Kind})"),
                new Text(measure.State),
                new Text(measure.Number ?? ""),
                new Text(measure.Fine?.ToString() ?? "")
            );
        }

        plot.Narrator.Table(table);
    }

    private static void Settle(Plot plot, Concert concert, OutcomeRegister register)
    {
        var penalty = concert.Together.Penalty;
        foreach (var fine in register.Payable)
        {
            plot.Narrator.Paragraph(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{fine.Authority} imposed {fine.Imposed:#,0} {fine.Currency}; {fine.Amount:#,0} are left to pay, because what is paid on the other counts up to {decimal.Parse(penalty.Offset, CultureInfo.InvariantCulture):#,0}."
                )
            );
        }

        foreach (var (currency, total) in register.Totals)
        {
            plot.Narrator.Paragraph(
                string.Create(CultureInfo.InvariantCulture, $"In all {total:#,0} {currency} are payable.")
            );
        }

        // What is paid on each counts on the other: each pays its amount less the smaller of the limit and what the other pays.
        var (amount, offset) = (
            decimal.Parse(penalty.Amount, CultureInfo.InvariantCulture),
            decimal.Parse(penalty.Offset, CultureInfo.InvariantCulture)
        );
        var expected = offset * 2 <= amount ? (amount - offset) * 2 : amount;
        if (register.Totals.GetValueOrDefault(penalty.Currency) != expected)
        {
            throw new StoryFailure($"The two penalties should come to {expected} {penalty.Currency} in all.");
        }
    }

    private static async Task PublishedAsync(Plot plot, Concert concert)
    {
        foreach (var authority in concert.Acting)
        {
            var sheet = await concert.UntilAsync(
                authority,
                concert.Settlement,
                "the statement published",
                s => s.Statement?.Published is not null
            );
            plot.Narrator.Say(
                sheet.Statement!.Published!.At,
                authority,
                "clock",
                "published the statement at the end of its embargo, by its own clock"
            );
        }

        plot.Narrator.Paragraph(concert.Together.Statement);
    }

    private static bool IsConnected(Concert concert, string measure) =>
        measure == ActionPlans.Freeze && concert.IsConnected;
}
