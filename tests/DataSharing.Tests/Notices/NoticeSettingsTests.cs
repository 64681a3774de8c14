using CaseCoordination.DataSharing.Notices;
using CaseCoordination.DataSharing.Requests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CaseCoordination.DataSharing.Tests.Notices;

/// <summary>What an operator may say of a register's words, and what the service does not start with.</summary>
public sealed class NoticeSettingsTests
{
    [Theory]
    [InlineData("refused", "licence-refused")]
    [InlineData(" Revoked ", "licence-withdrawn")]
    [InlineData("SUSPENDED", "licence-changed")]
    [InlineData("active", null)]
    [InlineData("expired", null)]
    public void The_usual_words_are_known(string status, string? kind) =>
        Assert.Equal(kind, new NoticeSettings().MeaningOf(status));

    [Fact]
    public void An_operators_words_take_the_place_of_the_usual_ones()
    {
        var settings = Bound(("LicenceWords:Entzogen", "licence-withdrawn"), ("LicenceGroups:0", "licensing"));
        Assert.Equal("licence-withdrawn", settings.MeaningOf("entzogen"));
        Assert.Null(settings.MeaningOf("revoked"));
        Assert.Equal(["licensing"], settings.GroupsFor(new RequestSettings()));
    }

    [Fact]
    public void Without_groups_of_their_own_drafts_are_for_those_who_see_what_arrives_over_the_same()
    {
        Assert.Equal(["digital-assets"], new NoticeSettings().GroupsFor(new RequestSettings()));
        Assert.Equal(["desk"], Bound(("LicenceOver", "securities")).GroupsFor(new() { OtherIntakeGroups = ["desk"] }));
    }

    [Theory]
    [InlineData("LicenceWords:revoked", "sanction")]
    [InlineData("MostLicenceDrafts", "-1")]
    [InlineData("MostLicenceDrafts", "10001")]
    [InlineData("LicenceMatter", "murder")]
    [InlineData("LicenceOver", "tulips")]
    public void What_cannot_be_kept_stops_the_start(string name, string value)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Bound((name, value)));
        Assert.Contains(name.Split(':')[0], fault.Message, StringComparison.Ordinal);
    }

    private static NoticeSettings Bound(params (string Name, string Value)[] settings)
    {
        using var services = new ServiceCollection()
            .AddNotices(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        settings.Select(s => KeyValuePair.Create($"Notices:{s.Name}", (string?)s.Value))
                    )
                    .Build()
            )
            .BuildServiceProvider();
        return services.GetRequiredService<NoticeSettings>();
    }
}
