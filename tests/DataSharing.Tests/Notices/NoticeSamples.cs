using CaseCoordination.DataSharing.Notices;
using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Notices.Inbound;
using CaseCoordination.Decider;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Notices;

/// <summary>One notice, seen from its sender's file and from a recipient's.</summary>
internal static class NoticeSamples
{
    public const string Sender = "XA-SMA";
    public const string Partner = "MSA-FMA";
    public const string Stranger = "MSB-KNA";
    public static readonly Guid NoticeId = Guid.Parse("019cae00-0000-7000-8000-000000000100");

    public static readonly NoticeContent Refused = new(
        "licence-refused",
        "No licence for Delta Derivatives Exchange",
        "Its owners could not be established.",
        Derivatives,
        [new("entity", "Delta Derivatives Exchange", [new("lei", "529900T8BM49AURSDO55")])],
        "2026-03-01",
        "XA/L/2026/17",
        "TLP:AMBER"
    );

    public static readonly NoticeDrafted NoticeDraft = new(
        NoticeId,
        Sender,
        "XA-NOT-2026-0001",
        Refused,
        ["licensing"],
        [],
        Officer,
        Noon
    );

    public static readonly IReadOnlyList<Entitlement> Entitlements = Entitlement.Of(
        SmallLaw.Book,
        Sender,
        Refused,
        DateOnly.FromDateTime(Noon.UtcDateTime)
    );

    public static Notice Own(params NoticeEvent[] further) => Fold.Of<Notice>(further.Prepend<object>(NoticeDraft));

    public static Notice Offered()
    {
        var draft = Own();
        return Fold.Onto(draft, Happened(OfferNotice.Decide(draft, new([]), Entitlements, TheTurn)));
    }

    public static Notice Received(params Check[] found) =>
        Fold.Of<Notice>(Happened(ReadNoticeLetter.Decide(new Notice(), LetterTo(Partner), Intake(found))));

    /// <summary>The offer's letter as it arrives.</summary>
    public static ReceivedLetter LetterTo(string partner)
    {
        var written = Happened(OfferNotice.Decide(Own(), new([partner]), Entitlements, TheTurn))
            .OfType<NoticeLetterWritten>()
            .Single();
        return Arriving(written, Sender);
    }

    public static ReceivedLetter Arriving(NoticeLetterWritten written, string from) =>
        new(written.LetterId, from, written.To, written.Kind, written.NoticeId, written.Content, TheBasis, written.At);

    public static NoticeIntake Intake(params Check[] found) =>
        new(Noon, "MSA-NOT-2026-0003", _ => ["digital-assets"], found, "desk@msa.example");

    public static Check Hit(string place) => new(place, ["licensing"], Noon);

    public static Check NoHit(string place) => new(place, [], Noon);

    public static NoticeEvent[] Happened(Decision<NoticeEvent> decision) =>
        [.. Assert.IsType<Events<NoticeEvent>>(decision).Happened];

    public static string CodeOf(Decision<NoticeEvent> decision) =>
        Assert.IsType<Refused<NoticeEvent>>(decision).Refusal.Code;
}
