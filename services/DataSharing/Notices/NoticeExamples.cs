using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Notices.Questions;
using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>What notices look like in the API's description.</summary>
internal static class NoticeExamples
{
    private const string Kind = "licence-refused";
    private const string Title = "No licence for Delta Derivatives Exchange";
    private const string Text = "Its owners could not be established.";
    private const string Firm = "Delta Derivatives Exchange";
    private const string Lei = "529900T8BM49AURSDO55";
    private const string Effective = "2026-03-01";
    private static readonly Guid Id = Guid.Parse("019cae00-0000-7000-8000-000000000021");
    private static readonly Guid Letter = Guid.Parse("019cae00-0000-7000-8000-000000000022");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly NoticeBody Body = new(
        Kind,
        Title,
        Text,
        new("manipulation", "derivatives", "yes"),
        [new("entity", Firm, [new("lei", Lei)])],
        Effective
    );

    public static IReadOnlyList<Example> All { get; } =
    [
        Example.Of(new DraftNotice.Body(Body)),
        Example.Of(Body),
        Example.Of(new OfferNotice.Body(["MSA-FMA"])),
        Example.Of(new AcknowledgeNotice.Body("Known here.")),
        Example.Of(new WithdrawNotice.Body("Licensed on appeal.")),
        Example.Of<IReadOnlyList<TriedOffer>>([
            new("MSA-FMA", true, null, "iosco-emmou", ["EMMoU art. 5"], [], ["Unasked information may be given."]),
        ]),
        Example.Of(Sheet()),
        Example.Of(
            new Page<NoticeLine>(
                [new(Id, "XA-NOT-2026-0001", Kind, Title, "offered", "XA-SMA", true, Noon, Noon, 5)],
                null
            )
        ),
    ];

    private static NoticeSheet Sheet() =>
        new()
        {
            Id = Id,
            Version = 5,
            Authority = "XA-SMA",
            From = "XA-SMA",
            Reference = "XA-NOT-2026-0001",
            State = "offered",
            IsHit = true,
            Content = new NoticeContent(
                Kind,
                Title,
                Text,
                new Matter("manipulation", "derivatives", "yes", null, null),
                [new Subject("entity", Firm, [new("lei", Lei)])],
                Effective,
                null,
                "TLP:AMBER"
            ),
            Recipients =
            [
                new("MSA-FMA", Letter, "iosco-emmou", "delivered", Noon) { IsHit = true, Contact = "market-abuse" },
            ],
            Letters = [new(Letter, "MSA-FMA", "notice.offer", "delivered", null, Noon)],
            Groups = ["market-abuse"],
            OpenedAt = Noon,
            ChangedAt = Noon,
        };
}
