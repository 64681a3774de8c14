using System.Security.Cryptography;
using CaseCoordination.CaseIntake.Cases.Exhibits;
using CaseCoordination.Testing;

namespace CaseCoordination.CaseIntake.Tests.Exhibits;

public sealed class FileExhibitStoreTests : IDisposable
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), $"exhibits-{Guid.CreateVersion7():N}");
    private readonly MovableClock _clock = new();
    private readonly ExhibitKey _key = new("XA-SMA", Samples.CaseId, Samples.ExhibitId);
    private readonly byte[] _content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i % 251))];

    private FileExhibitStore Store => new(new ExhibitSettings { Directory = _root }, _clock);

    [Fact]
    public async Task What_is_stored_is_read_back()
    {
        var store = Store;
        Assert.Equal(Storing.Stored, await StoreAsync(store, _content));

        Assert.Equal(_content, await ReadAsync(store));
        Assert.Equal(_content, await ReadAsync(store));
        Assert.Single(Files());
    }

    [Fact]
    public async Task Another_hash_leaves_nothing_behind()
    {
        Assert.Equal(Storing.HashDiffers, await StoreAsync(Store, [.. _content[1..], 7]));
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public async Task Another_size_leaves_nothing_behind(int more)
    {
        var content = _content.Concat(new byte[Math.Max(more, 0)]).Take(_content.Length + more).ToArray();

        Assert.Equal(Storing.SizeDiffers, await StoreAsync(Store, content));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_content_that_breaks_off_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() =>
            Store.StoreAsync(_key, new BrokenStream(_content), _content.Length, HashOf(_content), default)
        );
        Assert.Empty(Files());
    }

    [Fact]
    public async Task A_refused_content_does_not_touch_the_one_that_stands()
    {
        var store = Store;
        await StoreAsync(store, _content);
        await StoreAsync(store, [.. _content[1..], 7]);

        Assert.Equal(_content, await ReadAsync(store));
    }

    [Fact]
    public async Task A_damaged_content_is_not_given_out()
    {
        var store = Store;
        await StoreAsync(store, _content);
        Assert.NotNull(await ReadAsync(store));
        var bytes = await File.ReadAllBytesAsync(Files().Single());
        bytes[1000] ^= 1;
        await File.WriteAllBytesAsync(Files().Single(), bytes);

        Assert.Null(await store.OpenAsync(_key, HashOf(_content), default));
    }

    [Fact]
    public async Task What_is_missing_is_not_given_out() =>
        Assert.Null(await Store.OpenAsync(_key, HashOf(_content), default));

    [Fact]
    public async Task Purging_removes_one_cases_contents_and_no_others()
    {
        var store = Store;
        await StoreAsync(store, _content);
        var other = _key with { CaseId = Samples.SubjectId };
        await store.StoreAsync(other, new MemoryStream(_content), _content.Length, HashOf(_content), default);
        store.DeleteAll(_key.Authority, _key.CaseId);

        Assert.Null(await store.OpenAsync(_key, HashOf(_content), default));
        await using var kept = await store.OpenAsync(other, HashOf(_content), default);
        Assert.NotNull(kept);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("XA/../XB")]
    [InlineData("/etc")]
    public async Task Nothing_but_a_code_becomes_a_folder(string authority) =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Store.OpenAsync(_key with { Authority = authority }, HashOf(_content), default)
        );

    [Fact]
    public void Parts_that_a_killed_process_left_are_cleared_away_after_a_day()
    {
        Directory.CreateDirectory(Path.Combine(_root, "XA-SMA"));
        var part = Path.Combine(_root, "XA-SMA", "x.part");
        File.WriteAllText(part, "half");
        _ = Store;
        Assert.True(File.Exists(part));

        _clock.Advance(TimeSpan.FromDays(2));
        _ = Store;
        Assert.False(File.Exists(part));
    }

    public void Dispose()
    {
        if (Directory.Exists(_root))
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    private Task<Storing> StoreAsync(FileExhibitStore store, byte[] content) =>
        store.StoreAsync(_key, new MemoryStream(content), _content.Length, HashOf(_content), default);

    private async Task<byte[]?> ReadAsync(FileExhibitStore store)
    {
        await using var stream = await store.OpenAsync(_key, HashOf(_content), default);
        if (stream is null)
        {
            return null;
        }

        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private string[] Files() =>
        Directory.Exists(_root) ? Directory.GetFiles(_root, "*", SearchOption.AllDirectories) : [];

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private sealed class BrokenStream(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 200_000
                ? throw new IOException("The connection is gone.")
                : base.ReadAsync(buffer, cancellationToken);
    }
}
