using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Platform.Messaging;
using CaseCoordination.Testing;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.TreatyRegistry.Tests.Api;

/// <summary>The registry on a node of its own, filled from the files of the deployment.</summary>
public sealed class FilledRegistry() : RegistryFixture(Repository("deploy/instruments"));

/// <summary>The registry on a node of its own, empty.</summary>
public sealed class EmptyRegistry() : RegistryFixture("");

public abstract class RegistryFixture(string instruments) : ServiceFixture<Authority>("treaty-registry")
{
    /// <summary>The service's clock; tests may set it forward.</summary>
    public MovableClock Clock { get; } = new();

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    public HttpClient Registrar => As("NODE", "registrar", ["registrar"]);

    public HttpClient OtherRegistrar => As("NODE", "registrar2", ["registrar"]);

    public HttpClient Officer => As("XA-SMA", "xa-officer", ["officer"]);

    public HttpClient Operator => As("XA-SMA", "xa-operator", ["operator"]);

    public static Task<HttpResponseMessage> PostAsync(HttpClient http, string path, object body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7().ToString());
        return http.SendAsync(request);
    }

    public static async Task<JsonElement> GetAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Proposes as one registrar and returns the proposal's id.</summary>
    public async Task<string> ProposeAsync(string path, object body)
    {
        using var answer = await PostAsync(Registrar, path, body);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, json.ToString());
        return json.GetProperty("id").GetString()!;
    }

    /// <summary>Approves as the other registrar.</summary>
    public async Task ApproveAsync(string proposal)
    {
        using var answer = await PostAsync(OtherRegistrar, $"/api/registry/proposals/{proposal}/approval", new { });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static async Task<(HttpStatusCode Status, string Code)> ProblemAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, json.GetProperty("code").GetString()!);
    }

    public static string Repository(string path)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "CaseCoordination.sln")))
        {
            at = at.Parent!;
        }

        return Path.Combine(at.FullName, path);
    }

    protected override void Configure(IDictionary<string, string?> settings) =>
        settings["Registry:Instruments"] = instruments;

    protected override void Hear(BusProbe bus) =>
        bus.Hear<AuthorityRegistered>(Announcement.Everyone)
            .Hear<InstrumentPublished>(Announcement.Everyone)
            .Hear<ParticipationRecorded>(Announcement.Everyone);

    protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);
}
