using System.Net;
using System.Net.Http.Json;
using CaseCoordination.Platform.Http;
using CaseCoordination.Testing;
using CaseCoordination.ToyService.Counters;
using static CaseCoordination.Platform.Tests.ToyFixture;

namespace CaseCoordination.Platform.Tests.Http;

public sealed class IdempotencyTests(ToyFixture toy)
{
    private static readonly NewCounter Body = new() { Note = "once" };

    [Theory]
    [InlineData(null, "idempotency-key-missing")]
    [InlineData("two words", "idempotency-key-malformed")]
    public async Task A_post_needs_a_key_of_visible_ascii(string? key, string code)
    {
        using var officer = toy.Officer();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/counters");
        request.Content = JsonContent.Create(Body);
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        using var answer = await officer.SendAsync(request);
        Assert.Equal(code, await Answers.CodeAsync(answer));
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_malformed()
    {
        using var officer = toy.Officer();
        using var answer = await PostAsync(officer, "/api/counters", Body, new string('k', 201));
        Assert.Equal("idempotency-key-malformed", await Answers.CodeAsync(answer));
    }

    [Fact]
    public async Task A_repeated_post_is_answered_as_the_first_was_and_has_no_second_effect()
    {
        using var officer = toy.Officer();
        var counter = await toy.StartAsync(Body);
        var key = Guid.CreateVersion7().ToString();
        using var first = await PostAsync(officer, $"/api/counters/{counter}/counts", key: key);
        await toy.CountAsync(counter, 1);
        using var second = await PostAsync(officer, $"/api/counters/{counter}/counts", key: key);
        Assert.Equal(await ResultAsync(first), await ResultAsync(second));
        Assert.Equal("true", Assert.Single(second.Headers.GetValues("Idempotency-Replayed")));
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(2, (await toy.ShowAsync(counter)).Count);
    }

    [Fact]
    public async Task A_repeated_creation_is_answered_like_the_first()
    {
        using var officer = toy.Officer();
        var key = Guid.CreateVersion7().ToString();
        using var first = await PostAsync(officer, "/api/counters", Body, key);
        using var second = await PostAsync(officer, "/api/counters", Body, key);

        Assert.Equal("true", Assert.Single(second.Headers.GetValues("Idempotency-Replayed")));
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal($"/api/counters/{(await ResultAsync(first)).Id}", first.Headers.Location?.ToString());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task A_key_that_was_used_for_another_body_or_path_is_refused()
    {
        using var officer = toy.Officer();
        var key = Guid.CreateVersion7().ToString();
        using var first = await PostAsync(officer, "/api/counters", Body, key);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        using var other = await PostAsync(officer, "/api/counters", Body with { Note = "twice" }, key);
        Assert.Equal("idempotency-key-reused", await Answers.CodeAsync(other));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        using var elsewhere = await PostAsync(officer, "/api/counters?at=elsewhere", Body, key);
        Assert.Equal("idempotency-key-reused", await Answers.CodeAsync(elsewhere));
    }

    [Fact]
    public async Task A_key_belongs_to_its_caller()
    {
        var key = Guid.CreateVersion7().ToString();
        var ids = new HashSet<Guid>();
        foreach (var http in (HttpClient[])[toy.Officer(), toy.Officer(subject: "officer-8"), toy.Officer("XB-DAC")])
        {
            using (http)
            {
                using var answer = await PostAsync(http, "/api/counters", Body, key);
                Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
                ids.Add((await ResultAsync(answer)).Id);
            }
        }

        Assert.Equal(3, ids.Count);
    }

    [Fact]
    public async Task Many_posts_with_one_key_at_once_have_one_effect_and_one_answer()
    {
        using var officer = toy.Officer();
        var note = $"at once {Guid.CreateVersion7()}";
        var key = Guid.CreateVersion7().ToString();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => PostAsync(officer, "/api/counters", Body with { Note = note }, key))
        );
        var results = await Task.WhenAll(answers.Select(ResultAsync));
        Assert.Single(results.Distinct());
        Assert.Equal(
            1L,
            await toy.SqlAsync<long>($"select count(*) from store.mt_doc_counterview where data->>'note' = '{note}'")
        );
    }

    [Fact]
    public async Task Of_two_posts_at_once_with_one_key_and_two_bodies_one_is_refused()
    {
        using var officer = toy.Officer();
        var key = Guid.CreateVersion7().ToString();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i => PostAsync(officer, "/api/counters", Body with { Note = $"body {i}" }, key))
        );
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_refused_post_may_be_repeated_with_its_key_once_it_would_pass()
    {
        using var officer = toy.Officer();
        var key = Guid.CreateVersion7().ToString();
        var counter = Guid.CreateVersion7();
        using var early = await PostAsync(officer, $"/api/counters/{counter}/counts", key: key);
        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        await toy.StartAsync(Body with { Id = counter });
        using var late = await PostAsync(officer, $"/api/counters/{counter}/counts", key: key);
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
    }

    private static async Task<CommandResult> ResultAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<CommandResult>())!;
    }
}
