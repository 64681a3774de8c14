using System.Diagnostics;
using CaseCoordination.Testing;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Tests.Seeding;

namespace CaseCoordination.TreatyRegistry.Tests.Api;

public sealed class BadFilesTests(EmptyRegistry registry) : IClassFixture<EmptyRegistry>
{
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

        Assert.Equal(0, (await RunAsync(settings, "migrate")).ExitCode);
        var (code, output) = await RunAsync(settings);

        Assert.Equal(1, code);
        Assert.Contains("wrong.yaml:15: t.matter", output, StringComparison.Ordinal);
        Assert.Contains("did you mean 'matter'?", output, StringComparison.Ordinal);
        Assert.Equal(0L, await registry.Node.SqlAsync("other-registry", "select count(*) from store.mt_events"));
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(
        IDictionary<string, string?> settings,
        params string[] args
    )
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Authority).Assembly.Location, .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
