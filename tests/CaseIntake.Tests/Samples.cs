using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Inbound;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Testing;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.CaseIntake.Tests;

/// <summary>One matter, seen from the lead's file and from a partner's.</summary>
internal static class Samples
{
    public const string Lead = "XA-SMA";
    public const string ThePartner = "MSA-FMA";
    public const string Other = "XB-DAC";
    public const string Officer = "officer-7";

    // A Monday.
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly Guid CaseId = Guid.Parse("019cae00-0000-7000-8000-000000000001");
    public static readonly Guid SubjectId = Guid.Parse("019cae00-0000-7000-8000-000000000002");
    public static readonly Guid AllegationId = Guid.Parse("019cae00-0000-7000-8000-000000000003");
    public static readonly Guid ExhibitId = Guid.Parse("019cae00-0000-7000-8000-000000000004");
    public static readonly Guid InvitationId = Guid.Parse("019cae00-0000-7000-8000-000000000005");
    public static readonly Guid OtherInvitationId = Guid.Parse("019cae00-0000-7000-8000-000000000006");
    public static readonly Guid OfferId = Guid.Parse("019cae00-0000-7000-8000-000000000007");
    public static readonly Guid Seed = Guid.Parse("019cae00-0000-7000-8000-0000000000aa");

    public static readonly Matter TheMatter = new(
        "manipulation",
        "crypto-derivatives",
        "yes",
        "2019-01-01",
        "2020-09-30"
    );
    public static readonly Basis TheBasis = new("GRANT", "iosco-mmou", "0123", ["MMoU §4(a)"]);
    public static readonly IReadOnlyDictionary<string, string> NoFacts = new Dictionary<string, string>();
    public static readonly CaseSettings Settings = new();

    public static readonly Calendars TheCalendars = new(
        TestNode.Authorities.ToDictionary(
            code => code,
            code => new AuthorityProfile
            {
                Code = code,
                Jurisdiction = code,
                Kind = "securities-regulator",
                Holidays = [],
            },
            StringComparer.Ordinal
        )
    );

    public static readonly CaseOpened Opened = new(
        CaseId,
        Lead,
        "XA-2026-0001",
        "Venue without registration",
        TheMatter,
        ["digital-assets"],
        [],
        Officer,
        Noon
    );

    public static readonly SubjectAdded TheSubject = new(
        SubjectId,
        "venue",
        "Delta Derivatives Exchange",
        [new("lei", "529900T8BM49AURSDO55")],
        Officer,
        Noon
    );

    public static readonly AllegationAdded TheAllegation = new(
        AllegationId,
        "Wash trades in perpetual contracts.",
        ["CEA s.4c(a)"],
        Officer,
        Noon
    );

    public static readonly ExhibitAdded TheExhibit = new(
        ExhibitId,
        "Order book of May 2020",
        "orders.csv",
        "text/csv",
        5,
        "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
        "TLP:AMBER",
        "H1",
        "Produced by the venue.",
        Officer,
        Noon
    );

    public static readonly CaseFiled Filed = new(
        ["info.transactions"],
        "Please join us.",
        ["urgency"],
        NoFacts,
        "TLP:AMBER",
        Officer,
        Noon
    );

    public static readonly CaseEvent[] Draft = [Opened, TheSubject, TheAllegation];
    public static readonly CaseEvent[] Open =
    [
        .. Draft,
        Filed,
        Invited(ThePartner, InvitationId),
        Invited(Other, OtherInvitationId),
    ];
    public static readonly CaseEvent[] Joined = [.. Open, new PartnerJoined(ThePartner, Noon)];
    public static readonly CaseEvent[] AllAnswered =
    [
        .. Joined,
        new PartnerDeclined(Other, "not-needed", "We see no case.", Noon),
    ];
    public static readonly CaseEvent[] TwoJoined = [.. Joined, new PartnerJoined(Other, Noon)];
    public static readonly CaseEvent[] Offered = [.. AllAnswered, Offer(ThePartner)];

    public static readonly InvitationReceived InvitationArrived = new(
        CaseId,
        ThePartner,
        "MSA-2026-0001",
        Lead,
        1,
        InvitationId,
        Opened.Title,
        TheMatter,
        Filed.Assistance,
        Filed.Missing,
        NoFacts,
        Filed.Message,
        null,
        "TLP:AMBER",
        0,
        TheBasis,
        ["digital-assets"],
        WorkingDays(3),
        WorkingDays(5),
        Noon
    );

    public static readonly CaseEvent[] PartnerInvited =
    [
        new LetterTaken(InvitationId, Lead, LetterKinds.Invitation, ["digital-assets"], Noon, Noon),
        InvitationArrived,
        TheSubject with
        {
            By = Lead,
        },
        TheAllegation with
        {
            By = Lead,
        },
    ];
    public static readonly CaseEvent[] PartnerJoined = [.. PartnerInvited, new InvestigationJoined(Officer, Noon)];
    public static readonly CaseEvent[] PartnerOffered =
    [
        .. PartnerJoined,
        new LeadOfferReceived(OfferId, Lead, [ThePartner, Other], 0, WorkingDays(5), Noon),
    ];

    public static Turn Turn(double hours = 0, string by = Officer) => new(by, Seed, Noon.AddHours(hours));

    /// <summary>The end of the n-th working day after noon of that Monday, in UTC.</summary>
    public static DateTimeOffset WorkingDays(int count) => Calendars.None.After("", Noon, count);

    public static PartnerInvited Invited(string authority, Guid letterId, int round = 1) =>
        new(
            authority,
            round,
            letterId,
            "iosco-mmou",
            Pinned: false,
            null,
            WorkingDays(5),
            WorkingDays(10),
            Officer,
            Noon
        );

    public static LeadOffered Offer(string to) =>
        new(OfferId, to, WorkingDays(5), WorkingDays(5).AddDays(7), Officer, Noon);

    /// <summary>The letter that a decision should write: what it says, and the letter it rests on.</summary>
    public static LetterWritten Letter<T>(
        string to,
        string kind,
        T content,
        Guid? reliesOn,
        Turn turn,
        Guid? seed = null,
        bool closing = false
    )
        where T : LetterContent =>
        new(
            CaseId,
            LetterIds.Of(seed ?? turn.Seed, to, kind),
            to,
            kind,
            LetterJson.Write(content),
            null,
            reliesOn,
            closing,
            ["digital-assets"],
            turn.By,
            turn.Now
        );

    /// <summary>A letter as the border hands it over.</summary>
    public static ReceivedLetter Received<T>(string sender, string kind, T content, int number = 1)
        where T : LetterContent => Received(sender, kind, LetterJson.Write(content), number);

    public static ReceivedLetter Received(string sender, string kind, string content, int number = 1) =>
        new(
            Guid.Parse($"019cae00-0000-7000-9000-{number:000000000000}"),
            sender,
            sender == Lead ? ThePartner : Lead,
            kind,
            CaseId,
            content,
            TheBasis,
            Noon
        );

    /// <summary>The whole way of a letter into a file, as the consumer goes it.</summary>
    public static Func<Case, Decision<CaseEvent>> Reading(ReceivedLetter letter, DateTimeOffset? now = null) =>
        current =>
            ReadLetter.Decide(
                current,
                letter,
                "MSA-2026-0001",
                Reception.TurnOf(letter, now ?? Noon),
                TheCalendars,
                Settings
            );

    public static LetterTaken Taken(ReceivedLetter letter) =>
        new(letter.LetterId, letter.Sender, letter.Kind, ["digital-assets"], Noon, Noon);

    public static CaseEvent[] SetAside(ReceivedLetter letter, string reason) =>
        [Taken(letter), new LetterSetAside(letter.LetterId, letter.Sender, reason, Noon)];
}
