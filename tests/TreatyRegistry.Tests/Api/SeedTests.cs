using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyRegistry.Authorities;
using CaseCoordination.TreatyRegistry.Instruments;
using CaseCoordination.TreatyRegistry.Participations;
using CaseCoordination.TreatyRegistry.Proposals;
using CaseCoordination.TreatyRegistry.Seeding;
using CaseCoordination.TreatyRegistry.Tests.Seeding;
using Microsoft.Extensions.DependencyInjection;
using static CaseCoordination.TreatyRegistry.Tests.Api.RegistryFixture;

namespace CaseCoordination.TreatyRegistry.Tests.Api;

public sealed class SeedTests(EmptyRegistry registry) : IClassFixture<EmptyRegistry>, IDisposable
{
    private readonly LawFolderOnDisk _folder = new();

    [Fact]
    public async Task Unchanged_files_append_nothing_and_a_changed_one_publishes_a_new_version()
    {
        _folder.Write("seeded.yaml", Samples.Yaml("seeded", "First")).Write("cast/cast.yaml", Cast("XG-ONE", "seeded"));
        Assert.Equal(3, await RunAsync());
        var events = await EventsAsync("XG-ONE", "seeded");

        Assert.Equal(0, await RunAsync());
        Assert.Equal(events, await EventsAsync("XG-ONE", "seeded"));

        _folder.Write("seeded.yaml", Samples.Yaml("seeded", "Second"));
        Assert.Equal(1, await RunAsync());
        var instrument = await GetAsync(registry.Officer, "/api/instruments/seeded");
        Assert.Equal("Second", instrument.GetProperty("title").GetString());
        Assert.Equal(
            ["0001-01-01", IsoDate.Write(registry.Today)],
            instrument
                .GetProperty("publications")
                .EnumerateArray()
                .Select(p => p.GetProperty("effectiveFrom").GetString())
        );
    }

    [Fact]
    public async Task What_registrars_changed_stands_until_the_file_changes()
    {
        _folder.Write("kept.yaml", Samples.Yaml("kept")).Write("cast/cast.yaml", Cast("XG-TWO", "kept"));
        await RunAsync();
        await registry.ApproveAsync(
            await registry.ProposeAsync(
                "/api/authorities/XG-TWO/proposals",
                new
                {
                    what = "correction",
                    reason = "Renamed.",
                    name = "Chosen by registrars",
                }
            )
        );

        Assert.Equal(0, await RunAsync());
        Assert.Equal("Chosen by registrars", await NameAsync("XG-TWO"));

        _folder.Write("cast/cast.yaml", Cast("XG-TWO", "kept", "Chosen by the file"));
        Assert.Equal(1, await RunAsync());
        Assert.Equal("Chosen by the file", await NameAsync("XG-TWO"));
    }

    [Fact]
    public async Task Two_replicas_that_start_together_fill_the_register_once()
    {
        _folder.Write("twice.yaml", Samples.Yaml("twice")).Write("cast/cast.yaml", Cast("XG-SIX", "twice"));

        var changed = await Task.WhenAll(RunAsync(), RunAsync(), RunAsync());

        Assert.Equal(3, changed.Sum());
        Assert.Equal(3L, await EventsAsync("XG-SIX", "twice"));
    }

    [Fact]
    public async Task Files_that_contradict_what_registrars_published_store_nothing()
    {
        _folder
            .Write("loop-one.yaml", Samples.Yaml("loop-one", more: SeedFilesTests.Prefers("loop-two")))
            .Write("cast/cast.yaml", Cast("XG-TEN", "loop-one"));
        await registry.ApproveAsync(
            await registry.ProposeAsync(
                "/api/instruments/loop-two/proposals",
                new
                {
                    reason = "A test needs it.",
                    effectiveFrom = IsoDate.Write(registry.Today),
                    text = Samples.Yaml("loop-two", more: SeedFilesTests.Prefers("loop-one")),
                }
            )
        );

        var refused = await Assert.ThrowsAsync<SeedRefusedException>(RunAsync);

        Assert.Contains("circle", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0L, await EventsAsync("XG-TEN", "loop-one"));
    }

    public void Dispose() => _folder.Dispose();

    private Task<int> RunAsync() =>
        new Seed(
            registry.Services.GetRequiredService<AuthoritySessions>(),
            registry.Services.GetRequiredService<RegisterLaw>(),
            registry.Clock
        ).RunAsync(SeedFiles.Read(_folder.Path), default);

    private async Task<string?> NameAsync(string code) =>
        (await GetAsync(registry.Officer, $"/api/authorities/{code}")).GetProperty("name").GetString();

    private async Task<object?> EventsAsync(string code, string instrument) =>
        await registry.Node.SqlAsync(
            "treaty-registry",
            $"""
            select count(*) from store.mt_events where stream_id in (
                '{AuthorityIds.Stream(code)}',
                '{ProposePublication.Stream(instrument)}',
                '{ProposeParticipationChange.Stream(code, instrument)}')
            """
        );

    private static string Cast(string code, string instrument, string name = "As in the file") =>
        $$"""
            authorities:
              {{code}}:
                name: "{{name}}"
                jurisdiction: XG
                kind: securities-regulator
                timeZone: Etc/UTC
                participations:
                  {{instrument}}: {status: full, from: "2020-01-01"}
            """;
}
