using CaseCoordination.SystemTests.Harness;

namespace CaseCoordination.SystemTests.Scenarios;

/// <summary>Records are asked for, given by a rule, fetched, held and called back; whoever dies on the way, they are given once.</summary>
[Collection(OnPairNode.Name)]
public sealed class AnsweredByRuleTests(PairNode pair) : SystemTest(pair.Node)
{
    [Fact]
    public async Task Records_are_given_by_a_rule_fetched_held_and_called_back()
    {
        var (asker, asked) = (await LogInAsync("xa-officer"), await LogInAsync("msa-officer"));
        var request = await AskAsync();
        var answered = await Cast.Lead.Requests.InStateAsync(request, "answered");
        var package = Assert.Single(answered.Answer!.Packages);

        var fetched = (await SeenAsync<PackageView>(asker, $"api/packages/{package}", p => p.State == "retrieved"))!;
        var item = Assert.Single(fetched.Items);
        Assert.Equal(request, fetched.Request);
        Assert.Contains("buyerAccount", item.Withheld);
        Assert.Equal(item.Sha256, await asker.HashAsync(Services.Sharing, $"api/packages/{package}/items/1/content"));

        var path = $"api/holdings?package={package}";
        var held = Assert.Single((await SeenAsync<Found<HeldItem>>(asker, path, f => f.Items.Length > 0))!.Items);
        var holding = (await asker.GetAsync<HoldingView>(Services.Sharing, $"api/holdings/{held.Id}"))!;
        Assert.Equal(("held", Cast.Joiner.Authority), (holding.State, Assert.Single(holding.Originators)));
        Assert.Contains(holding.Obligations, o => o.Term == "emmou.use.stated");
        var trail = (await asked.GetAsync<TrailView>(Services.Sharing, $"api/trails/{package}"))!;
        Assert.Equal([Cast.Lead.Authority], Assert.Single(trail.Items).StillHeldBy);

        await asked.PostAsync(
            $"api/trails/{package}/recalls",
            new { reason = "One trade is wrong." },
            Services.Sharing
        );
        await SeenAsync<HoldingView>(asker, $"api/holdings/{held.Id}", h => h.State == "recalled");
        await SeenAsync<TrailView>(
            asked,
            $"api/trails/{package}",
            t => t.Items[0].Notices is [{ Kind: "recall", Recipients: [{ State: "confirmed" }] }]
        );
        Assert.Empty(Cast.Ledger.Problems);
    }

    [Fact]
    public async Task Killed_while_its_package_is_released_a_rule_gives_one_package_and_one_answer()
    {
        Guid request;
        await using (var hold = await CommitHold.OnAsync(Node, Services.Sharing, "package-released"))
        {
            request = await AskAsync();
            await hold.ReachedByAsync(1);
            await Node.KillAsync(Services.Sharing);
        }

        await Node.StartAsync(Services.Sharing);
        var asker = await LogInAsync("xa-officer");
        var answered = await Cast.Lead.Requests.InStateAsync(request, "answered");
        var package = Assert.Single(answered.Answer!.Packages);
        await SeenAsync<PackageView>(asker, $"api/packages/{package}", p => p.State == "retrieved");
        await SeenAsync<Found<HeldItem>>(asker, $"api/holdings?package={package}", f => f.Items.Length == 1);
        Assert.Equal(
            "1 package, 1 release, 1 answer, 1 allowance",
            await Node.SqlAsync(
                Services.Sharing,
                $"""
                select count(*) filter (where type = 'package-prepared') || ' package, ' ||
                    count(*) filter (where type = 'package-released') || ' release, ' ||
                    count(*) filter (where type = 'request-answered' and stream_id = '{request}') || ' answer, ' ||
                    count(*) filter (where type = 'rule-used') || ' allowance'
                from store.mt_events where tenant_id = '{Cast.Joiner.Authority}' and (stream_id in ('{request}', '{package}')
                    or data ->> 'requestId' = '{request}' or data ->> 'request' = '{request}')
                """
            )
        );
    }

    private async Task<Guid> AskAsync()
    {
        var records = await RecordsDesk.OpenAsync(await LogInAsync("msa-steward"), await LogInAsync("msa-approver"));
        var request = await Cast.Lead.Requests.DraftAsync(Cast.Joiner.Authority, records.Ask);
        await Cast.Lead.Requests.TellAsync(request, "submission", new { });
        return request;
    }

    private Task<Client> LogInAsync(string account) => Cast.LogInAsync(Node, account, Cast.Ledger);

    private static Task<T?> SeenAsync<T>(Client client, string path, Func<T, bool> holds)
        where T : class =>
        Patiently.GetAsync(
            () => client.GetAsync<T>(Services.Sharing, path),
            seen => seen is not null && holds(seen),
            $"{path} to be as expected"
        );
}
