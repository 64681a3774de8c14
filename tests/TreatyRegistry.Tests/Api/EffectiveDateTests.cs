using System.Net;
using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.RegistryReplica;
using CaseCoordination.Testing;
using CaseCoordination.TreatyRegistry.Tests.Seeding;
using static CaseCoordination.TreatyRegistry.Tests.Api.RegistryFixture;

namespace CaseCoordination.TreatyRegistry.Tests.Api;

public sealed class EffectiveDateTests(FilledRegistry registry) : IClassFixture<FilledRegistry>
{
    [Fact]
    public async Task A_suspension_begins_on_its_day_where_the_authority_is()
    {
        const string path = "/api/instruments/iosco-mmou/parties/XE-SFA/proposals";
        var proposal = await registry.ProposeAsync(
            path,
            new
            {
                what = "suspension",
                reason = "Under review.",
                effectiveFrom = IsoDate.Write(registry.Today.AddDays(3)),
            }
        );
        await registry.ApproveAsync(proposal);
        Assert.Equal("approved", await StageAsync(proposal));
        Assert.DoesNotContain(registry.Bus.Heard<ParticipationRecorded>(), Suspended);

        registry.Clock.Advance(TimeSpan.FromDays(4));

        await Eventually.HoldsAsync(async () => await StageAsync(proposal) == "in-force", "the suspension to begin");
        await Eventually.HoldsAsync(
            () => registry.Bus.Heard<ParticipationRecorded>().Any(Suspended),
            "the announcement of the suspension"
        );

        static bool Suspended(ParticipationRecorded p) => p is { Authority: "XE-SFA", Status: "suspended" };
    }

    [Fact]
    public async Task New_terms_are_announced_ahead_and_decide_from_their_day_on()
    {
        var from = registry.Today.AddDays(40);
        await PublishAsync("bil-test", "First", registry.Today);
        await PublishAsync("bil-test", "Second", from);
        var old = await GetAsync(registry.Officer, "/api/instruments/bil-test");

        Assert.Equal("First", old.GetProperty("title").GetString());
        Assert.Equal(
            "Second",
            (await GetAsync(registry.Officer, $"/api/instruments/bil-test?on={IsoDate.Write(from)}"))
                .GetProperty("title")
                .GetString()
        );
        await Eventually.HoldsAsync(
            () => registry.Bus.Heard<InstrumentPublished>().Count(p => p.InstrumentId == "bil-test") == 2,
            "both publications to be announced"
        );
        Assert.Equal(
            old.GetProperty("contentHash").GetString(),
            (await GetAsync(registry.Officer, $"/api/instruments/bil-test/versions/{old.GetProperty("contentHash")}"))
                .GetProperty("contentHash")
                .GetString()
        );
    }

    [Fact]
    public async Task Terms_that_close_a_circle_of_precedence_are_refused()
    {
        await PublishAsync("circle-one", "One", registry.Today, SeedFilesTests.Prefers("circle-two"));
        var body = Publication("circle-two", "Two", registry.Today, SeedFilesTests.Prefers("circle-one"));

        Assert.Equal(
            (HttpStatusCode.Conflict, "law-contradiction"),
            await ProblemAsync(PostAsync(registry.Registrar, "/api/instruments/circle-two/proposals", body))
        );
    }

    [Fact]
    public async Task Terms_that_name_an_unregistered_authority_are_refused()
    {
        var terms = Samples
            .Yaml("stranger")
            .Replace("status: full", "status: full\n    authorities: [XA-SMA, XX-NONE]", StringComparison.Ordinal);
        var body = new
        {
            reason = "r",
            effectiveFrom = IsoDate.Write(registry.Today),
            text = terms,
        };

        Assert.Equal(
            (HttpStatusCode.Conflict, "law-contradiction"),
            await ProblemAsync(PostAsync(registry.Registrar, "/api/instruments/stranger/proposals", body))
        );
    }

    [Theory]
    [InlineData("/api/instruments/no-such/parties/XA-SMA/proposals", "instrument-unpublished")]
    [InlineData("/api/instruments/iosco-mmou/parties/XX-NONE/proposals", "authority-unregistered")]
    [InlineData("/api/instruments/bil-msa-xb-crypto/parties/XA-SMA/proposals", "instrument-closed")]
    public async Task An_accession_that_cannot_be_is_refused(string path, string code) =>
        Assert.Equal(
            (HttpStatusCode.Conflict, code),
            await ProblemAsync(
                PostAsync(
                    registry.Registrar,
                    path,
                    new
                    {
                        what = "accession",
                        reason = "r",
                        from = "2026-01-01",
                    }
                )
            )
        );

    private async Task<string?> StageAsync(string proposal) =>
        (await GetAsync(registry.Officer, $"/api/registry/proposals/{proposal}")).GetProperty("stage").GetString();

    private async Task PublishAsync(string id, string title, DateOnly from, string more = "") =>
        await registry.ApproveAsync(
            await registry.ProposeAsync($"/api/instruments/{id}/proposals", Publication(id, title, from, more))
        );

    private static object Publication(string id, string title, DateOnly from, string more) =>
        new
        {
            reason = "A test needs it.",
            effectiveFrom = IsoDate.Write(from),
            text = Samples.Yaml(id, title, more),
        };
}
