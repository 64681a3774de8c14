using System.Collections.Concurrent;
using System.Diagnostics;

namespace CaseCoordination.Testing;

/// <summary>Counts the SQL statements that a service in this process runs for one request, by the trace that the request begins.</summary>
public sealed class SqlStatements : IDisposable
{
    private readonly ConcurrentQueue<ActivityTraceId> _ran = new();
    private readonly ActivityListener _listener;

    public SqlStatements()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => _ran.Enqueue(activity.TraceId),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>How many statements the request took; a failure of the request fails the test.</summary>
    public async Task<int> CountAsync(HttpClient http, Func<HttpRequestMessage> ask)
    {
        var trace = ActivityTraceId.CreateRandom();
        using var request = ask();
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return _ran.Count(t => t == trace);
    }

    public void Dispose() => _listener.Dispose();
}
