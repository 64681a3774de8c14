using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.DataSharing.Holdings.Trails;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.Decider;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Holdings;

/// <summary>One item that MSA-FMA made and gave to XA-SMA, and that XA-SMA passed on to XB-DAC.</summary>
internal static class ItemSamples
{
    public const string Maker = "MSA-FMA";
    public const string Holder = "XA-SMA";
    public const string Third = "XB-DAC";
    public const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    public static readonly Guid First = Guid.Parse("019cae00-0000-7000-8000-000000000101");
    public static readonly Guid Second = Guid.Parse("019cae00-0000-7000-8000-000000000102");
    public static readonly Guid FirstLetter = Guid.Parse("019cae00-0000-7000-8000-000000000201");
    public static readonly Guid SecondLetter = Guid.Parse("019cae00-0000-7000-8000-000000000202");
    public static readonly Guid ConsentId = Guid.Parse("019cae00-0000-7000-8000-000000000301");
    public static readonly Guid Notice = Guid.Parse("019cae00-0000-7000-8000-000000000401");
    public static readonly Guid ItemId = HoldingIds.Of(First, 1, Holder);
    public static readonly Guid OnwardId = HoldingIds.Of(Second, 1, Third);
    public static readonly HoldingSettings TheSettings = new();
    public static readonly DateOnly Today = new(2026, 3, 2);
    public static readonly IReadOnlyDictionary<string, string> NoFacts = new Dictionary<string, string>(
        StringComparer.Ordinal
    );

    public static readonly ManifestItem TheItem = new()
    {
        Number = 1,
        Name = "Accounts.csv",
        MediaType = "text/csv",
        Size = 4,
        Sha256 = Hash,
        Category = "trades",
        Tlp = "AMBER",
        Handling = "",
        PersonalData = false,
        Originator = Maker,
        Source = "upload",
        Chain = [],
        Withheld = ["client"],
    };

    public static readonly PackageManifest ThePackage = new()
    {
        Package = First,
        Reference = "MSA-PKG-2026-0001",
        Title = "Two accounts",
        Items = [TheItem],
        Conditions = new()
        {
            Purposes = [],
            Onward = [],
            KeepUntil = null,
            Note = null,
        },
        RetrievalKey = "key",
        RetrieveBy = Noon.AddDays(30),
    };

    public static readonly PackageManifest OnwardPackage = ThePackage with
    {
        Package = Second,
        Reference = "XA-PKG-2026-0001",
        Items = [TheItem with { Source = "holding", Chain = [Maker] }],
    };

    /// <summary>What the letter's basis binds the item to: the terms of the memorandum, as the border compiles them.</summary>
    public static readonly LetterObligation[] Obligations =
    [
        .. TreatyLaw
            .Obligations.Of(SmallLaw.Memorandum)
            .Select(o => new LetterObligation
            {
                Term = o.Term,
                About = o.About,
                Op = o.Op,
                Effect = o.Effect,
                Purposes = [.. o.Purposes],
                Recipients = [.. o.Recipients],
                Keep = o.Keep,
                Survives = o.Survives,
                Cites = [.. o.Cites],
            }),
    ];

    public static readonly Basis ItemBasis = new(
        "GRANT",
        SmallLaw.Memorandum.Id,
        SmallLaw.Memorandum.ContentHash,
        ["T §3"]
    );

    public static readonly Bench TheBench = new(SmallLaw.Book, Today, TheCalendars);
    public static readonly Act Own = new(ActKinds.Use, "request-purpose", "requester", null);
    public static readonly Act Within = Own with { Purpose = "other-within-act" };
    public static readonly Act Tax = Own with { Purpose = "tax" };
    public static readonly Act ToThird = new(ActKinds.Disclosure, "request-purpose", "third-country-authority", Third);
    public static readonly Act ToProsecutor = new(
        ActKinds.Disclosure,
        "criminal-same-conduct",
        "own-prosecutor",
        "The prosecutor"
    );
    public static readonly Act OnDemand = new(ActKinds.Disclosure, "legal-demand", "court-on-demand", "A court");

    public static OpenHolding Opening(
        Func<ManifestItem, ManifestItem>? item = null,
        Func<ManifestConditions, ManifestConditions>? conditions = null
    )
    {
        var changed = (item ?? (i => i))(TheItem);
        return new OpenHolding(
            ThePackage with
            {
                Items = [changed],
                Conditions = (conditions ?? (c => c))(ThePackage.Conditions),
            },
            changed,
            Holder,
            Maker,
            ItemBasis,
            Obligations,
            FirstLetter,
            ["digital-assets"],
            []
        );
    }

    public static HoldingOpened Opened(
        Func<ManifestItem, ManifestItem>? item = null,
        Func<ManifestConditions, ManifestConditions>? conditions = null
    ) =>
        (HoldingOpened)
            Happened(OpenHolding.Decide(new(), Opening(item, conditions), Noon, TheCalendars, TheSettings))[0];

    public static Holding Held(params HoldingEvent[] past) => Fold.Of<Holding>([Opened(), .. past]);

    public static readonly OpenHolding OnwardOpening = new(
        OnwardPackage,
        OnwardPackage.Items[0],
        Third,
        Holder,
        ItemBasis,
        Obligations,
        SecondLetter,
        ["market-abuse"],
        []
    );

    public static TrailEvent Given { get; } =
        Happened(
            OpenTrail.Decide(
                new(),
                new(ThePackage, TheItem, Maker, Holder, FirstLetter, null, ["market-abuse"], []),
                TheTurn
            )
        )[0];

    public static TrailEvent PassedOnTrail { get; } =
        Happened(
            OpenTrail.Decide(
                new(),
                new(OnwardPackage, OnwardPackage.Items[0], Holder, Third, SecondLetter, ItemId, ["digital-assets"], []),
                TheTurn
            )
        )[0];

    public static HoldingPassedOn WentOn { get; } = new(OnwardId, Second, 1, Third, Officer, Noon);

    public static Ruling Judge(Holding file, Act act, IReadOnlyDictionary<string, string>? facts = null) =>
        TheBench.Judge(file, act, facts ?? NoFacts);

    public static HoldingPermissionHeard Heard(
        Act act,
        string answer,
        string authority = Maker,
        DateOnly? until = null,
        string mode = Modes.Consent
    ) =>
        new(
            ConsentId,
            mode,
            act,
            [authority],
            new Say(authority, answer, "So.", null, until, FirstLetter, authority, Noon),
            Noon
        );

    public static ReceivedLetter Told<T>(string kind, string from, string to, Guid conversation, T content, int n = 1)
        where T : LetterContent =>
        new(
            Guid.Parse($"019cae00-0000-7000-9000-{n:000000000000}"),
            from,
            to,
            kind,
            conversation,
            LetterJson.Write(content),
            ItemBasis,
            Noon
        );

    public static ReceivedLetter Recall(string from = Maker, string to = Holder, int n = 1) =>
        Told(
            LetterKinds.Recall,
            from,
            to,
            ItemId,
            new RecallLetter
            {
                Notice = Notice,
                Originator = Maker,
                Reason = "Sent by mistake.",
            },
            n
        );

    public static Limit In(int warn, int fail, string authority = Holder) =>
        new(TheCalendars.After(authority, Noon, warn), TheCalendars.After(authority, Noon, fail));

    public static IReadOnlyList<TEvent> Happened<TEvent>(Decision<TEvent> decision)
        where TEvent : class =>
        decision switch
        {
            Events<TEvent> { Happened: var happened } => happened,
            Refused<TEvent> { Refusal: var refusal } => throw new InvalidOperationException(refusal.Code),
            _ => [],
        };

    public static Asked Question(string mode = Modes.Consent, Act? act = null, params string[] of) =>
        new(
            mode,
            First,
            1,
            TheItem.Name,
            Hash,
            Holder,
            act ?? Tax,
            "A tax case.",
            of.Length == 0 ? [Maker] : of,
            In(5, 10, Maker)
        );
}
