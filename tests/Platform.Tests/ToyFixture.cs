using System.Net.Http.Json;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Tests;
using CaseCoordination.Testing;
using CaseCoordination.ToyService.Counters;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

[assembly: AssemblyFixture(typeof(ToyFixture))]

namespace CaseCoordination.Platform.Tests;

/// <summary>
/// A toy on Platform, started once for all tests, as in production: each test makes counters of its own, and what breaks the
/// node has a node of its own.
/// </summary>
public sealed class ToyFixture() : ServiceFixture<Weather>("toy")
{
    public const string Service = "toy";

    /// <summary>Hears counters that name no other hearer.</summary>
    public const string Home = "XA-SMA";

    public MovableClock Clock { get; } = new();

    public Spans Spans { get; } = new();

    public Weather Weather => Services.GetRequiredService<Weather>();

    public HttpClient Officer(string authority = Home, string subject = "officer-7") =>
        As(authority, subject, [Roles.Officer]);

    protected override string EnvironmentName => "Production";

    /// <summary>Sets up a counter as an officer of an authority.</summary>
    public async Task<Guid> StartAsync(NewCounter counter, string authority = Home)
    {
        using var officer = Officer(authority);
        using var answer = await PostAsync(officer, "/api/counters", counter);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<CommandResult>())!.Id;
    }

    public async Task CountAsync(Guid counter, int times, string authority = Home)
    {
        using var officer = Officer(authority);
        for (var i = 0; i < times; i++)
        {
            using var answer = await PostAsync(officer, $"/api/counters/{counter}/counts");
            answer.EnsureSuccessStatusCode();
        }
    }

    public async Task<CounterView> ShowAsync(Guid counter, string authority = Home)
    {
        using var officer = Officer(authority);
        return (await officer.GetFromJsonAsync<CounterView>($"/api/counters/{counter}"))!;
    }

    /// <summary>Posts under a new Idempotency-Key, or under one that is given.</summary>
    public static async Task<HttpResponseMessage> PostAsync(
        HttpClient http,
        string path,
        object? body = null,
        string? key = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType());
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7().ToString());
        return await http.SendAsync(request);
    }

    /// <summary>Runs SQL behind the toy's back.</summary>
    public async Task<T> SqlAsync<T>(string sql) => (T)(await Node.SqlAsync(Service, sql))!;

    protected override void Replace(IServiceCollection services) =>
        services
            .AddSingleton<TimeProvider>(Clock)
            .ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(Spans));

    protected override void Hear(BusProbe bus) => bus.Hear<LetterReceipt>(TestNode.Authorities);
}
