using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;
using Spectre.Console;

namespace CaseCoordination.Demo.Chapters;

/// <summary>A second partner gets what was given to the lead, once who gave it has consented.</summary>
internal static class PassOn
{
    private const string Purpose = "same-framework";
    private const string Recipient = "third-country-authority";
    private static readonly string[] Purposes = [Purpose];
    private static readonly string[] Assistance = ["info.transactions"];

    public static async Task TellAsync(Plot plot, Exchange exchange)
    {
        plot.Narrator.Chapter($"{plot.Lead} passes the trades on to {plot.Decliner}");
        var lead = plot.Officer(plot.Lead);
        var package = await PrepareAsync(plot, exchange, lead);
        var path = $"/api/packages/{package}/held-items";
        var held = new
        {
            Holding = exchange.Trades,
            Purpose,
            Recipient,
            Note = $"For the proceedings of {plot.Decliner} on the same facts.",
        };
        var needed = await exchange.RefusedAsync(lead, path, held, "consent-needed");
        plot.Say(lead, $"wants to give {plot.Decliner} the trades and is stopped. {needed}");
        await ConsentAsync(plot, exchange, lead);
        await exchange.DoAsync(lead, path, held);
        plot.Say(lead, "adds the trades to the package: the disclosure is judged again, permitted and recorded");
        await exchange.ReleaseAsync(lead, package);
        var second = await exchange.WhoSeesAsync(plot.Decliner, $"/api/packages/{package}");
        await exchange.TakeAsync(second, package);
        var item = (await exchange.GetAsync<PackageSheet>(second, $"/api/packages/{package}")).Items[0];
        var through = item.Chain.Append(plot.Lead).Where(a => a != item.Originator).Distinct(StringComparer.Ordinal);
        plot.Say(second, $"sees where it comes from: {item.Originator}, through {string.Join(", ", through)}");
        await CustodyAsync(plot, exchange, lead);
        await RetireAsync(plot, exchange);
    }

    private static async Task<Guid> PrepareAsync(Plot plot, Exchange exchange, Person lead)
    {
        var instrument = plot.Matter.Story.Instrument;
        var prepared = await exchange.DoAsync(
            lead,
            "/api/packages",
            new
            {
                Title = $"Trades of {exchange.Records.Venue}",
                Recipients = new[] { plot.Decliner },
                Occasion = new
                {
                    exchange.Matters,
                    Assistance,
                    Instrument = instrument,
                    Pinned = instrument is not null,
                },
                Conditions = new { Purposes },
            }
        );
        return prepared.Id;
    }

    private static async Task ConsentAsync(Plot plot, Exchange exchange, Person lead)
    {
        var asked = await exchange.DoAsync(
            lead,
            $"/api/holdings/{exchange.Trades}/consents",
            new
            {
                Kind = "disclosure",
                Purpose,
                Recipient,
                To = plot.Decliner,
                Reason = $"{plot.Decliner} conducts proceedings on the same facts.",
            }
        );
        plot.Say(lead, $"asks {plot.Partner} to consent to exactly this disclosure");
        var path = $"/api/consents/{asked.Id}";
        var officer = await exchange.WhoSeesAsync(plot.Partner, path);
        var grant = new { Reason = "The same facts, the same companies.", Terms = "Not to be published." };
        var approver = plot.Somebody(plot.Partner, "approver");
        await exchange.UntilAsync<ConsentSheet>(approver, path, "the consent asked", c => c.WaitsForUs);
        var needed = await exchange.RefusedAsync(officer, $"{path}/grant", grant, "approver-needed");
        plot.Say(officer, $"cannot grant it. {needed}");
        await exchange.DoAsync(approver, $"{path}/grant", grant);
        plot.Say(approver, $"consents: {grant.Reason} {grant.Terms}");
        await exchange.UntilAsync<Page<CustodyEntry>>(
            lead,
            $"/api/holdings/{exchange.Trades}/custody",
            "the consent at the trades",
            page => page.Items.Any(e => e.What == "holding-permission-heard")
        );
    }

    private static async Task CustodyAsync(Plot plot, Exchange exchange, Person lead)
    {
        var custody = await exchange.GetAsync<Page<CustodyEntry>>(lead, $"/api/holdings/{exchange.Trades}/custody");
        plot.Say(lead, "reads the chain of custody of the trades (times in UTC):");
        var table = new Table().AddColumns("At", "What", "Who", "About", "Detail");
        foreach (var entry in custody.Items)
        {
            var detail = string.Join(": ", new[] { entry.Detail, entry.Note }.OfType<string>());
            table.AddRow(
                new Text(Times.Of(entry.At)),
                new Text(entry.What),
                new Text(entry.Who ?? ""),
                new Text(entry.About ?? ""),
                new Text(detail)
            );
        }

        plot.Narrator.Table(table);
    }

    // The next telling brings a rule of its own.
    private static async Task RetireAsync(Plot plot, Exchange exchange)
    {
        var steward = plot.Somebody(plot.Partner, "data-steward");
        await exchange.DoAsync(
            steward,
            $"/api/answer-rules/{exchange.Rule}/retirement",
            new { Reason = "The matter is closed." }
        );
        plot.Say(steward, "retires the rule: the matter is closed");
    }
}
