using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Instruments;
using CaseCoordination.TreatyRegistry.Instruments.Domain;
using CaseCoordination.TreatyRegistry.Participations;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;
using CaseCoordination.TreatyText;

namespace CaseCoordination.TreatyRegistry.Tests;

/// <summary>Things that several tests start from.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 3, 2);
    public static readonly Guid ProposalId = new("01960000-0000-7000-8000-000000000001");

    public static readonly ChangeSource ByTwo = new("registrar", "registrar2", null, null, Noon);

    public static readonly AuthorityChange Registration = new()
    {
        What = AuthorityChange.Registration,
        Code = "XA-SMA",
        Name = "Securities and Markets Authority",
        Jurisdiction = "XA",
        Kind = "securities-regulator",
        TimeZone = "Atlantic/Azores",
        Contacts = [new Contact("cooperation", "coop@xa-sma.example")],
        Holidays = [new DateOnly(2026, 5, 25)],
    };

    public static AuthorityEntry Entry(long revision) =>
        new()
        {
            Code = "XA-SMA",
            Revision = revision,
            Name = "Securities and Markets Authority",
            Jurisdiction = "XA",
            Kind = "securities-regulator",
            TimeZone = "Atlantic/Azores",
            Contacts = [new Contact("cooperation", "coop@xa-sma.example")],
            Holidays = [new DateOnly(2026, 5, 25)],
            CalendarVersion = 1,
        };

    public static readonly AuthorityEntered Entered = new(Entry(1), ByTwo);

    public static PartyRecord Party(long revision) =>
        new()
        {
            Authority = "XA-SMA",
            InstrumentId = "test-mou",
            Revision = revision,
            Status = PartyStatus.Full,
            From = new DateOnly(2020, 1, 1),
            List = "A",
        };

    public static readonly PartyAcceded Acceded = new(Party(1), ByTwo);
    public static readonly PartyRules Open = new(true, true, [], ["A", "B"]);

    public static ParticipationChange Of(string what) =>
        new()
        {
            What = what,
            Authority = "XA-SMA",
            InstrumentId = "test-mou",
        };

    /// <summary>A small instrument; the words in it make its content.</summary>
    public static string Yaml(string id, string title = "A memorandum for tests", string more = "") =>
        $"""
            treaty: {id}
            title: "{title}"
            edition: {"{made: \"2020\"}"}
            binding: false
            calendar: none
            terms:
              - id: t.party
                kind: party
                cites: ["T §1"]
                status: full
                roles: [request, be-requested, spontaneous]
                from: date-of-signing
                conf: H
              - id: t.matter
                kind: matter
                cites: ["T §2"]
                codes: [manipulation]
                over: [securities, derivatives]
                time: {"{basis: request, ceasedConduct: true}"}
                conf: H
            {more}
            """;

    public static TreatyLaw.Instrument Instrument(
        string id,
        string title = "A memorandum for tests",
        string more = ""
    ) => LawFolder.ReadInstrument(Yaml(id, title, more), "test.yaml");

    public static InstrumentChange Terms(string title, DateOnly from) =>
        ProposePublication.Change(Instrument("test-mou", title), from);

    public static TermsPublished Published(InstrumentChange change, long revision, ChangeSource? source = null) =>
        new(
            new Publication
            {
                InstrumentId = change.InstrumentId,
                Revision = revision,
                EffectiveFrom = change.EffectiveFrom,
                ContentHash = change.ContentHash,
                Title = change.Title,
                Edition = change.Edition,
                Binding = change.Binding,
                Terms = change.Terms,
            },
            source ?? ByTwo
        );
}
