using System.Diagnostics;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Testing;
using CaseCoordination.ToyService.Counters;
using static CaseCoordination.Platform.Tests.ToyFixture;

namespace CaseCoordination.Platform.Tests.Telemetry;

public sealed class TraceTests(ToyFixture toy)
{
    private static readonly string[] Allowed =
    [
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "server.port",
        "network.protocol.version",
        "error.type",
        "db.system.name",
        "db.system",
        "db.operation.name",
        "messaging.system",
        "messaging.operation",
        "messaging.message.id",
        "messaging.masstransit.message_id",
        "messaging.masstransit.conversation_id",
        "messaging.rabbitmq.routing_key",
        "messaging.destination.name",
        "cc.letter",
        "cc.case",
        "cc.state",
        "cc.authority",
        "tenant.id",
    ];

    [Fact]
    public async Task A_trace_goes_from_the_request_through_the_stored_event_into_the_message()
    {
        var counter = await toy.StartAsync(new NewCounter { Note = "traced" });
        var trace = ActivityTraceId.CreateRandom();
        using var officer = toy.Officer();
        officer.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        using var answer = await PostAsync(officer, $"/api/counters/{counter}/counts");
        answer.EnsureSuccessStatusCode();
        Assert.Contains(trace.ToString(), await StoredAsync(counter), StringComparison.Ordinal);
        var heard = await Eventually.GetAsync(
            () => Task.FromResult(toy.Bus.Hearings<LetterReceipt>().FirstOrDefault(h => h.Message.LetterId == counter)),
            h => h is not null,
            "the announcement"
        );
        Assert.Equal(trace, ActivityContext.Parse(heard!.Trace!, null).TraceId);
    }

    [Fact]
    public async Task A_trace_goes_from_a_message_into_the_event_that_it_caused_also_when_it_had_to_wait()
    {
        var counter = Guid.CreateVersion7();
        var trace = ActivityTraceId.CreateRandom();
        await toy.Bus.SayAsync(
            new LetterRetrieved
            {
                LetterId = counter,
                Recipient = Home,
                At = default,
            },
            Home,
            trace: $"00-{trace}-{ActivitySpanId.CreateRandom()}-01"
        );
        await Eventually.HoldsAsync(
            async () => await toy.SqlAsync<long>("select count(*) from store.mt_doc_parkedmessage") > 0,
            "the message to wait"
        );
        await toy.StartAsync(new NewCounter { Id = counter, Note = "late" });
        await Eventually.HoldsAsync(async () => (await toy.ShowAsync(counter)).Count == 1, "the message to count");
        Assert.Contains(trace.ToString(), await StoredAsync(counter), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spans_carry_ids_and_states_and_nothing_else()
    {
        const string secret = "a-name-that-no-trace-may-hold";
        var trace = ActivityTraceId.CreateRandom();
        using var officer = toy.Officer(subject: "officer-of-no-trace");
        officer.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        officer.DefaultRequestHeaders.Add("User-Agent", secret);
        using var answer = await PostAsync(officer, $"/api/counters?q={secret}", new NewCounter { Note = secret });
        answer.EnsureSuccessStatusCode();
        using var fault = await officer.GetAsync(new Uri("/api/counters/fault", UriKind.Relative));
        var spans = await Eventually.GetAsync(
            () => Task.FromResult(toy.Spans.Of(trace)),
            found => found.Any(s => s.Source.Name == "Npgsql") && found.Count(s => s.Kind == ActivityKind.Server) == 2,
            "the spans"
        );
        Assert.Empty(spans.SelectMany(s => s.TagObjects.Select(t => t.Key)).Except(Allowed, StringComparer.Ordinal));
        var told = spans.SelectMany(Texts).ToList();
        Assert.DoesNotContain(told, t => t.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(told, t => t.Contains("officer-of-no-trace", StringComparison.Ordinal));
        Assert.DoesNotContain(told, t => t.Contains("nobody outside", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(Activity span) =>
        span
            .TagObjects.Concat(span.Events.SelectMany(e => e.Tags))
            .Concat(span.Links.SelectMany(l => l.Tags ?? []))
            .Select(t => t.Value?.ToString() ?? "")
            .Concat(span.Baggage.Select(b => b.Value ?? ""))
            .Append(span.DisplayName)
            .Append(span.StatusDescription ?? "");

    private Task<string> StoredAsync(Guid counter) =>
        toy.SqlAsync<string>(
            $"select headers->>'traceparent' from store.mt_events where stream_id = '{counter}' and type = 'counted'"
        );
}
