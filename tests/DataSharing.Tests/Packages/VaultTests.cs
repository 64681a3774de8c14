using System.Security.Cryptography;
using CaseCoordination.DataSharing.Packages;
using CaseCoordination.DataSharing.Packages.Contents;

namespace CaseCoordination.DataSharing.Tests.Packages;

/// <summary>Contents on disk: whole or not at all, resumable, one folder for each authority.</summary>
public sealed class VaultTests : IDisposable
{
    private const string Authority = "XA-SMA";
    private const string Part = "0123-1";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vault-");
    private readonly Vault _vault;
    private readonly byte[] _content = RandomNumberGenerator.GetBytes(300_000);

    public VaultTests() => _vault = new Vault(new PackageSettings { Vault = _folder.FullName });

    private string Hash => Convert.ToHexStringLower(SHA256.HashData(_content));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_content_in_one_piece_is_stored_under_its_hash()
    {
        Assert.Equal(new Written(Writing.Stored, 300_000, Hash), await WriteAsync(0, _content));
        Assert.True(_vault.Holds(Authority, Hash));
        Assert.Equal(_content, await ReadAsync(Authority));
        Assert.Empty(Parts());
    }

    [Fact]
    public async Task Pieces_may_come_one_by_one_and_overlap()
    {
        Assert.Equal(new Written(Writing.Partial, 1000), await WriteAsync(0, _content[..1000]));
        Assert.Equal(new Written(Writing.Gap, 1000), await WriteAsync(1001, _content[1001..]));
        Assert.Equal(new Written(Writing.Partial, 2000), await WriteAsync(500, _content[500..2000]));
        Assert.Equal(2000, _vault.Reached(Authority, Part));
        Assert.Equal(new Written(Writing.Stored, 300_000, Hash), await WriteAsync(2000, _content[2000..], Hash));
        Assert.Equal(_content, await ReadAsync(Authority));
    }

    [Fact]
    public async Task What_came_before_an_interruption_stays()
    {
        await Assert.ThrowsAsync<IOException>(() =>
            WriteAsync(0, new BreakingStream(_content, breakAt: 200_000), _content.Length)
        );
        var reached = (int)_vault.Reached(Authority, Part);
        Assert.InRange(reached, 1, 200_000);
        Assert.Equal(Writing.Stored, (await WriteAsync(reached, _content[reached..], Hash)).Outcome);
    }

    [Fact]
    public async Task Another_content_leaves_nothing_behind()
    {
        var other = new string('0', 64);
        Assert.Equal(new Written(Writing.Differs, 300_000, Hash), await WriteAsync(0, _content, other));
        Assert.False(_vault.Holds(Authority, Hash));
        Assert.Empty(_folder.EnumerateFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task More_bytes_than_announced_are_not_kept()
    {
        await WriteAsync(0, _content[..1000]);
        Assert.Equal(
            new Written(Writing.TooLong, 1000),
            await WriteAsync(1000, new MemoryStream(_content, 1000, 2000), count: 500)
        );
        Assert.Equal(1000, _vault.Reached(Authority, Part));
    }

    [Fact]
    public async Task Two_writers_of_a_part_do_not_mix()
    {
        var first = new HeldStream(_content);
        var writing = WriteAsync(0, first, _content.Length);
        await first.Begun;
        Assert.Equal(Writing.Busy, (await WriteAsync(0, _content)).Outcome);
        first.Release();
        Assert.Equal(new Written(Writing.Stored, 300_000, Hash), await writing);
    }

    [Fact]
    public async Task Nothing_is_shared_between_authorities()
    {
        await WriteAsync(0, _content);
        Assert.False(_vault.Holds("MSA-FMA", Hash));
        Assert.Null(_vault.Open("MSA-FMA", Hash));
        _vault.Delete(Authority, Hash);
        Assert.False(_vault.Holds(Authority, Hash));
    }

    [Theory]
    [InlineData("..", Part)]
    [InlineData("XA/SMA", Part)]
    [InlineData("", Part)]
    [InlineData(Authority, "../x")]
    [InlineData(Authority, "")]
    public void No_name_becomes_a_path(string authority, string part) =>
        Assert.Throws<ArgumentException>(() => _vault.Reached(authority, part));

    [Fact]
    public void No_hash_becomes_a_path() =>
        Assert.Throws<ArgumentException>(() => _vault.Open(Authority, "../../../etc/passwd"));

    [Fact]
    public async Task A_copy_that_fails_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() =>
            _vault.KeepAsync(
                Authority,
                async (to, ct) =>
                {
                    await to.WriteAsync(_content, ct);
                    throw new IOException("Broken.");
                },
                default
            )
        );
        Assert.Empty(_folder.EnumerateFiles("*", SearchOption.AllDirectories));
        Assert.Equal(
            new ContentFacts(300_000, Hash),
            await _vault.KeepAsync(Authority, (to, ct) => to.WriteAsync(_content, ct).AsTask(), default)
        );
        Assert.Empty(Parts());
    }

    [Fact]
    public async Task Old_parts_go_and_old_contents_are_told()
    {
        await WriteAsync(0, _content);
        await WriteAsync(0, _content[..10]);
        var now = DateTimeOffset.FromFileTime(File.GetLastWriteTimeUtc(Parts().Single().FullName).ToFileTimeUtc());
        Assert.Empty(_vault.Old(Authority, now.AddHours(-1)));
        Assert.Single(Parts());
        Assert.Equal([Hash], _vault.Old(Authority, now.AddHours(1)));
        Assert.Empty(Parts());
        Assert.Empty(_vault.Old("XB-DAC", now));
    }

    private IEnumerable<FileInfo> Parts() =>
        Directory.Exists(Path.Combine(_folder.FullName, Authority, "parts"))
            ? new DirectoryInfo(Path.Combine(_folder.FullName, Authority, "parts")).EnumerateFiles()
            : [];

    private Task<Written> WriteAsync(long offset, byte[] bytes, string? sha256 = null) =>
        WriteAsync(offset, new MemoryStream(bytes), bytes.Length, sha256);

    private Task<Written> WriteAsync(long offset, Stream bytes, long count, string? sha256 = null) =>
        _vault.WriteAsync(Authority, Part, offset, bytes, count, _content.Length, sha256, default);

    private async Task<byte[]> ReadAsync(string authority)
    {
        await using var content = _vault.Open(authority, Hash)!;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    private sealed class BreakingStream(byte[] bytes, int breakAt) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= breakAt
                ? throw new IOException("The connection is gone.")
                : base.ReadAsync(buffer[..(int)Math.Min(buffer.Length, breakAt - Position)], cancellationToken);
    }

    private sealed class HeldStream(byte[] bytes) : MemoryStream(bytes)
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        public void Release() => _released.SetResult();

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            _begun.TrySetResult();
            await _released.Task;
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
