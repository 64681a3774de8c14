using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Inbound;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Testing;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Tests;

/// <summary>One request, seen from the asker's file and from the asked authority's.</summary>
internal static class Samples
{
    public const string Asker = "XA-SMA";
    public const string Asked = "MSA-FMA";
    public const string Officer = "officer-7";

    // A Monday.
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public static readonly Guid RequestId = Guid.Parse("019cae00-0000-7000-8000-000000000001");
    public static readonly Guid Seed = Guid.Parse("019cae00-0000-7000-8000-0000000000aa");
    public static readonly Guid PackageId = Guid.Parse("019cae00-0000-7000-8000-000000000009");
    public static readonly Guid SubmissionId = Guid.Parse("019cae00-0000-7000-8000-000000000005");
    public static readonly RequestSettings Settings = new();
    public static readonly Basis TheBasis = new("GRANT", "test-mou", "0123", ["T §3"]);
    public static readonly Matter Derivatives = new("manipulation", "derivatives", "yes", "2025-01-01", "2025-06-30");
    public static readonly Matter Spot = new("manipulation", "spot-crypto-assets", "no", "2025-01-01", "2025-06-30");

    public static readonly Content TheContent = new(
        "Wash trades in perpetuals",
        [Derivatives],
        ["info.files"],
        null,
        false,
        false,
        false,
        "en",
        [new("facts-and-purpose", "Two accounts trade with each other.")],
        [new("entity", "Delta Derivatives Exchange", [new("lei", "529900T8BM49AURSDO55")])],
        new Dictionary<string, string>(StringComparer.Ordinal),
        null,
        "TLP:AMBER"
    );

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

    public static readonly Turn TheTurn = new(Officer, Seed, Noon);

    public static readonly RequestDrafted Drafted = new(
        RequestId,
        RequestId,
        Asker,
        "XA-RFA-2026-0001",
        Asked,
        null,
        TheContent,
        ["digital-assets"],
        [],
        Officer,
        Noon
    );

    public static readonly Due FirstDue = DueIn(1, 20);

    public static readonly RequestSubmitted Submitted = new(
        1,
        DueIn(0, 20),
        Days(3, 5),
        null,
        SubmissionId,
        Officer,
        Noon
    );

    public static readonly RequestReceived Received = new(
        RequestId,
        RequestId,
        Asked,
        "MSA-RFA-2026-0001",
        Asker,
        "XA-RFA-2026-0001",
        1,
        TheContent,
        TheBasis,
        ["digital-assets"],
        FirstDue,
        Days(3, 5),
        null,
        SubmissionId,
        Noon,
        Noon
    );

    public static readonly RequestEvent[] AskerDraft = [Drafted];
    public static readonly RequestEvent[] AskerFile = [Drafted, Submitted, Sent(LetterKinds.Submission, SubmissionId)];
    public static readonly RequestEvent[] AskedFile = [Received];

    /// <summary>Warning and end after so many working days.</summary>
    public static TimeLimit Days(int warn, int fail) => new(WorkingDays(warn), WorkingDays(fail));

    public static DateTimeOffset WorkingDays(int days) => TheCalendars.After(Asked, Noon, days);

    public static Due DueIn(int number, int days) => Settings.DueAt(number, Noon, WorkingDays(days));

    public static Guid IdOf(string kind, string to) => LetterIds.Of(Seed, to, kind);

    /// <summary>A letter of the file on its way to the other side.</summary>
    public static LetterWritten Sent(string kind, Guid id) =>
        new(RequestId, id, Asked, kind, "{}", null, null, false, ["digital-assets"], Officer, Noon);

    /// <summary>The letter that an act of the sample turn writes, resting on the request.</summary>
    public static LetterWritten Reply<T>(string kind, string to, T content)
        where T : LetterContent =>
        new(
            RequestId,
            IdOf(kind, to),
            to,
            kind,
            LetterJson.Write(content),
            null,
            SubmissionId,
            LetterKinds.IsClosing(kind),
            ["digital-assets"],
            Officer,
            Noon
        );

    public static ReceivedLetter Letter<T>(string kind, string from, string to, T content, Guid? id = null)
        where T : LetterContent =>
        new(
            id ?? Guid.Parse("019cae00-0000-7000-8000-0000000000bb"),
            from,
            to,
            kind,
            RequestId,
            LetterJson.Write(content),
            TheBasis,
            Noon
        );

    public static Intake TheIntake(DateTimeOffset? now = null) =>
        new(now ?? Noon, "MSA-RFA-2026-0001", SmallLaw.Book, TheCalendars, Settings);

    /// <summary>What is given so little time that the warning comes when half of it is over.</summary>
    public static TimeLimit HalfWay(DateTimeOffset at) => new(Noon + ((at - Noon) / 2), at);

    public static Request State(params RequestEvent[] past) => Fold.Of<Request>(past);
}
