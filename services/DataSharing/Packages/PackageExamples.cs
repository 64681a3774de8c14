using CaseCoordination.DataSharing.Handover;
using CaseCoordination.DataSharing.Packages.Domain;
using CaseCoordination.DataSharing.Packages.Items;
using CaseCoordination.DataSharing.Packages.Questions;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Packages;

/// <summary>What packages look like in the API's description.</summary>
internal static class PackageExamples
{
    private const string Title = "Trades of two accounts";
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static readonly Guid Id = Guid.Parse("019cae00-0000-7000-8000-000000000009");
    private static readonly Guid Request = Guid.Parse("019cae00-0000-7000-8000-000000000001");
    private static readonly Guid Letter = Guid.Parse("019cae00-0000-7000-8000-000000000005");
    private static readonly Guid Holding = Guid.Parse("019cae00-0000-7000-8000-000000000011");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset RetrieveBy = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ConditionsInput Bound = new(["request-purpose"], KeepUntil: "2031-03-02");

    private static readonly ItemLine Item = new(
        1,
        "trades.csv",
        "text/csv",
        4,
        Hash,
        "trades",
        "AMBER",
        "H1",
        false,
        [],
        "MSA-FMA",
        "upload",
        [],
        ["trader"],
        "retrieved",
        null,
        null
    );

    public static IReadOnlyList<Example> All { get; } =
    [
        Example.Of(
            new PreparePackage.Body(
                Title,
                Recipients: ["MSA-FMA"],
                Occasion: new([new("manipulation", "derivatives", "yes", "2025-01-01", "2025-06-30")], ["info.files"]),
                Conditions: Bound
            )
        ),
        Example.Of(new RevisePackage.Body(Title, Bound)),
        Example.Of(new AddItem.Body("trades.csv", "text/csv", 4, "trades", "AMBER", "H1", Sha256: Hash)),
        Example.Of(new FilterItem.Body(["trader"])),
        Example.Of(new PassOn.Body(Holding, "request-purpose", "For your file.")),
        Example.Of(new ApprovePackage.Body("Read in full.")),
        Example.Of(new UploadProgress(Id, 1, 2, 4, null)),
        Example.Of(Sheet()),
        Example.Of(
            new Page<PackageLine>(
                [
                    new(
                        Id,
                        Id,
                        "XA-PKG-2026-0001",
                        Title,
                        "retrieved",
                        "recipient",
                        "MSA-FMA",
                        Request,
                        1,
                        RetrieveBy,
                        Noon,
                        Noon,
                        4
                    ),
                ],
                null
            )
        ),
    ];

    private static PackageSheet Sheet() =>
        new()
        {
            Id = Id,
            Version = 4,
            Set = Id,
            Authority = "XA-SMA",
            Side = "recipient",
            Partner = "MSA-FMA",
            Reference = "XA-PKG-2026-0001",
            TheirReference = "MSA-PKG-2026-0001",
            Request = Request,
            State = "retrieved",
            Title = Title,
            Conditions = new Conditions(["request-purpose"], [], new DateOnly(2031, 3, 2), null),
            Items = [Item],
            DeliveredAt = Noon,
            RetrieveBy = RetrieveBy,
            RetrievedAt = Noon,
            Basis = new Basis("GRANT", "iosco-emmou", "1", ["EMMoU art. 3(2)"]),
            Obligations =
            [
                new("emmou.use", "information", "use", "allow", ["request-purpose"], [], null, true, ["EMMoU art. 10"]),
            ],
            Letters = [new(Letter, "MSA-FMA", "package.retrieval", "delivered", null, Noon)],
            Groups = ["market-abuse"],
            OpenedAt = Noon,
            ChangedAt = Noon,
        };
}
