using CaseCoordination.DataSharing.Holdings;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Inbound;
using CaseCoordination.DataSharing.Holdings.Letters;
using CaseCoordination.DataSharing.Holdings.Questions;
using CaseCoordination.DataSharing.Holdings.Trails;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Platform.Store;
using CaseCoordination.Testing;
using static CaseCoordination.DataSharing.Tests.Holdings.ItemSamples;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Holdings;

public sealed class TrailTests
{
    private static readonly TellRecipient ToRecall = new(Notice, NoticeKinds.Recall, Maker, "Sent by mistake.", null);
    private static readonly Guid RecallLetterId = LetterIds.Of(Seed, Holder, LetterKinds.Recall);

    private static TrailEvent[] RecallSent =>
        [.. Happened(TellRecipient.Decide(Fold.Of<Trail>([Given]), ToRecall, In(1, 3), TheTurn))];

    [Fact]
    public void A_recall_goes_to_the_recipient_and_rests_on_the_letter_that_brought_the_item() =>
        new Given<Trail, TrailEvent>(Given)
            .When(t => TellRecipient.Decide(t, ToRecall, In(1, 3), TheTurn))
            .Then(
                new TrailRecalled(Notice, Maker, "Sent by mistake.", In(1, 3), RecallLetterId, Officer, Noon),
                new TrailLetterWritten(
                    new(
                        RecallLetterId,
                        ItemId,
                        Holder,
                        LetterKinds.Recall,
                        LetterJson.Write(
                            new RecallLetter
                            {
                                Notice = Notice,
                                Originator = Maker,
                                Reason = "Sent by mistake.",
                            }
                        ),
                        FirstLetter,
                        true,
                        ["market-abuse"],
                        Officer,
                        Noon
                    )
                )
            );

    [Fact]
    public void A_correction_names_what_replaces_it()
    {
        var events = Happened(
            TellRecipient.Decide(
                Fold.Of<Trail>([Given]),
                new(Notice, NoticeKinds.Correction, Maker, "Wrong account.", Second),
                In(1, 3),
                TheTurn
            )
        );

        Assert.Equal(Second, Assert.IsType<TrailCorrected>(events[0]).ReplacedBy);
        Assert.Equal(LetterKinds.Correction, Assert.IsType<TrailLetterWritten>(events[1]).Letter.Kind);
    }

    [Fact]
    public void An_item_is_recalled_once_by_its_releaser_but_what_others_say_is_always_passed_on()
    {
        var another = ToRecall with { Id = Second };
        new Given<Trail, TrailEvent>([Given, .. RecallSent])
            .When(t => TellRecipient.Decide(t, another, In(1, 3), TheTurn))
            .ThenRefused("recalled-before");
        Assert.NotEmpty(
            Happened(
                TellRecipient.Decide(
                    Fold.Of<Trail>([Given, .. RecallSent]),
                    another with
                    {
                        Originator = Third,
                    },
                    In(1, 3),
                    TheTurn
                )
            )
        );
        new Given<Trail, TrailEvent>()
            .When(t => TellRecipient.Decide(t, ToRecall, In(1, 3), TheTurn))
            .ThenRefused("item-unknown");
    }

    [Fact]
    public void A_recall_that_a_border_stopped_is_a_gap_and_may_be_sent_again()
    {
        TrailEvent[] stopped = [Given, .. RecallSent, Moved(LetterSteps.Rejected)];

        Assert.Equal("gap", StateOf(stopped, Holder));
        Assert.NotEmpty(
            Happened(TellRecipient.Decide(Fold.Of<Trail>(stopped), ToRecall, In(1, 3), TheTurn with { Seed = Second }))
        );
    }

    [Fact]
    public void Each_recipient_shows_told_delivered_confirmed()
    {
        Assert.Equal("told", StateOf([Given, .. RecallSent], Holder));
        Assert.Equal("delivered", StateOf([Given, .. RecallSent, Moved(LetterSteps.Delivered)], Holder));
        Assert.Equal("confirmed", StateOf([Given, .. RecallSent, Confirmed(1, [Notice])], Holder));
    }

    [Fact]
    public void Who_has_not_confirmed_in_time_is_a_gap_until_it_does()
    {
        var key = TrailClocks.KeyOf(Notice);
        TrailEvent[] late =
        [
            Given,
            .. RecallSent,
            Moved(LetterSteps.Delivered),
            new TrailClockFailed(key, In(1, 3).At, In(1, 3).At),
        ];

        Assert.Equal("gap", StateOf(late, Holder));
        Assert.Equal("confirmed", StateOf([.. late, Confirmed(1, [Notice])], Holder));
    }

    [Fact]
    public void An_onward_recipient_that_does_not_confirm_is_a_gap_although_the_recipient_did()
    {
        var onward = new Whereabouts(Third, Holder, [Notice], [Notice], [], null, null);
        TrailEvent[] past = [Given, .. RecallSent, Confirmed(1, [Notice], onward)];
        var open = Assert.Single(PassTrailClock.Running(Fold.Of<Trail>(past)));
        var failed = Happened(
            PassTrailClock.Decide(
                Fold.Of<Trail>(past),
                new PassedDeadline(ItemId, open.Key, DeadlineStage.Fail, open.FailAt),
                open.FailAt
            )
        );

        Assert.Equal("delivered", StateOf(past, Third));
        Assert.Equal("gap", StateOf([.. past, .. failed], Third));
        Assert.Equal("confirmed", StateOf([.. past, .. failed], Holder));
        Assert.Empty(
            PassTrailClock.Running(
                Fold.Of<Trail>([.. past, Confirmed(2, [Notice], onward with { Confirmed = [Notice] })])
            )
        );
    }

    [Fact]
    public void Of_receipts_the_highest_number_counts_whatever_their_order()
    {
        var late = Receipt(1, []);
        new Given<Trail, TrailEvent>([Given, .. RecallSent, Confirmed(2, [Notice])])
            .When(t => HoldingReception.Decide(t, late, Noon))
            .Then(Taken(late, "told-before"));
        Assert.Equal("confirmed", StateOf([Given, .. RecallSent, Confirmed(2, [Notice]), Confirmed(1, [])], Holder));
    }

    [Fact]
    public void A_receipt_is_recorded()
    {
        var letter = Receipt(1, [Notice]);
        new Given<Trail, TrailEvent>([Given, .. RecallSent])
            .When(t => HoldingReception.Decide(t, letter, Noon))
            .Then(Taken(letter), new TrailConfirmed(1, [Notice], [], letter.LetterId, Noon));
    }

    [Fact]
    public void A_receipt_of_somebody_else_is_set_aside_and_one_without_a_trail_waits()
    {
        var letter = Receipt(1, [Notice]) with { Sender = Third };
        new Given<Trail, TrailEvent>(Given)
            .When(t => HoldingReception.Decide(t, letter, Noon))
            .Then(Taken(letter, "sender-not-the-recipient"));
        new Given<Trail, TrailEvent>()
            .When(t => HoldingReception.Decide(t, letter, Noon))
            .ThenRefused("trail-not-yet-here");
    }

    [Fact]
    public void A_certificate_counts_for_the_content_that_was_given()
    {
        var letter = Certificate(Hash);
        new Given<Trail, TrailEvent>(Given)
            .When(t => HoldingReception.Decide(t, letter, Noon))
            .Then(Taken(letter), new TrailCertified(Hash, "recall", letter.LetterId, Noon));
        new Given<Trail, TrailEvent>(Given)
            .When(t => HoldingReception.Decide(t, Certificate("other"), Noon))
            .Then(Taken(Certificate("other"), "another-content"));
        var sheet = Sheet([Given, new TrailCertified(Hash, "recall", letter.LetterId, Noon)]);
        Assert.Empty(sheet.StillHeldBy);
        Assert.Equal(new TrailDeletion(Holder, Hash, Noon), Assert.Single(sheet.Deletions));
    }

    [Fact]
    public void News_of_a_letter_counts_once_and_only_forward()
    {
        var moved = Moved(LetterSteps.Delivered);
        new Given<Trail, TrailEvent>([Given, .. RecallSent])
            .When(t => RecordHoldingProgress.Decide<TrailEvent>(t.Mail, moved.News, n => new TrailLetterMoved(n)))
            .Then(moved);
        new Given<Trail, TrailEvent>(Given)
            .When(t => RecordHoldingProgress.Decide<TrailEvent>(t.Mail, moved.News, n => new TrailLetterMoved(n)))
            .ThenRefused("letter-unknown");
    }

    internal static TrailItem Sheet(IEnumerable<TrailEvent> past) =>
        TrailEntry.Of(Fold.Of<Trail>(past), new StreamFacts(ItemId, Maker, 1, Noon)).Sheet;

    private static string StateOf(IEnumerable<TrailEvent> past, string authority) =>
        Sheet(past).Notices.Single().Recipients.Single(r => r.Authority == authority).State;

    private static TrailLetterMoved Moved(string state) =>
        new TrailLetterMoved(new(RecallLetterId, Holder, LetterKinds.Recall, state, null, null, Noon));

    private static TrailConfirmed Confirmed(int number, Guid[] confirmed, params Whereabouts[] onward) =>
        new TrailConfirmed(number, confirmed, onward, FirstLetter, Noon);

    private static ReceivedLetter Receipt(int number, Guid[] confirmed) =>
        Told(
            LetterKinds.Receipt,
            Holder,
            Maker,
            ItemId,
            new ReceiptLetter
            {
                Number = number,
                Confirmed = confirmed,
                Onward = [],
            }
        );

    private static ReceivedLetter Certificate(string hash) =>
        Told(
            LetterKinds.DeletionCertificate,
            Holder,
            Maker,
            ItemId,
            new DeletionCertificateLetter
            {
                Sha256 = hash,
                Cause = "recall",
                DeletedAt = Noon,
                StillHeldBy = [],
            }
        );

    private static TrailLetterTaken Taken(ReceivedLetter letter, string? setAside = null) =>
        new(new(letter.LetterId, letter.Sender, letter.Kind, ["market-abuse"], setAside, Noon, Noon));
}
