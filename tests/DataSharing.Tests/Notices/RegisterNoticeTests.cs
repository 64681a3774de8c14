using CaseCoordination.DataSharing.Notices;
using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Notices.Licences;
using CaseCoordination.DataSharing.Records;
using CaseCoordination.DataSharing.Requests.Domain;

namespace CaseCoordination.DataSharing.Tests.Notices;

/// <summary>How a row of a register reads as a notice.</summary>
public sealed class RegisterNoticeTests
{
    private const string Lei = "529900T8BM49AURSDO55";
    private static readonly DateOnly Ingested = new(2026, 3, 2);

    [Fact]
    public void A_row_becomes_a_notice_about_the_holder()
    {
        var row = Row(
            $$"""
            {"name":"Delta","holder":"Delta Ltd","lei":"{{Lei}}","mic":"XDLT","licenceNumber":"L-7","category":"CASP",
             "country":"GB","status":"Withdrawn","validFrom":"2020-01-01","validTo":"2026-02-27","supervisor":"XA-SMA",
             "responsiblePerson":"Jane Howard"}
            """
        );
        Assert.Equal(new LicenceKey("licence", "L-7"), row.Key);
        var notice = RegisterNotice.Of(row, NoticeKinds.LicenceWithdrawn, new NoticeSettings(), Ingested);
        Assert.Equivalent(
            new NoticeContent(
                "licence-withdrawn",
                "Licence withdrawn: Delta",
                "The register of licences says:\nName: Delta\nHolder: Delta Ltd\nLEI: 529900T8BM49AURSDO55\nMIC: XDLT\n"
                    + "Licence number: L-7\nKind of licence: CASP\nCountry: GB\nSupervisor: XA-SMA\nStatus: Withdrawn\n"
                    + "Valid from: 2020-01-01\nValid to: 2026-02-27",
                new Matter("intermediaries", "crypto-derivatives", "unknown"),
                [new Subject("entity", "Delta Ltd", [new("lei", Lei), new("mic", "XDLT")])],
                "2026-02-27",
                null,
                "TLP:AMBER"
            ),
            notice,
            strict: true
        );
    }

    [Theory]
    [InlineData(""","validFrom":"2026-02-01","validTo":"2026-02-27" """, "2026-02-27")]
    [InlineData(""","validFrom":"2026-02-01" """, "2026-02-01")]
    [InlineData("", "2026-03-02")]
    public void It_holds_from_the_last_day_or_the_first_or_the_day_on_which_the_register_came_in(
        string days,
        string effective
    )
    {
        var row = Row($$"""{"name":"Delta","licenceNumber":"L-7","status":"refused"{{days}}}""");
        var notice = RegisterNotice.Of(row, NoticeKinds.LicenceRefused, new NoticeSettings(), Ingested);
        Assert.Equal(effective, notice.Effective);
        var subject = Assert.Single(notice.Subjects);
        Assert.Equal("Delta", subject.Name);
        Assert.Empty(subject.Identifiers);
    }

    [Fact]
    public void A_long_name_is_cut_in_the_title_between_characters()
    {
        var name = string.Concat(Enumerable.Repeat("𝔇", 150));
        var row = Row($$"""{"name":"{{name}}","mic":"XDLT","status":"refused"}""");
        var notice = RegisterNotice.Of(row, NoticeKinds.LicenceRefused, new NoticeSettings(), Ingested);
        Assert.InRange(notice.Title.Length, 190, 200);
        Assert.True(notice.Title.IsNormalized());
        Assert.EndsWith("𝔇…", notice.Title, StringComparison.Ordinal);
        Assert.Equal(name, notice.Subjects[0].Name);
    }

    [Theory]
    [InlineData("""{"name":"Delta","mic":"XDLT","lei":"529900T8BM49AURSDO55","status":"refused"}""", "mic", "XDLT")]
    [InlineData("""{"name":"Delta","lei":"529900T8BM49AURSDO55","status":"refused"}""", "lei", Lei)]
    public void A_licence_without_a_number_is_named_by_its_venue_or_its_holder(
        string body,
        string scheme,
        string value
    ) => Assert.Equal(new LicenceKey(scheme, value), Row(body).Key);

    [Fact]
    public void A_row_that_says_nothing_of_how_the_licence_stands_is_none() =>
        Assert.Null(LicenceRow.Of(new StoredRecord(Guid.Empty, 1, null, """{"name":"Delta","mic":"XDLT"}""")));

    private static LicenceRow Row(string body) => LicenceRow.Of(new StoredRecord(Guid.Empty, 1, null, body))!;
}
