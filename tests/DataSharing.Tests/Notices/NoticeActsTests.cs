using CaseCoordination.DataSharing.Notices;
using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Notices.Letters;
using CaseCoordination.Decider;
using static CaseCoordination.DataSharing.Tests.Notices.NoticeSamples;
using static CaseCoordination.DataSharing.Tests.Samples;

namespace CaseCoordination.DataSharing.Tests.Notices;

public sealed class NoticeActsTests
{
    [Fact]
    public void A_draft_is_made_once()
    {
        var command = new DraftNotice(NoticeId, Sender, "XA-NOT-2026-0001", Refused, ["licensing"], []);
        Assert.Equivalent(NoticeDraft, Assert.Single(Happened(DraftNotice.Decide(new(), command, TheTurn))));
        Assert.IsType<Unchanged<NoticeEvent>>(DraftNotice.Decide(Own(), command, TheTurn));
    }

    [Fact]
    public void A_draft_is_written_anew_until_it_went_out()
    {
        var anew = Refused with { Title = "Still no licence" };
        Assert.Equal(anew, Own([.. Happened(ReviseNotice.Decide(Own(), new(anew), TheTurn))]).Content);
        Assert.IsType<Unchanged<NoticeEvent>>(ReviseNotice.Decide(Own(), new(Refused with { }), TheTurn));
        Assert.Equal("notice-offered", CodeOf(ReviseNotice.Decide(Offered(), new(anew), TheTurn)));
    }

    [Fact]
    public void Only_whom_an_instrument_entitles_may_have_it()
    {
        Assert.Equal(
            [(Partner, true, "test-mou"), (Stranger, false, "none"), ("XB-DAC", true, "test-mou")],
            Entitlements.Select(e => (e.Partner, e.IsEntitled, e.Decision.Basis))
        );
        Assert.Contains("T §8", Entitlements[0].Decision.Citations.Select(c => c.Text));
    }

    [Fact]
    public void Offered_to_all_it_goes_to_those_entitled_each_by_a_letter_of_its_own()
    {
        var notice = Offered();
        Assert.Equal(NoticeStage.Offered, notice.Stage);
        Assert.Equal([Partner, "XB-DAC"], notice.Recipients.Keys);
        Assert.Equal(
            [(Partner, NoticeLetterKinds.Offer), ("XB-DAC", NoticeLetterKinds.Offer)],
            notice.Letters.Select(l => (l.To, l.Kind))
        );
        Assert.Equal(2, notice.Letters.Select(l => l.Id).Distinct().Count());
    }

    [Fact]
    public void It_goes_to_each_once_and_again_where_a_border_stopped_it()
    {
        var notice = Offered();
        Assert.IsType<Unchanged<NoticeEvent>>(OfferNotice.Decide(notice, new([]), Entitlements, TheTurn));
        var stopped = notice.Evolve(
            new NoticeLetterMoved(
                notice.Recipients[Partner].LetterId,
                Partner,
                NoticeLetterKinds.Offer,
                LetterSteps.Rejected,
                "no-basis",
                "None.",
                null,
                Noon
            )
        );
        Assert.Equal("no-basis", stopped.Recipients[Partner].Reason);
        var again = Happened(
            OfferNotice.Decide(stopped, new([]), Entitlements, TheTurn with { Seed = Guid.CreateVersion7() })
        );
        Assert.Equal([Partner], again.OfType<NoticeLetterWritten>().Select(l => l.To));
    }

    [Fact]
    public void Who_is_not_entitled_is_refused_by_name()
    {
        var refused = Assert.IsType<Refused<NoticeEvent>>(
            OfferNotice.Decide(Own(), new([Partner, Stranger]), Entitlements, TheTurn)
        );
        Assert.Equal(("not-entitled", "to[1]"), (refused.Refusal.Code, refused.Refusal.Field));
        Assert.Equal("authority-unknown", CodeOf(OfferNotice.Decide(Own(), new(["NO-BODY"]), Entitlements, TheTurn)));
        Assert.Equal("nobody-entitled", CodeOf(OfferNotice.Decide(Own(), new([]), [], TheTurn)));
    }

    [Fact]
    public void Everybody_who_has_it_is_told_that_it_is_withdrawn()
    {
        var withdrawn = Happened(WithdrawNotice.Decide(Offered(), new("Licensed on appeal."), TheTurn));
        var letters = withdrawn.OfType<NoticeLetterWritten>().ToList();
        Assert.Equal([Partner, "XB-DAC"], letters.Select(l => l.To));
        Assert.All(letters, l => Assert.True(l.Closing));
        Assert.Equal(Offered().Recipients.Values.Select(r => (Guid?)r.LetterId), letters.Select(l => l.ReliesOn));
        var notice = Fold.Onto(Offered(), withdrawn);
        Assert.IsType<Unchanged<NoticeEvent>>(WithdrawNotice.Decide(notice, new("Again."), TheTurn));
        Assert.Equal("notice-withdrawn", CodeOf(OfferNotice.Decide(notice, new([]), Entitlements, TheTurn)));
        Assert.Single(Happened(WithdrawNotice.Decide(Own(), new("Never sent."), TheTurn)));
    }

    [Fact]
    public void A_recipient_acknowledges_once_and_does_nothing_that_is_the_senders()
    {
        var received = Received();
        var acknowledged = Happened(AcknowledgeNotice.Decide(received, new("Thank you."), TheTurn));
        Assert.Equal(Sender, acknowledged.OfType<NoticeLetterWritten>().Single().To);
        Assert.IsType<Unchanged<NoticeEvent>>(
            AcknowledgeNotice.Decide(Fold.Onto(received, acknowledged), new("Thanks."), TheTurn)
        );
        Assert.Equal("not-the-sender", CodeOf(OfferNotice.Decide(received, new([]), [], TheTurn)));
        Assert.Equal("not-the-sender", CodeOf(WithdrawNotice.Decide(received, new("No."), TheTurn)));
        Assert.Equal("not-the-recipient", CodeOf(AcknowledgeNotice.Decide(Own(), new(null), TheTurn)));
    }
}
