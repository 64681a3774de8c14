using CaseCoordination.Testing;
using CaseCoordination.ToyService.Counters;

namespace CaseCoordination.Platform.Tests.Store;

/// <summary>A service does not start on a database that would store wrong instants or let it change history.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData(
        "do $$ begin execute format('alter database %I set timezone to ''Europe/Berlin''', current_database()); end $$",
        "The time zone of the Runtime connection is 'Europe/Berlin' and must be UTC"
    )]
    [InlineData("grant update on store.mt_events to cc_test_runtime", "The runtime role may change events")]
    public async Task A_database_that_is_not_safe_stops_the_start(string spoil, string said)
    {
        await using var node = await TestNode.StartAsync();
        var settings = await node.SettingsAsync(ToyFixture.Service);
        settings["Security:Issuer"] = Tokens.Issuer;
        settings["urls"] = "http://127.0.0.1:0";
        var service = typeof(Weather).Assembly;
        Assert.Equal(0, (await ServiceProcess.RunAsync(service, settings, "migrate")).ExitCode);
        await node.SqlAsync(ToyFixture.Service, spoil);
        var (code, output) = await ServiceProcess.RunAsync(service, settings);
        Assert.NotEqual(0, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
    }
}
