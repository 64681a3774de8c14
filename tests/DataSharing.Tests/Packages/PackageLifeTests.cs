using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.DataSharing.Packages.Questions;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.DataSharing.Tests.Api;
using CaseCoordination.Platform.Http;
using CaseCoordination.Testing;

namespace CaseCoordination.DataSharing.Tests.Packages;

/// <summary>The life of packages between two authorities, through the API, the bus and the fetching of contents.</summary>
public sealed class PackageLifeTests(DataSharingFixture node) : IClassFixture<DataSharingFixture>
{
    private const string Trades = "id,trader,price\n1,\"Doe, Jane\",10.50\n2,Roe,11\n";
    private const string Filtered = "id,price\n1,10.50\n2,11\n";
    private static readonly string[] Groups = ["market-abuse", "digital-assets"];

    private PackageClient Person(string authority, string subject, params string[] roles) =>
        new(new RequestClient(node.As(authority, subject, roles.Length == 0 ? ["officer"] : roles, Groups)));

    [Fact]
    public async Task A_package_answers_a_request_filtered_approved_released_and_fetched()
    {
        await node.TeachAsync();
        using var asker = Person("XA-SMA", "xa-officer");
        using var steward = Person("MSA-FMA", "msa-steward", "officer", "data-steward", "approver");
        using var approver = Person("MSA-FMA", "msa-approver", "approver");
        var request = await asker.Requests.AskAsync();
        await node.CarryAsync(request, LetterKinds.Submission);
        await steward.Requests.StateAsync(request, "delivered");

        var id = await steward.PrepareAsync(new { title = "Trades of two accounts", request });
        await steward.AddAsync(id, PackageClient.Csv(Trades.Length), Trades);
        await steward.AddAsync(id, PackageClient.Plain(3), [1, 2, 3]);
        var path = $"/api/packages/{id}";
        await steward.Requests.RefusedAsync("personal-fields-open", $"{path}/release");
        using (
            var unknown = await steward.Requests.PostAsync($"{path}/items/1/filter", new { leaveOut = Words("ghost") })
        )
        {
            Assert.Equal("field-unknown", await Answers.CodeAsync(unknown));
        }

        await steward.Requests.DoAsync($"{path}/items/1/filter", new { leaveOut = Array.Empty<string>() });
        Assert.Equal(Filtered, await steward.ReadAsync(id, 1));
        Assert.Equal(Trades, await steward.ReadAsync(id, 1, "?original=true"));
        await steward.Requests.RefusedAsync("approval-missing", $"{path}/release");
        using (var own = await steward.ApproveAsync(id))
        {
            Assert.Equal("approver-is-preparer", await Answers.CodeAsync(own));
        }

        using (var approved = await approver.ApproveAsync(id))
        {
            Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        }

        await steward.Requests.RefusedAsync(
            "package-not-released",
            $"/api/requests/{request}/answer",
            new { text = "All.", packages = new[] { id } }
        );
        await steward.ReleaseAsync(id);
        await steward.ReleaseAsync(id);
        await node.CarryAsync(id, PackageLetterKinds.Release);
        var received = await asker.StateAsync(id, "retrieved");
        Assert.Equal(("recipient", "MSA-FMA", request), (received.Side, received.Partner, received.Request));
        Assert.Equal(["retrieved", "retrieved"], received.Items.Select(i => i.State));
        Assert.Equal(["trader"], received.Items[0].Withheld);
        Assert.False(received.Items[0].PersonalData);
        Assert.Equal("t.use", Assert.Single(received.Obligations).Term);
        Assert.Equal(Filtered, await asker.ReadAsync(id, 1));
        await node.CarryAsync(id, PackageLetterKinds.Retrieval);
        var sent = await steward.StateAsync(id, "retrieved");
        Assert.Equal(received.Items.Select(i => i.Sha256), sent.Items.Select(i => i.Sha256));
        Assert.Equal(sent.RetrievedAt, received.RetrievedAt);

        await steward.Requests.DoAsync(
            $"/api/requests/{request}/answer",
            new { text = "All.", packages = new[] { id } }
        );
        await node.CarryAsync(request, LetterKinds.Answer);
        Assert.Equal([id], (await asker.Requests.StateAsync(request, "answered")).Answer!.Packages);
    }

    [Fact]
    public async Task The_key_is_in_the_letter_alone()
    {
        await node.TeachAsync();
        using var steward = Person("MSA-FMA", "msa-steward", "officer", "data-steward");
        using var asker = Person("XA-SMA", "xa-officer");
        var id = await steward.PrepareUnaskedAsync("Secret keeping");
        await steward.AddAsync(id, PackageClient.Plain(2), "ab");
        await steward.ReleaseAsync(id);
        var letter = await node.DispatchedAsync(id, PackageLetterKinds.Release);
        var key = JsonSerializer.Deserialize<JsonElement>(letter.Content).GetProperty("retrievalKey").GetString()!;
        Assert.Equal(("spontaneous", "manipulation"), (letter.Question.Trigger, letter.Question.Matter));
        await node.CarryAsync();
        await asker.StateAsync(id, "retrieved");

        foreach (var client in (PackageClient[])[steward, asker])
        {
            foreach (var path in (string[])[$"/api/packages/{id}", $"/api/packages/{id}/timeline", "/api/packages"])
            {
                Assert.DoesNotContain(key, await client.Http.GetStringAsync(path), StringComparison.Ordinal);
            }
        }

        using var http = node.Anonymous();
        var address = new Uri($"/api/contents/{id}/1", UriKind.Relative);
        using var whole = await FetchAsync(http, address, $"Retrieval {key}");
        Assert.Equal("ab", await whole.Content.ReadAsStringAsync());
        using var range = await FetchAsync(http, address, $"Retrieval {key}", "bytes=1-");
        Assert.Equal((HttpStatusCode.PartialContent, "b"), (range.StatusCode, await range.Content.ReadAsStringAsync()));

        var refused = new List<string>();
        foreach (
            var (path, authorization) in new[]
            {
                ($"/api/contents/{id}/1", null),
                ($"/api/contents/{id}/1", "Retrieval "),
                ($"/api/contents/{id}/1", $"Retrieval {key}x"),
                ($"/api/contents/{id}/1", $"Bearer {key}"),
                ($"/api/contents/{id}/1", $"Retrieval XA-SMA.{key.Split('.')[1]}"),
                ($"/api/contents/{id}/1", $"Retrieval ZZ.{key.Split('.')[1]}"),
                ($"/api/contents/{id}/2", $"Retrieval {key}"),
                ($"/api/contents/{Guid.CreateVersion7()}/1", $"Retrieval {key}"),
            }
        )
        {
            using var answer = await FetchAsync(http, new Uri(path, UriKind.Relative), authorization);
            refused.Add(await Answers.StableAsync(answer));
        }

        Assert.StartsWith("404", Assert.Single(refused.Distinct()), StringComparison.Ordinal);
        Assert.Equal(
            0L,
            await node.Node.SqlAsync(
                "data-sharing",
                $"select count(*) from store.mt_events where tenant_id = 'MSA-FMA' and data::text like '%{key}%' and type <> 'package-letter-written'"
            )
        );
    }

    [Fact]
    public async Task A_content_that_is_not_what_was_announced_is_discarded_told_and_fetched_again_on_demand()
    {
        await node.TeachAsync();
        using var steward = Person("MSA-FMA", "msa-steward", "officer", "data-steward");
        using var asker = Person("XA-SMA", "xa-officer");
        var id = await steward.PrepareUnaskedAsync("Damaged on disk");
        await steward.AddAsync(id, PackageClient.Plain(5), "right");
        await steward.ReleaseAsync(id);
        var sha256 = (await steward.FindAsync(id))!.Items[0].Sha256!;
        var file = Path.Combine(node.Settings["Packages:Vault"]!, "MSA-FMA", "contents", sha256[..2], sha256);
        await File.WriteAllTextAsync(file, "wrong");
        await node.CarryAsync(id, PackageLetterKinds.Release);
        var failed = await asker.StateAsync(id, "retrieval-failed");
        Assert.Equal(("failed", "corrupt"), (failed.Items[0].State, failed.Items[0].Failure));
        var timeline = await asker.Requests.PageAsync<TimelineEntry>($"/api/packages/{id}/timeline");
        Assert.Equal(3, timeline.Items.Count(e => e.What == "item-corrupt"));
        using (var nothing = await asker.Http.GetAsync($"/api/packages/{id}/items/1/content"))
        {
            Assert.Equal("content-missing", await Answers.CodeAsync(nothing));
        }

        await node.CarryAsync(id, PackageLetterKinds.Retrieval);
        Assert.Equal("corrupt", (await steward.StateAsync(id, "retrieval-failed")).Items[0].Failure);

        await File.WriteAllTextAsync(file, "right");
        await asker.Requests.DoAsync($"/api/packages/{id}/retrieval");
        await asker.StateAsync(id, "retrieved");
        Assert.Equal("right", await asker.ReadAsync(id, 1));
        await node.CarryAsync(id, PackageLetterKinds.Retrieval);
        await steward.StateAsync(id, "retrieved");
    }

    [Fact]
    public async Task Doubled_letters_have_one_effect_and_a_transfer_goes_on_where_it_stopped()
    {
        await node.TeachAsync();
        using var steward = Person("MSA-FMA", "msa-steward", "officer", "data-steward");
        using var asker = Person("XA-SMA", "xa-officer");
        var content = RandomNumberGenerator.GetBytes(3_000_000);
        var id = await steward.PrepareUnaskedAsync("Interrupted");
        await steward.AddAsync(id, PackageClient.Plain(content.Length), content);
        await steward.ReleaseAsync(id);
        var letter = await node.DispatchedAsync(id, PackageLetterKinds.Release);

        // A part as an interrupted transfer leaves it: what it holds is not fetched again, and is checked with the rest.
        await node.Vault.WriteAsync(
            "XA-SMA",
            $"in-{id:N}-1",
            0,
            new MemoryStream(content, 0, 2_000_000),
            content.Length,
            content.Length,
            null,
            default
        );
        await node.CarryAsync(times: 3);
        await node.DeliverAsync(letter);
        var sheet = await asker.StateAsync(id, "retrieved");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), sheet.Items[0].Sha256);
        var timeline = await asker.Requests.PageAsync<TimelineEntry>($"/api/packages/{id}/timeline");
        Assert.Single(timeline.Items, e => e.What == "package-received");
        Assert.Single(timeline.Items, e => e.What == "item-retrieved");
        var read = await asker.Http.GetByteArrayAsync($"/api/packages/{id}/items/1/content");
        Assert.Equal(content, read);
        Assert.Single(
            node.Bus.Heard<DispatchLetter>(),
            l => l.ConversationId == id && l.Kind == PackageLetterKinds.Retrieval
        );
    }

    [Fact]
    public async Task A_package_that_names_a_request_of_others_is_not_let_in_among_its_papers()
    {
        await node.TeachAsync();
        using var asker = Person("XA-SMA", "xa-officer");
        using var steward = Person("XB-DAC", "xb-steward", "officer", "data-steward");
        var toOthers = await asker.Requests.AskAsync();
        var id = await steward.PrepareUnaskedAsync("Slipped in");
        await steward.AddAsync(id, PackageClient.Plain(1), "x");
        await steward.ReleaseAsync(id);
        var letter = await node.DispatchedAsync(id, PackageLetterKinds.Release);
        var manifest = LetterJson.Read<PackageManifest>(letter.Content)!;
        await node.DeliverAsync(letter with { Content = LetterJson.Write(manifest with { Request = toOthers }) });
        Assert.Null((await asker.StateAsync(id, "retrieved")).Request);
    }

    [Fact]
    public async Task The_same_contents_go_to_several_recipients_as_several_packages()
    {
        await node.TeachAsync();
        using var steward = Person("MSA-FMA", "msa-steward", "officer", "data-steward");
        var first = await steward.PrepareUnaskedAsync("Once");
        await steward.AddAsync(first, PackageClient.Csv(Trades.Length), Trades);
        var recipients = Words("XA-SMA", "XB-DAC");
        var id = await steward.PrepareAsync(
            new
            {
                title = "Twice",
                recipients,
                occasion = PackageClient.Occasion,
                itemsOf = first,
            }
        );
        var set = (await steward.FindAsync(id))!.Set;
        var lines = await steward.Requests.PageAsync<PackageLine>("/api/packages?q=twice");
        Assert.Equal(["XA-SMA", "XB-DAC"], lines.Items.Where(l => l.Set == set).Select(l => l.Partner).Order());
        foreach (var line in lines.Items)
        {
            Assert.Equal(Trades, await steward.ReadAsync(line.Id, 1));
        }

        var other = lines.Items.First(l => l.Id != id).Id;
        await steward.Requests.DoAsync($"/api/packages/{other}/items/1/filter", new { leaveOut = Words("id") });
        Assert.Equal("price\n10.50\n11\n", await steward.ReadAsync(other, 1));
        Assert.Equal(Trades, await steward.ReadAsync(id, 1));
    }

    [Fact]
    public async Task Everything_wrong_with_a_package_or_an_item_is_said_at_once()
    {
        await node.TeachAsync();
        using var steward = Person("MSA-FMA", "msa-steward", "officer", "data-steward");
        using var bad = await steward.Requests.PostAsync(
            "/api/packages",
            new
            {
                title = "",
                recipients = Words("XA-SMA", "XA-SMA"),
                conditions = new { purposes = Words("fun"), keepUntil = "soon" },
            }
        );
        Assert.Equal(
            [
                ("conditions.keepUntil", "not-a-date"),
                ("conditions.purposes[0]", "not-in-list"),
                ("occasion", "required"),
                ("recipients", "named-twice"),
                ("title", "required"),
            ],
            (await RequestClient.ErrorsAsync(bad)).Order()
        );
        var id = await steward.PrepareUnaskedAsync("Shapes");
        using var item = await steward.Requests.PostAsync(
            $"/api/packages/{id}/items",
            new
            {
                name = "../x",
                mediaType = "none",
                size = -1,
                category = "Trades",
                tlp = "TLP:SECRET",
                handling = "H9",
                sha256 = "abc",
                personalFields = Words("x"),
            }
        );
        Assert.Equal(
            [
                ("category", "not-a-category"),
                ("handling", "not-in-list"),
                ("mediaType", "not-a-media-type"),
                ("name", "not-a-file-name"),
                ("personalFields", "not-filterable"),
                ("sha256", "not-a-hash"),
                ("size", "out-of-range"),
                ("tlp", "marking-classified"),
            ],
            (await RequestClient.ErrorsAsync(item)).Order()
        );
        await steward.Requests.RefusedAsync("package-empty", $"/api/packages/{id}/release");
        await steward.Requests.RefusedAsync(
            "authority-unknown",
            "/api/packages",
            new
            {
                title = "x",
                recipients = Words("ZZ-NONE"),
                occasion = PackageClient.Occasion,
            }
        );
        var nobody = await steward.PrepareUnaskedAsync("No basis", "MSB-KNA");
        await steward.AddAsync(nobody, PackageClient.Plain(1), "x");
        await steward.Requests.RefusedAsync("no-basis", $"/api/packages/{nobody}/release");
    }

    [Fact]
    public async Task The_api_of_packages_is_described()
    {
        using var http = node.Anonymous();
        var described = await http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var operations = described
            .GetProperty("paths")
            .EnumerateObject()
            .Where(p => p.Name.StartsWith("/api/packages", StringComparison.Ordinal))
            .SelectMany(p => p.Value.EnumerateObject())
            .ToList();
        Assert.Equal(node.RoutesOf("/api/packages").Count, operations.Count);
        Assert.All(operations, o => Assert.NotEmpty(o.Value.GetProperty("summary").GetString()!));
    }

    private static string[] Words(params string[] words) => words;

    private static async Task<HttpResponseMessage> FetchAsync(
        HttpClient http,
        Uri address,
        string? authorization,
        string? range = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        if (range is not null)
        {
            request.Headers.TryAddWithoutValidation("Range", range);
        }

        return await http.SendAsync(request);
    }
}
