using System.Net.Http.Json;
using System.Text.Json;
using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.Testing;
using static CaseCoordination.TreatyRegistry.Tests.Api.RegistryFixture;

namespace CaseCoordination.TreatyRegistry.Tests.Api;

public sealed class AnnouncementApiTests(FilledRegistry registry) : IClassFixture<FilledRegistry>
{
    [Fact]
    public async Task Every_copy_arrives_at_the_hashes_of_the_register_also_when_told_twice()
    {
        var first = await AgreedAsync();

        using var again = await registry.Registrar.PutAsync(
            new Uri("/api/registry/announcements", UriKind.Relative),
            null
        );
        var counts = await again.Content.ReadFromJsonAsync<JsonElement>();
        var second = await AgreedAsync();

        Assert.Equal(first.GetProperty("digest").GetString(), second.GetProperty("digest").GetString());
        Assert.Equal(counts.GetProperty("authorities").GetInt32(), first.GetProperty("authorities").GetArrayLength());
        Assert.Equal(
            counts.GetProperty("participations").GetInt32(),
            first.GetProperty("participations").GetArrayLength()
        );
        Assert.All(
            first.GetProperty("authorities").EnumerateArray().Zip(second.GetProperty("authorities").EnumerateArray()),
            pair => Assert.True(Revision(pair.First) < Revision(pair.Second))
        );
        var heard = registry.Bus.Heard<InstrumentPublished>();
        Assert.All(heard.GroupBy(p => p.InstrumentId, StringComparer.Ordinal), g => Assert.Equal(2, g.Count()));
        Assert.Equal(heard.Count, registry.Bus.Ids<InstrumentPublished>().Distinct().Count());

        static long Revision(JsonElement held) => held.GetProperty("revision").GetInt64();
    }

    /// <summary>Waits until the copy holds exactly what the register announced.</summary>
    private Task<JsonElement> AgreedAsync() =>
        Eventually.GetAsync(
            async () =>
            {
                var register = await GetAsync(registry.Officer, "/api/registry/hashes");
                var copy = await GetAsync(registry.Operator, "/api/operations/replica");
                return register.ToString() == copy.ToString() ? register : default;
            },
            agreed => agreed.ValueKind == JsonValueKind.Object,
            "register and copy to agree"
        );
}
