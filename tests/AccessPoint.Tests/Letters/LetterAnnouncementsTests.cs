using System.Text.Json;
using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.AccessPoint.Letters.Domain;
using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Platform.Messaging;
using static CaseCoordination.AccessPoint.Tests.Letters.Sample;
using LetterDelivered = CaseCoordination.AccessPoint.Letters.Domain.LetterDelivered;
using LetterRelayed = CaseCoordination.AccessPoint.Letters.Domain.LetterRelayed;
using LetterRetrieved = CaseCoordination.AccessPoint.Letters.Domain.LetterRetrieved;
using V1 = CaseCoordination.Contracts.AccessPoint.V1;

namespace CaseCoordination.AccessPoint.Tests.Letters;

public sealed class LetterAnnouncementsTests
{
    private static readonly LetterProgressed Progress = new()
    {
        LetterId = Id,
        Sender = "XA-SMA",
        Recipient = "XB-DAC",
        Kind = "case.invitation",
        ConversationId = Matter,
        State = "",
        At = Later,
    };

    [Fact]
    public void An_accepted_letter_goes_to_its_recipient_then_its_relay_is_noted_and_its_service_is_told()
    {
        var told = LetterAnnouncements.OfOutbound(Accepted, "XA-SMA").ToList();
        Says(
            told,
            (Sent, "XB-DAC", "relay"),
            (new V1.LetterRelayed { LetterId = Id, Sender = "XA-SMA" }, "XA-SMA", "relay"),
            (Progress with { State = "accepted", At = Noon, Basis = Sent.Basis }, "XA-SMA.case", "")
        );
        Assert.Equal([Accepted.GiveUpAt, Accepted.GiveUpAt, null], told.Select(a => a.GiveUpAt));
    }

    [Fact]
    public void Nothing_of_the_senders_own_people_crosses_the_border()
    {
        var crossing = Serialized(LetterAnnouncements.OfOutbound(Accepted, "XA-SMA").First(a => a.Contract is Letter));
        Assert.DoesNotContain("markets", crossing, StringComparison.Ordinal);
        Assert.DoesNotContain("officer-7", crossing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejected_letter_goes_nowhere_and_its_service_learns_why() =>
        Says(
            LetterAnnouncements.OfOutbound(Rejected, "XA-SMA"),
            (
                Progress with
                {
                    State = "rejected",
                    At = Noon,
                    Reason = "no-basis",
                    Explanation = Rejected.Explanation,
                },
                "XA-SMA.case",
                ""
            )
        );

    [Fact]
    public void Delivery_refusal_and_failure_are_told_to_the_service_that_wrote_the_letter()
    {
        Says(
            LetterAnnouncements.OfOutbound(
                new LetterDelivered(Id, "XA-SMA", "XB-DAC", "case.invitation", Matter, Later, Hash),
                "XA-SMA"
            ),
            (Progress with { State = "delivered" }, "XA-SMA.case", "")
        );
        Says(
            LetterAnnouncements.OfOutbound(
                new LetterRefused(Id, "XA-SMA", "XB-DAC", "case.invitation", Matter, "no-basis", Later),
                "XA-SMA"
            ),
            (Progress with { State = "refused", Reason = "no-basis" }, "XA-SMA.case", "")
        );
        Says(
            LetterAnnouncements.OfOutbound(
                new LetterStepFailed(Id, "XA-SMA", "XB-DAC", "case.invitation", Matter, Steps.Retrieval, Later),
                "XA-SMA"
            ),
            (Progress with { State = "retrieval-failed", Reason = "out-of-time" }, "XA-SMA.case", "")
        );
    }

    [Fact]
    public void What_only_concerns_the_border_stays_private()
    {
        OutboundEvent[] own =
        [
            new LetterRelayed(Id, Later),
            new LetterRetrieved(Id, Later),
            new LetterDiverged(Id, "ff", Later),
            new LetterStepWarned(Id, Steps.Relay, Later),
        ];
        Assert.Empty(own.SelectMany(e => LetterAnnouncements.OfOutbound(e, "XA-SMA")));
        InboundEvent[] theirs =
        [
            new LetterIdReused(Id, "MSA-FMA", "ff", Later),
            new RetrievalWarned(Id, Later),
            new RetrievalFailed(Id, Later),
        ];
        Assert.Empty(theirs.SelectMany(e => LetterAnnouncements.OfInbound(e, "XB-DAC")));
    }

    [Fact]
    public void A_letter_let_in_goes_to_the_service_of_its_topic_with_the_senders_frozen_basis_and_is_receipted() =>
        Says(
            LetterAnnouncements.OfInbound(TakenIn, "XB-DAC"),
            (
                new V1.LetterDelivered
                {
                    LetterId = Id,
                    Sender = "XA-SMA",
                    Recipient = "XB-DAC",
                    Kind = "case.invitation",
                    ConversationId = Matter,
                    Basis = Sent.Basis,
                    Content = Text,
                    SubmittedAt = TakenIn.SubmittedAt,
                    DeliveredAt = Later,
                },
                "XB-DAC.case",
                ""
            ),
            (Receipt("delivered"), "XA-SMA", "")
        );

    [Fact]
    public void A_letter_turned_away_is_receipted_with_the_coded_reason_alone() =>
        Says(
            LetterAnnouncements.OfInbound(TurnedAway("no-basis", "own words", Forbidden), "XB-DAC"),
            (Receipt("refused", "no-basis"), "XA-SMA", "")
        );

    [Fact]
    public void A_retrieval_is_receipted_without_the_recipients_groups() =>
        Says(
            LetterAnnouncements.OfInbound(
                new LetterHandedOver(Id, "XA-SMA", "XB-DAC", Hash, ["desk"], Later),
                "XB-DAC"
            ),
            (Receipt("retrieved"), "XA-SMA", "")
        );

    private static void Says(
        IEnumerable<Announcement> told,
        params (object Contract, string Key, string Lane)[] expected
    ) =>
        Assert.Equal(
            expected.Select(e => Serialized(new Announcement(e.Contract, e.Key) { Lane = e.Lane })),
            told.Select(Serialized)
        );

    private static string Serialized(Announcement a) =>
        $"{a.Contract.GetType().FullName} to {a.RoutingKey} in lane '{a.Lane}': "
        + JsonSerializer.Serialize(a.Contract, a.Contract.GetType());
}
