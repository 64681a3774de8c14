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

    public async Task<Answered> PostAsync(Person person, Uri address, object? body, CancellationToken cancellation)
    {
        var key = Guid.CreateVersion7().ToString("N");
        using var answer = await SendAsync(
            person,
            () =>
                new(HttpMethod.Post, address)
                {
                    Headers = { { "Idempotency-Key", key } },
                    Content = body is null ? null : JsonContent.Create(body),
                },
            cancellation
        );
        await RequireSuccessAsync(person, answer, cancellation);
        return (await answer.Content.ReadFromJsonAsync<Answered>(cancellation))! with
        {
            Location = answer.Headers.Location?.OriginalString,
        };
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
