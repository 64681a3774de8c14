using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.TreatyRegistry.Tests.Replica;

/// <summary>What a registry might have announced in a while.</summary>
internal static class Announced
{
    private static readonly AuthorityRegistered LastName = Authority("XA-SMA", 4, "Third name", "2026-05-25");
    private static readonly ParticipationRecorded LastStatus = Party("XA-SMA", "test-mou", 5, "suspended");
    private static readonly InstrumentPublished LastTerms = Terms(
        Samples.Instrument("test-mou", "Corrected"),
        6,
        "2026-06-01"
    );

    /// <summary>In the order in which it happened.</summary>
    public static object[] All { get; } =
    [
        Authority("XA-SMA", 1, "First name"),
        Authority("XB-DAC", 1, "Commission"),
        Terms(Samples.Instrument("test-mou", "Old"), 1, "2020-01-01"),
        Terms(Samples.Instrument("other-mou", "Other"), 1, "2020-01-01"),
        Party("XA-SMA", "test-mou", 1, "full"),
        Party("XB-DAC", "test-mou", 1, "committed"),
        Party("XB-DAC", "other-mou", 2, "full") with
        {
            HasOwnCapabilities = true,
        },
        Authority("XA-SMA", 2, "Second name"),
        Terms(Samples.Instrument("test-mou", "New"), 3, "2026-06-01"),
        Party("XA-SMA", "test-mou", 3, "full") with
        {
            Unverified = true,
        },
        LastName,
        LastTerms,
        LastStatus,
    ];

    public static object[] Decisive => [LastName, LastTerms, LastStatus];

    public static AuthorityRegistered Authority(string code, long revision, string name, params string[] holidays) =>
        new()
        {
            Code = code,
            Revision = revision,
            Name = name,
            Jurisdiction = code[..2],
            Kind = "securities-regulator",
            TimeZone = "Etc/UTC",
            Holidays = holidays,
        };

    public static InstrumentPublished Terms(Instrument instrument, long revision, string from) =>
        new()
        {
            InstrumentId = instrument.Id,
            Revision = revision,
            ContentHash = instrument.ContentHash,
            EffectiveFrom = from,
            Terms = instrument.CanonicalText,
        };

    public static ParticipationRecorded Party(string authority, string instrument, long revision, string status) =>
        new()
        {
            Authority = authority,
            InstrumentId = instrument,
            Revision = revision,
            Status = status,
            From = "2021-01-01",
        };
}
