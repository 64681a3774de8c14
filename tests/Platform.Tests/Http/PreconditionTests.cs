using System.Net;
using System.Net.Http.Json;
using CaseCoordination.Platform.Http;
using CaseCoordination.Testing;
using CaseCoordination.ToyService.Counters;
using static CaseCoordination.Platform.Tests.ToyFixture;

namespace CaseCoordination.Platform.Tests.Http;

public sealed class PreconditionTests(ToyFixture toy)
{
    private static readonly NewCounter Body = new() { Note = "first" };

    [Fact]
    public async Task An_edit_without_the_version_seen_is_refused()
    {
        using var answer = await RewriteAsync(await toy.StartAsync(Body), null);
        Assert.Equal("if-match-missing", await Answers.CodeAsync(answer));
        Assert.Equal(HttpStatusCode.PreconditionRequired, answer.StatusCode);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("W/\"1\"")]
    [InlineData("1")]
    [InlineData("\"one\"")]
    [InlineData("\"1\", \"2\"")]
    [InlineData("\"99999999999999999999\"")]
    public async Task An_edit_whose_version_is_not_one_of_ours_is_refused(string tag)
    {
        using var answer = await RewriteAsync(await toy.StartAsync(Body), tag);
        Assert.Equal("if-match-malformed", await Answers.CodeAsync(answer));
    }

    [Fact]
    public async Task An_edit_of_the_version_seen_passes_and_tells_the_new_version()
    {
        var counter = await toy.StartAsync(Body);
        using var first = await RewriteAsync(counter, "\"1\"");
        Assert.Equal("\"2\"", first.Headers.ETag!.Tag);
        Assert.Equal("second", (await toy.ShowAsync(counter)).Note);
    }

    [Fact]
    public async Task An_edit_of_an_older_version_loses_nothing_of_what_came_between()
    {
        var counter = await toy.StartAsync(Body);
        await toy.CountAsync(counter, 1);
        using var stale = await RewriteAsync(counter, "\"1\"");
        Assert.Equal("version-changed", await Answers.CodeAsync(stale));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal("first", (await toy.ShowAsync(counter)).Note);
    }

    [Fact]
    public async Task An_edit_of_what_is_not_there_is_not_found_whatever_version_was_seen()
    {
        using var answer = await RewriteAsync(Guid.CreateVersion7(), "\"7\"");
        Assert.Equal("not-found", await Answers.CodeAsync(answer));
    }

    [Fact]
    public async Task A_new_thing_tells_its_address_and_version()
    {
        using var officer = toy.Officer();
        using var answer = await PostAsync(officer, "/api/counters", Body);
        var result = await answer.Content.ReadFromJsonAsync<CommandResult>();
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal($"/api/counters/{result!.Id}", answer.Headers.Location!.OriginalString);
        Assert.Equal("\"1\"", answer.Headers.ETag!.Tag);
    }

    private async Task<HttpResponseMessage> RewriteAsync(Guid counter, string? tag)
    {
        using var officer = toy.Officer();
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/counters/{counter}/note");
        request.Content = JsonContent.Create(new NewNote("second"));
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return await officer.SendAsync(request);
    }
}
