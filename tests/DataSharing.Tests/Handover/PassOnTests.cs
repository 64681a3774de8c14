using System.Net;
using System.Net.Http.Json;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.DataSharing.Holdings.Questions;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.DataSharing.Tests.Packages;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Handover;

/// <summary>
/// What one authority gave another goes on to a third only with its consent, under conditions no looser, and comes back for all of
/// them when it is recalled.
/// </summary>
public sealed class PassOnTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private const string Purpose = "request-purpose";
    private const string Recipient = "third-country-authority";
    private static readonly string[] Groups = ["market-abuse"];

    [Fact]
    public async Task A_held_item_goes_on_with_its_originators_consent_and_is_recalled_everywhere()
    {
        await node.TeachAsync();
        using var maker = Person("MSA-FMA");
        using var holder = Person("XA-SMA");
        using var third = Person("XB-DAC");
        var first = await GiveAsync(maker, "XA-SMA");
        var held = await HoldingAsync(holder, first);
        var loose = await holder.PrepareUnaskedAsync("Onward, anything goes", "XB-DAC");
        await holder.Requests.RefusedAsync("conditions-looser", $"/api/packages/{loose}/held-items", Ask(held));
        var strict = await PrepareAsync(holder, "XB-DAC", held);
        await holder.Requests.RefusedAsync("consent-needed", $"/api/packages/{strict}/held-items", Ask(held));

        await ConsentAsync(maker, holder, held);
        await holder.Requests.DoAsync($"/api/packages/{strict}/held-items", Ask(held));
        await holder.Requests.DoAsync($"/api/packages/{strict}/held-items", Ask(held));
        await holder.Requests.RefusedAsync("approval-missing", $"/api/packages/{strict}/release");
        using var approver = Person("XA-SMA", Roles.Approver);
        using (var approved = await approver.ApproveAsync(strict))
        {
            Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        }

        await holder.ReleaseAsync(strict);
        await node.CarryAsync(strict, PackageLetterKinds.Release);
        var received = await third.StateAsync(strict, "retrieved");
        Assert.Equal(("MSA-FMA", "holding"), (Assert.Single(received.Items).Originator, received.Items[0].Source));
        Assert.Equal("ab", await third.ReadAsync(strict, 1));
        var onward = await HoldingAsync(third, strict);
        Assert.Equal(["MSA-FMA", "XA-SMA"], onward.Originators);
        Assert.Contains("holding-passed-on", await CustodyAsync(holder, held.Id), StringComparison.Ordinal);

        await maker.Requests.DoAsync(
            $"/api/trails/{first}/recalls",
            new { reason = "Given in error.", everywhere = true }
        );
        await node.CarryAsync(held.Id, LetterKinds.Recall);
        await node.CarryAsync(onward.Id, LetterKinds.Recall);
        await StateAsync(third, strict, "recalled");
        using var read = await third.Http.GetAsync($"/api/packages/{strict}/items/1/content");
        Assert.Equal("item-recalled", await Answers.CodeAsync(read));
        await holder.Requests.RefusedAsync("item-recalled", $"/api/packages/{loose}/held-items", Ask(held));

        using var steward = Person("XB-DAC", Roles.DataSteward);
        await steward.Requests.DoAsync($"/api/holdings/{onward.Id}/deletion", new { reason = "Recalled." });
        Assert.False(node.Vault.Holds("XB-DAC", received.Items[0].Sha256!));
        Assert.True(node.Vault.Holds("MSA-FMA", received.Items[0].Sha256!));
    }

    private PackageClient Person(string authority, params string[] roles) =>
        new(
            new RequestClient(
                node.As(
                    authority,
                    $"{authority}-{string.Join('-', roles)}",
                    roles.Length == 0 ? [Roles.Officer, Roles.Approver] : roles,
                    Groups
                )
            )
        );

    private async Task<Guid> GiveAsync(PackageClient giver, string to)
    {
        var id = await giver.PrepareUnaskedAsync("Two letters", to);
        await giver.AddAsync(id, PackageClient.Plain(2), "ab");
        await giver.ReleaseAsync(id);
        await node.CarryAsync(id, PackageLetterKinds.Release);
        return id;
    }

    private static Task<Guid> PrepareAsync(PackageClient holder, string to, HoldingSheet held) =>
        holder.PrepareAsync(
            new
            {
                title = "Onward",
                recipients = new[] { to },
                occasion = PackageClient.Occasion,
                conditions = new
                {
                    purposes = new[] { Purpose },
                    keepUntil = held.KeepUntil is { } until ? $"{until:yyyy-MM-dd}" : null,
                },
            }
        );

    private static object Ask(HoldingSheet held) =>
        new
        {
            holding = held.Id,
            purpose = Purpose,
            recipient = Recipient,
            note = "They look into the same venue.",
        };

    private async Task ConsentAsync(PackageClient maker, PackageClient holder, HoldingSheet held)
    {
        var path = $"/api/holdings/{held.Id}/consents";
        using var asked = await holder.Requests.PostAsync(
            path,
            new
            {
                kind = "disclosure",
                purpose = Purpose,
                recipient = Recipient,
                to = "XB-DAC",
                reason = "They look into the same venue.",
            }
        );
        Assert.True(asked.StatusCode == HttpStatusCode.Created, await asked.Content.ReadAsStringAsync());
        var id = (await asked.Content.ReadFromJsonAsync<CommandResult>())!.Id;
        await node.CarryAsync(id, LetterKinds.ConsentRequest);
        await Eventually.HoldsAsync(
            async () => (await maker.Http.GetAsync($"/api/consents/{id}")).IsSuccessStatusCode,
            "the question to arrive"
        );
        await maker.Requests.DoAsync($"/api/consents/{id}/grant", new { reason = "Agreed." });
        await node.CarryAsync(id, LetterKinds.ConsentAnswer);
        await Eventually.HoldsAsync(
            async () =>
            {
                using var plan = await holder.Requests.PostAsync(
                    $"/api/holdings/{held.Id}/plan-use",
                    new
                    {
                        kind = "disclosure",
                        purpose = Purpose,
                        recipient = Recipient,
                        to = "XB-DAC",
                    }
                );
                return (await plan.Content.ReadAsStringAsync()).Contains(
                    "\"permitted\":true",
                    StringComparison.Ordinal
                );
            },
            "the consent at the holding"
        );
    }

    private static Task<HoldingSheet> HoldingAsync(PackageClient client, Guid package) =>
        StateAsync(client, package, "held");

    private static async Task<HoldingSheet> StateAsync(PackageClient client, Guid package, string state)
    {
        var page = await Eventually.GetAsync(
            () => client.Requests.PageAsync<HoldingLine>($"/api/holdings?package={package}&state={state}"),
            found => found.Items.Count == 1,
            $"the holding to be {state}"
        );
        return (await client.Http.GetFromJsonAsync<HoldingSheet>($"/api/holdings/{page.Items[0].Id}"))!;
    }

    private static Task<string> CustodyAsync(PackageClient client, Guid holding) =>
        client.Http.GetStringAsync($"/api/holdings/{holding}/custody");
}
