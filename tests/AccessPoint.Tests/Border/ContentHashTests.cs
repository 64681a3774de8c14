using CaseCoordination.AccessPoint.Border;

namespace CaseCoordination.AccessPoint.Tests.Border;

public sealed class ContentHashTests
{
    // Digests as sha256sum prints them.
    [Theory]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("ä", "33e6d73fee82904c8d7afb78de1154d1e8dc2a0edb08120e63df5b9385c2d9cc")]
    public void The_hash_is_sha_256_of_the_utf_8_bytes(string content, string hash) =>
        Assert.Equal(hash, ContentHash.Of(content));
}
