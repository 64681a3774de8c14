using CaseCoordination.DataSharing.Holdings.Consents;
using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Questions;
using CaseCoordination.DataSharing.Holdings.Trails;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>What holdings, consents and trails look like in the API's description.</summary>
internal static class HoldingExamples
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private const string Note = "Read for the inquiry into wash trades.";
    private static readonly Guid Id = Guid.Parse("019cae00-0000-7000-8000-000000000011");
    private static readonly Guid Consent = Guid.Parse("019cae00-0000-7000-8000-000000000012");
    private static readonly Guid Trail = Guid.Parse("019cae00-0000-7000-8000-000000000013");
    private static readonly Guid Notice = Guid.Parse("019cae00-0000-7000-8000-000000000014");
    private static readonly Guid Package = Guid.Parse("019cae00-0000-7000-8000-000000000009");
    private static readonly Guid Request = Guid.Parse("019cae00-0000-7000-8000-000000000001");
    private static readonly Guid Letter = Guid.Parse("019cae00-0000-7000-8000-000000000005");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = new(2026, 3, 16, 23, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset KeepUntil = new(2031, 3, 2, 23, 0, 0, TimeSpan.Zero);
    private static readonly Act Tax = new(ActKinds.Use, "tax", "requester", null);
    private static readonly WaitLine Wait = new("MSA-FMA", ConsentClocks.Consent, Noon, Later, "running");
    private static readonly SentLetter Asking = new(
        Letter,
        "MSA-FMA",
        "holding.consent-request",
        "delivered",
        null,
        Noon
    );

    private static readonly ConsentLine Line = new(
        Consent,
        Modes.Consent,
        "open",
        "asker",
        "XA-SMA",
        "trades.csv",
        Tax,
        ["MSA-FMA"],
        ["MSA-FMA"],
        Later,
        false,
        Noon,
        2
    );

    public static IReadOnlyList<Example> All { get; } =
    [
        Example.Of(new UseHolding.Body("request-purpose", Note)),
        Example.Of(new ExportHolding.Body("request-purpose", Note)),
        Example.Of(new PlanUse.Body(ActKinds.Use, "tax")),
        Example.Of(new DiscloseHolding.Body("tax", "By order of the court.", "court", "Court of First Instance")),
        Example.Of(new SeekPermission.Body(ActKinds.Use, "tax", "A tax case came up.")),
        Example.Of(new AnswerConsent.GrantBody("Agreed.", "Not in open court.", "2030-01-02")),
        Example.Of(new AnswerConsent.DenyBody("It would harm a pending prosecution.")),
        Example.Of(new DeleteHolding.Body("Not needed any more.")),
        Example.Of(new GiveNotice.RecallBody("Sent by mistake.", [1])),
        Example.Of(new GiveNotice.CorrectionBody("The second account is another's.", Items: [1])),
        Example.Of(Planned()),
        Example.Of(Sheet()),
        Example.Of(
            new Page<HoldingLine>(
                [
                    new(
                        Id,
                        Package,
                        1,
                        "MSA-PKG-2026-0001",
                        "trades.csv",
                        "held",
                        "MSA-FMA",
                        "MSA-FMA",
                        "AMBER",
                        Request,
                        KeepUntil,
                        [],
                        Noon,
                        Noon,
                        3
                    ),
                ],
                null
            )
        ),
        Example.Of(AskedConsent()),
        Example.Of(new Page<ConsentLine>([Line], null)),
        Example.Of(Followed()),
    ];

    private static PlannedUse Planned() =>
        new(
            false,
            "consent-needed",
            "GRANT",
            "iosco-emmou",
            ["EMMoU art. 10"],
            [],
            ["MSA-FMA"],
            [],
            null,
            "The consent of MSA-FMA would let it pass.",
            ["Another purpose needs the consent of the authority that gave the information."]
        );

    private static HoldingSheet Sheet() =>
        new()
        {
            Id = Id,
            Version = 3,
            Authority = "XA-SMA",
            From = "MSA-FMA",
            Package = Package,
            Reference = "MSA-PKG-2026-0001",
            Title = "Trades of two accounts",
            Request = Request,
            State = "held",
            Item = new Item(
                1,
                "trades.csv",
                "text/csv",
                4,
                Hash,
                "trades",
                "AMBER",
                "H1",
                false,
                "MSA-FMA",
                "upload",
                [],
                ["trader"]
            ),
            Originators = ["MSA-FMA"],
            Conditions = new Conditions(["request-purpose"], [], new DateOnly(2031, 3, 2), null),
            Basis = new Basis("GRANT", "iosco-emmou", "1", ["EMMoU art. 3(2)"]),
            Obligations =
            [
                new("emmou.use", "information", "use", "allow", ["request-purpose"], [], null, true, ["EMMoU art. 10"]),
            ],
            InWords = ["use: allowed. For: the purpose of the request"],
            KeepUntil = KeepUntil,
            Permissions = [new(Consent, Modes.Consent, Tax, ["MSA-FMA"])],
            Letters = [Asking],
            Groups = ["market-abuse"],
            OpenedAt = Noon,
            ChangedAt = Noon,
        };

    private static ConsentSheet AskedConsent() =>
        new()
        {
            Id = Consent,
            Version = 2,
            State = "open",
            Side = "asker",
            Holding = Id,
            Provider = "MSA-FMA",
            Asked = new Asked(
                Modes.Consent,
                Package,
                1,
                "trades.csv",
                Hash,
                "XA-SMA",
                Tax,
                "A tax case came up.",
                ["MSA-FMA"],
                new Limit(Later.AddDays(-3), Later)
            ),
            Says = [],
            Silent = ["MSA-FMA"],
            WaitsForUs = false,
            Waits = [Wait],
            Letters = [Asking],
            Groups = ["market-abuse"],
            Members = [],
            OpenedAt = Noon,
            ChangedAt = Noon,
        };

    private static TrailSheet Followed() =>
        new(
            Package,
            "MSA-PKG-2026-0001",
            "Trades of two accounts",
            false,
            [
                new(
                    Trail,
                    4,
                    1,
                    "trades.csv",
                    Hash,
                    "MSA-FMA",
                    "XA-SMA",
                    null,
                    ["XA-SMA"],
                    [new("XB-DAC", Hash, Later)],
                    [
                        new(
                            Notice,
                            "recall",
                            "MSA-FMA",
                            "Sent by mistake.",
                            null,
                            Noon,
                            Later,
                            [new("XA-SMA", "MSA-FMA", "confirmed"), new("XB-DAC", "XA-SMA", "deleted")]
                        ),
                    ],
                    [],
                    []
                ),
            ],
            [Line]
        );
}
