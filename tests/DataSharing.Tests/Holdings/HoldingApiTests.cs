using System.Net;
using System.Net.Http.Json;
using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.DataSharing.Holdings.Questions;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Holdings;

/// <summary>Items at their recipients and on their trails, through the API, with a border that only carries.</summary>
public sealed class HoldingApiTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private static readonly object Own = new { purpose = "request-purpose", note = "Read in the case." };
    private static readonly int[] Missing = [7];
    private static readonly object Tax = new { purpose = "tax", note = "For the tax office." };

    [Fact]
    public async Task A_use_is_judged_recorded_and_seen_in_the_chain_of_custody()
    {
        using var world = await ItemWorld.OpenAsync(node);
        var plan = await PlanAsync(world.Holder, world.Item, new { kind = "use", purpose = "request-purpose" });
        Assert.True(plan.Permitted);
        Assert.Contains("It may be given.", plan.Explanation);
        await world.Holder.DoAsync($"/api/holdings/{world.Item}/uses", Own);
        await world.Holder.DoAsync($"/api/holdings/{world.Item}/exports", Own);
        await using (var session = world.Open(ItemSamples.Holder))
        {
            var turn = new Turn("reader", Guid.CreateVersion7(), node.Clock.GetUtcNow());
            Assert.Null(
                await HoldingCustody.RecordReadAsync(session, world.Item, "content", turn, CancellationToken.None)
            );
        }

        Assert.Equal(
            [
                ("holding-opened", "test-mou"),
                ("holding-used", "request-purpose"),
                ("holding-exported", "request-purpose"),
                ("holding-read", "content"),
            ],
            await ItemWorld.CustodyAsync(world.Holder, world.Item)
        );
    }

    [Fact]
    public async Task A_use_that_is_not_permitted_is_refused_recorded_and_refused_again_under_the_same_key()
    {
        using var world = await ItemWorld.OpenAsync(node);
        var key = Guid.CreateVersion7().ToString();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await world.Holder.PostAsync($"/api/holdings/{world.Item}/uses", Tax, key);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Equal("consent-needed", await Answers.CodeAsync(answer));
            Assert.Contains("MSA-FMA", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(
            ("holding-act-refused", "consent-needed"),
            (await ItemWorld.CustodyAsync(world.Holder, world.Item))[^1]
        );
        var plan = await PlanAsync(world.Holder, world.Item, new { kind = "use", purpose = "tax" });
        Assert.Equal(["MSA-FMA"], plan.Awaited);
        Assert.Equal(["T §10"], plan.Citations);
    }

    [Fact]
    public async Task The_conditions_are_told_in_the_readers_language()
    {
        using var world = await ItemWorld.OpenAsync(node, conditions: c => c with { Purposes = ["request-purpose"] });
        var english = await world.HoldingAsync(world.Holder, world.Item, _ => true);
        Assert.Contains("Use: with the originator's consent. For: any other purpose (T §10)", english.InWords);
        Assert.Contains("MSA-FMA. Only for: the purpose of the request", english.InWords);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/holdings/{world.Item}");
        request.Headers.AcceptLanguage.ParseAdd("es");
        using var spanish = await world.Holder.Http.SendAsync(request);
        Assert.Contains(
            "MSA-FMA. Solo para: el fin de la solicitud",
            (await spanish.Content.ReadFromJsonAsync<HoldingSheet>())!.InWords
        );
    }

    [Fact]
    public async Task Consent_is_asked_of_each_originator_along_the_chain_and_only_all_of_them_let_it_pass()
    {
        using var world = await ItemWorld.OpenAsync(node);
        await world.PassOnAsync();
        var ask = new
        {
            kind = "use",
            purpose = "tax",
            reason = "A tax case.",
        };
        var path = $"/api/holdings/{world.Onward}/consents";
        var key = Guid.CreateVersion7().ToString();
        using var asked = await world.Third.PostAsync(path, ask, key);
        using var again = await world.Third.PostAsync(path, ask, key);
        Assert.Equal(HttpStatusCode.Created, asked.StatusCode);
        var id = (await asked.Content.ReadFromJsonAsync<CommandResult>())!.Id;
        Assert.Equal(id, (await again.Content.ReadFromJsonAsync<CommandResult>())!.Id);
        await world.Third.RefusedAsync("already-asked", path, ask);

        await world.ConsentAsync(world.Holder, id, c => c is { WaitsForUs: true, Provider: "MSA-FMA" });
        await world.ConsentAsync(world.Maker, id, c => c is { WaitsForUs: true, AskedBy: "XA-SMA" });
        Assert.Contains(
            (await world.Maker.PageAsync<ConsentLine>("/api/consents?waiting=true&side=asked&state=open")).Items,
            c => c.Id == id && c.Holder == "XB-DAC"
        );
        await world.Maker.DoAsync($"/api/consents/{id}/grant", new { reason = "Agreed.", terms = "Not in court." });
        await world.ConsentAsync(world.Third, id, c => c.Says.Count == 1 && c.State == "open");
        await world.Third.RefusedAsync("consent-needed", $"/api/holdings/{world.Onward}/uses", Tax);
        await world.Holder.DoAsync($"/api/consents/{id}/grant", new { reason = "Agreed." });
        var whole = await world.ConsentAsync(world.Third, id, c => c.State == "granted");
        Assert.Equal("Not in court.", whole.Says.Single(s => s.Authority == "MSA-FMA").Terms);
        await Eventually.HoldsAsync(
            async () => (await PlanAsync(world.Third, world.Onward, new { kind = "use", purpose = "tax" })).Permitted,
            "both consents at the holding"
        );
        await world.Third.DoAsync($"/api/holdings/{world.Onward}/uses", Tax);
        await world.Third.RefusedAsync("nothing-to-ask", path, ask);
        Assert.Contains((await world.TrailAsync(world.Maker, world.Package, _ => true)).Consents, c => c.Id == id);
    }

    [Fact]
    public async Task A_notice_that_a_border_stopped_was_never_given()
    {
        using var world = await ItemWorld.OpenAsync(node);
        var notice = new
        {
            kind = "use",
            purpose = "other-within-act",
            reason = "Another proceeding.",
        };
        var path = $"/api/holdings/{world.Item}/notices";
        var given = await world.Holder.DoAsync(path, notice);
        await world.Holder.RefusedAsync("already-asked", path, notice);
        var letter = await node.DispatchedAsync(given.Id, LetterKinds.UseNotice);
        await node.TellAsync(letter, "rejected", "basis-lapsed");
        await Eventually.HoldsAsync(
            async () =>
                (await ItemWorld.CustodyAsync(world.Holder, world.Item))[^1]
                == ("holding-permission-dropped", "basis-lapsed"),
            "the notice to be dropped"
        );
        await world.Holder.DoAsync(path, notice);
    }

    [Fact]
    public async Task A_disclosure_is_granted_by_an_approver_only_and_a_denial_is_told()
    {
        using var world = await ItemWorld.OpenAsync(node);
        var disclosure = new
        {
            kind = "disclosure",
            purpose = "request-purpose",
            recipient = "third-country-authority",
            to = "XB-DAC",
            reason = "It concerns them.",
        };
        var asked = await world.Holder.DoAsync($"/api/holdings/{world.Item}/consents", disclosure);
        await world.ConsentAsync(world.Maker, asked.Id, c => c.WaitsForUs);
        using var officer = new RequestClient(node.As("MSA-FMA", "officer", [Roles.Officer], ItemWorld.Groups));
        using var refused = await officer.PostAsync($"/api/consents/{asked.Id}/grant", new { reason = "Yes." });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("approver-needed", await Answers.CodeAsync(refused));
        await officer.DoAsync($"/api/consents/{asked.Id}/deny", new { reason = "Not yet." });
        await officer.RefusedAsync("said-before", $"/api/consents/{asked.Id}/grant", new { reason = "Yes." });
        await world.ConsentAsync(world.Holder, asked.Id, c => c.State == "denied");
        await Eventually.HoldsAsync(
            async () =>
            {
                using var answer = await world.Holder.PostAsync(
                    $"/api/holdings/{world.Item}/disclosures",
                    new
                    {
                        purpose = "request-purpose",
                        note = "So.",
                        recipient = "third-country-authority",
                        to = "XB-DAC",
                    }
                );
                return await Answers.CodeAsync(answer) == "consent-denied";
            },
            "the denial at the holding"
        );
    }

    [Fact]
    public async Task A_recall_reaches_everybody_it_went_on_to_and_each_confirms_and_deletes()
    {
        using var world = await ItemWorld.OpenAsync(node);
        await world.PassOnAsync();
        var path = $"/api/trails/{world.Package}/recalls";
        await world.Maker.RefusedAsync("item-unknown", path, new { reason = "So.", items = Missing });
        var key = Guid.CreateVersion7().ToString();
        using var recalled = await world.Maker.PostAsync(path, new { reason = "Sent by mistake." }, key);
        using var again = await world.Maker.PostAsync(path, new { reason = "Sent by mistake." }, key);
        Assert.Equal(world.Package, (await recalled.Content.ReadFromJsonAsync<CommandResult>())!.Id);
        Assert.Equal(world.Package, (await again.Content.ReadFromJsonAsync<CommandResult>())!.Id);
        await world.Maker.RefusedAsync("recalled-before", path, new { reason = "Again." });

        var trail = await world.TrailAsync(
            world.Maker,
            world.Package,
            t => t.Items[0].Notices[0].Recipients is [{ State: "confirmed" }, { State: "confirmed" }]
        );
        Assert.Equal(["XA-SMA", "XB-DAC"], trail.Items[0].StillHeldBy);
        await world.Holder.RefusedAsync("item-recalled", $"/api/holdings/{world.Item}/uses", Own);
        await world.Third.RefusedAsync("item-recalled", $"/api/holdings/{world.Onward}/uses", Own);
        await using (var session = world.Open(ItemSamples.Holder))
        {
            var turn = new Turn("reader", Guid.CreateVersion7(), node.Clock.GetUtcNow());
            var refusal = await HoldingCustody.RecordReadAsync(
                session,
                world.Item,
                "content",
                turn,
                CancellationToken.None
            );
            Assert.Equal("item-recalled", refusal?.Code);
        }

        var waiting = await world.Steward.PageAsync<HoldingLine>($"/api/holdings?waiting=true&package={world.Package}");
        Assert.Equal("deletion", Assert.Single(Assert.Single(waiting.Items).Waits).Awaits);
        await world.Steward.DoAsync($"/api/holdings/{world.Item}/deletion", new { });
        Assert.Contains(("XA-SMA", ItemSamples.Hash), node.Deleted);
        using var thirdSteward = new RequestClient(
            node.As("XB-DAC", "third-steward", [Roles.DataSteward], ItemWorld.Groups)
        );
        await thirdSteward.DoAsync($"/api/holdings/{world.Onward}/deletion", new { });
        trail = await world.TrailAsync(world.Maker, world.Package, t => t.Items[0].StillHeldBy.Count == 0);
        Assert.All(trail.Items[0].Deletions, d => Assert.Equal(ItemSamples.Hash, d.Sha256));
        await world.Holder.RefusedAsync("item-deleted", $"/api/holdings/{world.Item}/uses", Own);
        var custody = await ItemWorld.CustodyAsync(world.Holder, world.Item);
        Assert.Contains(("holding-recalled", null), custody);
        Assert.Contains(("holding-deleted", "recall"), custody);
    }

    [Fact]
    public async Task A_correction_is_confirmed_and_the_same_content_is_recalled_everywhere()
    {
        var hash = Convert.ToHexStringLower(Guid.CreateVersion7().ToByteArray());
        using var one = await ItemWorld.OpenAsync(node, i => i with { Sha256 = hash });
        using var other = await ItemWorld.OpenAsync(node, i => i with { Sha256 = hash });
        await one.Maker.DoAsync($"/api/trails/{one.Package}/corrections", new { text = "The second is another's." });
        await one.TrailAsync(
            one.Maker,
            one.Package,
            t => t.Items[0].Notices is [{ Kind: "correction", Recipients: [{ State: "confirmed" }] }]
        );
        await one.Holder.DoAsync($"/api/holdings/{one.Item}/uses", Own);
        await one.Maker.DoAsync($"/api/trails/{one.Package}/recalls", new { reason = "Wrong.", everywhere = true });
        await other.TrailAsync(
            other.Maker,
            other.Package,
            t => t.Items[0].Notices is [{ Kind: "recall", Recipients: [{ State: "confirmed" }] }]
        );
    }

    [Fact]
    public async Task A_deletion_of_ones_own_needs_a_reason_and_a_steward()
    {
        using var world = await ItemWorld.OpenAsync(node);
        await world.Steward.RefusedAsync("reason-missing", $"/api/holdings/{world.Item}/deletion", new { });
        await world.Holder.RefusedAsync("role-missing", $"/api/holdings/{world.Item}/deletion", new { });
        await world.Steward.DoAsync($"/api/holdings/{world.Item}/deletion", new { reason = "Not needed." });
        var trail = await world.TrailAsync(world.Maker, world.Package, t => t.Items[0].Deletions.Count == 1);
        Assert.Empty(trail.Items[0].StillHeldBy);
    }

    [Fact]
    public async Task Whatever_is_wrong_with_an_input_is_told_at_once_and_nothing_is_stored()
    {
        using var world = await ItemWorld.OpenAsync(node);
        using var use = await world.Holder.PostAsync(
            $"/api/holdings/{world.Item}/uses",
            new
            {
                purpose = "fun",
                note = "",
                facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["moon"] = "maybe" },
            }
        );
        Assert.Equal(
            [
                ("note", "required"),
                ("facts.moon", "not-in-list"),
                ("facts.moon", "not-in-list"),
                ("purpose", "not-in-list"),
            ],
            await RequestClient.ErrorsAsync(use)
        );
        using var disclosure = await world.Holder.PostAsync(
            $"/api/holdings/{world.Item}/disclosures",
            new
            {
                purpose = "tax",
                note = "So.",
                recipient = "requester",
            }
        );
        Assert.Equal([("recipient", "not-in-list"), ("to", "required")], await RequestClient.ErrorsAsync(disclosure));
        using var plan = await world.Holder.PostAsync(
            $"/api/holdings/{world.Item}/plan-use",
            new
            {
                kind = "use",
                purpose = "tax",
                to = "XB-DAC",
            }
        );
        Assert.Equal([("to", "not-for-this-act")], await RequestClient.ErrorsAsync(plan));
        using var grant = await world.Maker.PostAsync(
            $"/api/consents/{world.Item}/grant",
            new { reason = "So.", until = "2026-02-30" }
        );
        Assert.Equal([("until", "not-a-date")], await RequestClient.ErrorsAsync(grant));
        using var list = await world.Holder.Http.GetAsync("/api/holdings?state=lost&size=0&cursor=x");
        Assert.Equal(
            [("cursor", "not-a-cursor"), ("size", "out-of-range"), ("state", "not-in-list")],
            await RequestClient.ErrorsAsync(list)
        );
        Assert.Single(await ItemWorld.CustodyAsync(world.Holder, world.Item));
    }

    [Fact]
    public async Task Lists_are_narrowed_and_paged()
    {
        using var world = await ItemWorld.OpenAsync(node);
        await world.PassOnAsync();
        var mine = await world.Holder.PageAsync<HoldingLine>(
            $"/api/holdings?package={world.Package}&originator=MSA-FMA&state=held&waiting=false"
        );
        Assert.Equal(world.Item, Assert.Single(mine.Items).Id);
        Assert.Empty((await world.Holder.PageAsync<HoldingLine>($"/api/holdings?request={world.Package}")).Items);
        using var second = await ItemWorld.OpenAsync(node);
        var first = await world.Holder.PageAsync<HoldingLine>("/api/holdings?size=1");
        var next = await world.Holder.PageAsync<HoldingLine>($"/api/holdings?size=1&cursor={first.Next}");
        Assert.NotEqual(first.Items[0].Id, next.Items[0].Id);
    }

    private static async Task<PlannedUse> PlanAsync(RequestClient client, Guid id, object body)
    {
        using var answer = await client.PostAsync($"/api/holdings/{id}/plan-use", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<PlannedUse>())!;
    }
}
