using System.Net;
using System.Net.Http.Json;
using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Holdings.Questions;
using CaseCoordination.DataSharing.Holdings.Trails;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.Testing;
using Microsoft.Extensions.DependencyInjection;
using static CaseCoordination.DataSharing.Tests.Holdings.ItemSamples;

namespace CaseCoordination.DataSharing.Tests.Holdings;

/// <summary>An item of its own at a running service: made by MSA-FMA, held by XA-SMA, and passed on to XB-DAC if wanted.</summary>
internal sealed class ItemWorld : IDisposable
{
    public static readonly string[] Groups = ["items"];
    private readonly DataSharingFixture _node;
    private readonly Guid _first = Guid.CreateVersion7();
    private readonly Guid _second = Guid.CreateVersion7();

    private ItemWorld(DataSharingFixture node)
    {
        _node = node;
        Maker = Client(ItemSamples.Maker, "maker", Roles.Officer, Roles.Approver);
        Holder = Client(ItemSamples.Holder, "holder", Roles.Officer);
        Steward = Client(ItemSamples.Holder, "steward", Roles.DataSteward);
        Third = Client(ItemSamples.Third, "third", Roles.Officer);
    }

    public RequestClient Maker { get; }
    public RequestClient Holder { get; }
    public RequestClient Steward { get; }
    public RequestClient Third { get; }
    public Guid Package => _first;
    public Guid OnwardPackage => _second;
    public Guid Item => HoldingIds.Of(_first, 1, ItemSamples.Holder);
    public Guid Onward => HoldingIds.Of(_second, 1, ItemSamples.Third);

    public static async Task<ItemWorld> OpenAsync(
        DataSharingFixture node,
        Func<ManifestItem, ManifestItem>? item = null,
        Func<ManifestConditions, ManifestConditions>? conditions = null
    )
    {
        await node.TeachAsync();
        var world = new ItemWorld(node);
        var changed = (item ?? (i => i))(TheItem);
        await world.GiveAsync(
            ThePackage with
            {
                Package = world._first,
                Items = [changed],
                Conditions = (conditions ?? (c => c))(ThePackage.Conditions),
            },
            ItemSamples.Maker,
            ItemSamples.Holder,
            null
        );
        return world;
    }

    public Task PassOnAsync() =>
        GiveAsync(ItemSamples.OnwardPackage with { Package = _second }, ItemSamples.Holder, ItemSamples.Third, Item);

    public async Task<HoldingSheet> HoldingAsync(RequestClient client, Guid id, Func<HoldingSheet, bool> holds) =>
        (
            await Eventually.GetAsync(
                async () =>
                {
                    await _node.CarryAsync();
                    return await client.Http.GetFromJsonAsync<HoldingSheet>($"/api/holdings/{id}");
                },
                s => s is not null && holds(s),
                "the holding"
            )
        )!;

    public async Task<TrailSheet> TrailAsync(RequestClient client, Guid package, Func<TrailSheet, bool> holds) =>
        (
            await Eventually.GetAsync(
                async () =>
                {
                    await _node.CarryAsync();
                    return await client.Http.GetFromJsonAsync<TrailSheet>($"/api/trails/{package}");
                },
                s => s is not null && holds(s),
                "the trail"
            )
        )!;

    public async Task<ConsentSheet> ConsentAsync(RequestClient client, Guid id, Func<ConsentSheet, bool> holds) =>
        (
            await Eventually.GetAsync(
                async () =>
                {
                    await _node.CarryAsync();
                    using var answer = await client.Http.GetAsync($"/api/consents/{id}");
                    return answer.StatusCode == HttpStatusCode.NotFound
                        ? null
                        : await answer.Content.ReadFromJsonAsync<ConsentSheet>();
                },
                s => s is not null && holds(s),
                "the consent"
            )
        )!;

    /// <summary>What the chain of custody says: event, and the code that tells it apart.</summary>
    public static async Task<IReadOnlyList<(string What, string? Detail)>> CustodyAsync(
        RequestClient client,
        Guid id
    ) =>
        [
            .. (await client.PageAsync<TimelineEntry>($"/api/holdings/{id}/custody")).Items.Select(e =>
                (e.What, e.Detail)
            ),
        ];

    public AuthoritySession Open(string authority) =>
        _node.Services.GetRequiredService<AuthoritySessions>().Open(authority, "test");

    public void Dispose()
    {
        Maker.Dispose();
        Holder.Dispose();
        Steward.Dispose();
        Third.Dispose();
    }

    private RequestClient Client(string authority, string subject, params string[] roles) =>
        new(_node.As(authority, subject, roles, Groups));

    private async Task GiveAsync(PackageManifest package, string from, string to, Guid? source)
    {
        var item = package.Items[0];
        var letter = Guid.CreateVersion7();
        var turn = new Turn("test", letter, _node.Clock.GetUtcNow());
        await using (var giver = Open(from))
        {
            await _node
                .Services.GetRequiredService<TrailBook>()
                .OpenAsync(
                    giver,
                    new OpenTrail(package, item, from, to, letter, source, Groups, []),
                    turn,
                    CancellationToken.None
                );
        }

        await using var taker = Open(to);
        var opening = new OpenHolding(package, item, to, from, ItemBasis, Obligations, letter, Groups, []);
        var intake = _node.Services.GetRequiredService<HoldingIntake>();
        await intake.OpenAsync(taker, opening, CancellationToken.None);
        Assert.Equal(
            HoldingIds.Of(package.Package, 1, to),
            await intake.OpenAsync(taker, opening, CancellationToken.None)
        );
    }
}
