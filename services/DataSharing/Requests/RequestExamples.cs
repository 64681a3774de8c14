using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Forms;
using CaseCoordination.DataSharing.Requests.Questions;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Requests;

/// <summary>What requests look like in the API's description.</summary>
internal static class RequestExamples
{
    private static readonly Guid Id = Guid.Parse("019cae00-0000-7000-8000-000000000001");
    private static readonly Guid Letter = Guid.Parse("019cae00-0000-7000-8000-000000000005");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Due = new(2026, 3, 30, 23, 0, 0, TimeSpan.Zero);
    private static readonly Matter Matter = new("manipulation", "derivatives", "yes", "2025-01-01", "2025-06-30");
    private static readonly Basis Basis = new("GRANT", "iosco-emmou", "1", ["EMMoU art. 3(2)"]);

    private static readonly ContentBody Content = new(
        "Wash trades in perpetuals",
        [new("manipulation", "derivatives", "yes", "2025-01-01", "2025-06-30")],
        ["info.files"],
        Language: "en",
        Fields: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["facts-and-purpose"] = "Two accounts trade with each other.",
        },
        Subjects: [new("entity", "Delta Derivatives Exchange", [new("lei", "529900T8BM49AURSDO55")])],
        Tlp: "TLP:AMBER"
    );

    private static readonly WaitLine Wait = new("MSA-FMA", "answer", Noon, Due, "running");

    private static readonly RequestLine Line = new(
        Id,
        Id,
        "XA-RFA-2026-0001",
        "Wash trades in perpetuals",
        "delivered",
        "asker",
        "MSA-FMA",
        "iosco-emmou",
        false,
        false,
        Due,
        [Wait],
        Noon,
        Noon,
        4
    );

    private static readonly RequestForm Form = new(
        "iosco-emmou",
        ["en"],
        [
            new(
                "facts-and-purpose",
                true,
                20_000,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "Facts and purpose" }
            ),
        ]
    );

    public static IReadOnlyList<Example> All { get; } =
    [
        Example.Of(new DraftRequest.Body(["MSA-FMA"], Content, Groups: null)),
        Example.Of(new ReviseDraft.Body(Content)),
        Example.Of(new ChangeAccess.Body(["market-abuse"], ["counsel-1"])),
        Example.Of(new ReplyToConsultation.Body("fit", "It can be asked like this.")),
        Example.Of(new SubmitRequest.Body(Split: true)),
        Example.Of(new ConfirmRequest.Body("As asked by telephone on 2 March.")),
        Example.Of(new AskClarification.Body("Which accounts are meant?")),
        Example.Of(new GiveClarification.Body("The two that are named in the annex.")),
        Example.Of(new AcceptRequest.Body("Taken up by the market abuse unit.")),
        Example.Of(new AnswerBody("Both accounts belong to one holder.")),
        Example.Of(new FulfilDuty.Body("consult", "By telephone with the asker's counsel.")),
        Example.Of(new RefuseRequest.Body("public-or-national-interest", "It would harm a pending prosecution.")),
        Example.Of(new ExtendDue.Body("2030-01-02", "A court has to decide first.")),
        Example.Of(new WithdrawRequest.Body("The matter was settled.")),
        Example.Of(new EscalateRequest.Body("heads-of-authority", "The ground does not apply.")),
        Example.Of(new DecideEscalation.Body("granted", "The request will be answered.")),
        Example.Of(new CloseRequest.Body(5, 4, "Complete, and in time.")),
        Example.Of(Sheet()),
        Example.Of(new Page<RequestLine>([Line], null)),
        Example.Of(
            new Page<TimelineEntry>(
                [new(1, Noon, "request-drafted", "officer-7", "MSA-FMA", null, "Wash trades in perpetuals", null)],
                null
            )
        ),
        Example.Of<IReadOnlyList<WaitingCount>>([new("MSA-FMA", "answer", 3, 1, Noon)]),
        Example.Of(Tried()),
        Example.Of<IReadOnlyList<RequestForm>>([Form]),
        Example.Of(Form),
    ];

    private static RequestSheet Sheet() =>
        new()
        {
            Id = Id,
            Version = 4,
            Ask = Id,
            Authority = "XA-SMA",
            Side = "asker",
            Partner = "MSA-FMA",
            Reference = "XA-RFA-2026-0001",
            State = "delivered",
            Content = new Content(
                "Wash trades in perpetuals",
                [Matter],
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
            ),
            Basis = Basis,
            SubmittedAt = Noon,
            DeliveredAt = Noon,
            DueAt = Due,
            Letters = [new(Letter, "MSA-FMA", "request.submission", "delivered", null, Noon)],
            Waits = [Wait],
            Groups = ["market-abuse"],
            OpenedAt = Noon,
            ChangedAt = Noon,
        };

    private static TriedSubmission Tried() =>
        new(
            true,
            false,
            ["MSA-FMA: groups market-abuse unless it chose others", "XA-SMA: groups market-abuse"],
            [
                new(
                    true,
                    null,
                    "GRANT",
                    "iosco-emmou",
                    [Matter],
                    ["EMMoU art. 3(2)"],
                    [],
                    [],
                    [],
                    Noon.AddDays(7),
                    Due,
                    [],
                    ["Assistance is owed."]
                ),
            ]
        );
}
