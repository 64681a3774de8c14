using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using CaseCoordination.Testing;

namespace CaseCoordination.CaseIntake.Tests.Api;

public sealed class ExhibitTests(CaseIntakeFixture node) : IClassFixture<CaseIntakeFixture>
{
    public static object Hello(Guid id, string sha256 = Sha256OfHello, long size = 5, string fileName = "hello.txt") =>
        new
        {
            id,
            title = "A greeting",
            fileName,
            mediaType = "text/plain",
            size,
            sha256,
            provenance = "Written for a test.",
            tlp = "TLP:GREEN",
            handling = "H2",
        };

    private const string Sha256OfHello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private CaseClient Officer() => new(node.As("XA-SMA", "xa-officer", ["officer"], ["digital-assets"]));

    [Fact]
    public async Task A_content_is_stored_and_read_back_whole_or_in_part()
    {
        using var officer = Officer();
        var (id, exhibit) = await RegisterAsync(officer);
        using var absent = await officer.Http.GetAsync(Content(id, exhibit));
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);

        Assert.Equal(HttpStatusCode.OK, await PutAsync(officer, id, exhibit, "hello"u8.ToArray()));
        Assert.Equal(HttpStatusCode.OK, await PutAsync(officer, id, exhibit, "other"u8.ToArray()));
        using var whole = await officer.Http.GetAsync(Content(id, exhibit));
        Assert.Equal("hello", await whole.Content.ReadAsStringAsync());
        Assert.Equal(
            ("text/plain", $"\"{Sha256OfHello}\"", "attachment"),
            (
                whole.Content.Headers.ContentType?.MediaType,
                whole.Headers.ETag?.Tag,
                whole.Content.Headers.ContentDisposition?.DispositionType
            )
        );

        using var ranged = new HttpRequestMessage(HttpMethod.Get, Content(id, exhibit));
        ranged.Headers.Range = new RangeHeaderValue(1, 3);
        using var part = await officer.Http.SendAsync(ranged);
        Assert.Equal((HttpStatusCode.PartialContent, "ell"), (part.StatusCode, await part.Content.ReadAsStringAsync()));

        using var conditional = new HttpRequestMessage(HttpMethod.Get, Content(id, exhibit));
        conditional.Headers.IfNoneMatch.Add(whole.Headers.ETag!);
        using var same = await officer.Http.SendAsync(conditional);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.True(Assert.Single((await officer.FindAsync(id))!.Exhibits).IsStored);
    }

    [Theory]
    [InlineData("hallo", "content-hash-differs")]
    [InlineData("hell", "content-size-differs")]
    [InlineData("hello!", "content-size-differs")]
    [InlineData("", "content-size-differs")]
    public async Task Another_content_is_refused_and_leaves_nothing(string content, string code)
    {
        using var officer = Officer();
        var (id, exhibit) = await RegisterAsync(officer);
        using var answer = await officer.Http.PutAsync(
            Content(id, exhibit),
            new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content))
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(code, await Answers.CodeAsync(answer));
        using var read = await officer.Http.GetAsync(Content(id, exhibit));
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.Empty(FilesOf(id));
    }

    [Fact]
    public async Task A_large_content_goes_through_and_a_large_command_does_not()
    {
        using var officer = Officer();
        const int size = 40 * 1024 * 1024;
        var content = new byte[size];
        new Random(7).NextBytes(content);
        var (id, exhibit) = await RegisterAsync(officer, Convert.ToHexStringLower(SHA256.HashData(content)), size);

        Assert.Equal(HttpStatusCode.OK, await PutAsync(officer, id, exhibit, content));
        Assert.Equal(content, await officer.Http.GetByteArrayAsync(Content(id, exhibit)));
        using var command = await officer.PostAsync(
            $"/api/cases/{id}/allegations",
            new { text = new string('x', 2 * 1024 * 1024) }
        );
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, command.StatusCode);
    }

    [Fact]
    public async Task A_file_name_never_becomes_a_path()
    {
        using var officer = Officer();
        var (id, exhibit) = await RegisterAsync(officer, fileName: "../../../../tmp/outside.txt");
        Assert.Equal(HttpStatusCode.OK, await PutAsync(officer, id, exhibit, "hello"u8.ToArray()));

        var file = Assert.Single(FilesOf(id));
        Assert.Equal(Path.Combine(node.Exhibits, "XA-SMA", id.ToString("N"), exhibit.ToString("N")), file);
        foreach (var path in new[] { "..%2f..%2fx", "%2e%2e", "..", exhibit + "%00", exhibit + "/../x" })
        {
            using var answer = await officer.Http.GetAsync($"/api/cases/{id}/exhibits/{path}/content");
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, path);
        }
    }

    [Fact]
    public async Task A_content_that_was_changed_on_disk_is_not_given_out()
    {
        using var officer = Officer();
        var (id, exhibit) = await RegisterAsync(officer);
        await PutAsync(officer, id, exhibit, "hello"u8.ToArray());
        await File.WriteAllTextAsync(Assert.Single(FilesOf(id)), "hellO");

        using var answer = await officer.Http.GetAsync(Content(id, exhibit));
        Assert.Equal("exhibit-damaged", await Answers.CodeAsync(answer));
    }

    [Fact]
    public async Task Contents_of_another_case_or_of_none_are_not_taken()
    {
        using var officer = Officer();
        var (id, exhibit) = await RegisterAsync(officer);
        var other = await officer.OpenAsync();

        Assert.Equal(HttpStatusCode.NotFound, await PutAsync(officer, other, exhibit, "hello"u8.ToArray()));
        Assert.Equal(HttpStatusCode.NotFound, await PutAsync(officer, id, Guid.CreateVersion7(), "hello"u8.ToArray()));
        Assert.Empty(FilesOf(other));
    }

    [Fact]
    public async Task The_same_key_registers_one_exhibit()
    {
        using var officer = Officer();
        var id = await officer.OpenAsync();
        var body = Hello(Guid.Empty);
        using var first = await officer.PostAsync($"/api/cases/{id}/exhibits", body, "exhibit-key");
        using var second = await officer.PostAsync($"/api/cases/{id}/exhibits", body, "exhibit-key");

        var exhibit = Assert.Single((await officer.FindAsync(id))!.Exhibits);
        Assert.Equal($"/api/cases/{id}/exhibits/{exhibit.Id}", first.Headers.Location?.ToString());
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("sha256", "2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824", "not-a-hash")]
    [InlineData("tlp", "TLP:WHITE", "not-in-list")]
    [InlineData("handling", "H9", "not-in-list")]
    [InlineData("mediaType", "text", "not-a-media-type")]
    [InlineData("fileName", "a\u0000b", "control-character")]
    public async Task What_is_not_right_about_an_exhibit_is_said_field_by_field(string field, string value, string code)
    {
        using var officer = Officer();
        var id = await officer.OpenAsync();
        var body = System.Text.Json.JsonSerializer.SerializeToNode(Hello(Guid.CreateVersion7()))!;
        body[field] = value;
        using var answer = await officer.PostAsync($"/api/cases/{id}/exhibits", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal((field, code), Assert.Single(await CaseClient.ErrorsAsync(answer)));
    }

    private static async Task<(Guid Case, Guid Exhibit)> RegisterAsync(
        CaseClient officer,
        string sha256 = Sha256OfHello,
        long size = 5,
        string fileName = "hello.txt"
    )
    {
        var id = await officer.OpenAsync();
        var exhibit = Guid.CreateVersion7();
        await officer.DoAsync($"/api/cases/{id}/exhibits", Hello(exhibit, sha256, size, fileName));
        return (id, exhibit);
    }

    private static async Task<HttpStatusCode> PutAsync(CaseClient officer, Guid id, Guid exhibit, byte[] content)
    {
        using var answer = await officer.Http.PutAsync(Content(id, exhibit), new ByteArrayContent(content));
        return answer.StatusCode;
    }

    private static string Content(Guid id, Guid exhibit) => $"/api/cases/{id}/exhibits/{exhibit}/content";

    private string[] FilesOf(Guid id)
    {
        var directory = Path.Combine(node.Exhibits, "XA-SMA", id.ToString("N"));
        return Directory.Exists(directory) ? Directory.GetFiles(directory, "*", SearchOption.AllDirectories) : [];
    }
}
