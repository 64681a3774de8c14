using System.Collections.Concurrent;
using CaseCoordination.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CaseCoordination.DataSharing.Tests.Client;

/// <summary>How the client calls: with tokens that it keeps, again where that has no second effect, and never silently.</summary>
public sealed class TransportTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _keys = new();
    private readonly ConcurrentQueue<string> _tokens = new();
    private readonly ConcurrentQueue<IResult> _answers = new();
    private int _issued;
    private WebApplication _node = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _node = builder.Build();
        _node.Urls.Add("http://127.0.0.1:0");
        _node.MapPost(
            "/token",
            (HttpContext http) =>
                http.Request.Headers.Authorization == "Basic c3lzdGVtOnMlM0Fjcg=="
                    ? Results.Json(new { access_token = $"token-{++_issued}", expires_in = 3600 })
                    : Results.Json(new { error = "invalid_client" }, statusCode: 401)
        );
        _node.Map("/api/{**rest}", Answer);
        await _node.StartAsync();
    }

    public async ValueTask DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task One_token_serves_many_calls()
    {
        using var client = Connect();
        for (var i = 0; i < 3; i++)
        {
            await client.Requests.AcknowledgeAsync(Guid.Empty);
        }

        Assert.Equal(["token-1", "token-1", "token-1"], _tokens);
        Assert.Equal(3, _keys.Distinct().Count());
    }

    [Fact]
    public async Task A_token_that_is_refused_is_renewed_once()
    {
        _answers.Enqueue(Results.Unauthorized());
        using var client = Connect();
        await client.Requests.AcknowledgeAsync(Guid.Empty);
        Assert.Equal(["token-1", "token-2"], _tokens);
        _answers.Enqueue(Results.Unauthorized());
        _answers.Enqueue(Results.Unauthorized());
        var problem = await Assert.ThrowsAsync<ApiProblemException>(() => client.Requests.AcknowledgeAsync(Guid.Empty));
        Assert.Equal((401, "status-401"), (problem.Status, problem.Code));
    }

    [Fact]
    public async Task What_was_not_heard_is_repeated_under_the_same_key()
    {
        _answers.Enqueue(Results.StatusCode(503));
        _answers.Enqueue(Results.StatusCode(502));
        using var client = Connect();
        await client.Requests.AnswerAsync(Guid.Empty, "Here.", key: "once");
        Assert.Equal(["once", "once", "once"], _keys);
    }

    [Fact]
    public async Task What_the_service_refuses_is_not_repeated_and_keeps_its_code_and_fields()
    {
        _answers.Enqueue(
            Results.Json(
                new
                {
                    code = "invalid-input",
                    detail = "1 field(s) are not right.",
                    errors = new[] { new ApiFieldProblem("text", "required", "A text is needed here.") },
                },
                statusCode: 400
            )
        );
        using var client = Connect();
        var problem = await Assert.ThrowsAsync<ApiProblemException>(() => client.Requests.AnswerAsync(Guid.Empty, ""));
        Assert.Equal(
            (400, "invalid-input", "text", "required"),
            (problem.Status, problem.Code, problem.Field, problem.Errors[0].Code)
        );
        Assert.Single(_keys);
    }

    [Fact]
    public async Task A_wrong_secret_is_said()
    {
        using var client = Connect("wrong");
        var problem = await Assert.ThrowsAsync<ApiProblemException>(() => client.Requests.AcknowledgeAsync(Guid.Empty));
        Assert.Equal("token-refused", problem.Code);
        Assert.Empty(_keys);
    }

    private CooperationClient Connect(string secret = "s:cr")
    {
        var address = new Uri(_node.Urls.First());
        return CooperationClient.Connect(
            new ClientOptions
            {
                Address = address,
                TokenAddress = new Uri(address, "token"),
                ClientId = "system",
                ClientSecret = secret,
            }
        );
    }

    private IResult Answer(HttpContext http)
    {
        _tokens.Enqueue(http.Request.Headers.Authorization.ToString()["Bearer ".Length..]);
        _keys.Enqueue(http.Request.Headers["Idempotency-Key"].ToString());
        return _answers.TryDequeue(out var answer) ? answer : Results.Json(new CommandAnswer(Guid.Empty, 1));
    }
}
