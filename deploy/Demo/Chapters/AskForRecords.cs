using System.Globalization;
using CaseCoordination.Demo.Nodes;
using CaseCoordination.Demo.Telling;

namespace CaseCoordination.Demo.Chapters;

/// <summary>Three requests: one is answered by a rule, one by people, one is refused on a ground.</summary>
internal static class AskForRecords
{
    private const string Ground = "public-or-national-interest";
    private static readonly string[] Personal = ["from", "to", "fromOwner", "toOwner"];

    public static async Task TellAsync(Plot plot, Exchange exchange)
    {
        plot.Narrator.Chapter($"{plot.Lead} asks three times");
        await ByRuleAsync(plot, exchange);
        plot.Narrator.Gap();
        await ByPeopleAsync(plot, exchange);
        plot.Narrator.Gap();
        await RefusedAsync(plot, exchange);
    }

    private static async Task ByRuleAsync(Plot plot, Exchange exchange)
    {
        var (lead, records) = (plot.Officer(plot.Lead), exchange.Records);
        var asked = await exchange.AskAsync(
            $"Trades of {records.Venue}",
            "info.transactions",
            new
            {
                Category = "trades",
                records.Venue,
                records.From,
                records.To,
            }
        );
        plot.Say(
            lead,
            $"asks {plot.Partner} for the trades of {records.Venue}, {records.From} to {records.To}: {asked.Reference}"
        );
        var answered = await exchange.RequestAsync(lead, asked.Id, "answered");
        var seconds = (TimeProvider.System.GetUtcNow() - asked.SubmittedAt!.Value).TotalSeconds;
        plot.Say(
            lead,
            string.Create(
                CultureInfo.InvariantCulture,
                $"has the answer {seconds:0.00} s after submitting; no person acted"
            )
        );
        var partner = await exchange.WhoSeesAsync(plot.Partner, $"/api/requests/{asked.Id}");
        var why = await exchange.GetAsync<ExplainedAnswer>(partner, $"/api/requests/{asked.Id}/automatic-answer");
        if (why.AnsweredBy != exchange.Rule)
        {
            throw new StoryFailure($"Rule {why.AnsweredBy} answered instead of {exchange.Rule}.");
        }

        plot.Say(
            partner,
            $"reads why: {why.Records} records, {why.Outcome} under {why.Instrument}: {Basis.Citations(why.Citations)}"
        );
        exchange.Trades = await exchange.TakeAsync(lead, answered.Answer!.Packages[0]);
        var holding = await exchange.GetAsync<HoldingSheet>(lead, $"/api/holdings/{exchange.Trades}");
        plot.Say(lead, $"holds it under {holding.InWords.Count} conditions:");
        foreach (var condition in holding.InWords)
        {
            plot.Narrator.Paragraph(condition);
        }
    }

    private static async Task ByPeopleAsync(Plot plot, Exchange exchange)
    {
        var (lead, records) = (plot.Officer(plot.Lead), exchange.Records);
        var asked = await exchange.AskAsync(
            "Addresses and who controls them",
            "info.beneficial-owner",
            new
            {
                Category = "transfers",
                records.From,
                records.To,
            }
        );
        plot.Say(lead, $"asks who controls the addresses that were paid: {asked.Reference}");
        var path = $"/api/requests/{asked.Id}";
        var partner = await exchange.WhoSeesAsync(plot.Partner, path);
        var weighed = await exchange.UntilAsync<ExplainedAnswer>(
            partner,
            $"{path}/automatic-answer",
            "why no rule answers",
            w => w.Rules.Count > 0
        );
        var ours = weighed.Rules.Single(r => r.Rule == exchange.Rule);
        plot.Say(partner, $"sees why no rule answered: {string.Join(" ", ours.Explanation)}");
        await exchange.DoAsync(partner, $"{path}/acknowledgement");
        var package = await PackAsync(plot, exchange, partner, asked.Id);
        await exchange.ReleaseAsync(partner, package);
        await exchange.DoAsync(
            partner,
            $"{path}/answer",
            new { Text = "The transfers of the week, with owners.", Packages = new[] { package } }
        );
        plot.Say(partner, "answers with the package");
        await exchange.RequestAsync(lead, asked.Id, "answered");
        await exchange.TakeAsync(lead, package);
    }

    private static async Task<Guid> PackAsync(Plot plot, Exchange exchange, Person partner, Guid request)
    {
        const string Reason = "Who controls the addresses is what is asked.";
        var prepared = await exchange.DoAsync(
            partner,
            "/api/packages",
            new
            {
                Title = "Attributed addresses",
                Request = request,
                PersonalDataReason = Reason,
            }
        );
        var (from, until) = (exchange.Records.From, exchange.Records.Until);
        var content = await plot.Api.ReadAsync(
            partner,
            plot.Shared($"/api/records/transfers?from={from}&to={until}"),
            "text/csv",
            plot.Cancellation
        );
        var path = $"/api/packages/{prepared.Id}/items";
        await exchange.DoAsync(
            partner,
            path,
            new
            {
                Name = "addresses.csv",
                MediaType = "text/csv",
                Size = content.Length,
                Category = "transfers",
                Tlp = "AMBER",
                Handling = "H1",
                PersonalFields = Personal,
            }
        );
        await plot.Api.PutAsync(partner, plot.Shared($"{path}/1/content"), content, plot.Cancellation);
        plot.Say(partner, $"acknowledges, and packs the addresses with personal data: {Reason}");
        return prepared.Id;
    }

    private static async Task RefusedAsync(Plot plot, Exchange exchange)
    {
        var lead = plot.Officer(plot.Lead);
        var asked = await exchange.AskAsync("Papers of the ministry about the venue", "info.files");
        plot.Say(lead, $"asks for the ministry's papers about the venue: {asked.Reference}");
        var path = $"/api/requests/{asked.Id}";
        var partner = await exchange.WhoSeesAsync(plot.Partner, path);
        await exchange.DoAsync(partner, $"{path}/acknowledgement");
        var refusal = new { Ground, Reason = "The papers prepare a decision of the cabinet." };
        var open = await exchange.RefusedAsync(partner, $"{path}/refusal", refusal, "duties-open");
        plot.Say(partner, $"wants to refuse on the ground {Ground}. {open}");
        await exchange.DoAsync(
            partner,
            $"{path}/duties",
            new { Duty = "consult", Note = "By telephone; the lead may ask again after the decision." }
        );
        plot.Say(partner, "records that it consulted the lead");
        await exchange.DoAsync(partner, $"{path}/refusal", refusal);
        var refused = (await exchange.RequestAsync(lead, asked.Id, "refused")).Refusal!;
        plot.Say(
            lead,
            $"sees it refused, {refused.Ground}: {refused.Reason} {Basis.Citations(refused.Citations)}; done before: {string.Join(", ", refused.Duties)}"
        );
    }
}
