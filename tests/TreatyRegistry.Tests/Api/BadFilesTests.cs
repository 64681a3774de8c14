using System.Reflection;
using CaseCoordination.Testing;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Tests.Seeding;

namespace CaseCoordination.TreatyRegistry.Tests.Api;

public sealed class BadFilesTests(EmptyRegistry registry) : IClassFixture<EmptyRegistry>
{
    private static readonly Assembly Registry = typeof(Authority).Assembly;

    [Fact]
    public async Task A_wrong_file_ends_the_service_with_its_place_and_stores_nothing()
    {
        using var folder = new LawFolderOnDisk();
        folder
            .Write("right.yaml", Samples.Yaml("right"))
            .Write(
                "wrong.yaml",
                Samples.Yaml("wrong").Replace("kind: matter", "kind: mater", StringComparison.Ordinal)
            );
        var settings = await registry.Node.SettingsAsync("other-registry");
        settings["Registry:Instruments"] = folder.Path;
        settings["Security:Issuer"] = Tokens.Issuer;
        settings["URLS"] = "http://127.0.0.1:0";

        Assert.Equal(0, (await ServiceProcess.RunAsync(Registry, settings, "migrate")).ExitCode);
        var (code, output) = await ServiceProcess.RunAsync(Registry, settings);

        Assert.True(code == 1, $"{code}: {output}");
        Assert.Contains("wrong.yaml:15: t.matter", output, StringComparison.Ordinal);
        Assert.Contains("did you mean 'matter'?", output, StringComparison.Ordinal);
        Assert.Equal(0L, await registry.Node.SqlAsync("other-registry", "select count(*) from store.mt_events"));
    }
}
