using System.Net;
using CaseCoordination.Testing;

namespace CaseCoordination.Platform.Tests.Health;

/// <summary>Takes database and broker away from a node of its own.</summary>
public sealed class HealthTests(ToyFixture node) : IClassFixture<ToyFixture>
{
    [Fact]
    public async Task Alive_is_not_ready_readiness_follows_database_and_broker_and_comes_back()
    {
        using var http = node.Anonymous();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "ready"));

        await node.Node.SqlAsync(
            ToyFixture.Service,
            Database("revoke connect on database %I from public, cc_test_runtime, cc_test_daemon")
        );
        await node.Node.SqlAsync(
            ToyFixture.Service,
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()
            """
        );
        await UntilAsync(http, HttpStatusCode.ServiceUnavailable, "can-write", "announcements-progress");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "live"));
        await node.Node.SqlAsync(ToyFixture.Service, Database("grant connect on database %I to public"));
        await UntilAsync(http, HttpStatusCode.OK);

        await node.Node.RemoveBrokerAsync();
        await UntilAsync(http, HttpStatusCode.ServiceUnavailable, "masstransit-bus");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "live"));
        await node.Node.AddBrokerAsync();
        await UntilAsync(http, HttpStatusCode.OK);
    }

    private static string Database(string sql) => $"do $$ begin execute format('{sql}', current_database()); end $$";

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string which)
    {
        using var answer = await http.GetAsync(new Uri($"/health/{which}", UriKind.Relative));
        return answer.StatusCode;
    }

    private static Task<string> UntilAsync(HttpClient http, HttpStatusCode status, params string[] unhealthy) =>
        Eventually.GetAsync(
            async () =>
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
            },
            told =>
                told.StartsWith($"{(int)status} ", StringComparison.Ordinal)
                && unhealthy.All(check =>
                    told.Contains($"\"{check}\":", StringComparison.Ordinal)
                    && !told.Contains($"\"{check}\":{{\"status\":\"Healthy\"", StringComparison.Ordinal)
                ),
            $"{status} {string.Join(", ", unhealthy)}"
        );
}
