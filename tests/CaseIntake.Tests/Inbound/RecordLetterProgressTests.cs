using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Inbound;
using CaseCoordination.CaseIntake.Cases.Letters;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Inbound;

public sealed class RecordLetterProgressTests
{
    private static readonly LetterWritten Written = Letter(
        ThePartner,
        LetterKinds.Invitation,
        Letters.Invitation,
        null,
        Turn()
    ) with
    {
        LetterId = InvitationId,
    };
    private static readonly CaseEvent[] Sent = [.. Draft, Filed, Invited(ThePartner, InvitationId), Written];

    [Theory]
    [InlineData("accepted", PartnerState.Accepted)]
    [InlineData("relay-failed", PartnerState.Failed)]
    [InlineData("relayed", PartnerState.Relayed)]
    [InlineData("delivery-failed", PartnerState.Failed)]
    [InlineData("delivered", PartnerState.Delivered)]
    [InlineData("retrieval-failed", PartnerState.Requested)]
    [InlineData("retrieved", PartnerState.Retrieved)]
    [InlineData("rejected", PartnerState.Rejected)]
    [InlineData("refused", PartnerState.Refused)]
    public void An_invitation_shows_how_far_it_came(string state, PartnerState shown)
    {
        var news = News(state);
        var after = new Given<Case, CaseEvent>(Sent).When(c => RecordLetterProgress.Decide(c, news)).ThenOnce(news);

        Assert.Equal((shown, TheBasis), (after.Partners[ThePartner].State, after.Partners[ThePartner].Basis));
        Assert.Equal(state, after.Letters[0].State);
        Assert.Equal(shown <= PartnerState.Acknowledged, after.Clocks.ContainsKey(ClockKeys.Answer(ThePartner)));
    }

    [Theory]
    [InlineData("delivered", "relayed")]
    [InlineData("retrieved", "delivered")]
    [InlineData("rejected", "accepted")]
    [InlineData("delivered", "delivered")]
    [InlineData("delivered", "evaporated")]
    public void Overtaken_news_changes_nothing(string known, string late) =>
        new Given<Case, CaseEvent>([.. Sent, News(known)])
            .When(c => RecordLetterProgress.Decide(c, News(late)))
            .ThenNothing();

    [Fact]
    public void A_failure_is_overcome_by_a_later_success()
    {
        var after = new Given<Case, CaseEvent>([.. Sent, News("relay-failed")])
            .When(c => RecordLetterProgress.Decide(c, News("relayed")))
            .ThenOnce(News("relayed"));

        Assert.Equal(PartnerState.Relayed, after.Partners[ThePartner].State);
    }

    [Fact]
    public void The_legal_basis_is_kept_even_when_it_comes_late()
    {
        var after = new Given<Case, CaseEvent>([.. Sent, News("delivered") with { Basis = null }])
            .When(c => RecordLetterProgress.Decide(c, News("accepted")))
            .ThenOnce(News("delivered") with { Reason = null });

        Assert.Equal(
            (PartnerState.Delivered, TheBasis),
            (after.Partners[ThePartner].State, after.Partners[ThePartner].Basis)
        );
    }

    [Fact]
    public void An_answer_is_not_undone_by_news_of_the_letter()
    {
        var after = new Given<Case, CaseEvent>([.. Sent, new PartnerJoined(ThePartner, Noon)])
            .When(c => RecordLetterProgress.Decide(c, News("delivered")))
            .ThenOnce(News("delivered"));

        Assert.Equal(PartnerState.Joined, after.Partners[ThePartner].State);
    }

    [Fact]
    public void News_of_an_unknown_letter_waits() =>
        new Given<Case, CaseEvent>(Draft)
            .When(c => RecordLetterProgress.Decide(c, News("accepted")))
            .ThenRefused("letter-unknown");

    [Fact]
    public void A_joining_that_the_law_stops_is_no_joining()
    {
        var joining = Letter(Lead, LetterKinds.Joining, new JoiningLetter { Round = 1 }, InvitationId, Turn());
        var rejected = new LetterMoved(
            joining.LetterId,
            Lead,
            LetterKinds.Joining,
            "rejected",
            "basis-lapsed",
            "The participation has ended.",
            null,
            Noon
        );
        var after = new Given<Case, CaseEvent>([.. Samples.PartnerJoined, joining])
            .When(c => RecordLetterProgress.Decide(c, rejected))
            .ThenOnce(rejected);

        Assert.Equal(CaseStage.Acknowledged, after.Stage);
    }

    [Fact]
    public void An_offer_or_acceptance_that_the_law_stops_moves_no_lead()
    {
        var offer = Letter(
            ThePartner,
            LetterKinds.LeadOffer,
            new LeadAcceptanceLetter { Offer = OfferId },
            null,
            Turn()
        );
        var stopped = new LetterMoved(
            OfferId,
            ThePartner,
            LetterKinds.LeadOffer,
            "rejected",
            "no-basis",
            null,
            null,
            Noon
        );
        var lead = new Given<Case, CaseEvent>([.. Offered, offer with { LetterId = OfferId }])
            .When(c => RecordLetterProgress.Decide(c, stopped))
            .ThenOnce(stopped);
        Assert.Null(lead.Offer);

        var acceptance = offer with { To = Lead, Kind = LetterKinds.LeadAcceptance };
        var refused = new LetterMoved(
            acceptance.LetterId,
            Lead,
            LetterKinds.LeadAcceptance,
            "refused",
            "no-basis",
            null,
            null,
            Noon
        );
        var partner = new Given<Case, CaseEvent>([.. PartnerOffered, new LeadTaken(Officer, Noon), acceptance])
            .When(c => RecordLetterProgress.Decide(c, refused))
            .ThenOnce(refused);
        Assert.Equal((CaseRole.Partner, Lead, 0), (partner.Role, partner.Lead, partner.Term));
    }

    private static LetterMoved News(string state) =>
        new(InvitationId, ThePartner, LetterKinds.Invitation, state, null, null, TheBasis, Noon);
}
