using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace CaseCoordination.Demo.Nodes;

/// <summary>Calls the services as a person would: with a token, and with an Idempotency-Key on each POST.</summary>
internal sealed class Api(HttpClient http, People people)
{
    private const int Attempts = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public async Task<T> GetAsync<T>(Person person, Uri address, CancellationToken cancellation)
        where T : class =>
        await FindAsync<T>(person, address, cancellation)
        ?? throw new StoryFailure($"GET {address.PathAndQuery} by {person.Account} was answered 404 not-found.");

    /// <summary>Null when there is no such thing, as far as this person may know.</summary>
    public async Task<T?> FindAsync<T>(Person person, Uri address, CancellationToken cancellation)
        where T : class
    {
        using var answer = await SendAsync(person, () => new(HttpMethod.Get, address), cancellation);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        await RequireSuccessAsync(person, answer, cancellation);
        return await answer.Content.ReadFromJsonAsync<T>(cancellation);
    }

    /// <summary>What is there in another form than JSON.</summary>
    public async Task<byte[]> ReadAsync(Person person, Uri address, string mediaType, CancellationToken cancellation)
    {
        using var answer = await SendAsync(
            person,
            () => new(HttpMethod.Get, address) { Headers = { { "Accept", mediaType } } },
            cancellation
        );
        await RequireSuccessAsync(person, answer, cancellation);
        return await answer.Content.ReadAsByteArrayAsync(cancellation);
    }

    public Task<Answered> PostAsync(Person person, Uri address, object? body, CancellationToken cancellation) =>
        PostAsync(person, address, () => body is null ? null : JsonContent.Create(body), null, cancellation);

    /// <summary>Does something to what was read at a version, and to that alone.</summary>
    public Task<Answered> PostAsync(
        Person person,
        Uri address,
        object body,
        long version,
        CancellationToken cancellation
    ) => PostAsync(person, address, () => JsonContent.Create(body), version, cancellation);

    /// <summary>The answer, or null with the code of the refusal.</summary>
    public async Task<(Answered? Answer, string? Refusal)> TryPostAsync(
        Person person,
        Uri address,
        object body,
        CancellationToken cancellation
    )
    {
        using var answer = await SendPostAsync(person, address, () => JsonContent.Create(body), null, cancellation);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<Answered>(cancellation), null)
            : (null, await Problem.ReadAsync(answer, cancellation));
    }

    /// <summary>Sends a file.</summary>
    public Task<Answered> PostAsync(
        Person person,
        Uri address,
        byte[] content,
        string mediaType,
        CancellationToken cancellation
    ) =>
        PostAsync(
            person,
            address,
            () => new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } },
            null,
            cancellation
        );

    /// <summary>What has to be refused, with a code; gives the sentence that says what would pass.</summary>
    public async Task<string> RefusedAsync(
        Person person,
        Uri address,
        object? body,
        string code,
        CancellationToken cancellation
    )
    {
        using var answer = await SendPostAsync(
            person,
            address,
            () => body is null ? null : JsonContent.Create(body),
            null,
            cancellation
        );
        var problem = answer.IsSuccessStatusCode ? null : await answer.Content.ReadFromJsonAsync<Problem>(cancellation);
        return problem is { Detail: { } detail } && problem.Code == code
            ? detail
            : throw new StoryFailure(
                $"POST {address.PathAndQuery} by {person.Account} should be refused as {code}, but was answered"
                    + $" {(int)answer.StatusCode} {problem}".TrimEnd()
            );
    }

    private async Task<Answered> PostAsync(
        Person person,
        Uri address,
        Func<HttpContent?> content,
        long? version,
        CancellationToken cancellation
    )
    {
        using var answer = await SendPostAsync(person, address, content, version, cancellation);
        await RequireSuccessAsync(person, answer, cancellation);
        return (await answer.Content.ReadFromJsonAsync<Answered>(cancellation))! with
        {
            Location = answer.Headers.Location?.OriginalString,
        };
    }

    private Task<HttpResponseMessage> SendPostAsync(
        Person person,
        Uri address,
        Func<HttpContent?> content,
        long? version,
        CancellationToken cancellation
    )
    {
        var key = Guid.CreateVersion7().ToString("N");
        return SendAsync(
            person,
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content() };
                request.Headers.Add("Idempotency-Key", key);
                if (version is { } read)
                {
                    request.Headers.IfMatch.Add(
                        new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{read}\""))
                    );
                }

                return request;
            },
            cancellation
        );
    }

    public async Task PutAsync(Person person, Uri address, byte[] content, CancellationToken cancellation)
    {
        using var answer = await SendAsync(
            person,
            () =>
                new(HttpMethod.Put, address)
                {
                    Content = new ByteArrayContent(content)
                    {
                        Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") },
                    },
                },
            cancellation
        );
        await RequireSuccessAsync(person, answer, cancellation);
    }

    // A repeat carries the same key, so that a lost answer costs nothing.
    private async Task<HttpResponseMessage> SendAsync(
        Person person,
        Func<HttpRequestMessage> request,
        CancellationToken cancellation
    )
    {
        var token = await people.TokenAsync(person, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            using var message = request();
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            try
            {
                var answer = await http.SendAsync(message, cancellation);
                if (attempt == Attempts || answer.StatusCode < HttpStatusCode.InternalServerError)
                {
                    return answer;
                }

                answer.Dispose();
            }
            catch (HttpRequestException) when (attempt < Attempts) { }

            await Task.Delay(Pause * attempt, cancellation);
        }
    }

    private static async Task RequireSuccessAsync(
        Person person,
        HttpResponseMessage answer,
        CancellationToken cancellation
    )
    {
        if (!answer.IsSuccessStatusCode)
        {
            var request = answer.RequestMessage!;
            throw new StoryFailure(
                $"{request.Method} {request.RequestUri!.PathAndQuery} by {person.Account} was answered {(int)answer.StatusCode}"
                    + $" {await Problem.ReadAsync(answer, cancellation)}"
            );
        }
    }
}

/// <summary>The answer to a command.</summary>
internal sealed record Answered(Guid Id, long Version, string? Location = null);
