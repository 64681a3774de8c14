using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseCoordination.Client.Http;

/// <summary>Calls and answers as every resource has them.</summary>
internal sealed class Api(HttpClient http)
{
    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public async Task<T> GetAsync<T>(string path, CancellationToken cancellation)
    {
        using var answer = await SendAsync(new(HttpMethod.Get, path), cancellation);
        return await ReadAsync<T>(answer, cancellation);
    }

    /// <summary>Null when there is no such thing, as far as this caller may know.</summary>
    public async Task<T?> FindAsync<T>(string path, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await GetAsync<T>(path, cancellation);
        }
        catch (ApiProblemException e) when (e.Status == (int)HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public async Task<string> TextAsync(string path, string mediaType, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(mediaType));
        using var answer = await SendAsync(request, cancellation);
        return await answer.Content.ReadAsStringAsync(cancellation);
    }

    /// <summary>Posts under a key of its own, so that a repeat of the same call has no second effect.</summary>
    public async Task<T> PostAsync<T>(string path, object? body, string? key, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = ContentOf(body) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7().ToString("N"));
        using var answer = await SendAsync(request, cancellation);
        return await ReadAsync<T>(answer, cancellation);
    }

    public Task<CommandAnswer> DoAsync(string path, object? body, string? key, CancellationToken cancellation) =>
        PostAsync<CommandAnswer>(path, body, key, cancellation);

    /// <summary>Edits what was read at a version; 412 when it was changed since.</summary>
    public async Task<CommandAnswer> PutAsync(string path, object body, long version, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = ContentOf(body) };
        request.Headers.IfMatch.Add(
            new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{version}\""))
        );
        using var answer = await SendAsync(request, cancellation);
        return await ReadAsync<CommandAnswer>(answer, cancellation);
    }

    public async Task<CommandAnswer> DeleteAsync(string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, path);
        using var answer = await SendAsync(request, cancellation);
        return await ReadAsync<CommandAnswer>(answer, cancellation);
    }

    /// <summary>The answer as soon as its headers are there; a refusal is thrown.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            throw await ProblemAsync(answer, cancellation);
        }
    }

    /// <summary>A path with the parts of a query that are given.</summary>
    public static string Path(string path, params (string Name, string? Value)[] query)
    {
        var given = query.Where(q => q.Value is not null).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}");
        var text = string.Join('&', given);
        return text.Length == 0 ? path : $"{path}?{text}";
    }

    private static JsonContent? ContentOf(object? body) =>
        body is null ? null : JsonContent.Create(body, body.GetType(), options: Json);

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancellation) =>
        await answer.Content.ReadFromJsonAsync<T>(Json, cancellation)
        ?? throw new JsonException("The service answered with nothing.");

    private static async Task<ApiProblemException> ProblemAsync(
        HttpResponseMessage answer,
        CancellationToken cancellation
    )
    {
        var status = (int)answer.StatusCode;
        try
        {
            if (await answer.Content.ReadFromJsonAsync<Problem>(Json, cancellation) is { Code: { } code } problem)
            {
                return new ApiProblemException(status, code, problem.Detail, problem.Errors);
            }
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            // Somebody on the way answered, not the service.
        }

        return new ApiProblemException(
            status,
            string.Create(CultureInfo.InvariantCulture, $"status-{status}"),
            null,
            null
        );
    }

    private sealed record Problem(string? Code, string? Detail, IReadOnlyList<ApiFieldProblem>? Errors);
}
